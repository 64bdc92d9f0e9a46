import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { structureFaults } from '../../render/well-formed.ts';
import { CITY, DOUBLE, folder, json, run } from '../run.ts';
import { git, repository } from './repository.ts';

const PLAN = { 'smartcity.json': '{}', 'a.smartcity': CITY, 'b.smartcity': DOUBLE };

/** The kinds of changes of the only plan. */
function kinds(place: Parameters<typeof json>[0], ...words: string[]): string[] {
    const { plans } = json(place, 'diff', ...words);
    expect(plans).toHaveLength(1);
    return plans[0].changes.map((change: { kind: string }) => change.kind);
}

describe('what is compared', () => {
    test('the files as they are now, with the last commit, a revision, a tag, or two revisions', () => {
        const { cwd, git: inside, commit } = repository(PLAN);
        inside('tag', 'v1');
        commit({ 'b.smartcity': DOUBLE.replace('duration 6 months', 'duration 7 months') });
        expect(kinds(cwd)).toEqual([]);
        expect(kinds(cwd, 'HEAD~1')).toContain('program-moved');
        expect(kinds(cwd, 'v1', 'main')).toContain('program-moved');
        expect(kinds(cwd, 'main', 'v1')).toContain('program-moved');
        writeFileSync(join(cwd, 'b.smartcity'), '');
        expect(kinds(cwd)).toContain('program-removed');
        expect(kinds(cwd, 'HEAD', 'HEAD')).toEqual([]);
    });

    test('nothing of the work tree or the index is touched', () => {
        const { cwd, git: inside } = repository(PLAN);
        writeFileSync(join(cwd, 'b.smartcity'), 'program new "Baru" {');
        writeFileSync(join(cwd, 'c.smartcity'), '');
        const before = [inside('status', '--porcelain'), readFileSync(join(cwd, '.git/index')).toString('hex')];
        expect(run(cwd, 'diff', 'main').status).toBe(0);
        expect([inside('status', '--porcelain'), readFileSync(join(cwd, '.git/index')).toString('hex')]).toEqual(
            before,
        );
    });

    test('two folders, without git; a folder is paired with a folder of another name', () => {
        const cwd = folder({
            'old/smartcity.json': '{}',
            'old/a.smartcity': CITY,
            'new/smartcity.json': '{}',
            'new/z.smartcity': CITY,
        });
        expect(kinds({ cwd, env: { PATH: '' } }, 'old', 'new')).toEqual([]);
        expect(run(cwd, 'diff', './old', './gone').err).toBe('smartcity: ./gone does not exist.\n');
    });

    test('the fork from a branch, also where only a remote has it', () => {
        const { cwd, git: inside, commit } = repository(PLAN);
        inside('switch', '--quiet', '-c', 'change');
        commit({ 'b.smartcity': `${DOUBLE}program mine "Milik cabang" { owner kominfo }` });
        inside('switch', '--quiet', 'main');
        commit({ 'c.smartcity': 'program theirs "Milik pusat" { owner kominfo }' });
        inside('switch', '--quiet', 'change');
        const told = run(cwd, 'diff', '--base-ref', 'main').out;
        expect(told).toContain('`mine`');
        expect(told).not.toContain('`theirs`');
        const clone = folder({});
        git(clone, '2024-01-01', 'clone', '--quiet', '--branch', 'change', cwd, '.');
        expect(run(clone, 'diff', '--base-ref', 'main').out).toContain('`mine`');
        expect(run(cwd, 'diff', 'main', '--base-ref', 'main').status).toBe(2);
        expect(run(cwd, 'diff', 'main...change').out.split('\n').slice(1)).toEqual(told.split('\n').slice(1));
        expect(run(cwd, 'diff', 'main..change').out).toContain('`theirs`');
        expect(run(cwd, 'diff', 'main..chagne').err).toContain('Did you mean `change`?');
    });

    test('several plans side by side, or one of them; a plan that moved, came or went', () => {
        const city = (name: string): string => `masterplan ${name} "Kota ${name}" { period 2020..2029 }\n`;
        const {
            cwd,
            git: inside,
            commit,
        } = repository({
            'a/smartcity.json': '{}',
            'a/a.smartcity': city('satu'),
            'b/smartcity.json': '{}',
            'b/a.smartcity': city('dua'),
        });
        inside('mv', 'b', 'moved');
        commit({
            'c/smartcity.json': '{}',
            'c/a.smartcity': city('tiga'),
            'a/a.smartcity': `${city('satu')}opd x "X"`,
        });
        const { plans } = json(cwd, 'diff', 'HEAD~1');
        expect(plans.map(({ base, head, masterplan }: Record<string, string>) => [base, head, masterplan])).toEqual([
            ['a', 'a', 'satu'],
            [null, 'c', 'tiga'],
            ['b', 'moved', 'dua'],
        ]);
        expect(plans[2].changes).toEqual([]);
        const text = run(cwd, 'diff', 'HEAD~1').out;
        expect(text.match(/^(?:a|c|moved): .*$/gm)).toEqual([
            'a: `HEAD~1` → the working tree',
            'c: `HEAD~1` → the working tree',
        ]);
        expect(text).toMatch(/\n1 plan is no different\.\n$/);
        expect(run(cwd, 'diff', '--format', 'markdown', '--locale', 'id').out).toBe('3 rencana tanpa perbedaan.\n');
        expect(json(cwd, 'diff', 'HEAD~1', '--plan', 'a').plans).toHaveLength(1);
        expect(json(join(cwd, 'a'), 'diff', 'HEAD~1').plans).toHaveLength(1);
        expect(json(cwd, 'diff', 'HEAD~1', 'HEAD', '--plan', 'c').plans[0].base).toBeNull();
        expect(run(cwd, 'diff', 'HEAD~1', '--plan', 'nowhere').err).toContain('There is no plan on either side');
    });
});

