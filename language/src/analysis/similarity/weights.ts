import { countStep, rarity, sizeStep } from './rarity.ts';
import { ROLES, type Role } from './roles.ts';
import type { TermTable } from './term-table.ts';

/** What a change of the plan did to the weights. */
export interface WeightChange {
    /** The terms whose count took another step. */
    readonly terms: readonly number[];
    /** Whether the size of the plan did, and with it every weight. */
    readonly all: boolean;
}

/** The kinds of terms in which two titles can be at odds. */
export const SUBJECT = 1;
/** The kind of a term that says for whom. */
export const PEOPLE = 2;

/** What each term counts for in the plan as it is: its rarity and its role, by the term's number. */
export class Weights {
    /** What a term counts for when both programs have it. */
    match = new Float64Array(0);
    /** What it counts against the pair when only one has it. */
    miss = new Float64Array(0);
    /** Whether it can be what a program is about (SUBJECT), or for whom it is (PEOPLE). */
    kind = new Uint8Array(0);
    private counts = new Int32Array(0);
    private programs = 0;

    constructor(private readonly terms: TermTable) {}

    /** Counts a program out, another in, and works out anew what that changes. */
    replace(removed: readonly number[] | undefined, added: readonly number[] | undefined): WeightChange {
        this.grow();
        const size = sizeStep(this.programs);
        const steps = new Map<number, number>();
        for (const term of [...(removed ?? []), ...(added ?? [])]) {
            steps.set(term, countStep(this.counts[term]!, size));
        }
        this.count(removed, -1);
        this.count(added, 1);
        if (sizeStep(this.programs) !== size) {
            this.refresh(this.counts.keys());
            return { terms: [], all: true };
        }
        const changed = [...steps].filter(([term, step]) => countStep(this.counts[term]!, size) !== step);
        const terms = changed.map(([term]) => term);
        this.refresh(terms);
        return { terms, all: false };
    }

    /** Counts all programs of a plan in, and works out all weights. */
    start(programs: readonly (readonly number[])[]): void {
        this.grow();
        for (const terms of programs) {
            this.count(terms, 1);
        }
        this.refresh(this.counts.keys());
    }

    private count(terms: readonly number[] | undefined, by: 1 | -1): void {
        if (terms !== undefined) {
            this.programs += by;
            for (const term of terms) {
                this.counts[term] = this.counts[term]! + by;
            }
        }
    }

    private refresh(terms: Iterable<number>): void {
        const size = sizeStep(this.programs);
        for (const term of terms) {
            if (term < this.terms.size) {
                const role = this.terms.role(term);
                const weight = rarity(this.terms.frequency(term), countStep(this.counts[term]!, size), size);
                this.match[term] = weight * role.match;
                this.miss[term] = weight * role.miss;
                this.kind[term] = kindOf(role);
            }
        }
    }

    private grow(): void {
        if (this.terms.size > this.counts.length) {
            const room = Math.max(1024, this.terms.size * 2);
            this.match = copy(this.match, new Float64Array(room));
            this.miss = copy(this.miss, new Float64Array(room));
            this.kind = copy(this.kind, new Uint8Array(room));
            this.counts = copy(this.counts, new Int32Array(room));
        }
    }
}

function kindOf(role: Role): number {
    if (role === ROLES.people) {
        return PEOPLE;
    }
    return role === ROLES.subject || role === ROLES.plain ? SUBJECT : 0;
}

function copy<T extends Float64Array | Int32Array | Uint8Array>(from: T, to: T): T {
    to.set(from);
    return to;
}
