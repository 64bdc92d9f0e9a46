import { expect, test } from 'vitest';
import { framework, projectCity } from './projection-city.ts';
import { line } from './projection-view.ts';

const garuda = framework('garuda', { scale: '1..5 staged', indicators: { governance: {}, living: {} } });
const kominfo = framework('kominfo', { scale: '0.. scored', indicators: { output: {}, outcome: {} } });

test('without any actual an indicator stands at the lower end of the scale from the first day of the plan', () => {
    const projection = projectCity({ frameworks: [garuda, kominfo], first: '2020' });
    expect(line(projection, 'garuda.governance')).toEqual(['2020-01-01 1']);
    expect(line(projection, 'kominfo.output')).toEqual(['2020-01-01 0']);
    expect(line(projection, 'garuda')).toEqual(['2020-01-01 1']);
});

test('a line begins at the day of its first actual, even before the plan', () => {
    const projection = projectCity({
        frameworks: [garuda],
        first: '2020',
        actuals: ['garuda.governance 3 at 2019-07-09'],
    });
    expect(line(projection, 'garuda.governance')).toEqual(['2019-07-09 3 actual']);
});

test('a line begins at the day of its first actual, even long after the first day of the plan', () => {
    const projection = projectCity({
        frameworks: [garuda],
        actuals: ['garuda.governance 3 at 2022-02-01'],
        programs: { early: { finish: '2020', raises: ['garuda.governance to 2'] } },
    });
    expect(line(projection, 'garuda.governance')).toEqual(['2022-02-01 3 actual']);
});

test('the day of an actual is the last day of its date, as `at` reads as an end', () => {
    const projection = projectCity({ frameworks: [garuda], actuals: ['garuda.governance 3 at 2019-Q3'] });
    expect(line(projection, 'garuda.governance')).toEqual(['2019-09-30 3 actual']);
});

test('on any day the latest actual on or before it counts, in whatever order they are written', () => {
    const projection = projectCity({
        frameworks: [kominfo],
        actuals: ['kominfo.output 3.20 at 2023', 'kominfo.output 3.06 at 2021', 'kominfo.output 3.31 at 2022'],
    });
    expect(line(projection, 'kominfo.output')).toEqual([
        '2021-12-31 3.06 actual',
        '2022-12-31 3.31 actual',
        '2023-12-31 3.2 actual',
    ]);
});

test('an actual that says what the line says makes no step', () => {
    const projection = projectCity({
        frameworks: [garuda],
        actuals: ['garuda.governance 3 at 2021', 'garuda.governance 3 at 2022', 'garuda.governance 2 at 2023'],
    });
    expect(line(projection, 'garuda.governance')).toEqual(['2021-12-31 3 actual', '2023-12-31 2 actual']);
});

test('an indicator with actuals of its own takes none of the framework’s, before or after', () => {
    const projection = projectCity({
        frameworks: [garuda],
        actuals: ['garuda 3 at 2019', 'garuda.governance 2 at 2020', 'garuda 4 at 2021'],
    });
    expect(line(projection, 'garuda.governance')).toEqual(['2020-12-31 2 actual']);
    expect(line(projection, 'garuda.living')).toEqual(['2019-12-31 3 actual', '2021-12-31 4 actual']);
});

test('a decimal actual of a staged framework is rounded down for its indicators and stands beside the line as measured', () => {
    const projection = projectCity({ frameworks: [garuda], actuals: ['garuda 3.9 at 2024 source KemenPANRB'] });
    expect(line(projection, 'garuda.living')).toEqual(['2024-12-31 3 actual']);
    expect(line(projection, 'garuda')).toEqual(['2024-12-31 3 actual']);
    expect(projection.frameworks[0]!.actuals).toEqual([
        { date: projection.frameworks[0]!.steps[0]!.date, value: 3.9, source: 'KemenPANRB' },
    ]);
});

test('a decimal actual of a scored framework is given to its indicators as it is', () => {
    const projection = projectCity({ frameworks: [kominfo], actuals: ['kominfo 3.31 at 2022'] });
    expect(line(projection, 'kominfo.output')).toEqual(['2022-12-31 3.31 actual']);
    expect(line(projection, 'kominfo')).toEqual(['2022-12-31 3.31 actual']);
});

