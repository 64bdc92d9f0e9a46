import { describe, expect, it } from 'vitest';
import { comparePlans } from '../../../src/analysis/diff/diff.ts';
import { DEFAULT_CONFIG } from '../../../src/plan/config.ts';
import { same } from '../../../src/plan/message.ts';
import { type DiffPagePlan, renderDiffPage } from '../../../src/render/diff/diff-page.ts';
import { figuresOf, type TrendPoint } from '../../../src/render/trend/figures.ts';
import { renderTrendPage } from '../../../src/render/trend/trend-page.ts';
import { renderTrend } from '../../../src/render/trend/trend-picture.ts';
import { checkOf } from '../../support.ts';
import { structureFaults, valuesOf } from '../well-formed.ts';

const HOSTILE = '</style><script>x</script> & "kutip" \u0007';
const plan = (name: string, length: string, title = 'Bus'): string => `
masterplan kota "Kota ${HOSTILE.replaceAll('"', '\\"')}" { period 2020..2029  target f 2 by 2021 }
framework f "F" { scale 1..3 staged  aggregate mean  indicator x "X" }
opd o "O"
program ${name} "${title}" { owner o  duration ${length}  raises f.x to 2 }
program other "Lain" { owner o  after ${name}  duration 1 month }`;

function compared(base: string, head: string): DiffPagePlan {
    const [before, after] = [checkOf(base), checkOf(head)];
    return { root: 'kota', before, after, diff: comparePlans(before, after), config: DEFAULT_CONFIG };
}

function page(...plans: DiffPagePlan[]): string {
    return renderDiffPage(plans, {
        locale: 'en',
        theme: 'auto',
        baseName: same('`main`'),
        headName: same('now'),
        place: (side, at) => `${side}:${at.file}:${at.start}`,
    });
}

describe('a page of changes', () => {
    it('holds together whatever names hold, and is the same to the byte', () => {
        const made = page(
            compared(plan('bus', '6 months'), plan('bus', '9 months', '<b>Bus</b>')),
            compared('', plan('a', '1 day')),
        );
        expect(structureFaults(made.replace('<!doctype html>', ''))).toEqual([]);
        expect(made).not.toContain('<script');
        expect(page(compared(plan('bus', '6 months'), plan('bus', '9 months')))).toBe(
            page(compared(plan('bus', '6 months'), plan('bus', '9 months'))),
        );
        const ids = valuesOf(made, 'id');
        expect(new Set(ids).size, 'ids of two plans do not meet').toBe(ids.length);
    });

    it('draws the base behind what moved, also under another name, and nothing as gone that was only renamed', () => {
        const made = page(compared(plan('bus', '6 months'), plan('service-bus', '9 months')));
        expect(valuesOf(made, 'data-of').sort()).toEqual(['other', 'service-bus']);
        expect(made).not.toContain('class="sc-gone');
        expect(made).toContain('Finishes 92 days later');
    });

    it('of a plan and itself says so, and draws nothing', () => {
        const made = page(compared(plan('bus', '6 months'), plan('bus', '6 months')));
        expect(made).toContain('No difference.');
        expect(made).not.toContain('<svg');
    });
});

describe('a picture of a history', () => {
    const point = (date: string, text: string): TrendPoint => ({
        commit: '0123456789abcdef',
        date,
        subject: HOSTILE,
        ...figuresOf(checkOf(text)),
    });
    const options = { locale: 'id', theme: 'light' } as const;

    it('holds together with none, one or many versions, in days or in years', () => {
        const one = point('2024-01-05', plan('bus', '6 months'));
        const grown = [one, point('2024-03-05', plan('bus', '30 months')), point('2026-01-05', '')];
        for (const points of [[], [one], [one, one], grown.slice(0, 2), grown, Array(200).fill(one)]) {
            const svg = renderTrend(points, same(HOSTILE), options);
            expect(structureFaults(svg)).toEqual([]);
            expect(svg).not.toMatch(/NaN|Infinity|undefined|<script/);
        }
        expect(renderTrend(grown, same('Kota'), options)).toContain('>2025<');
        expect(renderTrend(grown.slice(0, 2), same('Kota'), options)).toContain('>5 Mar 2024<');
    });

    it('leaves a hole where a version has no such target', () => {
        const svg = renderTrend(
            [
                point('2024-01-05', plan('bus', '6 months')),
                point('2024-02-05', ''),
                point('2024-03-05', plan('bus', '6 months')),
            ],
            same('Kota'),
            options,
        );
        const line = /data-key="trend:2021-12-31 f 2"/.exec(svg);
        expect(line).not.toBeNull();
        const tag = svg.slice(svg.lastIndexOf('<path', line!.index), line!.index);
        expect(tag.match(/M/g)).toHaveLength(2);
    });

    it('stands in a page with every version and those left out', () => {
        const skipped = [{ commit: 'fedcba9876543210', date: '2024-02-01', subject: '', reason: same(HOSTILE) }];
        const made = renderTrendPage([point('2024-01-05', '')], skipped, same('Kota'), { locale: 'id', theme: 'auto' });
        expect(structureFaults(made.replace('<!doctype html>', ''))).toEqual([]);
        expect(made).toContain('2024-02-01 fedcba98');
        expect(made).not.toContain('<script');
    });
});
