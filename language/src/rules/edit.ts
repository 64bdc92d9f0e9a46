import type { Changes } from '../analysis/versions/changes.ts';
import type { Declaration } from '../plan/declarations/declaration.ts';
import type { Finding } from '../plan/finding.ts';
import type { ReadingRule } from '../plan/fragment.ts';
import type { Plan } from '../plan/plan.ts';

/** What has been found by now, of facts. */
export interface Found {
    /** Whether findings of some rules came, went, or are waived otherwise. */
    changed(rules: ReadonlySet<string>): boolean;
    /** All findings of some rules. */
    of(rules: ReadonlySet<string>): readonly Finding[];
}

/** What a declaration was and is, and the parts that differ; `undefined` for what came or went. */
export interface Revision<T> {
    readonly before: T | undefined;
    readonly after: T | undefined;
    readonly parts: ReadonlySet<string>;
}

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
        private readonly findings: Found,
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

    /** The declarations of a kind that changed, came or went; of another kind they were not there. */
    *changed<K extends Declaration['kind']>(kind: K): Iterable<Revision<Extract<Declaration, { kind: K }>>> {
        type Of = Extract<Declaration, { kind: K }>;
        for (const { before, after, parts } of this.changes.changed.values()) {
            const [was, is] = [before, after].map((each) => (each?.kind === kind ? (each as Of) : undefined));
            if (was !== undefined || is !== undefined) {
                yield { before: was, after: is, parts };
            }
        }
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
        return this.findings.changed(new Set(rules));
    }

    /** Whether a finding of some rules is about one of these. */
    concerns(rules: Iterable<string>, names: ReadonlySet<string>): boolean {
        return (
            names.size > 0 &&
            this.findings.of(new Set(rules)).some(({ subjects }) => subjects.some((each) => names.has(each)))
        );
    }
}
