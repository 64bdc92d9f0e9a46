import type { Analysis } from '../analysis.ts';
import { putUnder } from '../doubles/sides.ts';
import { join } from '../lifetimes.ts';
import type { IsolatedOwner, Links, OwnedProgram } from '../links.ts';

/** What makes an owner isolated or not, of one program. */
interface Tie {
    readonly owner: string;
    readonly isolated: boolean;
    /** The owner it is tied to, or all of several; nothing for none. */
    readonly others: string | readonly string[] | undefined;
}

/** Which owners are on their own: kept from version to version of a plan. */
export class Solitude {
    private readonly ties = new Map<string, Tie>();
    /** By owner: programs, those that are not isolated, and ties of others to it. */
    private readonly programs = new Map<string, number>();
    private readonly linked = new Map<string, number>();
    private readonly sought = new Map<string, number>();

    constructor(links: Links) {
        this.take(links, undefined);
    }

    /** Goes on to the next version, in which only the ties of some programs may be other ones. */
    update(links: Links, names: ReadonlySet<string>): void {
        for (const name of names) {
            const tie = this.ties.get(name);
            if (tie !== undefined) {
                this.count(tie, -1);
                this.ties.delete(name);
            }
        }
        this.take(links, names);
    }

    /** The owners on their own, as `Links` has them. */
    isolated({ owners, plan, lifetimes }: Analysis): readonly IsolatedOwner[] {
        const alone = new Set(
            owners.all
                .map(({ name }) => name)
                .filter((name) => this.programs.has(name) && !this.linked.has(name) && !this.sought.has(name)),
        );
        if (alone.size === 0) {
            return [];
        }
        const owned = new Map<string, OwnedProgram[]>();
        for (const [name, { owner, isolated }] of this.ties) {
            const program = alone.has(owner) ? plan.names.get(name) : undefined;
            const life = program?.kind === 'program' ? lifetimes.of(program) : undefined;
            if (program?.kind === 'program' && life !== undefined) {
                putUnder(owned, owner, { program, owner: owners.of(program)!, life, isolated });
            }
        }
        return owners.all.flatMap((owner) => {
            const programs = owned.get(owner.name)?.sort((a, b) => (a.program.name < b.program.name ? -1 : 1));
            return programs ? [{ owner, programs, life: programs.map(({ life }) => life).reduce(join) }] : [];
        });
    }

    private take(links: Links, names: ReadonlySet<string> | undefined): void {
        const others = new Map<string, Set<string>>();
        for (const { from, other } of links.links) {
            if (from.kind === 'program' && names?.has(from.name) !== false) {
                const all = others.get(from.name) ?? new Set();
                others.set(from.name, all.add(other.name));
            }
        }
        for (const { program, owner, isolated } of links.programs) {
            if (names?.has(program.name) !== false) {
                const all = [...(others.get(program.name) ?? [])];
                const tie = { owner: owner.name, isolated, others: all.length < 2 ? all[0] : all };
                this.ties.set(program.name, tie);
                this.count(tie, 1);
            }
        }
    }

    private count({ owner, isolated, others }: Tie, step: 1 | -1): void {
        change(this.programs, owner, step);
        if (!isolated) {
            change(this.linked, owner, step);
        }
        for (const other of typeof others === 'string' ? [others] : (others ?? [])) {
            change(this.sought, other, step);
        }
    }
}

function change(counts: Map<string, number>, key: string, step: 1 | -1): void {
    const count = (counts.get(key) ?? 0) + step;
    if (count === 0) {
        counts.delete(key);
    } else {
        counts.set(key, count);
    }
}
