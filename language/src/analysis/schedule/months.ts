import { add, type Day, dayOf } from '../../plan/calendar.ts';

/** The years whose months are laid out in tables. Days outside are counted out one by one. */
const FIRST_YEAR = 1970;
const YEARS = 230;

interface Tables {
    /** The month, counted from the first, of each day. */
    readonly monthOf: Uint16Array;
    /** The first day of each month, and of the one behind the last. */
    readonly starts: Int32Array;
}

let tables: Tables | undefined;

/**
 * The day some months on, by the rule of the calendar: the same day number, or the month's last day when there is none.
 * For long loops: reads tables where `add` counts.
 */
export function addMonths(day: Day, months: number): Day {
    tables ??= layOut();
    const { monthOf, starts } = tables;
    const month = monthOf[day];
    const target = month === undefined ? -1 : month + months;
    if (month === undefined || target < 0 || target >= starts.length - 1) {
        return add(day, { count: months, unit: 'months' });
    }
    const start = starts[target]!;
    return Math.min(start + day - starts[month]!, starts[target + 1]! - 1);
}

/** Day 0 is the first of the first year, so that days are places in the table. */
function layOut(): Tables {
    const starts = Int32Array.from({ length: YEARS * 12 + 1 }, (_, month) =>
        dayOf(FIRST_YEAR + Math.floor(month / 12), (month % 12) + 1, 1),
    );
    const monthOf = new Uint16Array(starts[YEARS * 12]!);
    for (let month = 0; month < YEARS * 12; month++) {
        monthOf.fill(month, starts[month], starts[month + 1]);
    }
    return { monthOf, starts };
}