describe('what ends the command', () => {
    test('no git on the PATH, no repository, no such revision', () => {
        const { cwd } = repository(PLAN);
        const missing = run({ cwd, env: { PATH: '' } }, 'diff');
        expect([missing.status, missing.out]).toEqual([2, '']);
        expect(missing.err).toContain('there is none on the PATH');
        expect(run({ cwd, env: { PATH: '' } }, 'diff', '--locale', 'id').err).toContain('tidak ditemukan di PATH');
        const outside = run(folder(PLAN), 'diff', 'main');
        expect([outside.status, outside.err]).toEqual([2, expect.stringContaining('lies in no git repository')]);
        expect(run(cwd, 'diff', 'mian')).toMatchObject({
            status: 2,
            err: 'smartcity: There is no revision `mian` here. Did you mean `main`?\n',
        });
        const empty = folder(PLAN);
        git(empty, '2024-01-01', 'init', '--quiet');
        expect(run(empty, 'diff').err).toBe('smartcity: This repository has no commit yet.\n');
    });

    test('names that git would read as options, or as more than one line', () => {
        const { cwd } = repository(PLAN);
        const out = join(cwd, 'written');
        for (const name of [`--output=${out}`, '-h', '--all', 'main\n--all']) {
            expect(run(cwd, 'diff', '--', name)).toMatchObject({ status: 2, out: '' });
        }
        expect(existsSync(out)).toBe(false);
        expect(run(cwd, 'diff', '--base-ref=--all').status).toBe(2);
    });

    test('a shallow clone, which says how to fetch the rest', () => {
        const { cwd, commit } = repository(PLAN);
        commit({ 'b.smartcity': '' });
        const clone = folder({});
        git(clone, '2024-01-01', 'clone', '--quiet', '--depth', '1', `file://${cwd}`, '.');
        const { status, err } = run(clone, 'diff', 'HEAD~1');
        expect(status).toBe(2);
        expect(err).toContain('git fetch --unshallow');
        expect(err).toContain('fetch-depth: 0');
    });

    test('a name that is a folder and a revision, and settings that nobody can read', () => {
        const { cwd, git: inside, commit } = repository({ ...PLAN, 'x/smartcity.json': '{}', 'x/a.smartcity': CITY });
        inside('branch', 'x');
        expect(run(cwd, 'diff', 'x').err).toContain('`x` is a folder and a revision. Write `./x` for the folder');
        expect(run(cwd, 'diff', './x').status).toBe(0);
        expect(run(cwd, 'diff', 'refs/heads/x').status).toBe(0);
        commit({ 'smartcity.json': '{ "diff": { "changed-ownr": "error" } }' });
        expect(run(cwd, 'diff', 'HEAD').err).toContain('smartcity.json:1:13 at HEAD:');
        expect(run(cwd, 'diff', 'HEAD').err).toContain(
            'There is no class of breaking changes `changed-ownr`. Did you mean `changed-owner`?',
        );
    });
});

