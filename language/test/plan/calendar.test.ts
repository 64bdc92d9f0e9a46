import { describe, expect, it } from 'vitest';
import {
    add,
    civil,
    dayOf,
    daysInMonth,
    isoDate,
    lastDay,
    parseDate,
    unitOf,
    yearOf,
} from '../../src/plan/calendar.ts';
import { day } from '../support.ts';

describe('days', () => {
    it('count from 1970, through leap years and centuries', () => {
        expect(dayOf(1970, 1, 1)).toBe(0);
        expect(dayOf(2000, 3, 1) - dayOf(2000, 2, 28)).toBe(2);
        expect(dayOf(1900, 3, 1) - dayOf(1900, 2, 28)).toBe(1);
        expect(dayOf(2020, 1, 1)).toBe(Date.UTC(2020, 0, 1) / 86_400_000);
    });

    it('and their dates are one and the same', () => {
        for (let each = dayOf(1, 1, 1); each < dayOf(2500, 1, 1); each += 97) {
            const { year, month, day: date } = civil(each);
            expect(dayOf(year, month, date)).toBe(each);
            expect(daysInMonth(year, month)).toBeGreaterThanOrEqual(date);
        }
        for (let each = dayOf(2019, 12, 1); each < dayOf(2021, 3, 1); each++) {
            expect(isoDate(each)).toBe(new Date(each * 86_400_000).toISOString().slice(0, 10));
            expect(yearOf(each)).toBe(new Date(each * 86_400_000).getUTCFullYear());
        }
    });
});

describe('written dates', () => {
    it.each([
        ['2019', '2019-01-01', '2019-12-31'],
        ['2019-Q3', '2019-07-01', '2019-09-30'],
        ['2019-07', '2019-07-01', '2019-07-31'],
        ['2019-07-09', '2019-07-09', '2019-07-09'],
        ['2020-02', '2020-02-01', '2020-02-29'],
        ['2019-02', '2019-02-01', '2019-02-28'],
        ['2019-12', '2019-12-01', '2019-12-31'],
        ['0001', '0001-01-01', '0001-12-31'],
    ])('%s names a span of days', (text, first, last) => {
        const span = parseDate(text)!;
        expect([isoDate(span.first), isoDate(span.last)]).toEqual([first, last]);
    });

    it.each([
        '',
        '19',
        '2019-',
        '2019-13',
        '2019-0',
        '2019-1',
        '2019-02-29',
        '2019-04-31',
        '2019-Q5',
        '2019-Q',
        '2019-07-9',
        '2019-07-09-1',
        ' 2019',
        '2019 ',
        '２０１９',
    ])('%j is none', (text) => {
        expect(parseDate(text)).toBeUndefined();
    });
});

describe('an amount of time on', () => {
    it.each([
        ['2021-01-31', 1, 'months', '2021-02-28'],
        ['2020-01-31', 1, 'months', '2020-02-29'],
        ['2020-01-31', 2, 'months', '2020-03-31'],
        ['2020-02-29', 1, 'years', '2021-02-28'],
        ['2020-02-29', 4, 'years', '2024-02-29'],
        ['2020-11-30', 1, 'quarters', '2021-02-28'],
        ['2020-12-31', 1, 'days', '2021-01-01'],
        ['2020-12-31', 2, 'weeks', '2021-01-14'],
        ['2020-07-15', 0, 'months', '2020-07-15'],
        ['2020-12-01', 1, 'months', '2021-01-01'],
        ['2020-03-31', -1, 'months', '2020-02-29'],
        ['2020-01-31', -2, 'months', '2019-11-30'],
    ] as const)('%s + %i %s', (from, count, unit, to) => {
        expect(isoDate(add(day(from), { count, unit }))).toBe(to);
    });

    it('is counted from the start, not step by step', () => {
        const start = day('2020-01-31');
        const step = { count: 1, unit: 'months' } as const;
        expect(isoDate(add(start, { count: 2, unit: 'months' }))).toBe('2020-03-31');
        expect(isoDate(add(add(start, step), step))).toBe('2020-03-29');
    });

    it('ends on the day before', () => {
        expect(isoDate(lastDay(day('2020-07-01'), { count: 6, unit: 'months' }))).toBe('2020-12-31');
        expect(isoDate(lastDay(day('2020-07-01'), { count: 1, unit: 'days' }))).toBe('2020-07-01');
    });
});

it('units are known in both numbers, and nothing else is one', () => {
    expect(
        ['day', 'days', 'week', 'weeks', 'month', 'months', 'quarter', 'quarters', 'year', 'years'].map(unitOf),
    ).toEqual(['days', 'days', 'weeks', 'weeks', 'months', 'months', 'quarters', 'quarters', 'years', 'years']);
    expect(['', 'Months', 'bulan', 'constructor', '__proto__', 'toString'].map(unitOf)).toEqual(
        Array.from({ length: 6 }, () => undefined),
    );
});
