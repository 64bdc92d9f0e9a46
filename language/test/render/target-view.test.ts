import { describe, expect, it } from 'vitest';
import { valueBy, viewTargets } from '../../src/render/target-view.ts';
import { showMean } from '../../src/render/words.ts';
import { checkOf, day } from '../support.ts';
import { DRAWN, SMALL } from './fixture.ts';

describe('value by a day', () => {
    const steps = (causes: string[]) => [
        { date: day('2020'), value: 3, causes: [] },
        { date: day('2022-01-01'), value: 4, causes },
    ];

    it('counts a program that finished on the last day of the year', () => {
        expect(valueBy(steps(['city-fibre']), day('2021-12-31'))).toBe(4);
        expect(valueBy(steps(['city-fibre']), day('2021-12-30'))).toBe(3);
    });

    it('does not count a measurement or a lapse of the next day', () => {
        expect(valueBy(steps(['actual']), day('2021-12-31'))).toBe(3);
        const falls = [
            { date: day('2020'), value: 3, causes: ['a'] },
            { date: day('2022-01-01'), value: 2, causes: ['b'] },
        ];
        expect(valueBy(falls, day('2021-12-31'))).toBe(3);
        expect(valueBy(steps([]), day('2019-12-31'))).toBeUndefined();
    });
});

describe('targets in words', () => {
    it('says what was wanted, what is reached and what is missed, by date', () => {
        const views = viewTargets(checkOf(SMALL, {}, DRAWN), 'en');
        expect(
            views.map((view) => `${view.met ? 'met' : 'missed'} | ${view.what} | ${view.outcome}`),
        ).toMatchInlineSnapshot(`
          [
            "missed | Tangga contoh: level 4 by 2021 | missed: 1.50 then, never reached",
            "missed | Tangga contoh, Kehidupan: level 4 by 2022 | missed: 1 then, never reached",
            "met | no duplicate-service by 2022 | met",
            "missed | Indeks contoh: 3.5 by 2023 | missed: 3.40 then, never reached",
          ]
        `);
    });

    it('uses the decimal sign of the language', () => {
        expect(showMean(3.3149999999999995, 'id')).toBe('3,32');
        expect(showMean(3.3147, 'en')).toBe('3.31');
        expect(viewTargets(checkOf(SMALL, {}, DRAWN), 'id').map((view) => view.brief)).toContain('index 3,5: meleset');
    });
});
