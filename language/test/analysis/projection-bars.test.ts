import { expect, test } from 'vitest';
import { type City, finding, framework, projectCity } from './projection-city.ts';
import { idle, line, targets } from './projection-view.ts';

const garuda = framework('garuda', {
    scale: '1..5 staged',
    barredBy: { 4: ['duplicate-service', 'contested-data'] },
    indicators: { governance: { measures: 'governance' }, living: { measures: 'living' }, other: {} },
});

/** A city at 3 whose `room` raises governance to 4 from 2021 on. */
function city(more: Partial<City>): City {
    return {
        frameworks: [garuda],
        actuals: ['garuda 3 at 2019'],
        ...more,
        programs: {
            room: { finish: '2020', element: 'governance.service', raises: ['garuda.governance to 4'] },
            ...more.programs,
        },
    };
}

const governance = (more: Partial<City>) => line(projectCity(city(more)), 'garuda.governance');

const START = '2019-12-31 3 actual';

test('a finding of a barring rule keeps the level below the barred one on the days it holds; its end has no cause', () => {
    expect(governance({ bars: [finding('duplicate-service', ['room', 'lapor'], '2020-07', '2022')] })).toEqual([
        START,
        '2023-01-01 4',
    ]);
});

test('where a bar begins the level falls, and the programs of its finding are the cause', () => {
    expect(
        governance({
            bars: [finding('duplicate-service', ['room', 'lapor'], '2022', '2023')],
            programs: { lapor: { finish: '2024', element: 'living.service' } },
        }),
    ).toEqual([START, '2021-01-01 4 room', '2022-01-01 3 lapor & room', '2024-01-01 4']);
});

test('open ends: a finding without days bars always', () => {
    expect(governance({ bars: [finding('contested-data', ['room'])] })).toEqual([START]);
    expect(governance({ bars: [finding('contested-data', ['room'], undefined, '2021')] })).toEqual([
        START,
        '2022-01-01 4',
    ]);
    expect(governance({ bars: [finding('contested-data', ['room'], '2022')] })).toEqual([
        START,
        '2021-01-01 4 room',
        '2022-01-01 3 room',
    ]);
});

test('only rules that `barred-by` names bar', () => {
    expect(governance({ bars: [finding('missing-kpi', ['room'])] })).toEqual([START, '2021-01-01 4 room']);
});

test('a waived finding bars nothing', () => {
    const waived = { because: 'sementara', by: 'dishub', until: null };
    expect(governance({ bars: [{ ...finding('contested-data', ['room']), waived }] })).toEqual([
        START,
        '2021-01-01 4 room',
    ]);
});

test('a program belongs to the dimension of its element: findings for others do not bar', () => {
    const programs = { bus: { finish: '2020', element: 'living.service', raises: ['garuda.living to 4'] } };
    const projection = projectCity(city({ programs, bars: [finding('duplicate-service', ['bus'])] }));
    expect(line(projection, 'garuda.governance')).toEqual([START, '2021-01-01 4 room']);
    expect(line(projection, 'garuda.living')).toEqual([START]);
});

test('a finding between programs of two dimensions bars both', () => {
    const programs = { bus: { finish: '2020', element: 'living.service', raises: ['garuda.living to 4'] } };
    const projection = projectCity(city({ programs, bars: [finding('duplicate-service', ['bus', 'room'])] }));
    expect(line(projection, 'garuda.governance')).toEqual([START]);
    expect(line(projection, 'garuda.living')).toEqual([START]);
});

test.each(['delivers', 'needs', 'replaces'] as const)(
    'an asset belongs to the dimensions of programs that say `%s` it',
    (clause) => {
        const programs = { fibre: { finish: '2024', element: 'governance.policy', [clause]: ['lapor', 'nowhere'] } };
        const bars = [finding('duplicate-service', ['lapor', 'suara-warga'], '2022')];
        expect(governance({ programs, bars })).toEqual([START, '2021-01-01 4 room', '2022-01-01 3 fibre']);
        const elsewhere = { fibre: { ...programs.fibre, element: 'living.policy' } };
        expect(governance({ programs: elsewhere, bars })).toEqual([START, '2021-01-01 4 room']);
    },
);

test('a cancelled program brings no asset and no finding into its dimension', () => {
    const programs = { fibre: { finish: '2024', element: 'governance.policy', needs: ['lapor'], cancelled: true } };
    const bars = [finding('duplicate-service', ['lapor', 'suara-warga']), finding('contested-data', ['fibre'])];
    expect(governance({ programs, bars })).toEqual([START, '2021-01-01 4 room']);
});

test('an indicator that measures no dimension is never barred', () => {
    const programs = { room: { finish: '2020', element: 'governance.service', raises: ['garuda.other to 4'] } };
    const projection = projectCity({
        ...city({ bars: [finding('duplicate-service', ['room'])] }),
        programs,
    });
    expect(line(projection, 'garuda.other')).toEqual([START, '2021-01-01 4 room']);
});

