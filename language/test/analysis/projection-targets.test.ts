import { expect, test } from 'vitest';
import { isoDate } from '../../src/plan/calendar.ts';
import { type City, finding, framework, projectCity } from './projection-city.ts';
import { targets } from './projection-view.ts';

const garuda = framework('garuda', {
    scale: '1..5 staged',
    barredBy: { 4: ['duplicate-service', 'contested-data'], 5: ['isolated-program'] },
    indicators: { governance: { measures: 'governance' }, living: { measures: 'living' } },
});

function city(more: Partial<City>): City {
    return { frameworks: [garuda], actuals: ['garuda 3 at 2019'], ...more };
}

/** The blockers of the first target, as `garuda.governance has 3 lacks 4 from a, b barred by r`. */
function blockers(more: Partial<City>): string[] {
    return projectCity(city(more)).frameworks[0]!.targets[0]!.blockers.map((blocker) =>
        [
            `${blocker.indicator.name} has ${blocker.have} lacks ${blocker.level}`,
            blocker.suppliers.length > 0 ? ` from ${blocker.suppliers.join(', ')}` : '',
            blocker.barredBy.length > 0 ? ` barred by ${blocker.barredBy.join(', ')}` : '',
        ].join(''),
    );
}

test('a program that finishes with the year meets a target by that year, although its step is dated a day later', () => {
    const projection = projectCity(
        city({
            programs: { fibre: { finish: '2021', raises: ['garuda.governance to 4'] } },
            targets: ['garuda.governance 4 by 2021'],
        }),
    );
    expect(targets(projection)).toEqual(['garuda.governance 4 met 2022-01-01']);
    expect(projection.frameworks[0]!.targets[0]).toMatchObject({ attained: 4, blockers: [] });
});

test('the `after` of a raise counts for a target: finished is the work and what it takes to act', () => {
    const programs = { fibre: { finish: '2021-11-30', raises: ['garuda.governance to 4 after 1 month'] } };
    const by = (date: string) => targets(projectCity(city({ programs, targets: [`garuda.governance 4 by ${date}`] })));
    expect(by('2021-12-31')).toEqual(['garuda.governance 4 met 2022-01-01']);
    expect(by('2021-12-30')).toEqual(['garuda.governance 4 missed 2022-01-01']);
});

test('a raise whose `until` is before the target’s day does not count, one whose `until` is that day does', () => {
    const by = (date: string) =>
        targets(
            projectCity(
                city({
                    programs: { fibre: { finish: '2020', raises: ['garuda.governance to 4 until 2022'] } },
                    targets: [`garuda.governance 4 by ${date}`],
                }),
            ),
        );
    expect(by('2022')).toEqual(['garuda.governance 4 met 2021-01-01']);
    expect(by('2023')).toEqual(['garuda.governance 4 missed 2021-01-01']);
});

test('lifts that end with the target’s day and work that ends with it meet it together, though no day shows both', () => {
    const projection = projectCity(
        city({
            programs: {
                four: { finish: '2020', raises: ['garuda.governance to 4 until 2021'] },
                five: { finish: '2021', raises: ['garuda.governance to 5'] },
            },
            targets: ['garuda.governance 5 by 2021'],
        }),
    );
    expect(targets(projection)).toEqual(['garuda.governance 5 met 2021-12-31']);
});

test('an actual of the day after does not count for a target, nor does it take away what was there on its day', () => {
    const more = { programs: { fibre: { finish: '2020', raises: ['garuda.governance to 4'] } } };
    const met = city({
        ...more,
        actuals: ['garuda 3 at 2019', 'garuda 3 at 2022-01-01'],
        targets: ['garuda.governance 4 by 2021'],
    });
    expect(targets(projectCity(met))).toEqual(['garuda.governance 4 met 2021-01-01']);
    const early = city({
        ...more,
        actuals: ['garuda 3 at 2019', 'garuda 5 at 2022-01-01'],
        targets: ['garuda 5 by 2021'],
    });
    expect(targets(projectCity(early))).toEqual(['garuda 5 missed 2022-01-01']);
});

