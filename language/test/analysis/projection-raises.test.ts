import { expect, test } from 'vitest';
import { framework, type ProgramSketch, projectCity } from './projection-city.ts';
import { gaps, line } from './projection-view.ts';

const garuda = framework('garuda', { scale: '1..5 staged', indicators: { governance: {} } });
const kominfo = framework('kominfo', { scale: '0.. scored', indicators: { output: {} } });

/** The line of `garuda.governance`, measured at 3 in 2019. */
function staged(programs: Record<string, ProgramSketch>, actuals: string[] = []) {
    return projectCity({ frameworks: [garuda], actuals: ['garuda 3 at 2019', ...actuals], programs });
}

test('a raise acts from the day after the finish of its program', () => {
    const projection = staged({ fibre: { finish: '2020-06-30', raises: ['garuda.governance to 4'] } });
    expect(line(projection, 'garuda.governance')).toEqual(['2019-12-31 3 actual', '2020-07-01 4 fibre']);
});

test('the `after` of a raise counts from the day after the finish, as a lag does', () => {
    const projection = staged({ fibre: { finish: '2020-11-30', raises: ['garuda.governance to 4 after 1 month'] } });
    expect(line(projection, 'garuda.governance')).toEqual(['2019-12-31 3 actual', '2021-01-01 4 fibre']);
});

test('an uncertain `after` counts with its likely length, or with the middle day of two', () => {
    const of = (after: string) =>
        line(
            staged({ a: { finish: '2020', raises: [`garuda.governance to 4 after ${after}`] } }),
            'garuda.governance',
        )[1];
    expect(of('1..2..6 months')).toBe('2021-03-01 4 a');
    expect(of('10..21 days')).toBe('2021-01-16 4 a');
});

test('`until` takes the lift away after its last day, and the fall names the program whose lift lapsed', () => {
    const projection = staged({ fibre: { finish: '2020', raises: ['garuda.governance to 4 until 2022'] } });
    expect(line(projection, 'garuda.governance')).toEqual([
        '2019-12-31 3 actual',
        '2021-01-01 4 fibre',
        '2023-01-01 3 fibre',
    ]);
});

test('a lift that another takes over on the day it lapses makes no step', () => {
    const projection = staged({
        first: { finish: '2020', raises: ['garuda.governance to 4 until 2022'] },
        second: { finish: '2022', raises: ['garuda.governance to 4'] },
    });
    expect(line(projection, 'garuda.governance')).toEqual(['2019-12-31 3 actual', '2021-01-01 4 first']);
});

test('level N counts only when N−1 does: a raise over a gap lifts nothing until the gap is filled', () => {
    const projection = staged({
        high: { finish: '2020', raises: ['garuda.governance to 5'] },
        filler: { finish: '2021', raises: ['garuda.governance to 4'] },
    });
    expect(line(projection, 'garuda.governance')).toEqual(['2019-12-31 3 actual', '2022-01-01 5 filler']);
    expect(gaps(projection)).toEqual(['high to 5 over garuda.governance 3 on 2021-01-01']);
});

test('an actual fills a gap too, and then beats the raise that waited over it', () => {
    const projection = staged({ high: { finish: '2020', raises: ['garuda.governance to 5'] } }, []);
    const filled = projectCity({
        frameworks: [garuda],
        actuals: ['garuda.governance 3 at 2019', 'garuda.governance 4 at 2021'],
        programs: { high: { finish: '2020', raises: ['garuda.governance to 5'] } },
    });
    expect(gaps(projection)).toHaveLength(1);
    expect(line(filled, 'garuda.governance')).toEqual(['2019-12-31 3 actual', '2021-12-31 4 actual']);
    expect(gaps(filled)).toEqual(['high to 5 over garuda.governance 3 on 2021-01-01']);
});

test('raises that act on one day stand on each other, whatever their programs’ names', () => {
    const projection = staged({
        a: { finish: '2020', raises: ['garuda.governance to 5'] },
        b: { finish: '2020', raises: ['garuda.governance to 4'] },
    });
    expect(line(projection, 'garuda.governance')).toEqual(['2019-12-31 3 actual', '2021-01-01 5 a & b']);
    expect(gaps(projection)).toEqual([]);
});

test('a raise on the day after a lower lift lapsed is over a gap', () => {
    const projection = staged({
        lower: { finish: '2020', raises: ['garuda.governance to 4 until 2021'] },
        higher: { finish: '2021', raises: ['garuda.governance to 5'] },
    });
    expect(line(projection, 'garuda.governance')).toEqual([
        '2019-12-31 3 actual',
        '2021-01-01 4 lower',
        '2022-01-01 3 lower',
    ]);
    expect(gaps(projection)).toEqual(['higher to 5 over garuda.governance 3 on 2022-01-01']);
});

