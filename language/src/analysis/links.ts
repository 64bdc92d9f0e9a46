import type { Application, Asset } from '../plan/declarations/asset.ts';
import type { Program } from '../plan/declarations/program.ts';
import type { Reference } from '../plan/declarations/reference.ts';
import { byName, find, findAsset, findProgram, type Plan } from '../plan/plan.ts';
import { type Parties, putUnder } from './doubles/sides.ts';
import { join, type Lifetime } from './lifetimes.ts';
import type { Owner, Owners } from './owners.ts';
import type { Schedule } from './schedule-types.ts';

/** How a program or application is tied to another owner. */
export type LinkKind =
    /** It needs an asset of the other, or waits for a program of the other. */
    | 'depends'
    /** The other is its partner, it works on an asset of the other, uses a shared one of the other or integrates one. */
    | 'shares';

/** A tie from a program or application of one owner to another owner. It holds as long as the program or application lives. */
export interface Link {
    readonly from: Program | Application;
    readonly owner: Owner;
    readonly other: Owner;
    readonly kind: LinkKind;
    readonly life: Lifetime;
    /** The name in the clause that makes the tie. */
    readonly clause: Reference;
}

/** A program of an owner, and whether anything ties it to another. */
export interface OwnedProgram {
    readonly program: Program;
    readonly owner: Owner;
    readonly life: Lifetime;
    /** No partner; nothing it needs, delivers, replaces or waits for, and nothing that waits for it, is another owner's. */
    readonly isolated: boolean;
}

/** An owner whose programs are all isolated, and to whom no other owner's program is tied. */
export interface IsolatedOwner {
    readonly owner: Owner;
    readonly programs: readonly OwnedProgram[];
    /** From the first day of its first program to the last day of its last. */
    readonly life: Lifetime;
}

/** What ties the owners of a plan together. */
export interface Links {
    /** By name of the program or application, then of the other owner; clauses in the order they are written. */
    readonly links: readonly Link[];
    /** Every program that takes part and has an owner, by name. */
    readonly programs: readonly OwnedProgram[];
    /** By name. Empty in a plan with a single owner, as no program is isolated there. */
    readonly isolatedOwners: readonly IsolatedOwner[];
}

/** The clauses that can tie a program; where one could not be read, nothing is called missing. */
const TYING = ['partners', 'needs', 'delivers', 'replaces', 'after'];

/** Reads the ties between owners. Names that mean nothing, cancelled and dropped programs tie nothing. */
export function links(plan: Plan, schedule: Schedule, parties: Parties): Links {
    const reader = new LinkReader(plan, schedule, parties);
    const owned = parties.lifetimes.programs.flatMap((program) => reader.readProgram(program) ?? []);
    // Only programs decide who is isolated: the ties of applications come after.
    const sought = new Set(reader.links.map((link) => link.other));
    const alone = isAlone(plan, parties.owners);
    const programs = owned.map(({ program, owner, life, tied }) => ({
        program,
        owner,
        life,
        isolated:
            !alone &&
            !tied &&
            !reader.isAwaited(program, owner) &&
            !TYING.some((word) => program.broken.includes(word)),
    }));
    for (const application of plan.applications) {
        reader.readApplication(application);
    }
    reader.links.sort((a, b) => byName(a.from, b.from) || byName(a.other, b.other));
    return { links: reader.links, programs, isolatedOwners: alone ? [] : isolate(programs, sought) };
}

/** Collects ties, one program or application after the other. */
class LinkReader {
    readonly links: Link[] = [];
    /** The owner that waits for a program, or for what it delivers; `undefined` for several. */
    private readonly waiting = new Map<Program | Asset, Owner | undefined>();
    private readonly delivering = new Map<Asset, readonly Owner[]>();

    constructor(
        private readonly plan: Plan,
        private readonly schedule: Schedule,
        private readonly parties: Parties,
    ) {}

