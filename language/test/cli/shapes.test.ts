import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CITY, DOUBLE, folder, json, run } from './run.ts';

const ISO = /^\d{4}-\d{2}-\d{2}$/;

function keysOf(value: object): string[] {
    return Object.keys(value).sort();
}

/** The keys that must be there; more may be added. */
function expectKeys(value: object, keys: string): void {
    expect(keysOf(value)).toEqual(expect.arrayContaining(keys.split(' ')));
}

test('check: findings with places, subjects and a summary that counts them', () => {
    // The marked name stands behind two characters that are two UTF-16 units each.
    const wide = 'program wide "🏙🏙" { owner nobody }\n';
    const cwd = folder({ 'city/smartcity.json': '{}', 'city/a.smartcity': CITY, 'city/x/b.smartcity': DOUBLE + wide });
    const { status, out, err } = run(cwd, 'check', '--format', 'json');
    expect([status, err]).toEqual([1, '']);
    const told = JSON.parse(out);
    expect(told.formatVersion).toBe(1);
    expect(told.plans).toEqual([{ root: 'city', masterplan: 'kota' }]);
    for (const finding of told.findings) {
        expectKeys(
            finding,
            'rule severity message plan file line column endLine endColumn subjects evidence related from to waived fingerprint',
        );
        expect(finding.plan).toBe('city');
        expect(finding.subjects).toEqual([...finding.subjects].sort());
        expect(finding.waived).toBeNull();
        for (const place of [
            finding,
            ...finding.related,
            ...finding.evidence.filter((each: object) => 'file' in each),
        ]) {
            expect(place.file).toMatch(/^city\/(?:a|x\/b)\.smartcity$/);
            expect(Math.min(place.line, place.column, place.endLine, place.endColumn)).toBeGreaterThanOrEqual(1);
        }
        for (const { label, value } of finding.evidence) {
            expect([typeof label, typeof value]).toEqual(['string', 'string']);
        }
    }
    const of = (rule: string) => told.findings.find((each: { rule: string }) => each.rule === rule);
    expect(of('duplicate-service')).toMatchObject({
        severity: 'error',
        file: 'city/x/b.smartcity',
        line: 9,
        column: 9,
        endColumn: 13,
        subjects: ['line', 'room'],
        from: '2020-07-01',
        to: '2020-12-31',
    });
    expect(of('unresolved-reference')).toMatchObject({ line: 15, column: 29, endLine: 15, endColumn: 35 });
    const count = (severity: string) =>
        told.findings.filter((each: { severity: string }) => each.severity === severity).length;
    expect(told.summary).toEqual({
        error: count('error'),
        warning: count('warning'),
        info: count('info'),
        waived: 0,
        files: 2,
        programs: 3,
    });
    expect(run(cwd, 'check', '--format', 'json').out, 'the same bytes again').toBe(out);
});

test('roadmap and maturity: programs by start and name, steps, targets', () => {
    const cwd = folder({
        'smartcity.json': '{}',
        'a.smartcity': `${CITY}program idle "Tanpa waktu" { owner kominfo }\n${DOUBLE}`,
    });
    const roadmap = json(cwd, 'roadmap');
    expect(keysOf(roadmap)).toEqual(['formatVersion', 'programs', 'simulation', 'unscheduled']);
    expect(roadmap.simulation).toEqual({ seed: 1, runs: 1000 });
    expect(roadmap.unscheduled).toEqual(['idle']);
    expect(roadmap.programs.map((each: { name: string }) => each.name)).toEqual(['line', 'room']);
    const keys =
        'name title owner element start finish slackDays critical quickWin waitsFor status p10 p50 p90 activities';
    for (const program of roadmap.programs) {
        expectKeys(program, keys);
    }
    expect(roadmap.programs[0].waitsFor).toEqual([{ name: 'room', until: '2021-01-01' }]);
    expect(roadmap.programs[1]).toMatchObject({
        title: 'Ruang aduan 🏙 kota',
        owner: 'kominfo',
        element: 'governance.service',
        start: '2020-07-01',
        finish: '2020-12-31',
        quickWin: true,
        status: 'planned',
        activities: [{ name: 'build', title: 'Membangun', start: '2020-07-01', finish: '2020-08-31' }],
    });

    const maturity = json(cwd, 'maturity');
    expectKeys(maturity, 'formatVersion note noneOf frameworks');
    expect(maturity.note).toBe('Planning simulation, not an official score.');
    expect(maturity.noneOf).toEqual([{ rules: ['duplicate-service'], by: '2023-12-31', met: true, findings: [] }]);
    const [ladder] = maturity.frameworks;
    expectKeys(ladder, 'name steps actuals domains indicators targets');
    expect(ladder.steps.at(-1)).toEqual({ date: '2021-01-01', value: 2, band: null, causes: ['room'] });
    expect(ladder.steps[0].date).toMatch(ISO);
    expect(ladder.indicators[0].steps.at(-1)).toEqual({ date: '2021-01-01', level: 2, causes: ['room'] });
    expect(ladder.targets[0]).toMatchObject({
        indicator: null,
        value: 3,
        by: '2022-12-31',
        reached: null,
        met: false,
        blockers: [{ indicator: 'service', level: 3, suppliers: [], barredBy: [] }],
    });
});

