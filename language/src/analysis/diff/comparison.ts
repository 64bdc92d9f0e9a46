import type { Declaration } from '../../plan/declarations/declaration.ts';
import type { Origin } from '../../plan/origin.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Change, Side } from './diff-types.ts';
import { findRenames, type Names, ownDeclarations } from './names.ts';

/** What stands in both plans. */
export interface Pair<T> {
    readonly base: T;
    readonly head: T;
}

/** Declarations of one kind, sorted out. */
export interface Sorted<T> {
    readonly both: readonly Pair<T>[];
    readonly gone: readonly T[];
    readonly fresh: readonly T[];
}

/** Two plans side by side, and what in them is the same thing. */
export class Comparison {
    readonly names: Names;
    private readonly sorted = new Map<
        string,
        { both: Pair<Declaration>[]; gone: Declaration[]; fresh: Declaration[] }
    >();

    constructor(
        readonly base: Side,
        readonly head: Side,
    ) {
        const [before, after] = [base.analysis.plan, head.analysis.plan];
        this.names = findRenames(before, after);
        const left = new Map(ownDeclarations(after).map((each) => [each.name, each]));
        for (const declaration of ownDeclarations(before)) {
            const other = left.get(this.names.head(declaration.name));
            if (other?.kind === declaration.kind) {
                this.list(declaration.kind).both.push({ base: declaration, head: other });
                left.delete(other.name);
            } else {
                this.list(declaration.kind).gone.push(declaration);
            }
        }
        for (const declaration of left.values()) {
            this.list(declaration.kind).fresh.push(declaration);
        }
    }

    /** The plans' own declarations of a kind. */
    of<K extends Declaration['kind']>(kind: K): Sorted<Extract<Declaration, { kind: K }>> {
        return this.list(kind) as unknown as Sorted<Extract<Declaration, { kind: K }>>;
    }

    /** Where a change stands when nothing nearer does: at the masterplans, or the first declarations. */
    get whole(): Pair<Origin | undefined> {
        return { base: anchor(this.base.analysis.plan), head: anchor(this.head.analysis.plan) };
    }

    private list(kind: string): { both: Pair<Declaration>[]; gone: Declaration[]; fresh: Declaration[] } {
        let list = this.sorted.get(kind);
        if (list === undefined) {
            list = { both: [], gone: [], fresh: [] };
            this.sorted.set(kind, list);
        }
        return list;
    }
}

/** Where a plan stands as a whole: its masterplan's name, else the beginning of its first file. */
export function anchor(plan: Plan): Origin | undefined {
    const file = plan.fragments[0]?.file;
    const own = plan.masterplan?.library === undefined ? plan.masterplan : undefined;
    return own?.at ?? (file === undefined ? undefined : { file, start: 0, end: 0 });
}

/** A place of a plan's own files: what stands in a library is shown where the plan names the library. */
export function ownPlace(plan: Plan, at: Origin | undefined): Origin | undefined {
    const library = at === undefined ? undefined : plan.libraries.find((each) => each.file === at.file)?.library;
    return library === undefined ? at : (plan.libraryPlaces.get(library)?.at ?? anchor(plan));
}

/** Fills in what most changes have none of. */
export function change(
    parts: Pick<Change, 'kind' | 'topic' | 'subjects' | 'sentence' | 'base' | 'head'> & Partial<Change>,
): Change {
    return { because: [], breaking: undefined, facts: {}, ...parts, subjects: [...new Set(parts.subjects)].sort() };
}