    /** Reads a program's ties; `undefined` when it takes no part. */
    readProgram(program: Program) {
        const owner = this.parties.owners.of(program);
        const life = owner && this.parties.lifetimes.of(program);
        if (!owner || !life) {
            return undefined;
        }
        const before = this.links.length;
        const tie = (kind: LinkKind, clause: Reference, other: Owner | undefined) => {
            if (other && other !== owner) {
                this.links.push({ from: program, owner, other, kind, life, clause });
            }
        };
        for (const clause of program.partners?.refs ?? []) {
            tie('shares', clause, this.parties.owners.named(clause));
        }
        for (const clause of program.needs?.refs ?? []) {
            const asset = findAsset(this.plan, clause);
            if (!asset) {
                continue;
            }
            const other = this.parties.owners.of(asset);
            tie('depends', clause, other);
            if ('shared' in asset && asset.shared) {
                tie('shares', clause, other);
            }
            // Waiting for an asset without `since` is waiting for the programs that deliver it.
            if (!asset.since) {
                this.await(asset, owner);
                for (const deliverer of this.deliverersOf(asset)) {
                    tie('depends', clause, deliverer);
                }
            }
        }
        for (const touched of [program.delivers, program.replaces]) {
            for (const clause of touched?.refs ?? []) {
                const asset = findAsset(this.plan, clause);
                tie('shares', clause, asset && this.parties.owners.of(asset));
            }
        }
        for (const { ref } of program.after?.items ?? []) {
            const other = findProgram(this.plan, ref);
            if (other && this.parties.lifetimes.of(other)) {
                this.await(other, owner);
                tie('depends', ref, this.parties.owners.of(other));
            }
        }
        return { program, owner, life, tied: this.links.length > before };
    }

    /** Reads an application's ties. */
    readApplication(application: Application): void {
        const owner = this.parties.owners.of(application);
        const life = owner && this.parties.lifetimes.of(application);
        if (!owner || !life) {
            return;
        }
        const tie = (kind: LinkKind, clause: Reference, asset: Asset | undefined) => {
            const other = asset && this.parties.owners.of(asset);
            if (other && other !== owner) {
                this.links.push({ from: application, owner, other, kind, life, clause });
            }
        };
        for (const clause of application.needs?.refs ?? []) {
            tie('depends', clause, findAsset(this.plan, clause));
        }
        for (const clause of application.integrates?.refs ?? []) {
            tie('shares', clause, find(this.plan, clause, 'application'));
        }
    }

    /** Whether another owner's program waits for this one, or for an asset that it delivers. */
    isAwaited(program: Program, owner: Owner): boolean {
        const others = (key: Program | Asset | undefined) =>
            key !== undefined && this.waiting.has(key) && this.waiting.get(key) !== owner;
        return others(program) || (program.delivers?.refs ?? []).some((clause) => others(findAsset(this.plan, clause)));
    }

    private await(what: Program | Asset, owner: Owner): void {
        const isFirst = !this.waiting.has(what);
        this.waiting.set(what, isFirst || this.waiting.get(what) === owner ? owner : undefined);
    }

    private deliverersOf(asset: Asset): readonly Owner[] {
        let owners = this.delivering.get(asset);
        if (!owners) {
            const programs = this.schedule.assets.get(asset.name)?.deliverers ?? [];
            owners = [...new Set(programs.map((program) => this.parties.owners.of(program)))].filter(
                (owner) => owner !== undefined,
            );
            this.delivering.set(asset, owners);
        }
        return owners;
    }
}

/**
 * Whether no more than one owner takes part in a plan: one the plan itself declares, or one of a library that something
 * names. A library of forty agencies does not make one agency's plan a plan of many.
 */
export function isAlone(plan: Plan, owners: Owners): boolean {
    const own = owners.all.filter((owner) => owner.opds.some((opd) => opd.library === undefined)).length;
    if (own > 1) {
        return false;
    }
    const named = new Set<string>();
    for (const fragment of plan.fragments) {
        for (const reference of fragment.references) {
            named.add(reference.name);
        }
    }
    const takesPart = (owner: Owner) => owner.opds.some((opd) => opd.library === undefined || named.has(opd.name));
    return owners.all.filter(takesPart).length < 2;
}

function isolate(programs: readonly OwnedProgram[], sought: ReadonlySet<Owner>): IsolatedOwner[] {
    const byOwner = new Map<Owner, OwnedProgram[]>();
    for (const program of programs) {
        putUnder(byOwner, program.owner, program);
    }
    const isolated = [...byOwner].filter(
        ([owner, own]) => !sought.has(owner) && own.every((program) => program.isolated),
    );
    return isolated
        .map(([owner, own]) => ({ owner, programs: own, life: own.map((program) => program.life).reduce(join) }))
        .sort((a, b) => byName(a.owner, b.owner));
}
