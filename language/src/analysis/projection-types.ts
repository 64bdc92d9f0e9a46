import type { Day } from '../plan/calendar.ts';
import type { Framework, Indicator, NoneOf, Program, Raise, Target } from '../plan/declarations.ts';

/** A change of level on a day, and what caused it: names of programs, or `actual`; the end of a bar has none. */
export interface LevelStep {
    readonly date: Day;
    readonly level: number;
    readonly causes: readonly string[];
}

/** A change of a computed value on a day. Values are unrounded. */
export interface ValueStep {
    readonly date: Day;
    readonly value: number;
    readonly causes: readonly string[];
}

/** A framework's value with the band it lies in, if the framework has bands. */
export interface BandStep extends ValueStep {
    readonly band: string | null;
}

/** The line of one indicator. */
export interface IndicatorLine {
    readonly indicator: Indicator;
    readonly steps: readonly LevelStep[];
}

/** Why an indicator is below a target's value on its day. */
export interface Blocker {
    readonly indicator: Indicator;
    /** The lowest level it lacks; in a scored framework the target's value. */
    readonly level: number;
    /** Names of programs that raise to it at any time. */
    readonly suppliers: readonly string[];
    /** Rules in the way. */
    readonly barredBy: readonly string[];
}

/** What becomes of one target. */
export interface TargetResult {
    readonly target: Target;
    /** `null` when the target is the framework's own value. */
    readonly indicator: Indicator | null;
    readonly value: number;
    readonly by: Day;
    /** The first day with the value, in time or not. */
    readonly reached: Day | null;
    readonly met: boolean;
    readonly blockers: readonly Blocker[];
}

/** The projection of one framework. */
export interface FrameworkLine {
    readonly framework: Framework;
    readonly steps: readonly BandStep[];
    /** Measured values of the framework as a whole, by date. */
    readonly actuals: readonly { readonly date: Day; readonly value: number; readonly source: string | null }[];
    /** Domains in the order they are declared. */
    readonly domains: readonly { readonly name: string; readonly title: string; readonly steps: readonly ValueStep[] }[];
    /** Indicators by name. */
    readonly indicators: readonly IndicatorLine[];
    /** Targets by date, then indicator, then value. */
    readonly targets: readonly TargetResult[];
}

/** A raise that could not count for want of a lower level. */
export interface LevelGap {
    readonly program: Program;
    readonly raise: Raise;
    readonly indicator: Indicator;
    /** The highest level that counted on the day the raise acted. */
    readonly have: number;
    /** The day the raise acted. */
    readonly on: Day;
}

/** What the plan makes of the city's maturity: a planning simulation, not an official score. */
export interface Projection {
    /** Frameworks by name. */
    readonly frameworks: readonly FrameworkLine[];
    readonly gaps: readonly LevelGap[];
    /** Raises that lift nothing on any day. */
    readonly idle: readonly { readonly program: Program; readonly raise: Raise }[];
}

/** What becomes of a `target none-of`: the findings that still hold on its day, as fingerprints. */
export interface NoneOfResult {
    readonly noneOf: NoneOf;
    readonly met: boolean;
    readonly findings: readonly string[];
}
