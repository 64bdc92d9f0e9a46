import type { Changes } from '../analysis/versions/changes.ts';
import type { Declaration } from '../plan/declarations/declaration.ts';
import type { ReadingRule } from '../plan/fragment.ts';
import type { Plan } from '../plan/plan.ts';

/** What an edit changed, as a rule asks for it that goes by few things of many declarations. */
export class Edit {
    /** Kinds with their parts that changed in some declaration; all that is written of what came or went. */
    private readonly parts = new Set<string>();

    constructor(
        readonly before: Plan,
        readonly after: Plan,
        private readonly changes: Changes,
        /** Programs and assets whose days changed, by name. */
        private readonly days: ReadonlySet<string>,
        /** Whether findings of some rules came, went, or are waived otherwise. */
        private readonly found: (rules: ReadonlySet<string>) => boolean,
    ) {
        for (const { before: was, after: is, parts } of changes.changed.values()) {
            for (const declaration of [was, is]) {
                if (declaration !== undefined) {
                    this.parts.add(declaration.kind);
                    for (const part of parts) {
                        this.parts.add(`${declaration.kind} ${part}`);
                    }
                }
            }
        }
    }

    /** Whether some of these parts changed in any declaration of a kind; without parts whether anything did. */
    touches(kind: Declaration['kind'], ...parts: readonly string[]): boolean {
        return parts.length === 0 ? this.parts.has(kind) : parts.some((part) => this.parts.has(`${kind} ${part}`));
    }

    /** Whether some of these parts changed in any declaration of a kind that was there before and still is. */
    revises(kind: Declaration['kind'], ...parts: readonly string[]): boolean {
        return [...this.changes.changed.values()].some(
            ({ before, after, parts: changed }) =>
                before?.kind === kind && after?.kind === kind && parts.some((part) => changed.has(part)),
        );
    }

    /** Whether any name stands for another kind of thing than before. */
    get renames(): boolean {
        return this.changes.renamed.size > 0;
    }

    /** Whether the days changed of some program or asset. */
    reschedules(isAsked: (name: string) => boolean = () => true): boolean {
        return [...this.days].some(isAsked);
    }

    /** Whether a file that changed has, or had, problems of a reading rule. */
    misreads(rule: ReadingRule): boolean {
        return this.changes.files.some(({ before, after }) =>
            [before, after].some((each) => each?.problems.some((problem) => problem.rule === rule)),
        );
    }

    /** Whether there are other findings of some rules than before. */
    finds(rules: Iterable<string>): boolean {
        return this.found(new Set(rules));
    }
}
