import { add, type Day, dayOf, yearOf } from '../plan/calendar.ts';
import type { Message } from '../plan/message.ts';

/** A span of days laid out from left to right. */
export interface Axis {
    readonly first: Day;
    readonly last: Day;
    readonly left: number;
    readonly right: number;
    /** How many pixels a year takes. */
    readonly perYear: number;
    /** Where a day begins; days outside the axis lie on its nearer end. */
    x(day: Day): number;
}

/** Lays out whole years: from the first day of the first day's year to the last day of the last day's. */
export function axisOver(first: Day, last: Day, left: number, right: number): Axis {
    const from = dayOf(yearOf(first), 1, 1);
    const to = dayOf(Math.max(yearOf(last), yearOf(first)) + 1, 1, 1);
    const scale = (right - left) / (to - from);
    return {
        first: from,
        last: to - 1,
        left,
        right,
        perYear: scale * 365.25,
        x: (day) => left + (Math.max(from, Math.min(to, day)) - from) * scale,
    };
}

/** A labelled stretch of the axis. */
export interface Tick {
    readonly label: string;
    readonly from: number;
    readonly to: number;
}

/** The years of an axis; where there is no room for all, every second, fifth, tenth … is there. */
export function yearTicks(axis: Axis): Tick[] {
    const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((years) => years * axis.perYear >= 34) ?? 5000;
    const ticks: Tick[] = [];
    const last = yearOf(axis.last);
    for (let year = yearOf(axis.first); year <= last; year += step) {
        ticks.push({
            label: String(year),
            from: axis.x(dayOf(year, 1, 1)),
            to: axis.x(dayOf(Math.min(year + step, last + 1), 1, 1)),
        });
    }
    return ticks;
}

/** The quarters of an axis, or none where they would be narrower than five pixels. */
export function quarterTicks(axis: Axis): Tick[] {
    if (axis.perYear < 20) {
        return [];
    }
    const ticks: Tick[] = [];
    for (let year = yearOf(axis.first); year <= yearOf(axis.last); year++) {
        for (let quarter = 1; quarter <= 4; quarter++) {
            ticks.push({
                label: String(quarter),
                from: axis.x(dayOf(year, quarter * 3 - 2, 1)),
                to: axis.x(quarter === 4 ? dayOf(year + 1, 1, 1) : dayOf(year, quarter * 3 + 1, 1)),
            });
        }
    }
    return ticks;
}

/** A planning horizon of the plan: its days, both ends included, and what it is called. */
export interface Horizon {
    readonly key: 'short' | 'medium' | 'long';
    readonly title: Message;
    readonly first: Day;
    readonly last: Day;
}

/** The three horizons that masterplans are drawn up for: one, five and ten years from the plan's first day. */
export function horizonsFrom(first: Day): Horizon[] {
    const ends = [1, 5, 10].map((count) => add(first, { count, unit: 'years' }) - 1);
    return [
        { key: 'short', title: { en: 'Short term', id: 'Jangka pendek' }, first, last: ends[0]! },
        { key: 'medium', title: { en: 'Medium term', id: 'Jangka menengah' }, first: ends[0]! + 1, last: ends[1]! },
        { key: 'long', title: { en: 'Long term', id: 'Jangka panjang' }, first: ends[1]! + 1, last: ends[2]! },
    ];
}