test('a later actual beats everything planned before it, and a line may fall', () => {
    const projection = projectCity({
        frameworks: [garuda],
        actuals: ['garuda.governance 3 at 2019', 'garuda.governance 3 at 2022-06-30'],
        programs: {
            before: { finish: '2020', raises: ['garuda.governance to 4'] },
            after: { finish: '2023', raises: ['garuda.governance to 4'] },
        },
    });
    expect(line(projection, 'garuda.governance')).toEqual([
        '2019-12-31 3 actual',
        '2021-01-01 4 before',
        '2022-06-30 3 actual',
        '2024-01-01 4 after',
    ]);
});

test('an actual beats what begins to act on its own day: the work was done when it was measured', () => {
    const programs = { fibre: { finish: '2020-12-31', raises: ['garuda.governance to 2'] } };
    const on = projectCity({ frameworks: [garuda], actuals: ['garuda.governance 1 at 2021-01-01'], programs });
    expect(line(on, 'garuda.governance')).toEqual(['2021-01-01 1 actual']);
    const dayBefore = projectCity({ frameworks: [garuda], actuals: ['garuda.governance 1 at 2020-12-31'], programs });
    expect(line(dayBefore, 'garuda.governance')).toEqual(['2020-12-31 1 actual', '2021-01-01 2 fibre']);
});

test('an actual also ends the `until` of what it beats', () => {
    const projection = projectCity({
        frameworks: [garuda],
        actuals: ['garuda.governance 2 at 2022'],
        programs: { fibre: { finish: '2020', raises: ['garuda.governance to 2 until 2024'] } },
    });
    expect(line(projection, 'garuda.governance')).toEqual(['2022-12-31 2 actual']);
});

test('of two actuals on one day the one written last counts', () => {
    const projection = projectCity({
        frameworks: [garuda],
        actuals: ['garuda.governance 4 at 2021-12-31', 'garuda.governance 3 at 2021'],
    });
    expect(line(projection, 'garuda.governance')).toEqual(['2021-12-31 3 actual']);
});

test('an actual outside its scale is a finding of reading and counts for nothing', () => {
    const projection = projectCity({ frameworks: [garuda], actuals: ['garuda 7 at 2019', 'garuda.living 0 at 2019'] });
    expect(line(projection, 'garuda')).toEqual(['2020-01-01 1']);
    expect(projection.frameworks[0]!.actuals).toEqual([]);
});

test('a framework’s line begins when the last of its indicators’ lines does', () => {
    const projection = projectCity({
        frameworks: [garuda],
        actuals: ['garuda.governance 3 at 2019', 'garuda.governance 4 at 2020', 'garuda.living 2 at 2021'],
    });
    expect(line(projection, 'garuda')).toEqual(['2021-12-31 3 actual']);
});

test('a framework without indicators stands at what was measured of it', () => {
    const idx = framework('idx', { scale: '0..100 scored' });
    const projection = projectCity({
        frameworks: [idx],
        actuals: ['idx 40 at 2020', 'idx 40 at 2021', 'idx 55.5 at 2022'],
    });
    expect(line(projection, 'idx')).toEqual(['2020-12-31 40 actual', '2022-12-31 55.5 actual']);
});

test('frameworks and indicators come by name', () => {
    const spbe = framework('spbe', { scale: '1..5 staged', indicators: { i02: {}, i01: {} } });
    const projection = projectCity({ frameworks: [spbe, garuda] });
    expect(projection.frameworks.map((one) => one.framework.name)).toEqual(['garuda', 'spbe']);
    expect(projection.frameworks[1]!.indicators.map((one) => one.indicator.name)).toEqual(['spbe.i01', 'spbe.i02']);
});

test('a framework whose scale could not be read is left out', () => {
    const broken = { ...framework('broken', { scale: '1..5 staged', indicators: { one: {} } }), scale: undefined };
    const projection = projectCity({ frameworks: [broken], targets: ['broken 3 by 2021', 'broken.one 3 by 2021'] });
    expect(projection.frameworks).toEqual([]);
});
