import type { Day } from '../plan/calendar.ts';
import type { Framework, Indicator } from '../plan/declarations/framework.ts';
import type { NoneOf, Target } from '../plan/declarations/masterplan.ts';
import type { Program, Raise } from '../plan/declarations/program.ts';

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
    /** The level it has on the target's day; `null` when its line has not begun by then. */
    readonly have: number | null;
    /** The lowest level it lacks; in a scored framework the target's value. */
    readonly level: number;
    /** Names of programs that raise to it (scored: to it or higher) at any time, those without dates too, sorted. */
    readonly suppliers: readonly string[];
    /** Rules whose findings keep it from that level on the target's day, sorted. */
    readonly barredBy: readonly string[];
}

/** What becomes of one target. */
export interface TargetResult {
    readonly target: Target;
    /** `null` when the target is the framework's own value. */
    readonly indicator: Indicator | null;
    readonly value: number;
    readonly by: Day;
    /** What it comes to on its day, counted as targets count; `null` when the line has not begun by then. */
    readonly attained: number | null;
    /**
     * The first day on which the line has the value, in time or not. A program that finishes on the target's day lifts
     * the line a day later, and that day is given. Never `null` when the target is met.
     */
    readonly reached: Day | null;
    readonly met: boolean;
    readonly blockers: readonly Blocker[];
}

/** A measured result of a framework as a whole, as written. */
export interface FrameworkActual {
    readonly date: Day;
    readonly value: number;
    readonly source: string | null;
}

/** The projection of one framework. */
export interface FrameworkLine {
    readonly framework: Framework;
    readonly steps: readonly BandStep[];
    /** Measured values of the framework as a whole, by date. */
    readonly actuals: readonly FrameworkActual[];
    /** Domains in the order they are declared. */
    readonly domains: readonly {
        readonly name: string;
        readonly title: string;
        readonly steps: readonly ValueStep[];
    }[];
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
    /** The highest level that counted on the day the raise acted, bars left out. */
    readonly have: number;
    /** The day the raise acted. */
    readonly on: Day;
}

/** Why a raise lifts nothing. */
export type IdleReason =
    /** Its `until` ends before it acts, or before the line begins. */
    | { readonly kind: 'lapsed' }
    /** It raises to the lower end of the scale, where every indicator stands anyway. */
    | { readonly kind: 'lowest' }
    /** A measured level stands there already, or takes its place on the day it acts or later. */
    | { readonly kind: 'measured'; readonly level: number; readonly on: Day }
    /** Another raise, of the program named, gives the same on every day. */
    | { readonly kind: 'lifted'; readonly by: string };

/** A raise without which every line would be the same on every day. */
export interface IdleRaise {
    readonly program: Program;
    readonly raise: Raise;
    readonly indicator: Indicator;
    readonly reason: IdleReason;
}

/** What the plan makes of the city's maturity: a planning simulation, not an official score. */
export interface Projection {
    /** Frameworks by name; those without a readable `scale` are left out. */
    readonly frameworks: readonly FrameworkLine[];
    /** By indicator, then program, in the order a program's raises are written. */
    readonly gaps: readonly LevelGap[];
    /** Raises that lift nothing on any day, bars left out; in the order of `gaps`. */
    readonly idle: readonly IdleRaise[];
}

/** What becomes of a `target none-of`: the findings that still hold on its day, as fingerprints. */
export interface NoneOfResult {
    readonly noneOf: NoneOf;
    readonly met: boolean;
    readonly findings: readonly string[];
}
