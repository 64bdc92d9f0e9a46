import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CITY, DOUBLE, folder, json, run } from './run.ts';

type Told = { plans: { root: string; masterplan: string | null }[]; summary: { files: number; programs: number } };

function rootsOf(told: Told): string[] {
    return told.plans.map((each) => each.root);
}

/** One program in a plan of its own. */
function lone(name: string): string {
    return `opd o "O"\nprogram ${name} "P" { owner o  during 2021 }\n`;
}

test('every folder with a smartcity.json is a plan; files in none are a plan of the path', () => {
    const cwd = folder({
        'stray.smartcity': lone('stray'),
        'a/smartcity.json': '{ "exclude": ["drafts/**", "**/old-*.smartcity"] }',
        'a/p.smartcity': lone('same'),
        'a/drafts/d.smartcity': 'nonsense {',
        'a/x/old-1.smartcity': 'nonsense {',
        'a/nested/smartcity.json': '{}',
        'a/nested/p.smartcity': lone('same'),
        'node_modules/m/n.smartcity': 'nonsense {',
    });
    const told = json(cwd, 'check');
    expect(rootsOf(told)).toEqual(['.', 'a', 'a/nested']);
    expect(told.summary).toMatchObject({ files: 3, programs: 3 });
    const rules = told.findings.map((each: { rule: string }) => each.rule);
    expect(rules).not.toContain('duplicate-name');
    expect(rules).not.toContain('syntax-error');

    for (const command of ['roadmap', 'maturity', 'render']) {
        const several = run(cwd, command, 'a', ...(command === 'render' ? ['--out', 'o'] : []));
        expect([several.status, several.out]).toEqual([2, '']);
        expect(several.err).toContain('a, a/nested');
    }
    const named = json(cwd, 'roadmap', 'a/p.smartcity');
    expect(named.programs.map((each: { name: string }) => each.name)).toEqual(['same']);
});

test('a plan above the working directory is whole, also its part below it', () => {
    const cwd = folder({
        'smartcity.json': '{ "exclude": ["here/no.smartcity"] }',
        'a.smartcity': lone('twice'),
        'here/b.smartcity': lone('twice'),
        'here/no.smartcity': 'nonsense {',
        'beside/c.smartcity': lone('twice'),
    });
    const told = json(join(cwd, 'here'), 'check', '..');
    expect(rootsOf(told)).toEqual(['..']);
    expect(told.summary).toMatchObject({ files: 3, programs: 1 });
    const files = told.findings.map((each: { file: string }) => each.file);
    expect(files).toEqual(expect.arrayContaining(['b.smartcity', '../beside/c.smartcity']));
    // Neighbours are no part of each other, although no folder between them is a plan.
    const both = json(join(cwd, 'here'), 'check', '.', '../beside');
    expect(rootsOf(both)).toEqual(['.', '../beside']);
});

test('links, folders that look like files, empty files', () => {
    const cwd = folder({
        'empty.smartcity': '',
        'dir.smartcity/in.smartcity': lone('inside'),
        'bom.smartcity': '\ufeffprogram p "P" { owner nobody }\n',
    });
    symlinkSync('nowhere', join(cwd, 'dangling.smartcity'));
    symlinkSync('loop.smartcity', join(cwd, 'loop.smartcity'));
    symlinkSync('.', join(cwd, 'circle'));
    const told = json(cwd, 'check');
    expect(rootsOf(told)).toEqual(['.']);
    expect(told.summary).toMatchObject({ files: 3, programs: 2 });
    const wrong = told.findings.find((each: { rule: string }) => each.rule === 'unresolved-reference');
    expect(wrong).toMatchObject({ file: 'bom.smartcity', line: 1, column: 23 });
    for (const words of [['loop.smartcity'], ['dangling.smartcity'], ['nowhere']]) {
        const gone = run(cwd, 'check', ...words);
        expect([gone.status, gone.out]).toEqual([2, '']);
        expect(gone.err).toBe(`smartcity: ${words[0]} does not exist.\n`);
    }
});

test('an empty file is a plan of zero programs for every command', () => {
    const cwd = folder({ 'empty.smartcity': '' });
    expect(json(cwd, 'check').summary).toMatchObject({ error: 0, programs: 0 });
    expect(json(cwd, 'roadmap')).toMatchObject({ formatVersion: 1, programs: [], unscheduled: [] });
    expect(json(cwd, 'maturity')).toMatchObject({ frameworks: [], noneOf: [] });
    const drawn = run(cwd, 'render', '--out', 'page.html');
    expect([drawn.status, drawn.out, drawn.err]).toEqual([0, 'page.html\n', '']);
});

test('a file that is not UTF-8 has one syntax error where its bytes go wrong, and others are as they were', () => {
    const latin = Buffer.concat([
        Buffer.from('opd good "Baik"\nopd bad "Caf'),
        Buffer.from([0xe9]),
        Buffer.from('"\nopd { {{\n'),
    ]);
    const cwd = folder({ 'smartcity.json': '{}', 'a.smartcity': CITY + DOUBLE, 'latin.smartcity': latin });
    const { findings } = json(cwd, 'check');
    const inLatin = findings.filter((each: { rule: string }) => each.rule === 'syntax-error');
    expect(inLatin).toHaveLength(1);
    expect(inLatin[0]).toMatchObject({ file: 'latin.smartcity', line: 2, column: 13 });
    expect(findings.map((each: { rule: string }) => each.rule)).toContain('duplicate-service');
});

test('a line of ten megabytes and a thousand levels end with findings, not with a crash', () => {
    const cwd = folder({
        'long.smartcity': `opd o "${'panjang '.repeat(1_250_000)}"  opd o "lagi"\n`,
        'deep.smartcity': `${'dimension d { '.repeat(1000)}${'}'.repeat(1000)}\n${'('.repeat(1000)}\n`,
    });
    const { status, out, err } = run(cwd, 'check', '--locale', 'en');
    expect([status, err]).toEqual([1, '']);
    expect(out).toContain('error[duplicate-name]');
    expect(Math.max(...out.split('\n').map((line) => line.length)), 'excerpts are cut').toBeLessThan(2000);
});
