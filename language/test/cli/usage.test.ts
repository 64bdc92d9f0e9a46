import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BIN, CITY, DOUBLE, folder, json, type Ran, run } from './run.ts';

/** Wrong usage: exit 2, nothing on stdout, a clear line on stderr and never a stack trace. */
function expectRefused({ status, out, err }: Ran, ...said: readonly string[]): void {
    expect([status, out]).toEqual([2, '']);
    expect(err).not.toMatch(/^\s+at |internal error/m);
    for (const each of said) {
        expect(err).toContain(each);
    }
}

test('wrong words on the command line are refused', () => {
    const cwd = folder({ 'readme.md': 'opd o "O"', 'none/': '', 'p/a.smartcity': CITY });
    expectRefused(run(cwd, 'chekc'), "unknown command 'chekc'", 'Did you mean check?');
    expectRefused(run(cwd, 'check', '--colour'), "unknown option '--colour'");
    expectRefused(run(cwd, 'check', '--format', 'xml'), 'text, json, sarif, junit, github, gitlab');
    expectRefused(run(cwd, 'check', '--today', '2021-02-30'), 'Write a day');
    expectRefused(run(cwd, 'render', 'p'), '--out');
    expectRefused(run(cwd, 'check', 'none'), 'none holds no .smartcity file');
    expectRefused(run(cwd, 'check', 'readme.md'), 'readme.md holds no .smartcity file');
    expectRefused(run(cwd, 'check', 'p', 'gone', '--locale', 'id'), 'gone tidak ada.');
});

test('what a smartcity.json says wrongly is told with its place, all of it at once', () => {
    const config =
        '{\n  "failon": "info",\n  "rules": { "missing-onwer": "off", "missing-kpi": "fatal", "syntax-error": "off" }\n}\n';
    const cwd = folder({
        'p/smartcity.json': config,
        'p/a.smartcity': CITY,
        'p/b/smartcity.json': '{ "exclude": ',
        'p/b/b.smartcity': CITY,
    });
    expectRefused(
        run(cwd, 'check'),
        'p/smartcity.json:2:3: There is no setting `failon`. Did you mean `failOn`?',
        'p/smartcity.json:3:14: There is no rule `missing-onwer`. Did you mean `missing-owner`?',
        'p/smartcity.json:3:53: One of "error", "warning", "info", "off" is expected here.',
        'p/smartcity.json:3:78: `syntax-error` cannot be switched off',
    );
    expectRefused(run(cwd, 'check', 'p/b'), 'p/b/smartcity.json:1:');
    const deep = folder({ 'smartcity.json': '['.repeat(200_000), 'a.smartcity': CITY });
    expectRefused(run(deep, 'check'), 'smartcity.json:1:1: This JSON is nested too deep.');
    const bare = folder({ 'smartcity.json': '{ "baseline": "accepted.json" }', 'a.smartcity': CITY });
    expectRefused(
        run(bare, 'check'),
        'accepted.json, the `baseline` of smartcity.json, does not exist. `smartcity check --update-baseline` writes it.',
    );
});

test('failOn and the baseline decide the exit status, waived findings never do', () => {
    const files = { 'a.smartcity': CITY + DOUBLE };
    const strict = folder({ ...files, 'smartcity.json': '{ "failOn": "info" }' });
    const all = json(strict, 'check');
    const prints = all.findings.map((each: { fingerprint: string }) => each.fingerprint);
    const accepted = folder({
        ...files,
        'smartcity.json': '{ "failOn": "info", "baseline": "lists/accepted.json" }',
        'lists/accepted.json': JSON.stringify(prints),
    });
    const { status, out } = run(accepted, 'check', '--format', 'json');
    expect(status).toBe(0);
    const told = JSON.parse(out);
    expect(told.summary).toEqual({ error: 0, warning: 0, info: 0, waived: prints.length, files: 1, programs: 2 });
    for (const finding of told.findings) {
        expect(finding.waived).toEqual({ because: 'baseline', by: null, until: null });
    }
    expect(told.findings.map((each: { severity: string }) => each.severity)).toContain('error');

    const soft = Object.fromEntries(all.findings.map((each: { rule: string }) => [each.rule, 'warning']));
    const status2 = (failOn: string) =>
        run(folder({ ...files, 'smartcity.json': JSON.stringify({ rules: soft, failOn }) }), 'check').status;
    expect([status2('error'), status2('warning')]).toEqual([0, 1]);
    const broken = folder({ ...files, 'smartcity.json': '{ "baseline": "b.json" }', 'b.json': '{"findings": 3}' });
    expectRefused(run(broken, 'check'), 'b.json is no baseline');
});