test('when a lift lapses, higher ones over it no longer count either, and count again when it is filled', () => {
    const projection = staged({
        four: { finish: '2020', raises: ['garuda.governance to 4 until 2022'] },
        five: { finish: '2021', raises: ['garuda.governance to 5'] },
        again: { finish: '2023', raises: ['garuda.governance to 4'] },
    });
    expect(line(projection, 'garuda.governance')).toEqual([
        '2019-12-31 3 actual',
        '2021-01-01 4 four',
        '2022-01-01 5 five',
        '2023-01-01 3 four',
        '2024-01-01 5 again',
    ]);
    expect(gaps(projection)).toEqual([]);
});

test('a measured fall beats lower raises, so that a later one is over a gap', () => {
    const projection = projectCity({
        frameworks: [garuda],
        actuals: ['garuda.governance 3 at 2019', 'garuda.governance 3 at 2021'],
        programs: {
            four: { finish: '2020', raises: ['garuda.governance to 4'] },
            five: { finish: '2022', raises: ['garuda.governance to 5'] },
        },
    });
    expect(gaps(projection)).toEqual(['five to 5 over garuda.governance 3 on 2023-01-01']);
});

test('one program may climb several rungs', () => {
    const projection = staged({
        fibre: { finish: '2020', raises: ['garuda.governance to 4', 'garuda.governance to 5 after 6 months'] },
    });
    expect(line(projection, 'garuda.governance')).toEqual([
        '2019-12-31 3 actual',
        '2021-01-01 4 fibre',
        '2021-07-01 5 fibre',
    ]);
});

test('a raise to what is there, or below, moves nothing and is no gap', () => {
    const projection = staged({
        low: { finish: '2020', raises: ['garuda.governance to 2', 'garuda.governance to 3'] },
    });
    expect(line(projection, 'garuda.governance')).toEqual(['2019-12-31 3 actual']);
    expect(gaps(projection)).toEqual([]);
});

test('what was finished before the plan begins is in force on its first day', () => {
    const projection = projectCity({
        frameworks: [garuda],
        first: '2020',
        programs: {
            old: { finish: '2017', raises: ['garuda.governance to 2'] },
            older: { finish: '2016', raises: ['garuda.governance to 3 until 2020'] },
            gone: { finish: '2016', raises: ['garuda.governance to 4 until 2018'] },
        },
    });
    expect(line(projection, 'garuda.governance')).toEqual(['2020-01-01 3 old & older', '2021-01-01 2 older']);
    expect(gaps(projection)).toEqual([]);
});

test('programs without dates and cancelled programs lift nothing', () => {
    const projection = staged({
        undated: { raises: ['garuda.governance to 4'] },
        dropped: { finish: '2020', cancelled: true, raises: ['garuda.governance to 4', 'garuda.governance to 9'] },
    });
    expect(line(projection, 'garuda.governance')).toEqual(['2019-12-31 3 actual']);
    expect(projection.gaps).toEqual([]);
    expect(projection.idle).toEqual([]);
});

test('a raise outside its scale, or a broken one on a staged scale, is a finding of reading and counts for nothing', () => {
    const projection = staged({
        wrong: {
            finish: '2020',
            raises: ['garuda.governance to 9', 'garuda.governance to 3.5', 'garuda.nowhere to 4'],
        },
    });
    expect(line(projection, 'garuda.governance')).toEqual(['2019-12-31 3 actual']);
    expect(projection.gaps).toEqual([]);
    expect(projection.idle).toEqual([]);
});

test('a scored indicator takes any number: of several raises the highest in force counts, and none is over a gap', () => {
    const projection = projectCity({
        frameworks: [kominfo],
        actuals: ['kominfo 3.06 at 2021'],
        programs: {
            small: { finish: '2022', raises: ['kominfo.output to 3.2'] },
            large: { finish: '2022', raises: ['kominfo.output to 3.6 until 2024'] },
            late: { finish: '2023', raises: ['kominfo.output to 3.4'] },
        },
    });
    expect(line(projection, 'kominfo.output')).toEqual([
        '2021-12-31 3.06 actual',
        '2023-01-01 3.6 large',
        '2025-01-01 3.4 large',
    ]);
    expect(projection.gaps).toEqual([]);
});

test('every line falls and rises again as lifts end in any order on an open scale', () => {
    const projection = projectCity({
        frameworks: [kominfo],
        programs: {
            a: { finish: '2019', raises: ['kominfo.output to 120 until 2020', 'kominfo.output to 100 until 2022'] },
            b: { finish: '2020', raises: ['kominfo.output to 110 until 2021'] },
        },
    });
    expect(line(projection, 'kominfo.output')).toEqual([
        '2020-01-01 120 a',
        '2021-01-01 110 a',
        '2022-01-01 100 b',
        '2023-01-01 0 a',
    ]);
});
