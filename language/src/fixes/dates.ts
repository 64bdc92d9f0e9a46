import { add, civil, type Day, daysInMonth, isoDate, lastDay, type Span } from '../plan/calendar.ts';

/** A day as the first of a span: `2021-02` for the first of a month, else the day itself. */
export function spellFirst(day: Day): string {
    return civil(day).day === 1 ? isoDate(day).slice(0, 7) : isoDate(day);
}

/** A day as the last of a span: `2021` and `2021-06` for the last of a year or month, else the day itself. */
export function spellLast(day: Day): string {
    const { year, month, day: date } = civil(day);
    if (date !== daysInMonth(year, month)) {
        return isoDate(day);
    }
    return month === 12 ? isoDate(day).slice(0, 4) : isoDate(day).slice(0, 7);
}

/** How many whole months a span lasts; `undefined` when days are left over. At least one. */
export function wholeMonths({ first, last }: Span): number | undefined {
    const from = civil(first);
    const to = civil(last + 1);
    const months = (to.year - from.year) * 12 + (to.month - from.month);
    return months > 0 && add(first, { count: months, unit: 'months' }) === last + 1 ? months : undefined;
}

/** The last day of something as long as a span, begun on another day: in whole months where it lasts such, else in days. */
export function sameLength(span: Span, start: Day): Day {
    const months = wholeMonths(span);
    return months === undefined ? start + (span.last - span.first) : lastDay(start, { count: months, unit: 'months' });
}
