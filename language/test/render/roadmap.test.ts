import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/plan/calendar.ts';
import type { GroupBy } from '../../src/render/roadmap/grouping.ts';
import { renderRoadmap, renderRoadmapSheets } from '../../src/render/roadmap/roadmap.ts';
import { checkOf, planOf } from '../support.ts';
import { cityOf } from './city.ts';
import { DRAWN, HOSTILE, SMALL } from './fixture.ts';
import { structureFaults, valuesOf } from './well-formed.ts';

const light = { locale: 'en', theme: 'light' } as const;
const small = checkOf(SMALL, {}, DRAWN);

describe('roadmap', () => {
    it('draws a small plan', async () => {
        await expect(renderRoadmap(small, light)).toMatchFileSnapshot('golden/roadmap.svg');
    });

    it('draws it by OPD, in Indonesian, on a narrow dark ground', async () => {
        const drawn = renderRoadmap(small, { locale: 'id', theme: 'dark', groupBy: 'opd', width: 700 });
        await expect(drawn).toMatchFileSnapshot('golden/roadmap-opd.svg');
    });

    it('shows each program as a bar with its key and its place', () => {
        const drawn = renderRoadmap(small, light);
        const plan = planOf(SMALL);
        for (const { name, whole } of plan.programs.filter((program) => program.name !== 'someday')) {
            const place = `data-key="${name}" data-file="plan.smartcity" data-start="${whole.start}" data-end="${whole.end}"`;
            expect(drawn.split(place)).toHaveLength(2);
        }
        expect(valuesOf(drawn, 'data-key')).toContain('complaint-room.design');
    });

    it('tells states apart by class, and by more than colour', () => {
        const drawn = renderRoadmap(small, light);
        const rowOf = (name: string) => drawn.slice(drawn.indexOf(`data-row="${name}"`)).split('<g class="sc-row"')[0]!;
        const barOf = (name: string) => /class="(sc-bar[^"]*)"/.exec(rowOf(name))![1]!;
        expect(barOf('city-fibre')).toContain('sc-finished');
        expect(rowOf('city-fibre')).toContain('sc-tick');
        expect(barOf('complaint-room')).toContain('sc-started');
        expect(rowOf('complaint-room')).toContain('sc-star');
        expect(rowOf('complaint-room')).toContain('+92 days');
        expect(rowOf('clinic')).toContain('sc-slack');
        expect(barOf('hotline')).toContain('sc-planned');
    });

    it('draws waits as lines, and one that is not kept as broken', () => {
        const drawn = renderRoadmap(small, light);
        expect(
            valuesOf(drawn, 'data-from')
                .map((from, index) => `${from}>${valuesOf(drawn, 'data-to')[index]}`)
                .sort(),
        ).toEqual(['city-fibre>complaint-room', 'complaint-room>clinic', 'complaint-room>early']);
        expect(drawn).toMatch(/class="sc-link sc-broken[^"]*" data-key="complaint-room&gt;early"/);
    });

    it('lists what has no dates, with the reason', () => {
        const drawn = renderRoadmap(small, light);
        expect(drawn).toContain('Unscheduled (1)');
        expect(drawn).toContain('Angkutan pengumpan<tspan class="sc-owner"> dishub, no duration</tspan>');
    });

    it('keeps texts from becoming structure', () => {
        const hostile = checkOf(HOSTILE, {}, DRAWN);
        for (const groupBy of ['dimension', 'opd', 'horizon', 'fund'] as GroupBy[]) {
            const drawn = renderRoadmap(hostile, { locale: 'id', theme: 'auto', groupBy });
            expect(structureFaults(drawn)).toEqual([]);
            expect(drawn).not.toMatch(/<script|onload=|onclick="|onmouseover="/);
        }
    });

    it('is the same whatever the files are called and in whichever order they come', () => {
        const parts = SMALL.split(/\n(?=program )/);
        const forward = Object.fromEntries(parts.map((text, index) => [`${index}.smartcity`, text]));
        const backward = Object.fromEntries(parts.map((text, index) => [`${99 - index}.smartcity`, text]).reverse());
        const draw = (files: Record<string, string>) =>
            renderRoadmap(checkOf(files, {}, DRAWN), light).replace(/data-(file|start|end)="[^"]*"/g, '');
        expect(draw(forward)).toBe(draw(backward));
    });

    it('draws plans of no program, of one day, and of a slip of the pen', () => {
        for (const text of [
            '',
            'masterplan m "M" { period 2020..2020 }',
            'program p "P" { during 2020-01-01..2020-01-01 }',
            'masterplan m "M" { period 2020..2021 } program p "P" { during 2020..9999 } program q "Q" { during 0001..2020 }',
            'program p "" { during 2020..9999 }',
        ]) {
            const drawn = renderRoadmap(checkOf(text, {}, DRAWN), light);
            expect(structureFaults(drawn)).toEqual([]);
            expect(drawn).not.toMatch(/NaN|Infinity|undefined/);
        }
    });

    it('marks the day of the run, unless it lies outside', () => {
        expect(renderRoadmap(small, light)).toContain('today 15 Aug 2021');
        expect(renderRoadmap(small, { ...light, today: dayOf(2031, 1, 1) })).not.toContain('today 1 Jan');
    });
});

describe('roadmap in sheets', () => {
    it('is one sheet for a small plan', () => {
        expect(renderRoadmapSheets(small, light)).toHaveLength(1);
    });

    it('spreads 500 programs over sheets that each fit a page, every program once', () => {
        const checked = checkOf(cityOf(500, 40), {}, DRAWN);
        const sheets = renderRoadmapSheets(checked, light);
        expect(sheets.length).toBeGreaterThan(10);
        for (const sheet of sheets) {
            expect(structureFaults(sheet)).toEqual([]);
            const [, , width, height] = /viewBox="(\d+) (\d+) (\d+) (\d+)"/.exec(sheet)!.slice(1).map(Number);
            // A4 across, less its margins, is 275 by 188 millimetres.
            expect(height! / width!).toBeLessThan(188 / 275);
        }
        const bars = sheets
            .flatMap((sheet) => [...sheet.matchAll(/class="sc-bar[^"]*" data-key="([^"]+)"/g)])
            .map((match) => match[1]!);
        expect(bars.sort()).toEqual(checked.analysis.schedule.programs.map(({ program }) => program.name).sort());
    });
});
