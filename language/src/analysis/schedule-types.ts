import type { Day } from '../plan/calendar.ts';
import type { Asset } from '../plan/declarations/asset.ts';
import type { Activity, Program } from '../plan/declarations/program.ts';
import type { Reference } from '../plan/declarations/reference.ts';

/** One thing a program waits for. */
export interface Wait {
    /** Qualified name of the program (`after`) or asset (`needs`). */
    readonly name: string;
    /** The clause item that says so. */
    readonly reference: Reference;
    /** The first day on which it no longer holds the program back; a lag is counted in. */
    readonly until: Day;
    /** The program whose finish decides that day (the predecessor, or the asset's first deliverer but itself); `undefined` for a `since`. */
    readonly program: Program | undefined;
}

/** An activity with its days. */
export interface ScheduledActivity {
    readonly activity: Activity;
    readonly start: Day;
    readonly finish: Day;
}

/** A program with its days. A finish is the last day worked. */
export interface ScheduledProgram {
    readonly program: Program;
    readonly start: Day;
    readonly finish: Day;
    readonly status: 'planned' | 'started' | 'finished';
    /** Whether its start was written (`start`, `during`, `started`) or it floats. */
    readonly pinned: boolean;
    /** Everything it waits for that has a date, sorted by name. */
    readonly waits: readonly Wait[];
    /** Days it could slip; negative when it is late already; `null` when nothing bounds it. */
    readonly slack: number | null;
    readonly critical: boolean;
    /** Activities with days, sorted by start, then name. */
    readonly activities: readonly ScheduledActivity[];
    /** The last day of the activities that run over the end of a `during`; `undefined` when none does. */
    readonly overrun: Day | undefined;
}

/** Programs, or activities of one program, that wait for each other in a circle. */
export interface Cycle {
    /** All members by name. */
    readonly members: readonly string[];
    /** One way round through programs and assets, beginning and ending with the first member. */
    readonly path: readonly string[];
    /** For each member (same order as `members`) the clause item that keeps it in the circle. */
    readonly references: readonly Reference[];
}

/** When an asset is there. */
export interface AssetLife {
    readonly asset: Asset;
    /** The first day; `null` when it has always been there, is taken as existing, or is delivered by programs without days only. */
    readonly from: Day | null;
    /** The last day; `null` when no end is known. */
    readonly to: Day | null;
    /** Programs that say they deliver it, by name; cancelled and dropped ones left out. */
    readonly deliverers: readonly Program[];
    /** The deliverer whose finish gives `from`; `undefined` for a `since` or an existing asset. */
    readonly deliverer: Program | undefined;
    /** The name of what replaces it and so gives `to`; `undefined` for an `until` or no end. */
    readonly replacedBy: string | undefined;
    /** Whether it has neither `since` nor any program that delivers it, not even a cancelled or dropped one. */
    readonly undelivered: boolean;
}

/** The days of everything in a plan. */
export interface Schedule {
    /** The plan's first day: the period's, or without one the first day that a program names, or 0. */
    readonly firstDay: Day;
    /** Scheduled programs in order of start, then name. Cancelled and dropped ones are left out. */
    readonly programs: readonly ScheduledProgram[];
    readonly byName: ReadonlyMap<string, ScheduledProgram>;
    /** Programs without dates, by name: unscheduled ones and members of cycles. */
    readonly unscheduled: readonly Program[];
    /** Members of a cycle, by name; activities too. */
    readonly inCycle: ReadonlySet<string>;
    /** In order of their first members. */
    readonly cycles: readonly Cycle[];
    readonly assets: ReadonlyMap<string, AssetLife>;
    /** Whether slack took at most half the time it may, as it does in every plan not made to spend it: then it is exact. */
    readonly isThorough: boolean;
}
