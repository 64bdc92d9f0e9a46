import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/plan/calendar.ts';
import { axisOver, horizonsFrom, quarterTicks, yearTicks } from '../../src/render/axis.ts';
import { day } from '../support.ts';

describe('axis', () => {
    it('covers whole years and puts days outside on its ends', () => {
        const axis = axisOver(day('2020-05-03'), day('2021-02-01'), 100, 831);
        expect([isoDate(axis.first), isoDate(axis.last)]).toEqual(['2020-01-01', '2021-12-31']);
        expect(axis.x(day('2020-01-01'))).toBe(100);
        expect(axis.x(day('2020-01-02'))).toBe(101);
        expect(axis.x(day('2022-01-01'))).toBe(831);
        expect([axis.x(day('1990')), axis.x(day('2050'))]).toEqual([100, 831]);
    });

    it('names years and quarters as far as there is room', () => {
        const wide = axisOver(day('2020'), day('2021-12-31'), 0, 731);
        expect(yearTicks(wide).map((tick) => tick.label)).toEqual(['2020', '2021']);
        expect(quarterTicks(wide)).toHaveLength(8);
        const narrow = axisOver(day('2000'), day('2099-12-31'), 0, 731);
        expect(yearTicks(narrow).map((tick) => tick.label)).toEqual([
            '2000',
            '2005',
            '2010',
            '2015',
            '2020',
            '2025',
            '2030',
            '2035',
            '2040',
            '2045',
            '2050',
            '2055',
            '2060',
            '2065',
            '2070',
            '2075',
            '2080',
            '2085',
            '2090',
            '2095',
        ]);
        expect(quarterTicks(narrow)).toEqual([]);
    });

    it('counts the horizons of one, five and ten years from the first day of the plan', () => {
        const spans = horizonsFrom(day('2020-07-01')).map(
            ({ key, first, last }) => `${key} ${isoDate(first)} ${isoDate(last)}`,
        );
        expect(spans).toEqual([
            'short 2020-07-01 2021-06-30',
            'medium 2021-07-01 2025-06-30',
            'long 2025-07-01 2030-06-30',
        ]);
    });
});
