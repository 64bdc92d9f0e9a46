import type { Day } from '../plan/calendar.ts';
import type { Target } from '../plan/declarations/masterplan.ts';
import type { Program } from '../plan/declarations/program.ts';

/** How a plan is simulated. The same settings give the same figures, on any machine. */
export interface Simulation {
    /** Any whole number from 0 on. */
    readonly seed: number;
    /** How many times the plan is run: `FEWEST_RUNS` to `MOST_RUNS`. */
    readonly runs: number;
}

/** Fewer runs say too little. */
export const FEWEST_RUNS = 1_000;
/** More runs only cost time and memory: a share is within one per cent of its limit by then, 19 times in 20. */
export const MOST_RUNS = 10_000;
/** What is simulated unless somebody asks for something else. */
export const USUAL: Simulation = { seed: 1, runs: 1_000 };

/**
 * Last days of a program: on `p10` or before it is done in one run of ten, on `p50` in half of them, on `p90` in nine of
 * ten. By nearest rank: the earliest day of any run on or before which at least that share of the runs is done.
 */
export interface Percentiles {
    readonly p10: Day;
    readonly p50: Day;
    readonly p90: Day;
}

/** The share of runs (0 to 1) in which a target holds on a day. */
export interface Chance {
    readonly by: Day;
    readonly share: number;
}

/** A program with a spread of its own, and the share of runs (0 to 1) in which it decides when a target is reached. */
export interface Decider {
    readonly program: Program;
    readonly share: number;
}

/** How sure a target is. */
export interface TargetChances {
    /** The share of runs that meet it by its date. */
    readonly probability: number;
    /** The same by its date, and by the end of each following year up to the plan's end or the last that can change it. */
    readonly curve: readonly Chance[];
    /**
     * Programs with a spread on the binding chain: the chain of waits that ends with the program whose raise, the last
     * one needed, brings the target about in a run. Most often first, then by name. Bars and the end of raises are left
     * out here; runs that never reach it have no such chain.
     */
    readonly deciders: readonly Decider[];
}

/** What the spreads of a plan's durations make of its dates and targets. */
export interface Uncertainty extends Simulation {
    /** Whether any program with days has a spread in itself or in what it waits for. */
    readonly isUncertain: boolean;
    /** The last days of a scheduled program: all the schedule's for one that is certain; `undefined` without days. */
    finishOf(program: string): Percentiles | undefined;
    /** The last day of the whole plan: of its last program in each run. Day 0 for a plan without days. */
    readonly whole: Percentiles;
    /** By the target as it is written. Targets that the projection leaves out are not there. */
    readonly targets: ReadonlyMap<Target, TargetChances>;
}
