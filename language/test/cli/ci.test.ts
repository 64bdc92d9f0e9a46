import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { BIN, CITY, DOUBLE, folder } from './run.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const PAGE = readFileSync(join(ROOT, 'docs/ci.md'), 'utf8');

// biome-ignore lint/suspicious/noExplicitAny: the shape of other people's files
type Any = any;

function read(file: string): Any {
    return parse(readFileSync(join(ROOT, file), 'utf8'));
}

/** The fences of a kind on the page. */
function fences(kind: string): string[] {
    return [...PAGE.matchAll(/^```([^\n]+)\n([\s\S]*?)^```/gm)]
        .filter(([, each]) => each === kind)
        .map(([, , text]) => text!);
}

/** A repository with a plan that is committed, and `smartcity` on the path. */
function repository(files: Readonly<Record<string, string>>): { cwd: string; env: Record<string, string> } {
    const cwd = folder({ ...files, '.git-tools/': '' });
    const tool = join(cwd, '.git-tools/smartcity');
    writeFileSync(tool, `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`);
    chmodSync(tool, 0o755);
    const { GITHUB_STEP_SUMMARY: _, GITHUB_WORKSPACE: __, ...outer } = process.env;
    const env = {
        ...outer,
        PATH: [join(cwd, '.git-tools'), dirname(process.execPath), process.env.PATH].join(delimiter),
        GIT_AUTHOR_NAME: 'Perencana',
        GIT_AUTHOR_EMAIL: 'perencana@example.org',
        GIT_COMMITTER_NAME: 'Perencana',
        GIT_COMMITTER_EMAIL: 'perencana@example.org',
        GIT_CONFIG_GLOBAL: '/dev/null',
        SOURCE_DATE_EPOCH: '1577836800',
    } as Record<string, string>;
    const git = (...words: string[]) => spawnSync('git', words, { cwd, env });
    git('init', '-q', '-b', 'main');
    writeFileSync(join(cwd, '.gitignore'), '.git-tools\nout\nsmartcity-out\n');
    git('add', '.');
    git('commit', '-qm', 'base');
    return { cwd, env };
}

function shell(script: string, place: { cwd: string; env: Record<string, string> }) {
    return spawnSync('bash', ['-c', script], { ...place, encoding: 'utf8' });
}

const PLAN = { 'smartcity.json': '{}\n', 'plan.smartcity': CITY + DOUBLE };

test('every command of docs/ci.md runs, and none is wrong usage', () => {
    const place = repository(PLAN);
    const lines = fences('sh').flatMap((text) => text.trimEnd().split('\n'));
    expect(lines.length).toBeGreaterThan(15);
    for (const line of lines) {
        const { status, stderr } = shell(line, place);
        expect([0, 1], `${line}\n${stderr}`).toContain(status);
        expect(stderr).not.toContain('internal error');
    }
    expect(existsSync(join(place.cwd, 'out/findings.sarif'))).toBe(true);
    const baseline = JSON.parse(readFileSync(join(place.cwd, 'smartcity-baseline.json'), 'utf8'));
    expect(baseline.findings.length).toBeGreaterThan(3);
}, 240_000);

test('the GitHub Action annotates, adds the job summary, writes SARIF and what the branch changes, and sets its outputs', () => {
    const place = repository({ 'cities/kota/smartcity.json': '{}', 'cities/kota/plan.smartcity': CITY });
    const action = read('action.yml');
    const [step] = action.runs.steps;
    writeFileSync(join(place.cwd, 'cities/kota/double.smartcity'), DOUBLE);
    const given: Record<string, string> = { paths: 'cities/*\n', 'new-since': 'main', base: 'main' };
    const inputs = Object.fromEntries(
        Object.entries<Any>(action.inputs).map(([name, { default: value }]) => [name, given[name] ?? value]),
    );
    const env = Object.entries<string>(step.env).map(([name, value]) => {
        const [, input] = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)!;
        expect(inputs).toHaveProperty([input!]);
        return [name, inputs[input!]!];
    });
    expect(env).toHaveLength(Object.keys(inputs).length);
    const files = {
        GITHUB_OUTPUT: join(place.cwd, 'out/output'),
        GITHUB_STEP_SUMMARY: join(place.cwd, 'out/summary.md'),
    };
    mkdirSync(join(place.cwd, 'out'));
    const ran = shell(step.run, {
        cwd: place.cwd,
        env: {
            ...place.env,
            ...Object.fromEntries(env),
            ...files,
            GITHUB_ACTION_PATH: ROOT,
            GITHUB_WORKSPACE: place.cwd,
            GITHUB_BASE_REF: '',
        },
    });
    expect([ran.status, ran.stderr]).toEqual([1, '']);
    expect(ran.stdout).toContain('::error file=cities/kota/double.smartcity,line=');
    expect(ran.stdout).toContain('title=duplicate-service::');
    expect(ran.stdout).not.toContain('file=cities/kota/plan.smartcity,line=1,endLine=1,title=no-quick-win');
    expect(readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8')).toMatch(/^# Plan check\n[\s\S]*duplicate-service/);
    const outputs = Object.fromEntries(
        readFileSync(files.GITHUB_OUTPUT, 'utf8')
            .trimEnd()
            .split('\n')
            .map((line) => line.split(/=(.*)/s).slice(0, 2)),
    );
    for (const { value } of Object.values<Any>(action.outputs)) {
        expect(outputs).toHaveProperty([/outputs\.([\w-]+)/.exec(value)![1]!]);
    }
    expect(outputs).toMatchObject({ 'exit-code': '1', sarif: join(place.cwd, 'smartcity-out/findings.sarif') });
    expect(JSON.parse(readFileSync(outputs.sarif, 'utf8')).version).toBe('2.1.0');
    expect(readFileSync(outputs.comment, 'utf8')).toContain('duplicate-service');
});

