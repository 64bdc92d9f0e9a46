import type { Amount, Day, Length } from '../../plan/calendar.ts';
import { addMonths } from './months.ts';

/** How many months or days a unit has. */
const MONTHS = { months: 1, quarters: 3, years: 12 } as const;

/** The day an amount after another. */
function plus(day: Day, { count, unit }: Amount): Day {
    return unit === 'days' ? day + count : unit === 'weeks' ? day + 7 * count : addMonths(day, count * MONTHS[unit]);
}

/**
 * The day a length after another. Of an uncertain length the likely value counts; where two lengths only are written,
 * the middle day between the two ends, rounded down.
 */
export function later(day: Day, { least, likely, most }: Length): Day {
    return likely === undefined ? Math.floor((plus(day, least) + plus(day, most)) / 2) : plus(day, likely);
}

/** The last day worked of something that starts on a day and lasts a length; at least its first day. */
export function finishOf(start: Day, length: Length): Day {
    return Math.max(start, later(start, length) - 1);
}

/** The first day a wait on something that finishes on a day allows: the day after the finish, and the lag on from there. */
export function dayAfter(finish: Day, lag: Length | undefined): Day {
    return lag === undefined ? finish + 1 : later(finish + 1, lag);
}

/**
 * How a length carries days on: `days` moves every day by as many, `months` keeps the day of the month,
 * `mixed` is the middle between two ends counted in months.
 */
export type Stride = 'days' | 'months' | 'mixed';

/** How a length carries days on. */
export function strideOf({ likely, most }: Length): Stride {
    const { unit } = likely ?? most;
    return unit === 'days' || unit === 'weeks' ? 'days' : likely === undefined ? 'mixed' : 'months';
}
