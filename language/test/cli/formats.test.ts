import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { CITY, DOUBLE, folder, json, run } from './run.ts';

/** Texts that every format has to survive: markup, control characters, line ends, commands of build servers. */
const NASTY = `opd nasty "A <b>&\\"]]>\u0001\u000b%0A::error::x\ud800 | \`x\` @me" { capacity 0 programs }
program loop-a "A" { owner nasty  after loop-b  duration 1 month }
program loop-b "B" { owner nasty  after loop-c  duration 1 month }
program loop-c "C" { owner nasty  after loop-a  duration 1 month }
program x "<script>" { owner nasti  during 2021 }
waive missing-kpi for line because "Menunggu\\nstudi <&>" by kominfo until 2030
`;
const FILES = {
    'smartcity.json': '{}',
    'a.smartcity': `${CITY}${DOUBLE.replace(/kpi calls.*\n/, '')}`,
    'odd dir/b #1, %: é.smartcity': NASTY,
};

// biome-ignore lint/suspicious/noExplicitAny: shapes are what the tests are about
type Any = any;

function sarifProblems(log: Any): unknown {
    const text = readFileSync(join(import.meta.dirname, 'schema/sarif-2.1.0-rtm.5.json'), 'utf8');
    const { id: _, $schema: __, ...schema } = JSON.parse(text);
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
    // biome-ignore lint/suspicious/noExplicitAny: the package's types are those of its CommonJS build
    (addFormats as any).default?.(ajv) ?? (addFormats as any)(ajv);
    const validate = ajv.compile(schema);
    return validate(log) ? [] : validate.errors;
}