test('the workflow on the page uses inputs and outputs that the action has', () => {
    const action = read('action.yml');
    const [workflow] = fences('yaml action');
    const { steps } = parse(workflow!).jobs.check;
    const own = steps.find((each: Any) => each.uses?.includes('/smartcity@'));
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(own.with)));
    for (const [, output] of workflow!.matchAll(/steps\.plan\.outputs\.([\w-]+)/g)) {
        expect(action.outputs).toHaveProperty([output!]);
    }
});

test('the GitLab template checks, and leaves the reports that it names', () => {
    const template = read('scripts/ci/gitlab.yml');
    const place = repository(PLAN);
    const { before_script, script, artifacts } = template.smartcity;
    const env = { ...place.env, ...template.variables };
    const ran = shell(`set -e\n${[...before_script, ...script].join('\n')}`, { cwd: place.cwd, env });
    expect([ran.status, ran.stderr]).toEqual([1, '']);
    const issues = JSON.parse(readFileSync(join(place.cwd, artifacts.reports.codequality), 'utf8'));
    expect(issues.map((each: Any) => each.check_name)).toContain('duplicate-service');
    expect(readFileSync(join(place.cwd, artifacts.reports.junit), 'utf8')).toContain('<testsuite name="."');
    const [included] = fences('yaml gitlab');
    expect(Object.keys(template.variables)).toEqual(expect.arrayContaining(Object.keys(parse(included!).variables)));
    expect(existsSync(join(ROOT, parse(included!).include[0].file))).toBe(true);
});

test('the pre-commit hook refuses a commit whose plan has errors, and lets a sound one pass', () => {
    const hooks: Any[] = read('.pre-commit-hooks.yaml');
    const place = repository({
        'smartcity.json': '{}',
        'plan.smartcity': 'masterplan kota "Kota" { period 2020..2029 }\n',
    });
    const [check, format] = ['smartcity-check', 'smartcity-format'].map((id) => hooks.find((each) => each.id === id));
    const used = parse(fences('yaml pre-commit')[0]!).repos[0].hooks.map((each: Any) => each.id);
    expect(used).toEqual(['smartcity-check', 'smartcity-format']);
    const pattern = new RegExp(check.files);
    expect(['a/b.smartcity', 'smartcity.json', 'x/smartcity.json'].every((name) => pattern.test(name))).toBe(true);
    expect(['mysmartcity.json', 'a.smartcity.md'].some((name) => pattern.test(name))).toBe(false);
    const hook = join(place.cwd, '.git/hooks/pre-commit');
    mkdirSync(dirname(hook), { recursive: true });
    writeFileSync(hook, `#!/bin/sh\nexec ${check.entry} $(git diff --cached --name-only | grep -E '${check.files}')\n`);
    chmodSync(hook, 0o755);
    const commit = (text: string) => {
        writeFileSync(join(place.cwd, 'more.smartcity'), text);
        return shell('git add . && git commit -qm more', place);
    };
    const refused = commit('program p "P" { owner nobody  during 2021 }\n');
    expect(refused.status).toBe(1);
    expect(`${refused.stdout}${refused.stderr}`).toContain('error[unresolved-reference]');
    expect(commit('opd kominfo "Dinas Kominfo"\n').status).toBe(0);
    expect(shell(`${format.entry} --check more.smartcity`, place).status).toBe(0);
});
