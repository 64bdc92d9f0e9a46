import type { Locale } from './message.ts';

/** How bad a finding is. `off` in a configuration silences a rule. */
export type Severity = 'error' | 'warning' | 'info';

/** What makes a change of the plan one that others feel: a promise taken back, or somebody else's work pulled away. */
export type BreakingClass =
    | 'removed-dependency'
    | 'lowered-target'
    | 'later-deadline'
    | 'changed-owner'
    | 'exceeded-ceiling';

/** How bad a breaking change of each class is, unless `diff` in `smartcity.json` says otherwise. */
export const BREAKING: Readonly<Record<BreakingClass, Severity>> = {
    'removed-dependency': 'error',
    'lowered-target': 'error',
    'later-deadline': 'warning',
    'changed-owner': 'warning',
    'exceeded-ceiling': 'error',
};

/** What `smartcity.json` says, with defaults filled in. */
export interface Config {
    /** Globs, relative to the plan's root, of files that are no part of the plan. */
    readonly exclude: readonly string[];
    readonly rules: Readonly<Record<string, Severity | 'off'>>;
    readonly failOn: Severity;
    readonly locale: Locale;
    /** Path, relative to the plan's root, of a file of fingerprints that count as waived. */
    readonly baseline: string | undefined;
    /** Words of this city for the comparison of titles: groups of synonyms, first word first, and words that say nothing. */
    readonly similarity: { readonly synonyms: readonly (readonly string[])[]; readonly boilerplate: readonly string[] };
    /** How bad breaking changes are where they differ from `BREAKING`. */
    readonly diff: Readonly<Partial<Record<BreakingClass, Severity | 'off'>>>;
}

/** The configuration of a plan that says nothing. */
export const DEFAULT_CONFIG: Config = {
    exclude: [],
    rules: {},
    failOn: 'error',
    locale: 'en',
    baseline: undefined,
    similarity: { synonyms: [], boilerplate: [] },
    diff: {},
};
