import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BIN, CITY, DOUBLE, folder, run } from '../run.ts';
import { git, importInto, repository, type TestRepository } from './repository.ts';

/** A plan that grew: two programs one after the other, and one version that nobody can read. */
function grown(): TestRepository {
    const made = repository({ 'kota/smartcity.json': '{}', 'kota/a.smartcity': CITY, 'README.md': 'Kota' });
    const [first, second] = DOUBLE.split(/^(?=program line)/m);
    made.commit({ 'kota/b.smartcity': first }, 'Ruang aduan', '2024-02-10');
    made.commit({ 'README.md': 'Kota contoh' }, 'Keterangan', '2024-02-20');
    made.commit({ 'kota/smartcity.json': '{ "rulez": {} }' }, 'Salah ketik', '2024-03-01');
    made.commit({ 'kota/smartcity.json': '{}', 'kota/c.smartcity': second }, 'Pusat <b>panggilan</b>', '2024-03-20');
    return made;
}

interface Told {
    readonly versions: readonly { date: string; subject: string; programs: number; money: number; findings: object }[];
    readonly skipped: readonly { date: string; reason: string }[];
}

function told(cwd: string, ...words: string[]): Told {
    const { out, err } = run(cwd, 'trend', 'kota', '--format', 'json', ...words);
    expect(err).toBe('');
    return JSON.parse(out);
}

test('each commit that changed the plan is a version; unreadable ones are left out and listed', () => {
    const { cwd } = grown();
    const { versions, skipped } = told(cwd, '--no-cache');
    expect(versions.map(({ date, subject, programs, money }) => [date, subject, programs, money])).toEqual([
        ['2024-01-01', 'Rencana pertama', 0, 0],
        ['2024-02-10', 'Ruang aduan', 1, 1_000_000],
        ['2024-03-20', 'Pusat <b>panggilan</b>', 2, 2_000_000],
    ]);
    expect(versions[2]).toMatchObject({
        targets: [{ of: 'ladder', value: 3, by: '2022-12-31', attained: 2, met: false }],
        silos: { share: 1, isolatedOpds: 0, doubles: 1 },
        findings: { error: 3, waived: 0 },
    });
    expect(skipped).toMatchObject([
        { date: '2024-03-01', reason: expect.stringContaining('There is no setting `rulez`. Did you mean `rules`?') },
    ]);
});

test('only since a day, or the last of each month', () => {
    const { cwd, commit } = grown();
    commit({ 'kota/d.smartcity': 'opd x "X"' }, 'Lagi', '2024-03-25');
    expect(told(cwd, '--no-cache', '--since', '2024-03').versions.map(({ date }) => date)).toEqual([
        '2024-03-20',
        '2024-03-25',
    ]);
    expect(told(cwd, '--no-cache', '--monthly').versions.map(({ date }) => date)).toEqual([
        '2024-01-01',
        '2024-02-10',
        '2024-03-25',
    ]);
    expect(run(cwd, 'trend', 'kota', '--since', 'kemarin').status).toBe(2);
});

test('a second run uses what the first computed; damaged files and locked folders cost only time', () => {
    const { cwd } = grown();
    const cache = folder({ locked: '' });
    const first = told(cwd, '--cache', cache);
    const files = readdirSync(join(cache, 'trend'));
    expect(files).toHaveLength(3);
    expect(files.filter((file) => !/^[0-9a-f]{64}\.json$/.test(file))).toEqual([]);
    // What was kept is what is told: another number there is told too.
    const name = files.find((file) => readFileSync(join(cache, 'trend', file), 'utf8').includes('"programs":2'))!;
    const kept = readFileSync(join(cache, 'trend', name), 'utf8');
    writeFileSync(join(cache, 'trend', name), kept.replace('"programs":2', '"programs":77'));
    expect(told(cwd, '--cache', cache).versions[2]?.programs).toBe(77);
    for (const damage of ['', kept.slice(0, 40), '[]', 'null', '{"programs":"2"}']) {
        writeFileSync(join(cache, 'trend', name), damage);
        expect(told(cwd, '--cache', cache)).toEqual(first);
    }
    expect(readFileSync(join(cache, 'trend', name), 'utf8')).toBe(kept);
    expect(told(cwd, '--cache', join(cache, 'locked'))).toEqual(first);
    expect(told(cwd, '--cache', cache, '--today', '2024-05-05').versions).toEqual(first.versions);
    expect(readdirSync(join(cache, 'trend')), 'another day is another question').toHaveLength(6);
});

test('the cache is where the system wants it', () => {
    const { cwd } = grown();
    const home = folder({});
    const env = { XDG_CACHE_HOME: home };
    expect(run({ cwd, env }, 'trend', 'kota').status).toBe(0);
    expect(readdirSync(join(home, 'smartcity/trend'))).toHaveLength(3);
});

