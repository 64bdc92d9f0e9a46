import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BIN, CITY, DOUBLE, folder, json, run } from './run.ts';

// biome-ignore lint/suspicious/noExplicitAny: shapes are what the tests are about
type Any = any;

const FILES = { 'smartcity.json': '{}\n', 'a.smartcity': CITY, 'b.smartcity': DOUBLE };

function rulesOf(told: Any): string[] {
    return told.findings.map((each: Any) => each.rule);
}

test('what fails can be told on the command line, and a rule given another severity', () => {
    const cwd = folder({
        ...FILES,
        'b.smartcity': DOUBLE.replace('program line', 'program other').replace(/delivers complaints\n/, '\n'),
    });
    const status = (...words: string[]) => run(cwd, 'check', ...words).status;
    const { summary } = json(cwd, 'check');
    expect(summary.warning).toBeGreaterThan(0);
    const soft = summary.error === 0 ? 0 : 1;
    expect([status(), status('--fail-on', 'warning'), status('--fail-on', 'never')]).toEqual([soft, 1, 0]);
    const never = ['--fail-on', 'never', '--max-warnings'];
    expect([status(...never, `${summary.warning}`), status(...never, `${summary.warning - 1}`)]).toEqual([0, 1]);
    expect(run(cwd, 'check', ...never, '0').err).toMatch(/warnings are more than the 0 of `--max-warnings`/);
    const [finding] = json(cwd, 'check').findings.filter((each: Any) => each.severity === 'warning');
    const raised = json(cwd, 'check', '--rule', `${finding.rule}=error`).findings;
    expect(raised.find((each: Any) => each.rule === finding.rule).severity).toBe('error');
    expect(rulesOf(json(cwd, 'check', '--rule', `${finding.rule}=off`))).not.toContain(finding.rule);
});

