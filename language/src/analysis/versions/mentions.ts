import { contentOf } from '../../plan/content.ts';
import type { Declaration } from '../../plan/declarations/declaration.ts';
import type { Reference } from '../../plan/declarations/reference.ts';
import type { Fragment } from '../../plan/fragment.ts';
import { byDeclaration, isUse, type Uses } from '../uses.ts';
import type { Changes } from './changes.ts';

/** Who names whom: kept from version to version of a plan. */
export class Mentions implements Uses {
    /**
     * For each name who names it, as `name file` (no name outside of all declarations), as often as they do. Most names are
     * named once: of these who does it is all there is. Of those named often it is counted.
     */
    private readonly by = new Map<string, string | string[] | Map<string, number>>();
    /** How many references use each name, but for those inside of a declaration of that name. */
    private readonly used = new Map<string, number>();
    /** Declarations that name themselves. */
    private readonly selfish = new Map<string, Set<Declaration>>();
    private turned = new Set<string>();

    constructor(fragments: readonly Fragment[]) {
        for (const fragment of fragments) {
            for (const [declaration, references] of byDeclaration(fragment)) {
                this.count(fragment.file, declaration, references, 1);
            }
        }
        this.turned = new Set();
    }

    /** Goes on to the next version; gives the names of which some clause makes use for the first or the last time. */
    update({ files }: Changes): ReadonlySet<string> {
        this.turned = new Set();
        for (const { before, after } of files) {
            const old = before === undefined ? [] : [...byDeclaration(before)];
            const fresh = after === undefined ? [] : [...byDeclaration(after)];
            const stay = new Set(fresh.map(([declaration]) => declaration && contentOf(declaration)));
            stay.delete(undefined);
            const same = new Set<object>();
            for (const [declaration, references] of old) {
                const content = declaration && contentOf(declaration);
                const selfish = declaration !== undefined && this.selfish.get(declaration.name)?.has(declaration);
                if (content !== undefined && stay.has(content) && !selfish) {
                    same.add(content);
                } else {
                    this.count(before!.file, declaration, references, -1);
                }
            }
            for (const [declaration, references] of fresh) {
                if (declaration === undefined || !same.has(contentOf(declaration))) {
                    this.count(after!.file, declaration, references, 1);
                }
            }
        }
        return this.turned;
    }

    /** The names of the declarations that name something. */
    *of(name: string): Iterable<string> {
        for (const by of this.namersOf(name)) {
            if (!by.startsWith(' ')) {
                yield by.slice(0, by.indexOf(' '));
            }
        }
    }

    /** The files in which something is named. */
    filesOf(name: string): ReadonlySet<string> {
        return new Set([...this.namersOf(name)].map((by) => fileOf(by)));
    }

    isUsed(declaration: Declaration): boolean {
        const { name } = declaration;
        if ((this.used.get(name) ?? 0) > 0) {
            return true;
        }
        return [...(this.selfish.get(name) ?? [])].some((each) => each !== declaration);
    }

    private namersOf(name: string): Iterable<string> {
        const by = this.by.get(name);
        return typeof by === 'string' ? [by] : Array.isArray(by) ? new Set(by) : (by?.keys() ?? []);
    }

    private note(name: string, by: string, step: 1 | -1): void {
        const known = this.by.get(name);
        if (known instanceof Map) {
            const count = (known.get(by) ?? 0) + step;
            if (count === 0) {
                known.delete(by);
            } else {
                known.set(by, count);
            }
            return;
        }
        const all = known === undefined ? [] : typeof known === 'string' ? [known] : known;
        const next = step > 0 ? [...all, by] : without(all, by);
        if (next.length > FEW) {
            this.by.set(name, counted(next));
        } else if (next.length === 0) {
            this.by.delete(name);
        } else {
            this.by.set(name, next.length === 1 ? next[0]! : next);
        }
    }

    private count(
        file: string,
        declaration: Declaration | undefined,
        references: readonly Reference[],
        step: 1 | -1,
    ): void {
        // In one piece: a text that is put together keeps its parts, and this one is kept as long as the plan.
        const by = [declaration?.name ?? '', file].join(' ');
        for (const reference of references) {
            const { name } = reference;
            this.note(name, by, step);
            if (!isUse(reference)) {
                continue;
            }
            if (declaration?.name === name) {
                const selfish = this.selfish.get(name) ?? new Set();
                if (step > 0) {
                    selfish.add(declaration);
                } else {
                    selfish.delete(declaration);
                }
                this.selfish.set(name, selfish);
                this.turned.add(name);
            } else {
                const used = this.used.get(name) ?? 0;
                this.used.set(name, used + step);
                if (used === 0 || used + step === 0) {
                    this.turned.add(name);
                }
            }
        }
    }
}

/** So many who name something are listed. */
const FEW = 12;

function counted(all: readonly string[]): Map<string, number> {
    const table = new Map<string, number>();
    for (const each of all) {
        table.set(each, (table.get(each) ?? 0) + 1);
    }
    return table;
}

/** A list without one of those that are alike. */
function without(all: readonly string[], one: string): string[] {
    const place = all.indexOf(one);
    return all.filter((_, each) => each !== place);
}

/** The file in the key of somebody who names something: the name of the declaration, if any, and the file. */
function fileOf(by: string): string {
    return by.slice(by.indexOf(' ') + 1);
}