test('lists of the projection are in order of name or date, however the plan is written', () => {
    const cwd = folder({
        'a.smartcity': `masterplan kota "Kota" {
    period 2020..2029
    target none-of missing-kpi, contested-data by 2023
    target none-of missing-owner by 2021
    target index 2 by 2024
    target index.z 2 by 2022
    actual index 2 at 2021
    actual index 1 at 2019
}
framework index "Indeks" {
    scale 1..5 staged
    aggregate mean
    domain z "Z" { indicator z "Z"  indicator y "Y" }
    domain a "A" { indicator x "X" }
}
`,
    });
    const { frameworks, noneOf } = json(cwd, 'maturity');
    expect(noneOf.map((each: { rules: string[] }) => each.rules)).toEqual([
        ['missing-owner'],
        ['contested-data', 'missing-kpi'],
    ]);
    const names = (list: { name: string }[]) => list.map(({ name }) => name);
    expect([names(frameworks[0].domains), names(frameworks[0].indicators)]).toEqual([
        ['a', 'z'],
        ['x', 'y', 'z'],
    ]);
    expect(frameworks[0].targets.map((each: { by: string }) => each.by)).toEqual(['2022-12-31', '2024-12-31']);
    expect(frameworks[0].actuals.map((each: { date: string }) => each.date)).toEqual(['2019-12-31', '2021-12-31']);
});

test('names and order of files change no finding', () => {
    const facts = (cwd: string) =>
        json(cwd, 'check')
            .findings.map((each: { rule: string; fingerprint: string; message: string }) => [
                each.rule,
                each.fingerprint,
                each.message,
            ])
            .sort();
    const one = folder({ 'smartcity.json': '{}', 'a.smartcity': CITY, 'b.smartcity': DOUBLE });
    const other = folder({ 'smartcity.json': '{}', 'z.smartcity': CITY, 'deep/er/a.smartcity': DOUBLE });
    expect(facts(one)).toEqual(facts(other));
    expect(facts(one).length).toBeGreaterThan(2);
});

test('the day of the run comes from --today, else from SOURCE_DATE_EPOCH', () => {
    const waive = 'waive duplicate-service for line, room because "Dua pintu" by dukcapil until 2020-06-30\n';
    const cwd = folder({ 'smartcity.json': '{"locale": "id"}', 'a.smartcity': CITY + DOUBLE + waive });
    const before = json(cwd, 'check', '--today', '2020-06-30');
    const duplicate = before.findings.find((each: { rule: string }) => each.rule === 'duplicate-service');
    expect(duplicate).toMatchObject({
        severity: 'error',
        waived: { because: 'Dua pintu', by: 'dukcapil', until: '2020-06-30' },
    });
    expect(duplicate.message).toContain('satu layanan');
    expect(before.summary.waived).toBe(1);
    const epoch = { cwd, env: { SOURCE_DATE_EPOCH: String(Date.UTC(2020, 6, 1) / 1000) } };
    const after = json(epoch, 'check');
    expect(after.summary.waived).toBe(0);
    expect(after.findings.map((each: { rule: string }) => each.rule)).toContain('expired-waiver');
    const english = json(epoch, 'check', '--locale', 'en', '--today', '2020-06-30');
    expect(english.summary.waived, '--today beats the environment').toBe(1);
    expect(JSON.stringify(english)).toContain('one service, run twice');
});

test('people read excerpts with carets, without colours where there is no terminal', () => {
    const cwd = folder({ 'plan/smartcity.json': '{}', 'plan/a.smartcity': CITY + DOUBLE });
    const { out, err, status } = run({ cwd, env: { CI: 'true', FORCE_COLOR: '1' } }, 'check', '--locale', 'id');
    expect([status, err]).toEqual([1, '']);
    expect(out).not.toContain('\u001b');
    expect(out).toContain(`galat[duplicate-service]`);
    expect(out).toContain('--> plan/a.smartcity:19:9\n');
    expect(out).toContain(' 19 | program line "Pusat panggilan" {\n    |         ^^^^\n');
    expect(out).toMatch(
        /3 galat, 0 peringatan, 2 info dalam 1 berkas, 2 program\.\nBerikutnya: smartcity explain \S+\n$/,
    );
    expect(run(join(cwd, 'plan'), 'roadmap').out).toContain('2020-07-01  2020-12-31');
    expect(run(join(cwd, 'plan'), 'maturity', '--locale', 'id').out).toContain(
        'target ladder 3 pada 2022-12-31: tidak tercapai',
    );
});