test('a reader that leaves early, or a disk that is full, ends a command without noise', () => {
    const programs = Array.from(
        { length: 600 },
        (_, index) => `program p${index} "P ${index}" { owner nobody }\n`,
    ).join('');
    const cwd = folder({ 'a.smartcity': programs });
    const shell = (script: string) =>
        spawnSync('bash', ['-c', script], {
            cwd,
            encoding: 'utf8',
            env: { ...process.env, BIN, NODE: process.execPath },
        });
    const piped = shell('set -o pipefail; "$NODE" "$BIN" check --format json | head -1; echo "$?"');
    expect([piped.stdout, piped.stderr]).toEqual(['{\n1\n', '']);
    if (existsSync('/dev/full')) {
        const full = shell('"$NODE" "$BIN" check > /dev/full');
        expect([full.status, full.stderr]).toEqual([
            2,
            'smartcity: the answer cannot be written: the disk is full (ENOSPC).\n',
        ]);
    }
});

test('render writes everything or nothing, the same bytes each time', () => {
    const cwd = folder({ 'p/a.smartcity': CITY + DOUBLE, file: 'mine', 'taken/roadmap.svg/': '', 'page.html/': '' });
    const first = run(cwd, 'render', 'p', '--out', 'out');
    expect([first.status, first.err]).toEqual([0, '']);
    const names = readdirSync(join(cwd, 'out')).sort();
    expect(first.out.split('\n').filter(Boolean).sort()).toEqual(names.map((name) => `out/${name}`));
    expect(names).toEqual(expect.arrayContaining(['index.html', 'maturity.svg', 'roadmap.svg']));
    const bytes = () => names.map((name) => readFileSync(join(cwd, 'out', name), 'utf8'));
    const before = bytes();
    run(cwd, 'render', 'p', '--out', 'out');
    expect(bytes()).toEqual(before);

    expectRefused(run(cwd, 'render', 'p', '--out', 'file'), 'file is a file');
    expectRefused(run(cwd, 'render', 'p', '--out', 'file/x.html'), 'file/x.html cannot be written: ');
    expectRefused(
        run(cwd, 'render', 'p', '--out', 'page.html'),
        'page.html cannot be written: it is a folder (EISDIR)',
    );
    expectRefused(
        run(cwd, 'render', 'p', '--out', 'taken', '--locale', 'id'),
        'taken/roadmap.svg tidak dapat ditulis: itu sebuah folder (EISDIR)',
    );
    expect(readdirSync(join(cwd, 'taken'))).toEqual(['roadmap.svg']);
    expect(readdirSync(cwd).sort()).toEqual(['file', 'out', 'p', 'page.html', 'taken']);
    expect(readFileSync(join(cwd, 'file'), 'utf8')).toBe('mine');
    expectRefused(run(cwd, 'render', 'p', '--out', '/proc/nothing/here'), 'cannot be written: ');
});

test('explain prints a page in either language; rules lists severities as configured', () => {
    const cwd = folder({
        'smartcity.json': '{ "rules": { "missing-kpi": "off" }, "locale": "id" }',
        'a.smartcity': CITY,
    });
    const english = run(cwd, 'explain', 'missing-owner');
    expect(english.status).toBe(0);
    expect(english.out).toMatch(/^# `missing-owner`\n[\s\S]*\n## Ways out\n/);
    const indonesian = run(cwd, 'explain', 'missing-owner', '--locale', 'id').out;
    expect(indonesian).toMatch(/^# `missing-owner`\n/);
    expect(indonesian).not.toContain('## Ways out');
    expect(english.out).toContain(indonesian.split('\n')[2]);
    expectRefused(
        run(cwd, 'explain', 'missing-onwer'),
        'There is no rule `missing-onwer`. Did you mean `missing-owner`?',
    );
    expect(run(cwd, 'rules', '.').out).toMatch(/missing-kpi +mati \(peringatan\)/);
    const severity = (...words: string[]) =>
        json(cwd, 'rules', ...words).rules.find((each: { name: string }) => each.name === 'missing-kpi').severity;
    expect([severity(), severity('.')]).toEqual(['warning', 'off']);
});
