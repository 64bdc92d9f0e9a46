import type { Length } from '../../plan/calendar.ts';
import type { Bounds } from './bounds.ts';
import type { Chains } from './chains.ts';
import type { Course } from './courses.ts';
import { type Stride, strideOf } from './lengths.ts';

/**
 * By how many days a run of months can be longer from one day than from another: as many months on end differ by at most
 * six days, wherever they begin (counted out over the 400 years of the calendar), and the end of a short month takes three.
 */
const MONTHS = 9;

/** The same for the middle between two ends counted in months: as much, and a day for rounding. */
const MIDDLE = MONTHS + 1;

/** How far what lies behind can drift, and whether the day of the month is still that of the step before. */
export interface Run {
    readonly drift: number;
    readonly months: boolean;
}

/**
 * For each program with days the most by which the end of any chain that goes on from it can move more, or less, than the
 * day it starts on is moved. 0 where everything is counted in days and weeks: such a chain moves as a whole. Months that
 * follow on months drift once, however many programs they run through.
 */
export function driftsOf(chains: Chains, bounds: Bounds): Float64Array {
    const { courses, days, next } = chains;
    const own = courses.map(runOf);
    const drift = new Float64Array(courses.length);
    // Where a chain ends at a pinned program, nothing that this one lets start counts any more.
    const last = own.map((run, node) => lastDrift(run, bounds.hasLag(node)));
    for (let i = days.order.length - 1; i >= 0; i--) {
        const node = days.order[i]!;
        let most = last[node]!;
        for (let edge = next.first[node]!; edge < next.first[node + 1]!; edge++) {
            const other = next.to[edge]!;
            const behind = chains.isPinned(other) ? last[other]! : drift[other]!;
            const lengths = [chains.lagOf(edge), ...courses[other]!.delays];
            most = Math.max(most, driftThrough(own[node]!, lengths, own[other]!, behind));
        }
        drift[node] = most;
    }
    return drift;
}

/** The drift of a program that a chain ends at; `hasLag` where a raise of it acts some months after its finish. */
export function lastDrift({ drift }: Run, hasLag: boolean): number {
    return drift + (hasLag ? MONTHS : 0);
}

/** The drift of a program through another that waits for it, by lengths in between, with what lies `behind` that one. */
export function driftThrough(own: Run, lengths: readonly (Length | undefined)[], other: Run, behind: number): number {
    const run = lengths.reduce(take, own);
    return run.drift + behind - (run.months && other.months ? MONTHS : 0);
}

/** The program itself: its written days, its duration or its activities. */
export function runOf({ finish, duration, agenda }: Course): Run {
    if (finish !== undefined) {
        return STILL;
    }
    if (agenda.steps.length === 0) {
        return take(STILL, duration);
    }
    const own = duration === undefined || strideOf(duration) === 'days' ? 0 : 1;
    return { drift: (agenda.inMonths + own) * MIDDLE, months: false };
}

const STILL: Run = { drift: 0, months: false };

/** Goes on by a length. */
function take(run: Run, length: Length | undefined): Run {
    if (length === undefined) {
        return run;
    }
    const stride: Stride = strideOf(length);
    const more = stride === 'days' ? 0 : stride === 'mixed' ? MIDDLE : run.months ? 0 : MONTHS;
    return { drift: run.drift + more, months: stride === 'months' };
}