test('only and except choose what is reported, and change nothing that is evaluated', () => {
    const cwd = folder(FILES);
    const all = json(cwd, 'check');
    const only = json(cwd, 'check', '--only', 'duplicate-service,misses-target');
    expect(only.findings).toEqual(
        all.findings.filter((each: Any) => ['duplicate-service', 'misses-target'].includes(each.rule)),
    );
    expect(only.findings.length).toBeGreaterThan(1);
    expect(only.summary.error).toBe(only.findings.length);
    const except = json(cwd, 'check', '--except', 'duplicate-service', '--except', 'misses-target');
    expect(except.findings).toHaveLength(all.findings.length - only.findings.length);
    const quiet = run(cwd, 'check', '--quiet').out;
    expect(quiet).toContain('error[duplicate-service]');
    expect(quiet).not.toMatch(/^(warning|info)\[/m);
    expect(quiet).toContain(`${all.summary.warning} warning`);
});

test.each([
    [['--allow-empty', 'none/*'], 'There is no plan here.', 'Tidak ada rencana di sini.'],
    [['--only', 'over-ceiling'], 'Nothing is open among the rules asked about.', 'temuan terbuka dari aturan yang'],
    [['--fail-on', 'never', '--quiet'], 'No finding fails.', 'Tidak ada temuan yang menggagalkan pemeriksaan.'],
])('an empty list says no more than was asked: %j', (words, en, id) => {
    const cwd = folder(FILES);
    expect(run(cwd, 'check', ...words).out).toContain(en);
    expect(run(cwd, 'check', ...words, '--locale', 'id').out).toContain(id);
    expect(run(cwd, 'check', ...words).out).not.toContain('Nothing is open.');
});

test('options that make no sense are told in a sentence', () => {
    const cwd = folder(FILES);
    for (const [words, said] of [
        [['--only', 'duplicate-servise'], 'Did you mean `duplicate-service`?'],
        [['--rule', 'missing-kpi'], 'write `--rule missing-kpi=error`'],
        [['--rule', 'syntax-error=off'], 'cannot be switched off'],
        [['--max-warnings', 'many'], 'a whole number is expected'],
        [['--stdin'], 'go together'],
        [['--stdin', '--stdin-path', 'x.txt'], 'a .smartcity file is expected'],
        [['--watch', '--fix'], '`--watch` and `--fix` do not go together'],
        [['nothing-*'], 'Nothing matches `nothing-*`'],
        [['--new-since', 'main'], 'git'],
    ] as const) {
        const { status, out, err } = run(cwd, 'check', ...words);
        expect([status, out], words.join(' ')).toEqual([2, '']);
        expect(err).toContain(said);
        expect(err.trimEnd().split('\n')).toHaveLength(1);
    }
    expect(run(cwd, 'check', '--only', 'x', '--locale', 'id').err).toContain('tidak ada aturan itu');
});

test('patterns meet folders and files; meeting nothing is fine only where it is allowed', () => {
    const cwd = folder({
        'kota/a/smartcity.json': '{}',
        'kota/a/sub/p.smartcity': CITY,
        'kota/b/smartcity.json': '{}',
        'kota/b/p.smartcity': CITY,
        'kota/empty/': '',
        'kota/[odd]/p.smartcity': CITY,
    });
    const roots = (...words: string[]) => json(cwd, 'check', ...words).plans.map((each: Any) => each.root);
    expect(roots('kota/{a,b}')).toEqual(['kota/a', 'kota/b']);
    expect(roots('kota/a/**/*.smartcity')).toEqual(['kota/a']);
    expect(roots('kota/?')).toEqual(['kota/a', 'kota/b']);
    expect(roots('kota/[odd]')).toEqual(['kota/[odd]']);
    const allowed = run(cwd, 'check', 'desa/*', '--allow-empty', '--format', 'json');
    expect([allowed.status, JSON.parse(allowed.out).plans]).toEqual([0, []]);
    expect(run(cwd, 'check', 'kota/empty', '--allow-empty').status).toBe(0);
    expect(run(cwd, 'check', 'gone', '--allow-empty').status).toBe(2);
});

test('a folder named in exclude is left out with all that lies in it', () => {
    const cwd = folder({
        'smartcity.json': '{ "exclude": ["drafts", "./old/"] }',
        'a.smartcity': CITY,
        'drafts/deep/d.smartcity': 'nonsense {',
        'old/d.smartcity': 'nonsense {',
        'drafts.smartcity': 'opd extra "Extra"\n',
    });
    const told = json(cwd, 'check');
    expect(told.summary.files).toBe(2);
    expect(rulesOf(told)).not.toContain('syntax-error');
});

test('several plans are told each in its own language, unless one is asked for', () => {
    const wrong = 'program p "P" { owner nobody  during 2021 }\n';
    const cwd = folder({
        'a/smartcity.json': '{ "locale": "en" }',
        'a/a.smartcity': wrong,
        'b/smartcity.json': '{ "locale": "id" }',
        'b/b.smartcity': wrong,
    });
    const said = (...words: string[]): string[] =>
        json(cwd, 'check', '--only', 'unresolved-reference', ...words).findings.map((each: Any) => each.message);
    const [english, indonesian] = said();
    expect(english).toMatch(/no/i);
    expect(indonesian).not.toBe(english);
    expect(said('--locale', 'id')).toEqual([indonesian, indonesian]);
});

test('evidence is told in the language of the reader, its names as they are', () => {
    const of = (locale: string) => run(folder(FILES), 'check', '--only', 'duplicate-service', '--locale', locale).out;
    expect(of('en')).toMatch(/= service: [\s\S]*= audience: everybody\n[\s\S]*= area: everywhere\n/);
    expect(of('id')).toMatch(/= layanan: [\s\S]*= penerima manfaat: semua orang\n[\s\S]*= wilayah: seluruh wilayah\n/);
});

test('standard input stands for one file of a plan, also for one that is not there yet', () => {
    const cwd = folder({ ...FILES, 'smartcity.json': '{ "exclude": ["drafts"] }' });
    const pipe = (input: string, ...words: string[]) =>
        spawnSync(process.execPath, [BIN, 'check', '--format', 'json', '--today', '2020-01-01', '--stdin', ...words], {
            cwd,
            input,
            encoding: 'utf8',
        });
    const mended = JSON.parse(pipe('opd extra "Extra"\n', '--stdin-path', 'b.smartcity').stdout);
    expect(rulesOf(mended)).not.toContain('duplicate-service');
    expect(mended.summary).toMatchObject({ files: 2, programs: 0 });
    const more = JSON.parse(pipe('opd {', '--stdin-path', 'new/c.smartcity').stdout);
    expect(more.findings.find((each: Any) => each.rule === 'syntax-error').file).toBe('new/c.smartcity');
    expect(rulesOf(more)).toContain('duplicate-service');
    expect(pipe('opd {', '--stdin-path', 'drafts/c.smartcity').stderr).toContain('is no part of the plans');
    expect(existsSync(join(cwd, 'new'))).toBe(false);
});

test('a baseline accepts what is there, keeps its dates, and survives moves, renames and new layouts', () => {
    const cwd = folder(FILES);
    const at = (day: string, ...words: string[]) => run(cwd, 'check', '--today', day, ...words);
    expect(at('2026-01-01').status).toBe(1);
    const first = at('2026-01-01', '--update-baseline');
    expect([first.status, first.err]).toEqual([
        0,
        expect.stringMatching(/smartcity-baseline\.json: \d+ accepted, \d+ new, 0 gone\./),
    ]);
    expect(JSON.parse(readFileSync(join(cwd, 'smartcity.json'), 'utf8'))).toEqual({
        baseline: 'smartcity-baseline.json',
    });
    const file = join(cwd, 'smartcity-baseline.json');
    const text = readFileSync(file, 'utf8');
    const lines = text.split('\n').filter((line) => line.includes('fingerprint'));
    expect(lines).toHaveLength(JSON.parse(text).findings.length);
    expect(JSON.parse(text).findings[0]).toEqual({
        rule: expect.any(String),
        subjects: expect.any(Array),
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
        since: '2026-01-01',
    });
    expect(at('2026-02-02').status).toBe(0);

    // Moved, renamed, laid out anew: the same findings.
    renameSync(join(cwd, 'b.smartcity'), join(cwd, 'z.smartcity'));
    writeFileSync(join(cwd, 'a.smartcity'), `// moved\n\n${CITY.replace(/ {2}/g, '\n    ')}`);
    const told = json(cwd, 'check', '--today', '2026-02-02');
    expect(told.summary).toMatchObject({ error: 0, warning: 0, info: 0, waived: lines.length });
    expect(at('2026-02-02', '--strict-baseline').status).toBe(0);

    // One is resolved, one is new.
    const changed = DOUBLE.replace(/12 months {2}delivers complaints/, '12 months  finish by 2020-08');
    writeFileSync(join(cwd, 'z.smartcity'), changed);
    const stale = at('2026-03-03');
    expect(stale.err).toMatch(/no finding any more: .*duplicate-service .*line/);
    expect(stale.err).toContain('(2026-01-01)');
    expect(stale.status).toBe(1);
    expect(at('2026-03-03', '--fail-on', 'never').status).toBe(0);
    expect(at('2026-03-03', '--fail-on', 'never', '--strict-baseline').status).toBe(1);
    const said = /(\d+) accepted, (\d+) new, (\d+) gone/.exec(at('2026-03-03', '--update-baseline').err)!.map(Number);
    expect(said[2]).toBeGreaterThan(0);
    expect(said[3]).toBeGreaterThan(0);
    const dates = JSON.parse(readFileSync(file, 'utf8')).findings.map((each: Any) => each.since);
    expect(dates).toHaveLength(said[1]!);
    expect(dates.filter((each: string) => each === '2026-03-03')).toHaveLength(said[2]!);
    expect(dates.filter((each: string) => each === '2026-01-01')).toHaveLength(lines.length - said[3]!);
});

test('a baseline that two branches wrote at once is told as that, and put together with its dates', () => {
    const cwd = folder({ ...FILES, 'smartcity.json': '{ "baseline": "old.json" }' });
    run(cwd, 'check', '--update-baseline', '--today', '2026-01-01');
    const file = join(cwd, 'old.json');
    const whole = readFileSync(file, 'utf8');
    const lines = whole.split('\n');
    const sides = ['<<<<<<< HEAD', ...lines.slice(3, 5), '=======', ...lines.slice(4, -3), '>>>>>>> branch'];
    writeFileSync(file, [...lines.slice(0, 3), ...sides, ...lines.slice(-3)].join('\n'));
    const refused = run(cwd, 'check');
    expect([refused.status, refused.out]).toEqual([2, '']);
    expect(refused.err).toContain('old.json has an unsolved merge');
    expect(run(cwd, 'check', '--update-baseline', '--today', '2026-02-02').err).toContain(', 0 new, 0 gone');
    expect(readFileSync(file, 'utf8')).toBe(whole);
});

test('a baseline accepts nothing that keeps the plan from being read, and a rule at a time', () => {
    const cwd = folder({ ...FILES, 'smartcity.json': '{ "baseline": "lists/old.json" }', 'c.smartcity': 'opd {\n' });
    const { status, err } = run(cwd, 'check', '--update-baseline', '--only', 'duplicate-service,syntax-error');
    expect([status, err]).toEqual([
        1,
        expect.stringMatching(/^smartcity: lists\/old\.json: 1 accepted, 1 new, 0 gone\. \d+ cannot be accepted/),
    ]);
    const entries = JSON.parse(readFileSync(join(cwd, 'lists/old.json'), 'utf8')).findings;
    expect(entries.map((each: Any) => each.rule)).toEqual(['duplicate-service']);
});

const BROKEN =
    'opd kominfo "Kominfo"\r\nprogram p "P" {\r\n    owner kominfo\r\n    ownr kominfo\r\n    budget 2020 Rp 1.250.000.000\r\n    during 2021\r\n}\r\n';

test('check --fix mends what is safe, keeps line ends and the byte order mark, and writes nothing else', () => {
    const cwd = folder({
        'smartcity.json': '{}',
        'a.smartcity': `\ufeff${BROKEN}`,
        'sound.smartcity': 'opd dishub "Dishub"\n',
        'latin.smartcity': Buffer.concat([Buffer.from('opd a "Caf'), Buffer.from([0xe9]), Buffer.from('"\n')]),
    });
    const names = readdirSync(cwd);
    const latin = readFileSync(join(cwd, 'latin.smartcity'));
    const dry = run(cwd, 'check', '--fix-dry-run');
    expect(dry.status).toBe(1);
    expect(dry.out).toMatch(/^--- a\/a\.smartcity\n\+\+\+ b\/a\.smartcity\n@@ /m);
    expect(readFileSync(join(cwd, 'a.smartcity'), 'utf8')).toBe(`\ufeff${BROKEN}`);

    const fixed = run(cwd, 'check', '--fix', '--only', 'invalid-value,syntax-error');
    expect(fixed.err).toContain('smartcity: mended a.smartcity.\n');
    const text = readFileSync(join(cwd, 'a.smartcity'), 'utf8');
    expect(text).toMatch(/^\ufeffopd kominfo "Kominfo"\r\n/);
    expect(text).toContain('budget 2020 Rp 1.25 miliar\r\n');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(readFileSync(join(cwd, 'latin.smartcity')).equals(latin)).toBe(true);
    expect(readdirSync(cwd)).toEqual(names);
    run(cwd, 'check', '--fix');
    const again = run(cwd, 'check', '--fix-dry-run');
    expect([again.status, again.out]).toEqual([0, '']);
});

test('the patch of a dry run is what --fix writes', () => {
    const cwd = folder({ 'smartcity.json': '{}', 'a.smartcity': BROKEN.replaceAll('\r\n', '\n') });
    const { out } = run(cwd, 'check', '--fix-dry-run');
    const applied = spawnSync('git', ['apply', '-'], { cwd, input: out, encoding: 'utf8' });
    expect([applied.status, applied.stderr]).toEqual([0, '']);
    const patched = readFileSync(join(cwd, 'a.smartcity'), 'utf8');
    writeFileSync(join(cwd, 'a.smartcity'), BROKEN.replaceAll('\r\n', '\n'));
    run(cwd, 'check', '--fix');
    expect(readFileSync(join(cwd, 'a.smartcity'), 'utf8')).toBe(patched);
});

test('only findings that a revision has not are reported', () => {
    const cwd = folder(FILES);
    const git = (...words: string[]) =>
        spawnSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', '-c', 'commit.gpgsign=false', ...words], {
            cwd,
        });
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-qm', 'base');
    expect(json(cwd, 'check', '--new-since', 'main').findings).toEqual([]);
    for (const [locale, counted, nothing] of [
        ['en', '0 info new since main in', 'Nothing is new since main.'],
        ['id', '0 info yang baru sejak main dalam', 'Tidak ada temuan yang baru sejak main.'],
    ] as const) {
        for (const format of ['text', 'markdown']) {
            const { out } = run(cwd, 'check', '--new-since', 'main', '--locale', locale, '--format', format);
            expect(out).toContain(counted);
            expect(out).toContain(nothing);
        }
    }
    renameSync(join(cwd, 'b.smartcity'), join(cwd, 'c.smartcity'));
    appendFileSync(join(cwd, 'c.smartcity'), 'program late "Terlambat" { owner kominf  during 2021 }\n');
    const fresh = json(cwd, 'check', '--new-since', 'main');
    expect(rulesOf(fresh)).toContain('unresolved-reference');
    expect(rulesOf(fresh)).not.toContain('duplicate-service');
    expect(run(cwd, 'check', '--new-since', 'main').status).toBe(1);
    const wrong = run(cwd, 'check', '--new-since', 'mian');
    expect([wrong.status, wrong.out]).toEqual([2, '']);
});

