import { expect, test } from 'vitest';
import { CITY, folder, json, run } from './run.ts';

const PLAN = `${CITY}
program base "Jaringan" { owner kominfo  element governance.service  duration 6..9..24 months  raises ladder.service to 2 }
program top "Layanan" { owner dukcapil  element governance.service  after base  duration 6..8..24 months  raises ladder.service to 3 }
program park "Taman" { owner dukcapil  during 2022..2023 }
scenario late "Terlambat" { delay base by 12 months  drop park }
scenario less "Kurang" { drop base }
`;

const city = () => folder({ 'smartcity.json': '{}', 'a.smartcity': PLAN });

test('an unknown scenario ends every command: with what was probably meant, and what there is', () => {
    const cwd = city();
    for (const words of [['check'], ['roadmap'], ['maturity'], ['render', '--out', 'x.html']]) {
        const { status, out, err } = run(cwd, ...words, '--scenario', 'lat');
        expect([status, out]).toEqual([2, '']);
        expect(err).toContain('There is no scenario `lat`. Did you mean `late`? The plan has `late`, `less`.');
    }
    const none = folder({ 'smartcity.json': '{}', 'a.smartcity': CITY });
    expect(run(none, 'roadmap', '--scenario', 'x').err).toContain('The plan declares none.');
});

test('roadmap and maturity of a scenario have the shapes of those without, and its name and consequences', () => {
    const cwd = city();
    const [base, late] = [json(cwd, 'roadmap'), json(cwd, 'roadmap', '--scenario', 'late')];
    expect(late.scenario).toBe('late');
    expect(Object.keys(late.programs[0])).toEqual(Object.keys(base.programs[0]));
    const finishes = (told: typeof base) =>
        told.programs.map((each: { name: string; finish: string }) => `${each.name} ${each.finish}`);
    expect(finishes(base)).toEqual(['base 2020-09-30', 'top 2021-05-31', 'park 2023-12-31']);
    expect(finishes(late)).toEqual(['base 2021-09-30', 'top 2022-05-31']);
    expect(late.consequences.map((each: { kind: string }) => each.kind)).toEqual(
        expect.arrayContaining(['program-cancelled', 'program-moved']),
    );
    const levels = json(cwd, 'maturity', '--scenario', 'late');
    expect(levels.scenario).toBe('late');
    expect(levels.frameworks[0].steps.at(-1).date).toBe('2022-06-01');
    expect(run(cwd, 'roadmap', '--scenario', 'late').out).toMatch(
        /^What if: Terlambat \(late\)\n[\s\S]*moved[\s\S]*\+365 d/,
    );
});

test('check plays a scenario, and tells what depends on what it drops with or without', () => {
    const cwd = city();
    const lost = (told: { findings: { rule: string }[] }) =>
        told.findings.filter(({ rule }) => rule === 'depends-on-dropped').length;
    const [base, less] = [json(cwd, 'check'), json(cwd, 'check', '--scenario', 'less')];
    expect([lost(base), lost(less)]).toEqual([1, 1]);
    expect(less.scenario).toBe('less');
    expect('scenario' in base).toBe(false);
    expect([base.summary.programs, less.summary.programs]).toEqual([3, 2]);
    expect(run(cwd, 'check', '--scenario', 'less').out).toContain('What if: Kurang (less)');
});

test('render draws a scenario beside the plan', () => {
    const cwd = city();
    expect(run(cwd, 'render', '--scenario', 'late', '--out', 'out').status).toBe(0);
});

test('how sure dates and targets are: percentiles, probability, curve and deciders, the same with the same seed', () => {
    const cwd = city();
    const roadmap = json(cwd, 'roadmap');
    expect(roadmap.simulation).toEqual({ seed: 1, runs: 1000 });
    const [base, top, park] = roadmap.programs;
    for (const { p10, p50, p90 } of [base, top]) {
        expect([p10, p50, p90]).toEqual([...new Set([p10, p50, p90])].sort());
    }
    expect([park.p10, park.p50, park.p90]).toEqual(['2023-12-31', '2023-12-31', '2023-12-31']);
    const [target] = json(cwd, 'maturity').frameworks[0].targets;
    expect(target.probability).toBeGreaterThan(0.5);
    expect(target.curve[0]).toEqual({ by: '2022-12-31', probability: target.probability });
    expect(target.deciders).toEqual([
        { program: 'base', share: 1 },
        { program: 'top', share: 1 },
    ]);
    expect(run(cwd, 'roadmap', '--format', 'json', '--seed', '1').out).toBe(
        run(cwd, 'roadmap', '--format', 'json').out,
    );
    expect(json(cwd, 'roadmap', '--seed', '2').programs[1].p90).not.toBe(top.p90);
    expect(json(cwd, 'roadmap', '--runs', '2000').simulation.runs).toBe(2000);
    expect(run(cwd, 'roadmap').out).toContain('nine times out of ten by');
    expect(run(cwd, 'maturity', '--locale', 'id').out).toContain('ditentukan oleh base 100%, top 100%');
    for (const words of [
        ['--runs', '999'],
        ['--runs', '10001'],
        ['--runs', 'x'],
        ['--seed', '-1'],
        ['--seed', '1.5'],
    ]) {
        expect(run(cwd, 'roadmap', ...words).status).toBe(2);
    }
});
