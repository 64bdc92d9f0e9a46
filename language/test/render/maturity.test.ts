import { describe, expect, it } from 'vitest';
import { renderLevelGrid } from '../../src/render/maturity/level-grid.ts';
import { renderMaturity, renderMaturitySheets } from '../../src/render/maturity/maturity.ts';
import { checkOf } from '../support.ts';
import { DRAWN, HOSTILE, SMALL } from './fixture.ts';
import { structureFaults } from './well-formed.ts';

const light = { locale: 'en', theme: 'light' } as const;
const small = checkOf(SMALL, {}, DRAWN);

describe('maturity', () => {
    it('draws a panel for each framework', async () => {
        await expect(renderMaturity(small, light)).toMatchFileSnapshot('golden/maturity.svg');
    });

    it('draws the levels of each year', async () => {
        await expect(renderLevelGrid(small, { ...light, locale: 'id' })).toMatchFileSnapshot('golden/levels.svg');
    });

    it('shows measurements as points with their source, a fall too', () => {
        const drawn = renderMaturity(small, light);
        const points = [
            ...drawn.matchAll(/<g class="sc-actual"><title>([^<]*)<\/title><circle cx="([\d.]+)" cy="([\d.]+)"/g),
        ];
        expect(points.map((point) => point[1])).toEqual([
            '3.3 · 31 Dec 2020\nLaporan 2020',
            '3.1 · 31 Dec 2021\nLaporan 2021',
        ]);
        expect(Number(points[1]![3])).toBeGreaterThan(Number(points[0]![3]));
    });

    it('says in words what a missed target lacks', () => {
        const drawn = renderMaturity(small, light);
        expect(drawn).toContain('Tangga contoh: level 4 by 2021: missed: 1.50 then, never reached');
        expect(drawn).toContain('Kehidupan lacks 2: raised by Nomor aduan angkutan (ends only 2022)');
        expect(drawn).toContain('Tata kelola lacks 3: no program raises it');
    });

    it('does not draw a framework that the plan says nothing about', () => {
        const silent = checkOf(
            'use garuda, spbe\nmasterplan m "M" { period 2020..2022 actual garuda 3 at 2020 }',
            {},
            DRAWN,
        );
        expect(renderMaturitySheets(silent, light)).toHaveLength(1);
        expect(renderMaturity(checkOf('use garuda', {}, DRAWN), light)).toContain(
            'This plan states no level and no target yet.',
        );
        expect(renderLevelGrid(checkOf('', {}, DRAWN), light)).toContain(
            'This plan states no level and no target yet.',
        );
    });

    it('gives a framework of many indicators a chart for each domain, and a grid of those that move', () => {
        const checked = checkOf(
            'use spbe\nmasterplan m "M" { period 2020..2022 actual spbe 3.06 at 2020 }\nprogram p "P" { during 2021..2021 raises spbe.i13 to 4 }',
            {},
            DRAWN,
        );
        const charts = [...renderMaturity(checked, light).matchAll(/class="sc-part" data-key="([^"]*)"/g)].map(
            (match) => match[1],
        );
        expect(charts).toEqual(['spbe:policy', 'spbe:governance', 'spbe:management', 'spbe:services']);
        const grid = renderLevelGrid(checked, light);
        expect(grid).toContain('46 further indicators do not move and have no target');
        expect(grid).toContain('data-key="row:spbe.i13"');
        expect(grid).not.toContain('data-key="row:spbe.i01"');
    });

    it('counts at the end of a year what finished in it', () => {
        const checked = checkOf(
            'use smart-city-100\nmasterplan m "M" { period 2020..2022 target f 2 by 2021 }\n' +
                'framework f "F" { scale 1..3 staged aggregate mean indicator i "I" measures governance }\n' +
                'program p "P" { during 2021..2021 raises f.i to 2 }',
            {},
            DRAWN,
        );
        const grid = renderLevelGrid(checked, light);
        const cell = (year: number) => />([^<>]*)<\/text>/.exec(grid.slice(grid.indexOf(`data-key="f.i@${year}"`)))![1];
        expect([cell(2020), cell(2021), cell(2022)]).toEqual(['1', '2', '2']);
    });

    it('carries the caution, and keeps texts from becoming structure', () => {
        const hostile = checkOf(HOSTILE, {}, DRAWN);
        for (const drawn of [
            renderMaturity(hostile, { locale: 'id', theme: 'auto' }),
            renderLevelGrid(hostile, { locale: 'id', theme: 'dark' }),
        ]) {
            expect(structureFaults(drawn)).toEqual([]);
            expect(drawn).not.toMatch(/<script|<img|<b>|<i>/);
            expect(drawn).toContain('Simulasi perencanaan, bukan nilai resmi.');
        }
    });
});