test('an actual is never barred, but nothing is raised above it while a level it has reached is barred', () => {
    const projection = projectCity({
        frameworks: [garuda],
        actuals: ['garuda 4 at 2019'],
        programs: { room: { finish: '2020', element: 'governance.service', raises: ['garuda.governance to 5'] } },
        bars: [finding('duplicate-service', ['room'], '2019', '2022')],
    });
    expect(line(projection, 'garuda.governance')).toEqual(['2019-12-31 4 actual', '2023-01-01 5']);
});

test('a measurement above the bar on a barred day counts, with `actual` as its cause', () => {
    expect(
        governance({ actuals: ['garuda 3 at 2019', 'garuda 4 at 2022'], bars: [finding('contested-data', ['room'])] }),
    ).toEqual([START, '2022-12-31 4 actual']);
});

test('two bars that overlap hold until the later one ends', () => {
    expect(
        governance({
            bars: [
                finding('contested-data', ['room'], '2020', '2022'),
                finding('duplicate-service', ['room'], '2022', '2024'),
            ],
        }),
    ).toEqual([START, '2025-01-01 4']);
});

test('of bars of several levels the lowest counts', () => {
    const ladder = framework('garuda', {
        scale: '1..5 staged',
        barredBy: { 5: ['isolated-program'] },
        indicators: { governance: { measures: 'governance', barredBy: { 4: ['duplicate-service'] } } },
    });
    const projection = projectCity({
        frameworks: [ladder],
        actuals: ['garuda 3 at 2019'],
        programs: {
            room: {
                finish: '2020',
                element: 'governance.service',
                raises: ['garuda.governance to 4', 'garuda.governance to 5'],
            },
        },
        bars: [
            finding('isolated-program', ['room'], '2022', '2026'),
            finding('duplicate-service', ['room'], '2023', '2024'),
        ],
    });
    expect(line(projection, 'garuda.governance')).toEqual([
        START,
        '2021-01-01 5 room',
        '2022-01-01 4 room',
        '2023-01-01 3 room',
        '2025-01-01 4',
        '2027-01-01 5',
    ]);
});

test('a lapse while barred is no step; one that goes deeper than the bar is', () => {
    const programs = {
        room: { finish: '2020', element: 'governance.service', raises: ['garuda.governance to 4 until 2022'] },
    };
    const bars = [finding('duplicate-service', ['room'], '2021-06', '2024')];
    expect(governance({ programs, bars })).toEqual([START, '2021-01-01 4 room', '2021-06-01 3 room']);
});

test('nothing is barred in a scored framework, whatever it says', () => {
    const scored = framework('kominfo', {
        scale: '0.. scored',
        barredBy: { 3: ['duplicate-service'] },
        indicators: { governance: { measures: 'governance' } },
    });
    const projection = projectCity({
        frameworks: [scored],
        programs: { room: { finish: '2020', element: 'governance.service', raises: ['kominfo.governance to 3.5'] } },
        bars: [finding('duplicate-service', ['room'])],
    });
    expect(line(projection, 'kominfo.governance')).toEqual(['2020-01-01 0', '2021-01-01 3.5 room']);
});

test('a bar of the lowest level keeps an indicator at the lowest level', () => {
    const low = framework('garuda', {
        scale: '1..5 staged',
        barredBy: { 1: ['duplicate-service'] },
        indicators: { governance: { measures: 'governance' } },
    });
    const projection = projectCity({
        frameworks: [low],
        programs: { room: { finish: '2020', element: 'governance.service', raises: ['garuda.governance to 2'] } },
        bars: [finding('duplicate-service', ['room'])],
    });
    expect(line(projection, 'garuda.governance')).toEqual(['2020-01-01 1']);
});

test('a raise that is barred all the time is not idle: bars are left out', () => {
    expect(idle(projectCity(city({ bars: [finding('duplicate-service', ['room'])] })))).toEqual([]);
});

test('a target asks what holds on its day: a bar that ends with it still counts, one that begins a day later does not', () => {
    const on = (from: string | undefined, to: string | undefined) =>
        targets(
            projectCity(
                city({
                    targets: ['garuda.governance 4 by 2021'],
                    bars: [finding('duplicate-service', ['room'], from, to)],
                }),
            ),
        );
    expect(on(undefined, '2021-12-31')).toEqual(['garuda.governance 4 missed 2022-01-01']);
    expect(on(undefined, '2021-12-30')).toEqual(['garuda.governance 4 met 2021-12-31']);
    expect(on('2022-01-01', undefined)).toEqual(['garuda.governance 4 met 2021-01-01']);
});
