import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/rules/catalogue.ts';
import { compareMarks, examplesOf, findingsOf } from '../pages.ts';

describe.each(RULES.map((rule) => [rule.name, rule] as const))('the page of %s', (name, rule) => {
    const examples = examplesOf(rule.page);

    it('is named after its rule, in both languages, with ways out', () => {
        expect(rule.page.startsWith(`# \`${name}\`\n`)).toBe(true);
        expect(rule.page).toMatch(/^## Bahasa Indonesia$/m);
        expect(rule.page).toMatch(/^## Ways out$/m);
        expect(rule.title.en).not.toBe(rule.title.id);
    });

    it('shows the rule at work and at rest', () => {
        expect(examples.some((example) => example.marks.some((mark) => mark.includes(`[${name}]`)))).toBe(true);
        expect(examples.some((example) => !example.marks.some((mark) => mark.includes(`[${name}]`)))).toBe(true);
    });

    it.each(examples.map((example) => [example.heading, example] as const))('%s', (_, example) => {
        const { marks, silent } = findingsOf(example, name);
        expect(compareMarks(example.marks, marks)).toEqual({ missing: [], unexpected: [] });
        expect(silent).toEqual([]);
    });
});
