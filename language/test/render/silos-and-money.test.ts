import { describe, expect, it } from 'vitest';
import { renderMoney } from '../../src/render/money/money.ts';
import { moneySteps } from '../../src/render/money/steps.ts';
import { renderCoverage, renderCoverageByYear } from '../../src/render/silos/coverage.ts';
import { renderSiloMatrix } from '../../src/render/silos/matrix.ts';
import { renderSiloTrend } from '../../src/render/silos/trend.ts';
import { checkOf } from '../support.ts';
import { cityOf } from './city.ts';
import { DRAWN, HOSTILE, SMALL } from './fixture.ts';
import { structureFaults, valuesOf } from './well-formed.ts';

const light = { locale: 'en', theme: 'light' } as const;
const small = checkOf(SMALL, {}, DRAWN);
const DRAWERS = [renderSiloMatrix, renderSiloTrend, renderCoverage, renderCoverageByYear, renderMoney];

describe('silo and coverage matrices', () => {
    it('draws who is tied to whom, and who does the same', async () => {
        const drawn = renderSiloMatrix(small, light);
        await expect(drawn).toMatchFileSnapshot('golden/silos.svg');
        expect(
            valuesOf(drawn, 'data-key')
                .filter((key) => key.startsWith('silo:'))
                .sort(),
        ).toEqual(small.analysis.silos.whole.cells.map((cell) => `silo:${cell.owner}:${cell.other}`).sort());
    });

    it('draws a column a year for each figure that is watched', () => {
        const keys = valuesOf(renderSiloTrend(small, light), 'data-key');
        expect(keys.filter((key) => key.startsWith('trend:doubles:'))).toEqual(
            [2020, 2021, 2022, 2023, 2024].map((year) => `trend:doubles:${year}`),
        );
    });

    it('marks the elements that nobody works on', () => {
        const drawn = renderCoverage(small, light);
        expect(drawn.split('no program').length - 1).toBe(
            small.analysis.coverage.rows.filter((row) => row.programs.length === 0).length,
        );
        expect(valuesOf(drawn, 'data-key')).toContain('coverage:living.mobility:dishub');
        expect(valuesOf(renderCoverageByYear(small, light), 'data-key')).toContain('coverage-year:living.health:2020');
    });
});

describe('money', () => {
    it('stacks the years by fund under their ceilings', async () => {
        await expect(renderMoney(small, { ...light, locale: 'id' })).toMatchFileSnapshot('golden/money.svg');
    });

    it('draws a block for each fund and year, and crosses out an exceeded ceiling', () => {
        const drawn = renderMoney(small, light);
        expect(valuesOf(drawn, 'data-key')).toEqual([
            'money:apbd:2020',
            'money:apbd:2021',
            'money:csr:2021',
            'ceiling:2021',
        ]);
        expect(drawn).toContain('sc-exceeded');
        expect(drawn).toContain('Ceiling 2021: Rp 1 miliar\nexceeded by Rp 350 juta');
    });

    it('joins what is too small to be told apart', () => {
        const drawn = renderMoney(checkOf(cityOf(60, 20), {}, DRAWN), { ...light, by: 'opd' });
        expect(drawn).toMatch(/>1\d others</);
        expect(new Set([...drawn.matchAll(/data-key="money:([^:]*):/g)].map((match) => match[1])).size).toBe(8);
    });

    it('has round sums on its axis', () => {
        expect(moneySteps(14_370_000_000)).toEqual({ top: 15e9, marks: [0, 5e9, 10e9, 15e9] });
        expect(moneySteps(0)).toEqual({ top: 1, marks: [0, 1] });
    });
});

describe('all of them', () => {
    it('keep texts from becoming structure, and draw plans of nothing', () => {
        for (const text of [HOSTILE, '', 'opd a "A"', cityOf(5, 2)]) {
            for (const draw of DRAWERS) {
                const drawn = draw(checkOf(text, {}, DRAWN), { locale: 'id', theme: 'auto' });
                expect(structureFaults(drawn)).toEqual([]);
                expect(drawn).not.toMatch(/<script|NaN|Infinity|undefined/);
            }
        }
    });
});
