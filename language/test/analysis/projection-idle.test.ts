import { expect, test } from 'vitest';
import { type City, framework, projectCity } from './projection-city.ts';
import { gaps, idle } from './projection-view.ts';

const garuda = framework('garuda', { scale: '1..5 staged', indicators: { governance: {} } });
const kominfo = framework('kominfo', { scale: '0.. scored', indicators: { output: {} } });

function idleOf(programs: City['programs'], actuals = ['garuda 3 at 2019']): string[] {
    return idle(projectCity({ frameworks: [garuda, kominfo], actuals, programs }));
}

test('a raise to a level that was measured already is idle', () => {
    expect(idleOf({ p: { finish: '2020', raises: ['garuda.governance to 3'] } })).toEqual([
        'p to 3 measured 3 on 2019-12-31',
    ]);
});

test('a raise to the lower end of the scale is idle', () => {
    const programs = { p: { finish: '2020', raises: ['garuda.governance to 1', 'kominfo.output to 0'] } };
    expect(idleOf(programs, [])).toEqual(['p to 1 lowest', 'p to 0 lowest']);
});

test('a raise to a level that another gives throughout is idle; the other is not', () => {
    expect(
        idleOf({
            first: { finish: '2020', raises: ['garuda.governance to 4'] },
            second: { finish: '2021', raises: ['garuda.governance to 4'] },
        }),
    ).toEqual(['second to 4 lifted by first']);
});

test('of two raises that give the same from the same day, each is idle: without either, nothing would change', () => {
    expect(
        idleOf({
            first: { finish: '2020', raises: ['garuda.governance to 4'] },
            second: { finish: '2020', raises: ['garuda.governance to 4'] },
        }),
    ).toEqual(['first to 4 lifted by second', 'second to 4 lifted by first']);
});

test('a raise that holds a level after another lapsed is not idle', () => {
    expect(
        idleOf({
            first: { finish: '2020', raises: ['garuda.governance to 4 until 2025'] },
            second: { finish: '2021', raises: ['garuda.governance to 4'] },
        }),
    ).toEqual([]);
});

test('a raise that only carries a higher one is not idle', () => {
    expect(
        idleOf({
            four: { finish: '2020', raises: ['garuda.governance to 4'] },
            five: { finish: '2020', raises: ['garuda.governance to 5'] },
        }),
    ).toEqual([]);
});

test('a raise over a gap is `level-gap`, never idle, also when it is filled later or never', () => {
    const projection = projectCity({
        frameworks: [garuda],
        actuals: ['garuda 3 at 2019'],
        programs: { high: { finish: '2020', raises: ['garuda.governance to 5'] } },
    });
    expect(idle(projection)).toEqual([]);
    expect(gaps(projection)).toHaveLength(1);
});

test('a raise that a measurement takes the place of before it lifts anything is idle', () => {
    const programs = { p: { finish: '2020', raises: ['garuda.governance to 4'] } };
    expect(idleOf(programs, ['garuda 3 at 2019', 'garuda 3 at 2021-01-01'])).toEqual([
        'p to 4 measured 3 on 2021-01-01',
    ]);
    expect(idleOf(programs, ['garuda 3 at 2019', 'garuda 3 at 2021-01-02'])).toEqual([]);
});

test('a raise before the first measurement is idle, over a gap or not: there is no line yet', () => {
    const projection = projectCity({
        frameworks: [garuda],
        actuals: ['garuda 3 at 2022'],
        programs: { p: { finish: '2020', raises: ['garuda.governance to 4', 'garuda.governance to 2'] } },
    });
    expect(idle(projection)).toEqual(['p to 4 measured 3 on 2022-12-31', 'p to 2 measured 3 on 2022-12-31']);
    expect(gaps(projection)).toEqual([]);
});

test('a raise whose `until` comes before it acts, or before the plan, is idle', () => {
    expect(idleOf({ p: { finish: '2021', raises: ['garuda.governance to 4 until 2021'] } })).toEqual(['p to 4 lapsed']);
    expect(idleOf({ p: { finish: '2017', raises: ['garuda.governance to 2 until 2018'] } }, [])).toEqual([
        'p to 2 lapsed',
    ]);
});

test('programs without dates are unscheduled, not idle; cancelled ones have no findings', () => {
    expect(
        idleOf({
            undated: { raises: ['garuda.governance to 3'] },
            cancelled: { finish: '2020', cancelled: true, raises: ['garuda.governance to 3'] },
        }),
    ).toEqual([]);
});

test('a scored raise below what is in force is idle unless it outlives it', () => {
    const large = { finish: '2020', raises: ['kominfo.output to 3.5 until 2024'] };
    expect(idleOf({ large, small: { finish: '2021', raises: ['kominfo.output to 3.2 until 2023'] } }, [])).toEqual([
        'small to 3.2 lifted by large',
    ]);
    expect(idleOf({ large, small: { finish: '2021', raises: ['kominfo.output to 3.2'] } }, [])).toEqual([]);
    expect(idleOf({ large, small: { finish: '2019', raises: ['kominfo.output to 3.2 until 2023'] } }, [])).toEqual([]);
});

test('idle raises and gaps come by framework, indicator and program, in whatever order things happen', () => {
    const projection = projectCity({
        frameworks: [garuda],
        actuals: ['garuda 3 at 2019'],
        programs: {
            b: { finish: '2020', raises: ['garuda.governance to 5', 'garuda.governance to 2'] },
            a: { finish: '2023', raises: ['garuda.governance to 5', 'garuda.governance to 2'] },
        },
    });
    expect(idle(projection)).toEqual(['a to 2 measured 3 on 2019-12-31', 'b to 2 measured 3 on 2019-12-31']);
    expect(gaps(projection)).toEqual([
        'a to 5 over garuda.governance 3 on 2024-01-01',
        'b to 5 over garuda.governance 3 on 2021-01-01',
    ]);
});
