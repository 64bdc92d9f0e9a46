import type { BreakingClass } from '../../plan/config.ts';
import type { Finding } from '../../plan/finding.ts';
import type { Message } from '../../plan/message.ts';
import type { Origin } from '../../plan/origin.ts';
import type { Analysis } from '../analysis.ts';
import type { NoneOfResult } from '../projection-types.ts';

/** One side of a comparison: a checked plan. */
export interface Side {
    readonly analysis: Analysis;
    readonly findings: readonly Finding[];
    readonly noneOf: readonly NoneOfResult[];
}

/** What a change is about, in the order in which a reader wants to know. */
export const TOPICS = [
    'targets',
    'levels',
    'programs',
    'schedule',
    'owners',
    'money',
    'findings',
    'waivers',
    'writing',
] as const;

/** One of the topics. */
export type Topic = (typeof TOPICS)[number];

/** Every kind of change; stable names for machine formats. */
export type ChangeKind =
    | 'target-added'
    | 'target-removed'
    | 'target-changed'
    | 'target-met'
    | 'target-missed'
    | 'target-moved'
    | 'level-gained'
    | 'level-lost'
    | 'level-later'
    | 'level-earlier'
    | 'level-changed'
    | 'value-changed'
    | 'program-added'
    | 'program-removed'
    | 'program-renamed'
    | 'program-cancelled'
    | 'program-revived'
    | 'program-moved'
    | 'program-dated'
    | 'program-undated'
    | 'deadline-changed'
    | 'owner-changed'
    | 'partners-changed'
    | 'money-changed'
    | 'fund-changed'
    | 'budget-changed'
    | 'ceiling-changed'
    | 'ceiling-exceeded'
    | 'ceiling-kept'
    | 'finding-new'
    | 'finding-gone'
    | 'finding-accepted'
    | 'finding-reopened'
    | 'waiver-added'
    | 'waiver-removed'
    | 'waiver-changed'
    | 'added'
    | 'removed'
    | 'renamed'
    | 'edited'
    | 'settings-changed';

/** A sentence with its place in each of the two plans, where it has one. */
export interface Traced {
    readonly sentence: Message;
    readonly base: Origin | undefined;
    readonly head: Origin | undefined;
}

/** A value of a machine format. */
export type Fact = string | number | boolean | null | readonly Fact[] | { readonly [key: string]: Fact };

/** One thing that is different, with what it follows from. */
export interface Change extends Traced {
    readonly kind: ChangeKind;
    readonly topic: Topic;
    /** Qualified names of what it is about, the head's where it has them; sorted. */
    readonly subjects: readonly string[];
    /** What it follows from, the nearest reasons only: what they follow from is a change of its own. */
    readonly because: readonly Traced[];
    /** The class of breaking change it belongs to, if any; how bad that is says the configuration. */
    readonly breaking: BreakingClass | undefined;
    /** Dates as `2021-02-01`, money in rupiah, days and levels as numbers. */
    readonly facts: Readonly<Record<string, Fact>>;
    /** The finding that is new, gone, accepted or open again. */
    readonly finding?: Finding;
}

/** A waiver that ends soon. */
export interface EndingWaiver extends Traced {
    readonly rule: string;
    readonly subjects: readonly string[];
    /** As `2021-02-01`. */
    readonly until: string;
    /** Days from today to its last day. */
    readonly daysLeft: number;
}

/** What one plan has that another has not: in order of topic, subject and kind. Empty for a plan and itself. */
export interface PlanDiff {
    readonly changes: readonly Change[];
    /** Open findings that both have. */
    readonly unchangedFindings: number;
    /** Waivers of the head that end within sixty days: no difference, but what a reviewer should know. */
    readonly ending: readonly EndingWaiver[];
    /** Names of the base that the head calls otherwise. */
    readonly renamed: ReadonlyMap<string, string>;
}