test('an actual of the target’s day beats work that ends the day before', () => {
    const projection = projectCity(
        city({
            actuals: ['garuda 3 at 2019', 'garuda 3 at 2021'],
            programs: { fibre: { finish: '2021-12-30', raises: ['garuda.governance to 4'] } },
            targets: ['garuda.governance 4 by 2021'],
        }),
    );
    expect(targets(projection)).toEqual(['garuda.governance 4 missed never']);
});

test('a framework’s target asks its value, and lists every indicator below it', () => {
    const programs = {
        fibre: { finish: '2020', raises: ['garuda.governance to 4'] },
        bus: { finish: '2023', raises: ['garuda.living to 4'] },
    };
    const projection = projectCity(city({ programs, targets: ['garuda 4 by 2021'] }));
    expect(targets(projection)).toEqual(['garuda 4 missed 2024-01-01']);
    expect(projection.frameworks[0]!.targets[0]).toMatchObject({ indicator: null, attained: 3.5, value: 4 });
    expect(blockers({ programs, targets: ['garuda 4 by 2021'] })).toEqual(['garuda.living has 3 lacks 4 from bus']);
});

test('a mean meets its target although an indicator is below it', () => {
    const programs = { fibre: { finish: '2020', raises: ['garuda.governance to 4', 'garuda.governance to 5'] } };
    const projection = projectCity(city({ programs, targets: ['garuda 4 by 2021'] }));
    expect(targets(projection)).toEqual(['garuda 4 met 2021-01-01']);
    expect(projection.frameworks[0]!.targets[0]!.blockers).toEqual([]);
});

test('values are compared after rounding to nine decimals', () => {
    const thirds = framework('thirds', { scale: '0.. scored', indicators: { a: {}, b: {}, c: {} } });
    const by = (value: string) =>
        targets(
            projectCity({
                frameworks: [thirds],
                actuals: ['thirds.a 1 at 2020', 'thirds.b 1 at 2020', 'thirds.c 0 at 2020'],
                targets: [`thirds ${value} by 2020`],
            }),
        );
    expect(by('0.666666667')).toEqual(['thirds 0.666666667 met 2020-12-31']);
    expect(by('0.666666668')).toEqual(['thirds 0.666666668 missed never']);
});

test('`reached` is the first day with the value, in time or not: also when it was lost again before the target’s day', () => {
    const projection = projectCity(
        city({
            actuals: ['garuda 3 at 2019', 'garuda 3 at 2022'],
            programs: { fibre: { finish: '2020', raises: ['garuda.governance to 4'] } },
            targets: ['garuda.governance 4 by 2023'],
        }),
    );
    expect(targets(projection)).toEqual(['garuda.governance 4 missed 2021-01-01']);
});

test('a blocker names the lowest level that is lacking, and all programs that raise to it at any time', () => {
    expect(
        blockers({
            programs: {
                late: { finish: '2026', raises: ['garuda.governance to 4'] },
                undated: { raises: ['garuda.governance to 4'] },
                lapsed: { finish: '2019', raises: ['garuda.governance to 4 until 2020'] },
                high: { finish: '2020', raises: ['garuda.governance to 5'] },
                cancelled: { finish: '2020', cancelled: true, raises: ['garuda.governance to 4'] },
                both: { finish: '2027', raises: ['garuda.governance to 4', 'garuda.governance to 4 until 2029'] },
            },
            targets: ['garuda.governance 5 by 2023'],
        }),
    ).toEqual(['garuda.governance has 3 lacks 4 from both, lapsed, late, undated']);
});

test('a blocker in a scored framework lacks the target’s value, and whoever raises to it or higher supplies it', () => {
    const kominfo = framework('kominfo', { scale: '0.. scored', indicators: { output: {}, outcome: {} } });
    expect(
        blockers({
            frameworks: [kominfo],
            actuals: ['kominfo 3.2 at 2022'],
            programs: {
                small: { finish: '2024', raises: ['kominfo.output to 3.3'] },
                exact: { finish: '2026', raises: ['kominfo.output to 3.55'] },
                large: { finish: '2026', raises: ['kominfo.output to 3.9'] },
            },
            targets: ['kominfo 3.55 by 2024'],
        }),
    ).toEqual(['kominfo.outcome has 3.2 lacks 3.55', 'kominfo.output has 3.3 lacks 3.55 from exact, large']);
});