test('people read bars, pictures hold together', () => {
    const { cwd } = grown();
    const { out } = run(cwd, 'trend', 'kota', '--no-cache');
    expect(out).toContain('kota: 3 versions, 2024-01-01 to 2024-03-20\n');
    expect(out).toMatch(/\n {2}money +▁▅█ {2}Rp 0 → Rp 2 juta\n/);
    expect(out).toMatch(/\n {2}ladder 3 by 2022 +▁██ {2}1 → 2\n/);
    expect(out).toMatch(/\n1 left out:\n {2}2024-03-01 [0-9a-f]{8} {2}kota\/smartcity\.json:1:3 at /);
    expect(out).toContain('Planning simulation, not an official score.');
    expect(run(cwd, 'trend', 'kota', '--no-cache', '--locale', 'id').out).toContain('kota: 3 versi, 2024-01-01 sampai');
    expect(run(cwd, 'trend', 'kota', '--no-cache', '--out', 't.svg').out).toBe('t.svg\n');
    const svg = readFileSync(join(cwd, 't.svg'), 'utf8');
    expect(svg).toMatch(/^<svg xmlns/);
    expect(svg).toContain('Pusat &lt;b&gt;panggilan&lt;/b&gt;');
    run(cwd, 'trend', 'kota', '--no-cache', '--out', 't.html');
    expect(readFileSync(join(cwd, 't.html'), 'utf8')).toContain('default-src &#39;none&#39;');
    expect(run(cwd, 'trend', 'kota', '--out', 't.png')).toMatchObject({ status: 2, out: '' });
});

test('without git, repository, commit or one plan there is a reason', () => {
    const { cwd } = grown();
    expect(run({ cwd, env: { PATH: '' } }, 'trend', 'kota').err).toContain('there is none on the PATH');
    expect(run(folder({ 'a.smartcity': CITY }), 'trend').err).toContain('lies in no git repository');
    const several = repository({
        'a/smartcity.json': '{}',
        'a/a.smartcity': '',
        'b/smartcity.json': '{}',
        'b/b.smartcity': '',
    });
    expect(run(several.cwd, 'trend').err).toContain('`smartcity trend` wants one plan; there are 2: a, b.');
    expect(run(several.cwd, 'trend', 'c').err).toBe('smartcity: The last commit has no plan at c: commit one first.\n');
});

test('a shallow clone says that the history goes on elsewhere', () => {
    const { cwd } = grown();
    const clone = folder({});
    git(clone, '2024-01-01', 'clone', '--quiet', '--depth', '1', `file://${cwd}`, '.');
    expect(run(clone, 'trend', 'kota', '--no-cache').out).toContain('`git fetch --unshallow`');
    expect(told(clone, '--no-cache')).toMatchObject({ shallow: true, versions: [{ programs: 2 }] });
});

test('Ctrl-C stops between two versions: nothing is told, what was computed is whole and used again', async () => {
    const { cwd } = repository({ 'smartcity.json': '{}', 'a.smartcity': CITY });
    const stream = Array.from({ length: 400 }, (_, i) => {
        const text = `${CITY}opd x${i} "X"\n`;
        const from = i === 0 ? 'from refs/heads/main^0\n' : '';
        return `commit refs/heads/main
committer P <p@example.org> ${1_710_000_000 + i * 86_400} +0700
data 1
x
${from}M 100644 inline a.smartcity
data ${Buffer.byteLength(text)}
${text}
`;
    });
    importInto(cwd, stream.join(''));
    const cache = folder({});
    const child = spawn(process.execPath, [BIN, 'trend', '--cache', cache], {
        cwd,
        env: { ...process.env, SOURCE_DATE_EPOCH: '1577836800' },
    });
    const said = { out: '', err: '' };
    child.stdout.on('data', (part) => {
        said.out += part;
    });
    child.stderr.on('data', (part) => {
        said.err += part;
    });
    const ended = new Promise<number | null>((resolve) => {
        child.on('exit', resolve);
    });
    const files = (): string[] => {
        try {
            return readdirSync(join(cache, 'trend'));
        } catch {
            return [];
        }
    };
    while (files().length < 3 && child.exitCode === null) {
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(said.out).toBe('');
    expect(said.err).toMatch(/^smartcity: stopped after \d+ of 401 versions\. What was computed is kept/);
    for (const file of files()) {
        expect(file).toMatch(/^[0-9a-f]{64}\.json$/);
        expect(JSON.parse(readFileSync(join(cache, 'trend', file), 'utf8'))).toHaveProperty('programs');
    }
});