test('sarif is valid, and carries places, rules, circles, waivers and replacements', () => {
    const cwd = folder(FILES);
    const { status, out } = run(cwd, 'check', '--format', 'sarif');
    expect(status).toBe(1);
    const log = JSON.parse(out);
    expect(sarifProblems(log)).toEqual([]);
    const found = json(cwd, 'check').findings;
    const [sarif] = log.runs;
    expect(sarif.columnKind).toBe('utf16CodeUnits');
    expect(sarif.results.map((each: Any) => [each.ruleId, each.partialFingerprints['smartcityFinding/v1']])).toEqual(
        found.map((each: Any) => [each.rule, each.fingerprint]),
    );
    for (const [index, result] of sarif.results.entries()) {
        const { artifactLocation, region } = result.locations[0].physicalLocation;
        const { file, line, column, endLine, endColumn } = found[index];
        expect(decodeURIComponent(artifactLocation.uri)).toBe(file);
        expect(region).toEqual({ startLine: line, startColumn: column, endLine, endColumn });
        expect(sarif.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
        expect(result.partialFingerprints.primaryLocationLineHash).toBe(`${found[index].fingerprint}:1`);
        expect(result.relatedLocations ?? []).toHaveLength(found[index].related.length);
        expect(result.suppressions).toHaveLength(found[index].waived === null ? 0 : 1);
    }
    expect(out).not.toContain('b #1');
    const cycle = sarif.results.find((each: Any) => each.ruleId === 'dependency-cycle');
    const steps = cycle.codeFlows[0].threadFlows[0].locations;
    expect(steps).toHaveLength(4);
    expect(steps[0].location.message.text).toMatch(/^`loop-a` waits for `loop-b`/);
    expect(steps[1].location.message.text).toMatch(/^`loop-b` waits for `loop-c`/);
    const waived = sarif.results.find((each: Any) => each.suppressions.length > 0);
    expect([waived.ruleId, waived.suppressions[0]]).toEqual([
        'missing-kpi',
        { kind: 'inSource', status: 'accepted', justification: expect.stringContaining('Menunggu') },
    ]);
    const misspelt = sarif.results.find((each: Any) => each.ruleId === 'unresolved-reference');
    const [change] = misspelt.fixes[0].artifactChanges;
    expect(change.replacements[0].insertedContent.text).toBe('nasty');
    expect(change.replacements[0].deletedRegion).toEqual(misspelt.locations[0].physicalLocation.region);
    const descriptor = sarif.tool.driver.rules.find((each: Any) => each.id === 'dependency-cycle');
    expect(descriptor.help.markdown).toMatch(/^# `dependency-cycle`\n/);
    expect(descriptor.help.text).not.toContain('`');
});

test('a sarif run without findings is valid too', () => {
    const cwd = folder({ 'a.smartcity': 'masterplan kota "Kota" { period 2020..2029 }\n' });
    const log = JSON.parse(run(cwd, 'check', '--format', 'sarif').out);
    expect([sarifProblems(log), log.runs[0].results]).toEqual([[], []]);
});

test.each(['junit', 'checkstyle'])('%s is well-formed XML whatever the plan says', (format) => {
    const cwd = folder(FILES);
    const { out } = run(cwd, 'check', '--format', format);
    expect(XMLValidator.validate(out)).toBe(true);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(out).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
});

test('junit: a rule that found nothing passes, a finding that fails the run is a failure, a waived one is skipped', () => {
    const cwd = folder(FILES);
    const { summary } = json(cwd, 'check');
    const parser = new XMLParser({
        ignoreAttributes: false,
        attributeNamePrefix: '',
        isArray: (n) => n === 'testcase',
    });
    const { testsuites } = parser.parse(run(cwd, 'check', '--format', 'junit').out);
    const { testsuite } = testsuites;
    const cases: Any[] = testsuite.testcase;
    expect([testsuites.tests, testsuites.failures, testsuite.skipped].map(Number)).toEqual([
        cases.length,
        summary.error,
        summary.waived,
    ]);
    expect(cases.filter((each) => each.failure !== undefined)).toHaveLength(summary.error);
    expect(cases.filter((each) => each.skipped !== undefined)).toHaveLength(1);
    const warnings = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(
        run(cwd, 'check', '--format', 'junit', '--fail-on', 'warning').out,
    );
    expect(Number(warnings.testsuites.failures)).toBe(summary.error + summary.warning);
    expect(new Set(cases.map((each) => each.name)).size).toBeGreaterThan(60);
});

test('junit: has nothing that the schemas of Jenkins do not know', () => {
    const { out } = run(folder(FILES), 'check', '--format', 'junit');
    const known: Record<string, string[]> = {
        testsuites: ['name', 'tests', 'failures', 'errors', 'time'],
        testsuite: ['name', 'tests', 'failures', 'errors', 'skipped', 'time'],
        testcase: ['classname', 'name', 'time'],
        failure: ['type', 'message'],
        skipped: ['message'],
        'system-out': [],
    };
    const written = new Map<string, Set<string>>();
    for (const [, element, attributes] of out.matchAll(/<([a-z-]+)((?: [a-z]+="[^"]*")*)\/?>/g)) {
        const names = written.get(element!) ?? new Set<string>();
        written.set(element!, names);
        for (const [, name] of attributes!.matchAll(/ ([a-z]+)="/g)) {
            names.add(name!);
        }
    }
    expect(Object.fromEntries([...written].map(([element, names]) => [element, [...names].sort()]))).toEqual(
        Object.fromEntries(Object.entries(known).map(([element, names]) => [element, [...names].sort()])),
    );
});

test('checkstyle: findings by file, waived ones to be ignored', () => {
    const cwd = folder(FILES);
    const { findings, summary } = json(cwd, 'check');
    const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', isArray: (n) => n === 'error' });
    const files: Any[] = parser.parse(run(cwd, 'check', '--format', 'checkstyle').out).checkstyle.file;
    const errors = files.flatMap((file) => file.error.map((each: Any) => ({ file: file.name, ...each })));
    expect(errors).toHaveLength(findings.length);
    expect(errors.filter((each) => each.severity === 'ignore')).toHaveLength(summary.waived);
    expect(errors.map((each) => `${each.file}:${each.line}:${each.column} ${each.source}`)).toEqual(
        findings.map((each: Any) => `${each.file}:${each.line}:${each.column} smartcity.${each.rule}`),
    );
});

test('gitlab: one issue a finding, told apart between plans', () => {
    const cwd = folder({
        'a/smartcity.json': '{}',
        'a/a.smartcity': CITY,
        'b/smartcity.json': '{}',
        'b/b.smartcity': CITY,
    });
    const issues: Any[] = JSON.parse(run(cwd, 'check', '--format', 'gitlab').out);
    const { findings } = json(cwd, 'check');
    expect(issues).toHaveLength(findings.length);
    expect(new Set(issues.map((each) => each.fingerprint)).size).toBe(issues.length);
    for (const [index, issue] of issues.entries()) {
        expect(Object.keys(issue).sort()).toEqual(['check_name', 'description', 'fingerprint', 'location', 'severity']);
        expect(issue.location).toEqual({
            path: findings[index].file,
            lines: { begin: findings[index].line, end: findings[index].endLine },
        });
        expect(['info', 'minor', 'major']).toContain(issue.severity);
    }
});

test('github: errors first, escaped, and the log tells what GitHub hides', () => {
    const many = Array.from({ length: 14 }, (_, i) => `program p${i} "P" { owner nobody${i}  during 2021 }\n`).join('');
    const cwd = folder({ ...FILES, 'many.smartcity': many, 'summary.md': 'before\n' });
    const place = { cwd, env: { GITHUB_STEP_SUMMARY: join(cwd, 'summary.md'), GITHUB_WORKSPACE: cwd } };
    const { out } = run(place, 'check', '--format', 'github');
    const lines = out.trimEnd().split('\n');
    const commands = lines.filter((line) => line.startsWith('::'));
    const { summary, findings } = json(cwd, 'check');
    expect(commands).toHaveLength(summary.error + summary.warning + summary.info);
    const kinds = commands.map((line) => /^::(\w+) /.exec(line)?.[1]);
    expect(kinds).toEqual([
        ...Array(summary.error).fill('error'),
        ...Array(summary.warning).fill('warning'),
        ...Array(summary.info).fill('notice'),
    ]);
    const inOdd = commands.find((line) => line.includes('file=odd'))!;
    expect(inOdd).toMatch(/^::\w+ file=odd dir\/b #1%2C %25%3A é\.smartcity,line=\d+,/);
    const hidden = [summary.error, summary.warning, summary.info].reduce((n, each) => n + Math.max(0, each - 10), 0);
    expect(lines.at(-1)).toContain(`${hidden} findings are only in this log`);
    expect(lines.some((line) => line.startsWith('waived: '))).toBe(true);
    // Nothing but our own commands may begin a line.
    expect(lines.filter((line) => /^\s*::/.test(line) && !/^::(error|warning|notice) file=/.test(line))).toEqual([]);
    const page = readFileSync(join(cwd, 'summary.md'), 'utf8');
    expect(page).toMatch(/^before\n# Plan check\n/);
    expect(page).toContain(`## 🔴 Errors (${summary.error})`);
    expect(page).not.toContain('<script>');
    expect(findings.some((each: Any) => each.message.includes('\n'))).toBe(false);

    const below = run({ cwd: join(cwd, 'odd dir'), env: { GITHUB_WORKSPACE: cwd } }, 'check', '--format', 'github');
    expect(below.out).toContain('file=odd dir/b #1%2C');
});

test('several formats at once: files whole or not at all, one printed', () => {
    const cwd = folder({ ...FILES, 'taken/': '', 'frozen.json': 'old' });
    const formats = [
        '--format',
        'text',
        '--format',
        'sarif=out/deep/findings.sarif',
        '--format',
        'junit=out/tests.xml',
    ];
    const both = run(cwd, 'check', ...formats);
    expect([both.status, both.err]).toEqual([1, '']);
    expect(both.out).toBe(run(cwd, 'check').out);
    expect(readFileSync(join(cwd, 'out/deep/findings.sarif'), 'utf8')).toBe(run(cwd, 'check', '--format', 'sarif').out);

    const onlyFile = run(cwd, 'check', '--format', 'json=out/a.json');
    expect(onlyFile.out).toMatch(/^\d+ errors?, .* → out\/a\.json\n$/);
    expect(readFileSync(join(cwd, 'out/a.json'), 'utf8')).toBe(run(cwd, 'check', '--format', 'json').out);

    const refused = run(cwd, 'check', '--format', 'json=new.json', '--format', 'junit=taken');
    expect([refused.status, refused.out, refused.err]).toEqual([
        2,
        '',
        'smartcity: taken cannot be written: it is a folder (EISDIR).\n',
    ]);
    expect(existsSync(join(cwd, 'new.json'))).toBe(false);
    writeFileSync(join(cwd, 'frozen.json'), 'old', { mode: 0o444 });
    for (const [words, said] of [
        [['--format', 'json', '--format', 'sarif'], 'Only one format can be printed'],
        [['--format', 'json='], 'lacks the file'],
        [['--format', 'jsn'], 'Did you mean `json`?'],
        [['--format', 'json=x', '--format', 'sarif=x'], 'Two formats cannot go to one file'],
    ] as const) {
        const { status, out, err } = run(cwd, 'check', ...words);
        expect([status, out]).toEqual([2, '']);
        expect(err).toContain(said);
    }
    expect(existsSync(join(cwd, 'x'))).toBe(false);
});

test('no machine format hangs on language, time zone, colours or the width of a terminal of the reader', () => {
    const cwd = folder(FILES);
    for (const format of ['json', 'sarif', 'junit', 'github', 'gitlab', 'checkstyle', 'markdown', 'text']) {
        const plain = run(cwd, 'check', '--format', format).out;
        const env = {
            LANG: 'id_ID.UTF-8',
            LC_ALL: 'tr_TR.UTF-8',
            TZ: 'Pacific/Kiritimati',
            FORCE_COLOR: '3',
            COLUMNS: '20',
            CI: 'true',
        };
        expect(run({ cwd, env }, 'check', '--format', format).out, format).toBe(plain);
        expect(plain).not.toContain('\u001b');
    }
});
