import { describe, expect, it } from 'vitest';
import { renderPage } from '../../src/render/page/page.ts';
import { RULES } from '../../src/rules/catalogue.ts';
import { checkOf } from '../support.ts';
import { cityOf } from './city.ts';
import { DRAWN, HOSTILE, SMALL } from './fixture.ts';
import { structureFaults, valuesOf } from './well-formed.ts';

const options = { locale: 'en', theme: 'auto', rules: RULES } as const;
const small = checkOf(SMALL, {}, DRAWN);

describe('page', () => {
    const page = renderPage(small, options);

    it('needs nothing else: no network, no script', () => {
        expect(page).toContain(
            `content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; img-src data:"`,
        );
        expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|https?:|src=| on[a-z]+="/);
    });

    it('leads only to places that it has, and has each once', () => {
        const ids = valuesOf(page, 'id');
        expect(new Set(ids).size).toBe(ids.length);
        const links = valuesOf(page, 'href');
        expect(links.length).toBeGreaterThan(10);
        expect(links.filter((link) => !ids.includes(link.slice(1)))).toEqual([]);
    });

    it('begins with what a mayor has to know', () => {
        const head = page.slice(page.indexOf('<header'), page.indexOf('</header>'));
        expect(head).toContain('This plan does not reach level 4 by 2021: it stands at 1.50 then.');
        expect(head).toContain('Behind (Tangga contoh): Tata kelola, Kehidupan.');
        expect(head).toContain('1 of 4 met');
        expect(head).toContain('Planning simulation, not an official score.');
    });

    it('has a sentence for plans without a target, and for those that meet theirs', () => {
        const verdict = (text: string) =>
            /class="sc-verdict[^>]*>([^<]*)</.exec(renderPage(checkOf(text, {}, DRAWN), options))![1];
        const reach = (by: number) =>
            `masterplan m "M" { period 2020..2022 actual f 2 at 2020 target f 2 by ${by} }
             framework f "F" { scale 1..3 staged aggregate mean indicator i "I" }`;
        expect(verdict(reach(2021))).toBe('This plan meets every target it sets.');
        expect(verdict('program p "P" { during 2020..2021 }')).toBe('This plan has 1 error.');
        expect(verdict(cityOf(200, 10).replace(/ *target .*\n/g, ''))).toMatch(
            /^\d+ times two OPDs do the same work\.$/,
        );
        expect(verdict('')).toBe('This plan has no errors. It sets no target yet.');
    });

    it('has every finding once, with place, and waived ones with their reason', () => {
        const keys = valuesOf(page, 'data-key').filter((key) => key.startsWith('finding:'));
        expect(keys.sort()).toEqual(small.findings.map((finding) => `finding:${finding.fingerprint}`).sort());
        const waived = page.slice(page.indexOf('id="waived-rule-missing-kpi"'));
        expect(waived).toContain('“Menunggu studi” — dinkes — until 31 Dec 2030');
    });

    it('names places by line and column where they are known', () => {
        const located = renderPage(small, {
            ...options,
            locate: ({ file, start }) => ({ file: `plans/${file}`, line: start, column: 7 }),
        });
        expect(located).toContain(`plans/plan.smartcity:${small.findings[0]!.at.start}:7`);
    });

    it('says in tables what the pictures say', () => {
        const rows = page.slice(page.indexOf('<section id="tables"'));
        for (const { program } of small.analysis.schedule.programs) {
            expect(rows).toContain(`<tr id="program-${program.name}">`);
        }
        expect(rows).toContain('<tr id="program-someday">');
        expect(rows).toContain('Deadline 30 Jun 2021 missed by 92 days');
    });

    it('speaks Indonesian throughout', () => {
        const inIndonesian = renderPage(small, { ...options, locale: 'id' });
        expect(inIndonesian).toContain('<html lang="id">');
        expect(inIndonesian).toContain('Rencana ini tidak mencapai tingkat 4 per 2021: baru 1,50 saat itu.');
        const text = inIndonesian
            .replace(/<style>[\s\S]*?<\/style>/g, '')
            .replace(/<code[^>]*>[^<]*<\/code>/g, '')
            .replace(/<[^>]*>/g, ' ');
        const english = /\b(missed|by 20|finding|error|warning|waits for|unscheduled|Evidence|Money|Roadmap|years?)\b/g;
        expect(text.match(english)).toBeNull();
    });

    it('keeps every text of a plan from becoming structure', () => {
        for (const locale of ['en', 'id'] as const) {
            const drawn = renderPage(checkOf(HOSTILE, {}, DRAWN), { ...options, locale });
            expect(
                structureFaults(drawn.replace('<!doctype html>', '').replace(/<(meta|col|br)([^>]*)>/g, '<$1$2>')),
            ).toEqual([]);
            expect(drawn).not.toMatch(/<script|<img|<b>bold|<i>band| onclick="| onload="| onmouseover="/);
            expect(drawn.split('</title>').length).toBe(drawn.split('<title>').length);
        }
    });

    it('is the same twice, and in one colour when asked', () => {
        expect(renderPage(checkOf(SMALL, {}, DRAWN), options)).toBe(page);
        const dark = renderPage(small, { ...options, theme: 'dark' });
        expect(dark).toContain('<meta name="color-scheme" content="dark"/>');
        expect(dark).not.toContain('var(--sc-');
        expect(page).toContain('prefers-color-scheme:dark');
    });

    it('stands for a plan of nothing and for one of 500 programs', () => {
        expect(renderPage(checkOf('', {}, DRAWN), options)).toContain('<h1>Smart-city masterplan</h1>');
        const large = renderPage(checkOf(cityOf(500, 40), {}, DRAWN), options);
        expect(large.length).toBeLessThan(6_000_000);
        expect(large).toContain('more: smartcity check lists them all.');
    });
});
