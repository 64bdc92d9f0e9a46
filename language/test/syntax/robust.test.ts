import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { splitChunks } from '../../src/syntax/chunks.ts';
import { parseTokens, words } from '../../src/syntax/parser.ts';
import { repair } from '../../src/syntax/repair.ts';
import { textOf } from '../support.ts';
import { fixture, read } from './reading.ts';

/** Every text there is: the fixtures, the examples and the libraries. */
const TEXTS: ReadonlyMap<string, string> = new Map([
    ['everything', fixture('everything')],
    ['library', fixture('library')],
    ...['examples', 'seeds'].flatMap((folder) =>
        readdirSync(new URL(`../../../${folder}`, import.meta.url), { recursive: true })
            .map((file) => `${folder}/${String(file).replaceAll('\\', '/')}`)
            .filter((file) => file.endsWith('.smartcity'))
            .sort()
            .map((file) => [file, textOf(file)] as const),
    ),
]);

/** Pseudo-random numbers from 0 up to 1, the same each time (Numerical Recipes' linear congruential generator). */
function randomNumbers(seed: number): () => number {
    let state = seed;
    return () => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return state / 2 ** 32;
    };
}

function syntaxErrors(text: string): number {
    return read(text).problems.filter(({ rule }) => rule === 'syntax-error').length;
}

describe.each([...TEXTS])('%s', (_, text) => {
    it('is read without a problem', () => {
        expect(read(text).problems).toEqual([]);
    });

    it('is cut into chunks that join to it, each of few declarations', () => {
        const chunks = splitChunks(text);
        expect(chunks.map((chunk) => chunk.text).join('')).toBe(text);
        expect(chunks.map(({ start }) => text.slice(start, start + 1))).toEqual(
            chunks.map((chunk) => chunk.text.slice(0, 1)),
        );
        expect(chunks.length).toBeGreaterThanOrEqual(read(text).declarations.length);
    });

    it('can be read up to any place', () => {
        const step = Math.max(1, Math.floor(text.length / 60));
        for (let end = 0; end < text.length; end += step) {
            const { problems, declarations } = read(text.slice(0, end));
            // One clause is cut through, and perhaps a block.
            expect(problems.filter(({ rule }) => rule === 'syntax-error').length).toBeLessThanOrEqual(2);
            expect(declarations.length).toBeLessThanOrEqual(read(text).declarations.length);
        }
    });
});

describe.each(['everything', 'library'] as const)('every word of the file %s', (name) => {
    const text = fixture(name);
    const tokens = words().read(text).tokens;

    it('may be left out: that is one broken place at most', () => {
        for (const { startOffset, endOffset } of tokens) {
            const broken = text.slice(0, startOffset) + text.slice(endOffset! + 1);
            expect(
                syntaxErrors(broken),
                broken.slice(Math.max(0, startOffset - 40), startOffset + 40),
            ).toBeLessThanOrEqual(1);
        }
    });

    it('may stand twice', () => {
        for (const { startOffset, endOffset } of tokens) {
            const broken = `${text.slice(0, endOffset! + 1)} ${text.slice(startOffset)}`;
            expect(
                syntaxErrors(broken),
                broken.slice(Math.max(0, startOffset - 40), startOffset + 40),
            ).toBeLessThanOrEqual(1);
        }
    });

    it.each([';', ',', 'xyz', '2020', '"T"', 'Rp 5'])('may have %s before it', (junk) => {
        for (const { startOffset } of tokens) {
            const broken = `${text.slice(0, startOffset)} ${junk} ${text.slice(startOffset)}`;
            expect(
                syntaxErrors(broken),
                broken.slice(Math.max(0, startOffset - 40), startOffset + 40),
            ).toBeLessThanOrEqual(1);
        }
    });
});

describe('a text with several things wrong', () => {
    const junk = [
        '',
        '{',
        '}',
        '"',
        '"""',
        ',',
        'program',
        'x',
        '2020',
        'Rp',
        'Rp 5',
        '..',
        'element',
        'area',
        'by',
        'to',
        'needs',
        '"T"',
        'activity',
        '/*',
        '*/',
        '//',
        '\n',
        ';',
        'after',
        '+',
        'waive',
        'use',
        'data',
        'until',
        '“',
        'foo bar',
        'opd z "Z" {',
        'level 4',
        '%',
        '@after',
        '\\',
    ];

    it('is always mended into what the grammar reads', () => {
        const random = randomNumbers(20190709);
        const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
        for (let run = 0; run < 600; run++) {
            let text = fixture(run % 2 === 0 ? 'everything' : 'library');
            for (let change = 0; change <= run % 6; change++) {
                const token = pick(words().read(text).tokens);
                const end = random() < 0.5 ? token.startOffset : token.endOffset! + 1;
                text = `${text.slice(0, token.startOffset)}${pick(junk)} ${text.slice(end)}`;
            }
            expect(read(text).problems).toBeDefined();
            for (const chunk of splitChunks(text)) {
                const { tokens } = words().read(chunk.text);
                if (parseTokens(chunk.text, [...tokens], 'File').broken !== undefined) {
                    const mended = repair(chunk.text, tokens);
                    expect(parseTokens(chunk.text, mended.tokens, 'File').broken, chunk.text).toBeUndefined();
                }
            }
        }
    });
});