test('watching answers again when a file changes, comes or goes, and ends with Ctrl-C', async () => {
    const cwd = folder(FILES);
    const child = spawn(process.execPath, [BIN, 'check', '--watch', '--format', 'json'], { cwd });
    let out = '';
    let err = '';
    child.stdout.on('data', (data) => {
        out += data;
    });
    child.stderr.on('data', (data) => {
        err += data;
    });
    const answers = () => [...err.matchAll(/answered in (\d+) ms/g)].map(([, ms]) => Number(ms));
    const until = async (count: number): Promise<void> => {
        for (let i = 0; answers().length < count && i < 400; i++) {
            await new Promise((resolve) => setTimeout(resolve, 25));
        }
        expect(answers().length).toBeGreaterThanOrEqual(count);
    };
    await until(1);
    appendFileSync(join(cwd, 'b.smartcity'), 'opd extra "Extra"\nprogram q "Q" { owner extra  during 2021 }\n');
    await until(2);
    writeFileSync(join(cwd, 'smartcity.json'), '{ "rules": ');
    for (let i = 0; !err.includes('smartcity.json:') && i < 400; i++) {
        await new Promise((resolve) => setTimeout(resolve, 25));
    }
    expect(err).toContain('smartcity.json:');
    writeFileSync(join(cwd, 'smartcity.json'), '{ "failOn": "info" }');
    await until(3);
    const ended = new Promise((resolve) => child.on('exit', (code) => resolve(code)));
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    const answered = out
        .trim()
        .split(/\n(?=\{)/)
        .map((each) => JSON.parse(each));
    expect(answered.map((each) => each.summary.programs).slice(0, 2)).toEqual([2, 3]);
    expect(out).not.toContain('\u001b');
    expect(existsSync(join(cwd, 'b.smartcity'))).toBe(true);
});

test('print-config says what is in force and where it is from', () => {
    const cwd = folder({
        ...FILES,
        'smartcity.json': '{\n  "failOn": "warning",\n  "rules": { "missing-kpi": "off" }\n}\n',
    });
    const told = JSON.parse(run(cwd, 'print-config', '--rule', 'unscheduled=error', '--locale', 'id').out);
    expect(told.failOn).toEqual({ value: 'warning', from: 'smartcity.json:2:3' });
    expect(told.locale).toEqual({ value: 'id', from: '--locale' });
    expect(told.exclude).toEqual({ value: [], from: 'default' });
    expect(told.rules['missing-kpi']).toEqual({ value: 'off', from: 'smartcity.json:3:14' });
    expect(told.rules.unscheduled).toEqual({ value: 'error', from: '--rule' });
    expect(told.rules['missing-owner']).toEqual({ value: 'error', from: 'default' });
});

test('targets that are no files, read-only ones, and being stopped while writing leave nothing half-written', () => {
    const cwd = folder(FILES);
    writeFileSync(join(cwd, 'frozen.sarif'), 'old', { mode: 0o444 });
    const frozen = run(cwd, 'check', '--format', 'sarif=frozen.sarif');
    expect([frozen.status, frozen.out, frozen.err]).toEqual([
        2,
        '',
        'smartcity: frozen.sarif cannot be written: no permission (EACCES).\n',
    ]);
    expect(readFileSync(join(cwd, 'frozen.sarif'), 'utf8')).toBe('old');
    if (existsSync('/dev/full')) {
        const full = run(cwd, 'check', '--format', 'sarif=/dev/full');
        expect([full.status, full.err]).toEqual([
            2,
            expect.stringContaining('/dev/full cannot be written: the disk is full (ENOSPC)'),
        ]);
    }
    const shell = spawnSync(
        'bash',
        ['-c', 'set -o pipefail; "$NODE" "$BIN" check --format sarif | head -1; echo "$?"'],
        {
            cwd,
            encoding: 'utf8',
            env: { ...process.env, BIN, NODE: process.execPath },
        },
    );
    expect([shell.stdout, shell.stderr]).toEqual(['{\n1\n', '']);
    expect(readdirSync(cwd).filter((name) => name.endsWith('.part'))).toEqual([]);
});