test('a blocker names the rules in the way on the target’s day, and no others', () => {
    expect(
        blockers({
            programs: { room: { finish: '2020', element: 'governance.service', raises: ['garuda.governance to 4'] } },
            bars: [
                finding('duplicate-service', ['room'], '2020', '2023'),
                finding('duplicate-service', ['room'], '2022', '2025'),
                finding('contested-data', ['room'], '2024', undefined),
                finding('isolated-program', ['room']),
            ],
            targets: ['garuda.governance 5 by 2023'],
        }),
    ).toEqual(['garuda.governance has 3 lacks 4 from room barred by duplicate-service']);
});

test('a rule is in the way also where nobody raises yet', () => {
    expect(
        blockers({
            programs: { room: { finish: '2020', element: 'governance.service' } },
            bars: [finding('contested-data', ['room'])],
            targets: ['garuda.governance 4 by 2023'],
        }),
    ).toEqual(['garuda.governance has 3 lacks 4 barred by contested-data']);
});

test('a fractional target of a staged framework asks for the next rung of every indicator below it', () => {
    const programs = { fibre: { finish: '2020', raises: ['garuda.governance to 4'] } };
    expect(blockers({ programs, targets: ['garuda 3.6 by 2021'] })).toEqual(['garuda.living has 3 lacks 4']);
});

test('before a line begins no target is met; what is missing counts from the lower end', () => {
    const more = {
        actuals: ['garuda.governance 3 at 2019', 'garuda.living 4 at 2023'],
        targets: ['garuda 3 by 2021', 'garuda.living 4 by 2021'],
    };
    expect(targets(projectCity(city(more)))).toEqual([
        'garuda 3 missed 2023-12-31',
        'garuda.living 4 missed 2023-12-31',
    ]);
    expect(projectCity(city(more)).frameworks[0]!.targets[0]!.attained).toBeNull();
    expect(blockers(more)).toEqual(['garuda.living has null lacks 2']);
});

test('the upper part of a scale is lacking where nothing was measured', () => {
    expect(blockers({ actuals: [], targets: ['garuda 3 by 2021'] })).toEqual([
        'garuda.governance has 1 lacks 2',
        'garuda.living has 1 lacks 2',
    ]);
});

test('a framework without indicators is judged by what was measured of it', () => {
    const projection = projectCity({
        frameworks: [framework('idx', { scale: '0..100 scored' })],
        actuals: ['idx 55.5 at 2022'],
        targets: ['idx 50 by 2021', 'idx 50 by 2022', 'idx 60 by 2023'],
    });
    expect(targets(projection)).toEqual(['idx 50 missed 2022-12-31', 'idx 50 met 2022-12-31', 'idx 60 missed never']);
});

test('targets come by date, then the framework’s own before its indicators’, then by value', () => {
    const projection = projectCity(
        city({
            targets: [
                'garuda.living 4 by 2021',
                'garuda 5 by 2023',
                'garuda.governance 5 by 2021',
                'garuda 4 by 2021',
                'garuda.governance 4 by 2021',
            ],
        }),
    );
    expect(
        projection.frameworks[0]!.targets.map(
            ({ by, indicator, value }) => `${isoDate(by)} ${indicator?.name ?? '-'} ${value}`,
        ),
    ).toEqual([
        '2021-12-31 - 4',
        '2021-12-31 garuda.governance 4',
        '2021-12-31 garuda.governance 5',
        '2021-12-31 garuda.living 4',
        '2023-12-31 - 5',
    ]);
});

test('a target outside its scale, or of a name that is nowhere, is a finding of reading and is left out', () => {
    expect(
        targets(projectCity(city({ targets: ['garuda 7 by 2021', 'nowhere 3 by 2021', 'garuda.nowhere 3 by 2021'] }))),
    ).toEqual([]);
});