describe('a text beyond all measure', () => {
    const MEGABYTES = 10 * 2 ** 20;

    it.each([
        ['one text', `program a "${'x'.repeat(MEGABYTES)}" { owner b }`, 0],
        ['one text of escapes', `program a "${'\\\\'.repeat(MEGABYTES / 2)}" { owner b }`, 0],
        ['one text that is not closed', `program a "${'x'.repeat(MEGABYTES)}`, 1],
        ['one text of many lines', `program a """${'x\n'.repeat(MEGABYTES / 2)}""" { owner b }`, 0],
        ['one comment', `program a "A" /*${'x'.repeat(MEGABYTES)}*/ { owner b }`, 0],
        ['one name', `program ${'x'.repeat(MEGABYTES)} "A"`, 0],
        ['one number', `program a "A" { progress ${'9'.repeat(MEGABYTES)}% }`, 0],
        ['one name of dots', `program a "A" { element ${'a.'.repeat(MEGABYTES / 2)}a }`, 1],
        ['one number of dots', `program a "A" { start ${'1.'.repeat(MEGABYTES / 2)}1 }`, 1],
        ['white space', ' '.repeat(MEGABYTES), 0],
        ['empty lines', '\n'.repeat(MEGABYTES), 0],
    ])('is read: %s', (_, text, errors) => {
        expect(syntaxErrors(text)).toBe(errors);
    });

    it.each([
        ['declarations on one line', (count: number) => 'program a "A" { owner b needs c } '.repeat(count), 0],
        ['declarations on lines', (count: number) => 'program a "A" { owner b needs c }\n'.repeat(count), 0],
        ['one list', (count: number) => `program a "A" { needs ${'bcd, '.repeat(count)}e }`, 0],
        ['one list that breaks', (count: number) => `program a "A" { needs ${'bcd, '.repeat(count)}} `, 1],
        ['one program', (count: number) => `program a "A" { ${'budget 2020 Rp 1 juta '.repeat(count)} }`, 0],
        ['nothing but words', (count: number) => 'word '.repeat(count), 1],
        ['nothing but signs', (count: number) => '? '.repeat(count), 1],
        ['nothing but quotes', (count: number) => '"'.repeat(count * 6), 1],
        ['nothing but braces', (count: number) => '{'.repeat(count), 1],
        ['misspelt clauses', (count: number) => `program a "A" {\n${'actvity x "X"\n'.repeat(count)}}`, 'each'],
        ['incomplete clauses', (count: number) => `program a "A" {${' budget'.repeat(count)}}`, 1],
        ['unclosed texts', (count: number) => `program a "A" {\n${'source "S\n'.repeat(count)}}`, 'each'],
        ['unclosed declarations', (count: number) => 'program a "A" {\n'.repeat(count), 'each'],
    ] as const)('takes time in proportion: %s', (name, make, errors) => {
        const time = (count: number): number => {
            const text = make(count);
            const start = performance.now();
            const found = syntaxErrors(text);
            expect(found).toBeGreaterThanOrEqual(errors === 'each' ? count : errors);
            expect(found).toBeLessThanOrEqual(errors === 'each' ? count : errors);
            return performance.now() - start;
        };
        time(2000);
        console.log(`${name}: ${time(2000).toFixed(0)} ms for 2,000, ${time(8000).toFixed(0)} ms for 8,000`);
    });

    it.each([
        ['blocks', `${'program a "A" { activity b "B" { '.repeat(1000)}${'} } '.repeat(1000)}`],
        ['declarations in each other', `${'program a "A" {\n'.repeat(1000)}${'}\n'.repeat(1000)}`],
        ['declarations in each other on a line', `${'service a "A" { '.repeat(1000)}${'} '.repeat(1000)}`],
        ['activities in each other', `program a "A" { ${'activity a "A" { '.repeat(1000)}${'} '.repeat(1000)} }`],
        ['domains in each other', `framework a "A" { ${'domain a "A" { '.repeat(1000)}${'} '.repeat(1000)} }`],
        ['braces', `program a "A" { ${'{'.repeat(1000)}${'}'.repeat(1000)} owner b }`],
    ])('may nest a thousand deep: %s', (_, text) => {
        const { problems, declarations } = read(text);
        expect(problems.length).toBeGreaterThan(0);
        expect(declarations[0]!.name).toBe('a');
    });
});
