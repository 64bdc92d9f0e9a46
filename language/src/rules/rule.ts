import type { Analysis } from '../analysis/analysis.ts';
import type { Severity } from '../plan/config.ts';
import type { Draft, Finding } from '../plan/finding.ts';
import type { Message } from '../plan/message.ts';
import type { Edit } from './edit.ts';

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
     * What a rule goes by that goes through the lists of an analysis and asks for everything else by name, so that after an
     * edit it is asked about a few declarations only (`narrowed`); without it the rule is run anew over the whole plan.
     *
     * - `each`: it judges one declaration after the other, by what that one says, what it names, and its days.
     * - `around`: the same, and by what the lists have that names it.
     * - `pairs`: it compares those that have something in common; what it finds about some does not hang on others.
     *
     * - `groups`: the same, but all that have something in common are told of together.
     *
     * The first subject of a draft is the declaration judged; of pairs and groups all subjects are.
     */
    readonly judges?: 'each' | 'around' | 'pairs' | 'groups';
    /**
     * Whether all it found in the last version of a plan still stands after an edit, but for its places: what spares a rule
     * without `judges` another run. Without it the rule is run after every edit.
     */
    stands?(edit: Edit): boolean;
    /**
     * Finds every case in a plan, in any order. Must not throw. Only the groups that come last may look at the findings
     * of the others: *maturity* (levels can be barred, `none-of` counts them), then *waivers*.
     */
    find(analysis: Analysis, findings: readonly Finding[]): Iterable<Draft>;
}
