import type { Amount, Day, Length } from '../../plan/calendar.ts';
import { addMonths } from '../schedule/months.ts';

/** An amount as days, or as months. */
interface Step {
    readonly months: number;
    readonly days: number;
}

/** A length made ready for long loops. */
export interface Stretch {
    readonly least: Step;
    readonly likely: Step | undefined;
    readonly most: Step;
    /** Whether least and most are written differently, so that it is drawn. */
    readonly isUncertain: boolean;
}

const MONTHS = { months: 1, quarters: 3, years: 12 } as const;

/** Makes a length ready. */
export function stretchOf({ least, likely, most }: Length): Stretch {
    return {
        least: stepOf(least),
        likely: likely && stepOf(likely),
        most: stepOf(most),
        isUncertain: isUncertain({ least, most }),
    };
}

/** Whether a length has a spread. */
export function isUncertain(length: Pick<Length, 'least' | 'most'> | undefined): boolean {
    return length !== undefined && (length.least.count !== length.most.count || length.least.unit !== length.most.unit);
}

/** Where the likely end lies between the least (0) and the most (1), for something that begins on a day. */
export function likelyPlace(day: Day, { least, likely, most }: Stretch): number {
    const [low, high] = [move(day, least), move(day, most)];
    if (high <= low) {
        return 0.5;
    }
    // Of two lengths the middle day between their ends counts as likely, as in the schedule.
    const middle = likely === undefined ? Math.floor((low + high) / 2) : move(day, likely);
    return Math.max(0, Math.min(1, (middle - low) / (high - low)));
}

/** Moves days on by a length, each in its run; `fractions` say where between least and most, if it is drawn. */
export function advance(days: Int32Array, stretch: Stretch, fractions: Float64Array | undefined): void {
    const { least, likely, most } = stretch;
    if (fractions === undefined) {
        for (let run = 0; run < days.length; run++) {
            days[run] = move(days[run]!, likely ?? most);
        }
        return;
    }
    for (let run = 0; run < days.length; run++) {
        days[run] = between(days[run]!, least, most, fractions[run]!);
    }
}

/** One day moved on by a length. */
export function advanceOne(day: Day, { least, likely, most }: Stretch, fraction: number | undefined): Day {
    return fraction === undefined ? move(day, likely ?? most) : between(day, least, most, fraction);
}

/** A draw, rounded to whole days. */
function between(day: Day, least: Step, most: Step, fraction: number): Day {
    const low = move(day, least);
    return low + Math.round(fraction * (move(day, most) - low));
}

function stepOf({ count, unit }: Amount): Step {
    return unit === 'days' || unit === 'weeks'
        ? { months: 0, days: unit === 'days' ? count : 7 * count }
        : { months: count * MONTHS[unit], days: 0 };
}

function move(day: Day, { months, days }: Step): Day {
    return months === 0 ? day + days : addMonths(day, months);
}
