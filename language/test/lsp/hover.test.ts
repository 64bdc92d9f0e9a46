import { describe, expect, test } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver-types';
import { hover } from '../../src/lsp/hover.ts';
import type { Locale } from '../../src/plan/message.ts';
import { escapeMarkdown } from '../../src/render/markdown.ts';
import { CURSOR, viewAt } from './view.ts';

const CITY = `use smart-city-100, garuda, spbe, funds
masterplan kediri "Kediri" { period 2020..2022 actual garuda 3 at 2019 target spbe 3 by 2021 }
opd dishub "Dinas <b>Perhubungan</b> | [x](http://x)"
program fibre "Serat" {
    owner dishub
    start 2020-Q3
    duration 6 months
    finish by 2020-Q3
    budget 2020 Rp 850 juta from apbd
    raises garuda.governance to 4
}
program later "Sesudahnya" {
    owner dishub
    after fibre + 1 month
    duration 2 months
}
waive missing-kpi for later because "x" by dishub until 2021
`;

/** What is shown at the beginning of a word in the city, and the words it is shown for. */
function at(before: string, word: string, locale: Locale = 'en', isMarkdown = true): { text: string; over: string } {
    const marked = CITY.replace(`${before}${word}`, `${before}${CURSOR}${word}`);
    const { view, offset } = viewAt(marked, { locale });
    const found = hover(view, offset, isMarkdown);
    const { start, end } = found!.range!;
    return {
        text: (found!.contents as MarkupContent).value,
        over: view.lines.text.split('\n')[start.line]!.slice(start.character, end.character),
    };
}

describe('a card', () => {
    test('of a program: owner, days, money, deadline missed, what it raises', () => {
        const { text, over } = at('program ', 'fibre');
        expect(over).toBe('fibre');
        expect(text).toMatch(/^`fibre` \*\*Serat\*\* · program/);
        expect(text).toContain('1 July 2020 – 31 December 2020');
        expect(text).toContain('Money: 2020 Rp 850 juta apbd');
        expect(text).toContain('`garuda.governance` 4: 3 → 4, 1 January 2021');
        expect(text).toContain('error `misses-deadline`');
    });

    test('of what a program waits for, and why', () => {
        const { text } = at('program ', 'later');
        expect(text).toContain('Waits for: Serat (`fibre`) · lets it start on 1 February 2021');
        expect(text).toContain('**Why**');
        expect(text.split('**Why**')[1]).toContain('`fibre`');
    });

    test('in Indonesian', () => {
        const { text } = at('program ', 'later', 'id');
        expect(text).toContain('Menunggu: Serat (`fibre`) · dapat mulai 1 Februari 2021');
        expect(text).toContain('**Mengapa**');
    });

    test('of a level line: course, levels and that it is a simulation', () => {
        const { text, over } = at('raises garuda.', 'governance');
        expect(over).toBe('governance');
        expect(text).toContain('Course: 3 2019-12-31 → 4 2021-01-01');
        expect(text).toContain('Planning simulation, not an official score.');
    });

    test('shows titles as they are, whatever is in them', () => {
        const { text } = at('owner ', 'dishub');
        expect(text).toContain('Dinas &lt;b&gt;Perhubungan&lt;/b&gt; \\| \\[x\\](http:\u2060//x)');
        expect(at('owner ', 'dishub', 'en', false).text).toContain('Dinas <b>Perhubungan</b> | [x](http://x)');
    });
});

test('dates mean a first or a last day', () => {
    expect(at('start ', '2020-Q3')).toEqual({ text: '2020-Q3 as a start: 1 July 2020', over: '2020-Q3' });
    expect(at('finish by ', '2020-Q3').text).toBe('2020-Q3 as an end: 30 September 2020');
    expect(at('period 2020..', '2022').text).toBe('2022 as an end: 31 December 2022');
    expect(at('period ', '2020').text).toBe('2020 as a start: 1 January 2020');
    expect(at('until ', '2021', 'id').text).toBe('2021 sebagai akhir: 31 Desember 2021');
    expect(at('budget ', '2020').text).toBe('2020: 1 January 2020 – 31 December 2020');
});

test('a rule says what it finds, in either language', () => {
    expect(at('waive ', 'missing-kpi').text).toMatch(/^`missing-kpi` \*\*/);
    expect(at('waive ', 'missing-kpi').text).not.toContain('```');
    expect(at('waive ', 'missing-kpi', 'id').text).not.toBe(at('waive ', 'missing-kpi').text);
});

