import { describe, expect, it } from 'vitest';
import { renderMaturity } from '../../src/render/maturity/maturity.ts';
import { renderPage } from '../../src/render/page/page.ts';
import { renderRoadmap, renderRoadmapSheets } from '../../src/render/roadmap/roadmap.ts';
import { RULES } from '../../src/rules/catalogue.ts';
import { type Checked, check } from '../../src/rules/check.ts';
import { day, planOf } from '../support.ts';
import { cityOf } from './city.ts';
import { DRAWN, SMALL } from './fixture.ts';
import { structureFaults, valuesOf } from './well-formed.ts';

const WHAT_IF = `
program hall "Balai kota" { owner dinkes  element living.harmony  duration 18..28..40 months  raises ladder.living to 3 }
program ring "Jalan lingkar" { owner dishub  element living.mobility  after hall  duration 3 months  raises ladder.living to 4 }
scenario late "Balai <terlambat>" { delay hall by 12 months  drop hotline }
`;

function played(text: string, scenario: string): { readonly base: Checked; readonly checked: Checked } {
    const plan = planOf(text);
    const found = plan.scenarios.find(({ name }) => name === scenario)!;
    return { base: check(plan, DRAWN), checked: check(plan, DRAWN, { scenario: found }) };
}

const { base, checked } = played(SMALL + WHAT_IF, 'late');
const light = { locale: 'en', theme: 'light' } as const;
const beside = { ...light, base };
const unsure = { ...light, uncertainty: base.analysis.uncertainty };

describe('a scenario on the roadmap', () => {
    it('stands beside the plan', async () => {
        await expect(renderRoadmap(checked, beside)).toMatchFileSnapshot('golden/roadmap-scenario.svg');
    });

    it('has a ghost for what moved and for what is left out, and for nothing else', () => {
        const drawn = renderRoadmap(checked, beside);
        expect(structureFaults(drawn)).toEqual([]);
        expect(valuesOf(drawn, 'data-of').sort()).toEqual(['hall', 'hotline', 'ring']);
        expect(drawn).toContain('what if: Balai &lt;terlambat&gt;');
        expect(drawn).toMatch(/Finishes 36[56] days later/);
        expect(valuesOf(drawn, 'data-row')).toContain('hotline');
        expect(valuesOf(drawn, 'data-key')).not.toContain('hotline');
        expect(drawn).toContain('as planned');
        expect(drawn).toContain('left out');
    });

    it('calls the other plan what it is told to', () => {
        expect(renderRoadmap(checked, { ...beside, baseName: { en: 'last week', id: 'pekan lalu' } })).toContain(
            'last week',
        );
    });

    it('has no ghost where nothing differs', () => {
        const drawn = renderRoadmap(base, beside);
        expect(drawn).not.toMatch(/class="sc-ghost"|as planned/);
    });

    it('has every program once, left out or not, on sheets of paper too', () => {
        const { base: before, checked: after } = played(
            `${cityOf(300, 20)}\nscenario less "Kurang" { drop p-3, p-4, p-5 }`.replaceAll('p-', 'p'),
            'less',
        );
        const rows = renderRoadmapSheets(after, { ...light, base: before }).flatMap((sheet) =>
            valuesOf(sheet, 'data-row'),
        );
        expect(rows.sort()).toEqual(before.analysis.schedule.programs.map(({ program }) => program.name).sort());
    });
});

describe('a scenario in the maturity', () => {
    it('has the line of the plan dashed behind it, with its name', async () => {
        const drawn = renderMaturity(checked, beside);
        await expect(drawn).toMatchFileSnapshot('golden/maturity-scenario.svg');
        expect(drawn.split('class="sc-before"').length - 1).toBe(3);
        expect(drawn).toContain('as planned');
        expect(renderMaturity(base, beside)).not.toContain('class="sc-before"');
    });
});

describe('a scenario on the page', () => {
    const options = { ...beside, theme: 'auto', rules: RULES } as const;

    it('is told first, with what follows, and led to', () => {
        const page = renderPage(checked, options);
        const head = page.slice(page.indexOf('<header'), page.indexOf('</header>'));
        expect(head).toMatch(
            /What if: Balai &lt;terlambat&gt;<\/a> 1 target lost · 2 programs moved · 1 program left out · \d+ findings? new/,
        );
        expect(head).toContain('<a href="#scenario">What if</a>');
        const table = page.slice(page.indexOf('class="sc-consequences"'), page.indexOf('<section id="findings"'));
        expect(table).toContain('Time (2)');
        expect(table).toMatch(/<code[^>]*>hall<\/code> (comes|starts) 36[56] days later/);
        const ids = valuesOf(page, 'id');
        expect(valuesOf(page, 'href').filter((link) => !ids.includes(link.slice(1)))).toEqual([]);
    });

    it('is not there when none is played', () => {
        expect(renderPage(base, { ...options, base: undefined })).not.toContain('What if');
    });

    it('speaks Indonesian throughout', () => {
        const page = renderPage(checked, { ...options, uncertainty: checked.analysis.uncertainty, locale: 'id' });
        const text = page
            .replace(/<style>[\s\S]*?<\/style>/g, '')
            .replace(/<code[^>]*>[^<]*<\/code>/g, '')
            .replace(/<[^>]*>/g, ' ');
        expect(
            text.match(/\b(what if|as planned|left out|later|earlier|runs?|decided?|nine times|sure)\b/gi),
        ).toBeNull();
        expect(text).toContain('menurut rencana');
    });
});

describe('uncertain durations', () => {
    it('are whiskers on the bars of what is uncertain, explained', async () => {
        const drawn = renderRoadmap(base, unsure);
        await expect(drawn).toMatchFileSnapshot('golden/roadmap-uncertain.svg');
        // Three bars, and one sample in the legend.
        expect(drawn.split('class="sc-spread"').length - 1).toBe(4);
        expect(drawn).toContain('done by then in 1, 5, 9 of 10 cases');
        expect(drawn).toMatch(/Nine times out of ten done by \d+ \w+ 20\d\d, half the time by/);
        expect(renderRoadmap(base, light)).not.toContain('class="sc-spread"');
    });

    it('are a curve and a ranking for each target that they make unsure', async () => {
        const drawn = renderMaturity(base, unsure);
        await expect(drawn).toMatchFileSnapshot('golden/maturity-uncertain.svg');
        expect(structureFaults(drawn)).toEqual([]);
        expect(drawn).toContain('How sure? Share of 1000 runs that meet the target');
        expect(valuesOf(drawn, 'data-key').filter((key) => key.startsWith('certainty:'))).toEqual([
            `certainty:target:ladder.living:4:${day('2022-12-31')}`,
        ]);
        expect(valuesOf(drawn, 'data-key')).toContain('decider:hall');
    });

    it('are told in the tables of the page', () => {
        const page = renderPage(base, { ...unsure, theme: 'auto', rules: RULES });
        expect(page).toContain('<th scope="col">How sure</th>');
        expect(page).toMatch(/Decided by Balai kota \d+%/);
        expect(renderPage(base, { ...light, rules: RULES })).not.toContain('How sure');
    });
});