test('a repository that a hook names in its environment does not mislead', () => {
    const { cwd } = repository(PLAN);
    const other = repository({ 'z.smartcity': '' });
    const env = { GIT_DIR: join(other.cwd, '.git'), GIT_INDEX_FILE: join(other.cwd, '.git/index') };
    expect(kinds({ cwd, env }, 'main')).toEqual([]);
});

test('renaming, moving and splitting files is no difference', () => {
    const { cwd, git: inside, commit } = repository(PLAN);
    const [first, second] = DOUBLE.split(/^(?=program line)/m);
    inside('mv', 'a.smartcity', 'z.smartcity');
    commit({ 'b.smartcity': undefined, 'deep/er/2.smartcity': second, 'deep/1.smartcity': first });
    const { status, out } = run(cwd, 'diff', 'HEAD~1', '--exit-code');
    expect([status, out]).toEqual([0, '.: `HEAD~1` → the working tree\n\nNo difference.\n']);
});

test('links, line ends and names in other scripts are read from git as they are from the disk', () => {
    const { cwd, git: inside } = repository({
        'smartcity.json': '{}',
        'kota 🏙.txt': CITY,
        'b.smartcity': DOUBLE.replaceAll('\n', '\r\n'),
    });
    inside('config', 'core.symlinks', 'true');
    symlinkSync('kota 🏙.txt', join(cwd, 'a.smartcity'));
    inside('add', '--all');
    inside('commit', '--quiet', '-m', 'Tautan');
    expect(kinds(cwd, 'HEAD')).toEqual([]);
    expect(json(cwd, 'diff', 'HEAD').plans[0].masterplan).toBe('kota');
});

describe('exit codes', () => {
    const later = CITY.replace('by 2022', 'by 2025');

    test('are 0 unless asked; then any change counts, or only a breaking one that fails', () => {
        const { cwd } = repository(PLAN);
        writeFileSync(join(cwd, 'a.smartcity'), later);
        expect(run(cwd, 'diff').status).toBe(0);
        expect(run(cwd, 'diff', '--exit-code').status).toBe(1);
        expect(run(cwd, 'diff', '--fail-on-breaking').status, 'a later deadline is a warning').toBe(0);
        writeFileSync(join(cwd, 'smartcity.json'), '{ "diff": { "later-deadline": "error" } }');
        expect(run(cwd, 'diff', '--fail-on-breaking').status).toBe(1);
        expect(run(cwd, 'diff').out).toContain('error[later-deadline]');
        writeFileSync(join(cwd, 'smartcity.json'), '{ "diff": { "later-deadline": "off" } }');
        expect(run(cwd, 'diff', '--fail-on-breaking').status).toBe(0);
    });
});

