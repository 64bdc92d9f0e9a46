import type { Analysis } from '../analysis/analysis.ts';
import type { Severity } from '../plan/config.ts';
import type { Draft, Finding } from '../plan/finding.ts';
import type { Message } from '../plan/message.ts';

/** The groups rules are listed in. */
export type Group = 'reading' | 'plan' | 'time' | 'money' | 'maturity' | 'sectors' | 'codes' | 'waivers';

/** One check of the catalogue. Its page, `<name>.md`, stands beside it; the page's examples are its tests. */
export interface Rule {
    readonly name: string;
    readonly group: Group;
    /** Unless `smartcity.json` says otherwise. */
    readonly severity: Severity;
    /** Marked † in the contract: it cannot be waived or switched off. */
    readonly fixed?: boolean;
    /** What it says in one line, without a full stop. */
    readonly title: Message;
    /** The page, as Markdown. */
    readonly page: string;
    /**
     * Finds every case in a plan, in any order. Must not throw. Only the groups that come last may look at the findings
     * of the others: *maturity* (levels can be barred, `none-of` counts them), then *waivers*.
     */
    find(analysis: Analysis, findings: readonly Finding[]): Iterable<Draft>;
}
