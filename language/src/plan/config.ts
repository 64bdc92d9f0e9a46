import type { Locale } from './message.ts';

/** How bad a finding is. `off` in a configuration silences a rule. */
export type Severity = 'error' | 'warning' | 'info';

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
}

/** The configuration of a plan that says nothing. */
export const DEFAULT_CONFIG: Config = {
    exclude: [],
    rules: {},
    failOn: 'error',
    locale: 'en',
    baseline: undefined,
    similarity: { synonyms: [], boilerplate: [] },
};
