import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { checkOf } from '../../language/test/support.ts';
import { writeTextMateGrammar } from '../generate/grammar.ts';
import { writeSettingsSchema } from '../generate/schema.ts';
import { nameOf, readPeriod, writeNewPlan } from '../src/new-plan.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

describe('the TextMate grammar', () => {
    const grammar = writeTextMateGrammar(read('language/src/syntax/smartcity.langium')) as {
        patterns: { match?: string; name?: string; captures?: object }[];
    };
    const scopeOf = (text: string): string | undefined => {
        for (const { match, name, captures } of grammar.patterns) {
            const found = match === undefined ? null : new RegExp(match).exec(text);
            if (found?.index === 0) {
                return captures === undefined ? name : 'declaration';
            }
        }
        return undefined;
    };

    test('colours declarations, clauses, money, dates and units by the words of the grammar', () => {
        expect(scopeOf('program city-fibre "Jaringan"')).toBe('declaration');
        expect(scopeOf('infrastructure x "X"')).toBe('declaration');
        expect(scopeOf('use garuda')).toBe('keyword.control.smartcity');
        expect(scopeOf('responds-to toll')).toBe('keyword.other.smartcity');
        expect(scopeOf('quick-win')).toBe('keyword.other.smartcity');
        expect(scopeOf('none-of x')).toBe('keyword.operator.word.smartcity');
        expect(scopeOf('city-fibre')).toBe('variable.other.smartcity');
        expect(scopeOf('governance.service')).toBe('variable.other.smartcity');
    });

    test('every pattern is one that VS Code understands', () => {
        const patterns = [...JSON.stringify(grammar).matchAll(/"(?:match|begin|end)":("(?:[^"\\]|\\.)*")/g)];
        expect(patterns.length).toBeGreaterThan(10);
        for (const [, pattern] of patterns) {
            expect(() => new RegExp(JSON.parse(pattern!) as string)).not.toThrow();
        }
    });
});

describe('the schema of smartcity.json', () => {
    const validate = new Ajv({ strict: false }).compile(writeSettingsSchema());

    test('knows every rule, and takes what the examples say', () => {
        expect(validate(JSON.parse(read('examples/kediri/smartcity.json')))).toBe(true);
        expect(validate({ rules: { 'duplicate-service': 'warning', 'single-fund': 'off' }, failOn: 'info' })).toBe(
            true,
        );
    });

    test('refuses unknown rules, settings and severities, and switching off what cannot be', () => {
        expect(validate({ rules: { 'duplicate-servise': 'error' } })).toBe(false);
        expect(validate({ rule: {} })).toBe(false);
        expect(validate({ rules: { 'single-fund': 'loud' } })).toBe(false);
        expect(validate({ rules: { 'syntax-error': 'off' } })).toBe(false);
    });
});

describe('a new masterplan', () => {
    test('has no errors, in any period and for any name', () => {
        for (const city of ['Kota Blitar', 'Kabupaten "Hulu\\Sungai"', '東京', '3 Kota']) {
            const text = writeNewPlan({ city, firstYear: 2027, lastYear: 2031 }).get('masterplan.smartcity')!;
            const errors = checkOf({ 'masterplan.smartcity': text }).findings.filter(
                ({ severity }) => severity === 'error',
            );
            expect(errors.map(({ rule, message }) => `${rule}: ${message.en}`)).toEqual([]);
        }
    });

    test('takes its name from the city, and its period from two years', () => {
        expect(nameOf('Kota Kediri')).toBe('kediri');
        expect(nameOf('Kabupaten Hulu Sungai Utara')).toBe('hulu-sungai-utara');
        expect(nameOf('東京')).toBe('city');
        expect(readPeriod('2026-2030')).toEqual({ firstYear: 2026, lastYear: 2030 });
        expect(readPeriod(' 2026 .. 2030 ')).toEqual({ firstYear: 2026, lastYear: 2030 });
        expect(readPeriod('2030-2026')).toBeUndefined();
        expect(readPeriod('soon')).toBeUndefined();
    });
});

describe('the task', () => {
    const { problemPatterns } = JSON.parse(read('package.json')).contributes as {
        problemPatterns: { patterns: { regexp: string }[] }[];
    };

    test.each(['en', 'id'])('finds each finding in what `smartcity check` writes (%s)', (locale) => {
        const { stdout } = spawnSync(
            process.execPath,
            ['dist/smartcity.cjs', 'check', 'examples/silos', '--locale', locale],
            { cwd: ROOT, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
        );
        const lines = stdout.split('\n');
        const matched = problemPatterns.map(
            ({ patterns: [first, second] }) =>
                lines.filter(
                    (line, index) =>
                        new RegExp(first!.regexp).test(line) && new RegExp(second!.regexp).test(lines[index + 1] ?? ''),
                ).length,
        );
        const all = lines.filter((line) => /^ {2}--> /.test(line)).length;
        expect(all).toBeGreaterThan(10);
        expect(matched.reduce((sum, count) => sum + count, 0)).toBe(all);
        expect(matched.every((count) => count > 0)).toBe(true);
    });
});