test('a level names its framework, its words and its band', () => {
    expect(at('to ', '4').text).toContain('(`garuda`)');
    expect(at('target spbe ', '3').text).toMatch(/\(`spbe`\)[\s\S]*Band: /);
});

test('keywords and libraries', () => {
    expect(at('    ', 'owner').text.length).toBeGreaterThan(10);
    expect(at('', 'opd').text).not.toBe(at('', 'opd', 'id').text);
    expect(at('use smart-city-100, ', 'garuda').text).toContain('built-in library');
});

test('nothing where nothing stands', () => {
    const { view, offset } = viewAt('opd a "x <|> y"\n');
    expect(hover(view, offset, true)).toBeNull();
});

test.each([
    ['a `code` *b*', 'a `code` \\*b\\*'],
    ['a ` b', 'a \\` b'],
    // What looks like an empty code and the beginning of another one is none to Markdown.
    ['a ``` <b> `', 'a \\`\\`` <b> `'],
    ['2.16.01 and 3) that', '2\\.16.01 and 3) that'],
    ['- a\n# b', '\\- a \\# b'],
    ['<img src=x> & ![y](z)', '&lt;img src=x&gt; &amp; \\!\\[y\\](z)'],
])('%j means nothing as Markdown', (text, wanted) => {
    expect(escapeMarkdown(text)).toBe(wanted);
});

describe('what a declaration is tied to', () => {
    const TIES = `use smart-city-100, funds
audience residents "Warga"
audience nobodys "Lain"
opd dishub "Dishub"
service parking "Parkir" { owner dishub serves residents }
driver toll "Tol" {
    from 2024
    impact negative living.mobility "Antrean"
    impact positive economy.industry
}
obstacle staff "SDM" { raised-by dishub }
program signs "Rambu" {
    owner dishub
    element living.mobility
    serves residents
    start 2021
    responds-to toll
    resolves staff
    budget 2021 Rp 1 miliar from apbd
    budget 2022 Rp 500 juta from apbd
    kpi queue "Antrean" unit "menit" from 30 to 20 by 2021 to 10
    activity design "Rancangan" { duration 2 months }
}
program gone "Batal" { owner dishub element living.mobility resolves staff cancelled }
scenario late "Terlambat" { delay signs by 2 months drop gone }
`;

    test.each([
        ['driver ', 'From: 1 January 2024', 'Bad for: `living.mobility` Antrean · Rambu (`signs`)', 'nobody yet'],
        ['obstacle ', 'Raised by: Dishub (`dishub`)', 'Resolved by: Rambu (`signs`)\n'],
        ['audience ', 'Served by: Parkir (`parking`), Rambu (`signs`)'],
        ['audience residents "Warga"\naudience ', 'Served by: nobody yet'],
        ['from ap', 'Pays: Rp 1.5 miliar · Rambu (`signs`)'],
        ['element living.', 'Programs: Rambu (`signs`)'],
        ['element liv', 'Programs: Rambu (`signs`)'],
        ['kpi ', 'Aim: 30 → 20 (2021) → 10 menit', 'Program: Rambu (`signs`)'],
        ['activity ', 'When: 1 January 2021 – 28 February 2021', 'Program: Rambu (`signs`)'],
        ['scenario ', 'Delays: Rambu (`signs`)', 'Drops: Batal (`gone`)'],
    ])('%j', (before, ...said) => {
        const at = TIES.indexOf(before) + before.length;
        const { view, offset } = viewAt(`${TIES.slice(0, at)}${CURSOR}${TIES.slice(at)}`);
        const { value } = hover(view, offset, true)!.contents as MarkupContent;
        for (const words of said) {
            expect(`${value}\n`).toContain(words);
        }
    });

    test('of many the first by name are told, and how many more there are', () => {
        const names = ['g', 'b', 'e', 'a', 'f', 'c', 'd', 'h'];
        const programs = names.map((name) => `program ${name} "" { serves residents }\n`).join('');
        const { view, offset } = viewAt(`${programs}audience ${CURSOR}residents "Warga"\n`);
        const { value } = hover(view, offset, true)!.contents as MarkupContent;
        expect(value).toContain('Served by: `a`, `b`, `c`, `d`, `e`, … +3');
    });
});
