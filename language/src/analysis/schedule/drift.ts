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
interface Run {
    drift: number;
    months: boolean;
}

/**
 * For each program with days the most by which the end of any chain that goes on from it can move more, or less, than the
 * day it starts on is moved. 0 where everything is counted in days and weeks: such a chain moves as a whole. Months that
 * follow on months drift once, however many programs they run through.
 */
export function driftsOf(chains: Chains, bounds: Bounds): Float64Array {
    const { courses, days, next } = chains;
    const own = courses.map(stepOf);
    const drift = new Float64Array(courses.length);
    // Where a chain ends at a pinned program, nothing that this one lets start counts any more.
    const last = own.map((step, node) => step.drift + (bounds.hasLag(node) ? MONTHS : 0));
    for (let i = days.order.length - 1; i >= 0; i--) {
        const node = days.order[i]!;
        let most = last[node]!;
        for (let edge = next.first[node]!; edge < next.first[node + 1]!; edge++) {
            const other = next.to[edge]!;
            const run: Run = { ...own[node]! };
            take(run, chains.lagOf(edge));
            for (const length of courses[other]!.delays) {
                take(run, length);
            }
            const behind = chains.isPinned(other) ? last[other]! : drift[other]!;
            most = Math.max(most, run.drift + behind - (run.months && own[other]!.months ? MONTHS : 0));
        }
        drift[node] = most;
    }
    return drift;
}

/** The program itself: its written days, its duration or its activities. */
function stepOf({ finish, duration, agenda }: Course): Run {
    if (finish !== undefined) {
        return { drift: 0, months: false };
    }
    if (agenda.steps.length === 0) {
        const run = { drift: 0, months: false };
        take(run, duration);
        return run;
    }
    const own = duration === undefined || strideOf(duration) === 'days' ? 0 : 1;
    return { drift: (agenda.inMonths + own) * MIDDLE, months: false };
}

/** Goes on by a length. */
function take(run: Run, length: Length | undefined): void {
    if (length === undefined) {
        return;
    }
    const stride: Stride = strideOf(length);
    run.drift += stride === 'days' ? 0 : stride === 'mixed' ? MIDDLE : run.months ? 0 : MONTHS;
    run.months = stride === 'months';
}