describe('formats', () => {
    const nasty = 'x <script>alert(1)</script> | `tick` @team #12 *bold* ![i](http://e.org) "q"';
    const quoted = nasty.replaceAll('"', '\\"');

    function changed(): string {
        const { cwd } = repository(PLAN);
        writeFileSync(
            join(cwd, 'b.smartcity'),
            `${DOUBLE.replace('owner kominfo', 'owner dukcapil')}
program nasty "${quoted}" { owner kominfo  element governance.service  duration 1 month }
waive missing-kpi for nasty because "${quoted}" by kominfo until 2020-01-31`,
        );
        return cwd;
    }

    test('Markdown is one comment whatever titles hold', () => {
        const { out, status } = run(changed(), 'diff', '--format', 'markdown');
        expect(status).toBe(0);
        expect(out).toMatch(/^## What changes in the plan `\.`\n/);
        expect(out).not.toContain('<script>');
        expect(out).not.toMatch(/@team|[^\\]\*bold|[^\\]\]\(|http:\/\/|#12/);
        expect(out).toContain('&lt;script&gt;');
        expect(out).toContain('`changed-owner`');
        expect(out.match(/<details>/g)?.length ?? 0).toBe(out.match(/<\/details>/g)?.length ?? 0);
        expect(out).toContain('### ⏳ Waivers about to expire');
    });

    test('JSON has both places of every change, and says what breaks', () => {
        const cwd = changed();
        const told = json(cwd, 'diff');
        expect(told).toMatchObject({
            formatVersion: 1,
            base: { name: 'HEAD', kind: 'revision', commit: expect.stringMatching(/^[0-9a-f]{40}$/) },
            head: { kind: 'working-tree', commit: null },
            summary: { breaking: { error: 0, warning: 1, info: 0 } },
        });
        const [plan] = told.plans;
        const owner = plan.changes.find((change: { kind: string }) => change.kind === 'owner-changed');
        expect(owner).toMatchObject({
            topic: 'owners',
            message: '`room` passes from `kominfo` to `dukcapil`.',
            subjects: ['room'],
            base: { file: 'b.smartcity', line: 2, column: 5 },
            head: { file: 'b.smartcity', line: 2, column: 5 },
            breaking: 'changed-owner',
            severity: 'warning',
            facts: { was: 'kominfo', is: 'dukcapil' },
        });
        for (const change of plan.changes) {
            expect(change.base ?? change.head, change.message).not.toBeNull();
        }
        expect(plan.endingWaivers).toMatchObject([{ rule: 'missing-kpi', daysLeft: 30 }]);
        expect(run(cwd, 'diff', '--format', 'json').out, 'the same bytes again').toBe(
            run(cwd, 'diff', '--format', 'json').out,
        );
    });

    test('the page holds together, asks for nothing, and draws the base as ghosts', () => {
        const cwd = changed();
        const { status, out } = run(cwd, 'diff', '--out', 'out/diff.html', '--locale', 'id');
        expect([status, out]).toEqual([0, 'out/diff.html\n']);
        const page = readFileSync(join(cwd, 'out/diff.html'), 'utf8');
        expect(page).toContain('default-src &#39;none&#39;');
        expect(page).not.toMatch(/<script|(?:src|href)="(?!#)|url\(|@import/);
        expect(page).toContain('&lt;script&gt;');
        expect(structureFaults(page.replace(/^<!doctype html>/, ''))).toEqual([]);
        expect(page).toContain('Peta jalan, sebelum dan sesudah');
    });

    test('the ending of the file tells the format, and a strange one ends the command', () => {
        const cwd = changed();
        run(cwd, 'diff', '--out', 'd.md');
        expect(readFileSync(join(cwd, 'd.md'), 'utf8')).toMatch(/^## /);
        expect(run(cwd, 'diff', '--out', 'd.pdf')).toMatchObject({ status: 2, out: '' });
        expect(existsSync(join(cwd, 'd.pdf'))).toBe(false);
        expect(run(cwd, 'diff', '--format', 'sarif').status).toBe(2);
    });

    test('a big change is a short comment', () => {
        const { cwd } = repository(PLAN);
        const many = Array.from({ length: 1500 }, (_, i) => `program p${i} "Program nomor ${i}" { owner kominfo }`);
        writeFileSync(join(cwd, 'c.smartcity'), many.join('\n'));
        const { out, status } = run(cwd, 'diff', '--format', 'markdown');
        expect(status).toBe(0);
        expect(out.length).toBeLessThan(65_000);
        expect(out).toContain('<summary><strong>Programs (1500)</strong></summary>');
        expect(out).toMatch(/- … and \d+ more/);
        expect(json(cwd, 'diff').plans[0].changes.length).toBeGreaterThan(1500);
    });
});
