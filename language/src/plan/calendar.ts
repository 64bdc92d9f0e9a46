import type { Origin } from './origin.ts';

/** A day of the proleptic Gregorian calendar, counted from 1970-01-01 = 0. Whole numbers only. */
export type Day = number;

/** A span of whole days, both ends included. */
export interface Span {
    readonly first: Day;
    readonly last: Day;
}

/** A date as it was written: the days it names (`2019-Q3` names 92 of them), its text and its place. */
export interface When extends Span {
    readonly text: string;
    readonly at: Origin;
}

/** The units a duration is counted in. */
export type Unit = 'days' | 'weeks' | 'months' | 'quarters' | 'years';

/** A count of units, such as 9 months. */
export interface Amount {
    readonly count: number;
    readonly unit: Unit;
}

/**
 * A duration as it was written. `least` and `most` differ when it is uncertain (`6..12 months`);
 * `likely` is absent when two lengths only are given: then the middle day between their ends counts.
 */
export interface Length {
    readonly least: Amount;
    readonly likely: Amount | undefined;
    readonly most: Amount;
    readonly text: string;
    readonly at: Origin;
}

const UNITS: Readonly<Record<string, Unit>> = {
    day: 'days',
    days: 'days',
    week: 'weeks',
    weeks: 'weeks',
    month: 'months',
    months: 'months',
    quarter: 'quarters',
    quarters: 'quarters',
    year: 'years',
    years: 'years',
};

/** The unit a word names, singular or plural; `undefined` for any other word. */
export function unitOf(word: string): Unit | undefined {
    return Object.hasOwn(UNITS, word) ? UNITS[word] : undefined;
}

/** All words that name a unit, for the lexer and for suggestions. */
export const UNIT_WORDS: readonly string[] = Object.keys(UNITS);

/** The day of a calendar date; months count from 1. Days outside the month run over, as in `Date`. */
export function dayOf(year: number, month: number, day: number): Day {
    // Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
    const y = month <= 2 ? year - 1 : year;
    const era = Math.floor(y / 400);
    const yearOfEra = y - era * 400;
    const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
    const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
    return era * 146097 + dayOfEra - 719468;
}

/** Year, month (from 1) and day of the month of a day. */
export function civil(day: Day): { year: number; month: number; day: number } {
    // Howard Hinnant, civil_from_days.
    const z = day + 719468;
    const era = Math.floor(z / 146097);
    const doe = z - era * 146097;
    const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
    const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
    const mp = Math.floor((5 * doy + 2) / 153);
    const month = mp < 10 ? mp + 3 : mp - 9;
    return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, day: doy - Math.floor((153 * mp + 2) / 5) + 1 };
}

/** The calendar year a day lies in. */
export function yearOf(day: Day): number {
    return civil(day).year;
}

/** How many days a month has; months count from 1. */
export function daysInMonth(year: number, month: number): number {
    return dayOf(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - dayOf(year, month, 1);
}

/** Days as they are written. A plan has few days, each in many findings: one text for each of them is enough. */
const written = new Map<Day, string>();
/** Some fifty years. */
const MOST_WRITTEN = 20_000;

/** A day as `2021-02-01`: the form of every machine format. */
export function isoDate(day: Day): string {
    const known = written.get(day);
    if (known !== undefined) {
        return known;
    }
    if (written.size >= MOST_WRITTEN) {
        written.clear();
    }
    const text = writeDate(day);
    written.set(day, text);
    return text;
}

function writeDate(day: Day): string {
    const { year, month, day: date } = civil(day);
    const digits = year > 999 ? String(year) : `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
    return `${digits}${month < 10 ? '-0' : '-'}${month}${date < 10 ? '-0' : '-'}${date}`;
}

/**
 * The days a written date names: `2019`, `2019-Q3`, `2019-07`, `2019-07-09`.
 * `undefined` when it is none of these or names a day that the calendar lacks (`2019-02-30`).
 */
export function parseDate(text: string): Span | undefined {
    // By hand: a plan has several dates a program, and a pattern makes five texts of each.
    const { length } = text;
    const year = digits(text, 0, 4);
    if (Number.isNaN(year) || (length > 4 && text[4] !== '-')) {
        return undefined;
    }
    if (length === 4) {
        return { first: dayOf(year, 1, 1), last: dayOf(year, 12, 31) };
    }
    if (length === 7 && text[5] === 'Q') {
        const month = digits(text, 6, 7) * 3 - 2;
        return month >= 1 && month <= 10
            ? { first: dayOf(year, month, 1), last: dayOf(year, month + 2, daysInMonth(year, month + 2)) }
            : undefined;
    }
    const month = digits(text, 5, 7);
    if (!(month >= 1 && month <= 12) || (length !== 7 && (length !== 10 || text[7] !== '-'))) {
        return undefined;
    }
    const days = daysInMonth(year, month);
    if (length === 7) {
        return { first: dayOf(year, month, 1), last: dayOf(year, month, days) };
    }
    const date = digits(text, 8, 10);
    if (!(date >= 1 && date <= days)) {
        return undefined;
    }
    const day = dayOf(year, month, date);
    return { first: day, last: day };
}

/** The number that the digits of a part of a text are; not a number when one is none, or missing. */
function digits(text: string, from: number, to: number): number {
    let value = 0;
    for (let i = from; i < to; i++) {
        const digit = text.charCodeAt(i) - 48;
        value = digit >= 0 && digit <= 9 ? value * 10 + digit : Number.NaN;
    }
    return value;
}

/**
 * The day an amount after another. A month on is the same day number, or the month's last day when there is none
 * (31 January + 1 month = 28/29 February); several months are counted from the start, not step by step.
 */
export function add(day: Day, amount: Amount): Day {
    switch (amount.unit) {
        case 'days':
            return day + amount.count;
        case 'weeks':
            return day + 7 * amount.count;
        default: {
            const months = amount.count * (amount.unit === 'months' ? 1 : amount.unit === 'quarters' ? 3 : 12);
            const from = civil(day);
            const total = from.year * 12 + (from.month - 1) + months;
            const year = Math.floor(total / 12);
            const month = (((total % 12) + 12) % 12) + 1;
            return dayOf(year, month, Math.min(from.day, daysInMonth(year, month)));
        }
    }
}

/** The last day worked of something that starts on `start` and lasts an amount: six months from 1 July end on 31 December. */
export function lastDay(start: Day, amount: Amount): Day {
    return add(start, amount) - 1;
}
