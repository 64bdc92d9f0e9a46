import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULES } from '../src/rules/catalogue.ts';
import { rulesIndex } from '../src/rules/index-page.ts';
import { allKeywords } from '../src/syntax/structure.ts';
import { compareMarks, examplesOf, findingsOf } from './pages.ts';
import { textOf } from './support.ts';

describe('docs/rules.md', () => {
    it('is what the rules say', async () => {
        await expect(rulesIndex()).toMatchFileSnapshot('../../docs/rules.md');
    });

    it('links to the page of every rule', () => {
        const links = [...rulesIndex().matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link!);
        expect(links).toHaveLength(RULES.length);
        for (const link of links) {
            expect(existsSync(new URL(`../../docs/${link}`, import.meta.url)), link).toBe(true);
        }
    });
});

describe.each(['README.md', 'seeds/README.md', 'docs/architecture.md', 'docs/diff-and-trend.md'])('%s', (file) => {
    it('shows only plans that can be read as they stand', () => {
        for (const example of examplesOf(textOf(file))) {
            expect(compareMarks(example.marks, findingsOf(example, '').marks)).toEqual({ missing: [], unexpected: [] });
        }
    });
});

describe('docs/language.md', () => {
    const page = textOf('docs/language.md');

    it.each(examplesOf(page).map((example) => [example.heading, example] as const))(
        'is read as it says: %s',
        (_, example) => {
            const { marks } = findingsOf(example, '');
            expect(compareMarks(example.marks, marks)).toEqual({ missing: [], unexpected: [] });
        },
    );

    it('has every keyword, in a sentence and in an example', () => {
        const fences = [...page.matchAll(/^```smartcity[^\n]*\n([\s\S]*?)^```/gm)].map(([, body]) => body!).join('\n');
        const prose = page.replace(/^```[\s\S]*?^```/gm, '');
        const inCode = new Set([...prose.matchAll(/`([^`]+)`/g)].flatMap(([, code]) => code!.split(/[^a-z-]+/)));
        const inFences = new Set(fences.split(/[^a-z-]+/));
        expect(allKeywords().filter((keyword) => !inCode.has(keyword))).toEqual([]);
        expect(allKeywords().filter((keyword) => !inFences.has(keyword))).toEqual([]);
    });
});
