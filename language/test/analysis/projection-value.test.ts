import { expect, test } from 'vitest';
import { type FrameworkSketch, framework, projectCity } from './projection-city.ts';
import { line } from './projection-view.ts';

/** The value that actuals make on the day of the last of them. */
function indexOf(sketch: FrameworkSketch, actuals: Record<string, number>, path = 'f'): number {
    const projection = projectCity({
        frameworks: [framework('f', sketch)],
        actuals: Object.entries(actuals).map(([name, value]) => `f.${name} ${value} at 2022`),
    });
    return Number(line(projection, path).at(-1)!.split(' ')[1]);
}

test('`aggregate mean` of indicators without weights counts each 1', () => {
    expect(indexOf({ scale: '1..5 staged', indicators: { a: {}, b: {}, c: {} } }, { a: 3, b: 3, c: 4 })).toBe(10 / 3);
});

test('weights are divided by their sum, and an indicator without one counts 1', () => {
    const sketch = { scale: '1..5 staged', indicators: { a: { weight: 3 }, b: {} } };
    expect(indexOf(sketch, { a: 5, b: 1 })).toBe(4);
    expect(
        indexOf({ scale: '1..5 staged', indicators: { a: { weight: 0.3 }, b: { weight: 0.1 } } }, { a: 5, b: 1 }),
    ).toBe(4);
});

test('weights that are all zero count alike', () => {
    expect(indexOf({ scale: '1..5 staged', indicators: { a: { weight: 0 }, b: { weight: 0 } } }, { a: 5, b: 2 })).toBe(
        3.5,
    );
});

test('`aggregate minimum` takes the lowest level', () => {
    const indicators = { a: { weight: 9 }, b: {} };
    expect(indexOf({ scale: '1..5 staged', by: 'minimum', indicators }, { a: 5, b: 2 })).toBe(2);
    const domains = { one: { weight: 5, indicators: { a: {}, b: {} } }, two: { indicators: { c: {} } } };
    expect(indexOf({ scale: '1..5 staged', by: 'minimum', domains }, { a: 5, b: 4, c: 3 })).toBe(3);
    expect(indexOf({ scale: '1..5 staged', by: 'minimum', domains }, { a: 5, b: 4, c: 3 }, 'f/one')).toBe(4);
});

test('where domains carry weights, the value is their weighted mean, each the mean of its indicators', () => {
    const domains = {
        one: { weight: 30, indicators: { a: { weight: 3 }, b: {} } },
        two: { weight: 10, indicators: { c: {} } },
    };
    const levels = { a: 4, b: 2, c: 1.5 };
    expect(indexOf({ scale: '0.. scored', domains }, levels, 'f/one')).toBe(3.5);
    expect(indexOf({ scale: '0.. scored', domains }, levels, 'f/two')).toBe(1.5);
    expect(indexOf({ scale: '0.. scored', domains }, levels)).toBe(3);
});

test('a domain without a weight beside weighted ones counts 1', () => {
    const domains = { one: { weight: 3, indicators: { a: {} } }, two: { indicators: { b: {}, c: {} } } };
    expect(indexOf({ scale: '0.. scored', domains }, { a: 4, b: 1, c: 3 })).toBe(3.5);
});

test('where no domain carries a weight, domains only group: the value is the mean of all indicators', () => {
    const domains = { one: { indicators: { a: {} } }, two: { indicators: { b: {}, c: {} } } };
    expect(indexOf({ scale: '1..5 staged', domains }, { a: 5, b: 2, c: 2 })).toBe(3);
    const mixed = { scale: '1..5 staged', domains, indicators: { loose: {} } };
    expect(indexOf(mixed, { a: 5, b: 2, c: 2, loose: 3 })).toBe(3);
});

test('beside weighted domains, a loose indicator (a finding of reading) counts like a domain of its own', () => {
    const domains = { one: { weight: 3, indicators: { a: {}, b: {} } } };
    expect(indexOf({ scale: '1..5 staged', domains, indicators: { loose: {} } }, { a: 4, b: 2, loose: 5 })).toBe(3.5);
});

test('an empty domain has no line and no part in the value', () => {
    const sketch = {
        scale: '1..5 staged',
        domains: { none: { weight: 9, indicators: {} }, one: { weight: 1, indicators: { a: {} } } },
    };
    const projection = projectCity({ frameworks: [framework('f', sketch)], actuals: ['f.a 4 at 2022'] });
    expect(line(projection, 'f/none')).toEqual([]);
    expect(line(projection, 'f')).toEqual(['2022-12-31 4 actual']);
});

test('a domain of the name of an indicator does not disturb it', () => {
    const domains = {
        output: { weight: 2, indicators: { output: {} } },
        impact: { weight: 1, indicators: { governance: {} } },
    };
    expect(indexOf({ scale: '0.. scored', domains }, { output: 3, governance: 1.5 })).toBe(2.5);
});

test('values are unrounded', () => {
    expect(indexOf({ scale: '0.. scored', indicators: { a: {}, b: {}, c: {} } }, { a: 1, b: 1, c: 0 })).toBe(2 / 3);
});

test('a step of the whole has the causes of all steps of its day, sorted, and stands only where the value changes', () => {
    const projection = projectCity({
        frameworks: [framework('f', { scale: '1..5 staged', indicators: { a: {}, b: {} } })],
        actuals: ['f 2 at 2019'],
        programs: {
            zoo: { finish: '2020', raises: ['f.a to 3 until 2021'] },
            bus: { finish: '2020', raises: ['f.b to 3'] },
            swap: { finish: '2021', raises: ['f.b to 4'] },
        },
    });
    // In 2022 one falls while the other rises: the mean stays, so there is no step.
    expect(line(projection, 'f')).toEqual(['2019-12-31 2 actual', '2021-01-01 3 bus & zoo']);
});

test('nothing is interpolated: between two steps the value of the first holds', () => {
    const projection = projectCity({
        frameworks: [framework('f', { scale: '0.. scored', indicators: { a: {} } })],
        programs: { p: { finish: '2025', raises: ['f.a to 4'] } },
    });
    expect(line(projection, 'f')).toEqual(['2020-01-01 0', '2026-01-01 4 p']);
});

test('a value lies in the highest band that begins at or below it; below all bands in none', () => {
    const bands = ['Sangat Baik from 3.5', 'Baik from 2.6', 'Cukup from 1.8'];
    const one = framework('f', { scale: '1..5 staged', indicators: { a: {}, b: {}, c: {}, d: {}, e: {} }, bands });
    const bandAt = (levels: number[]) =>
        projectCity({
            frameworks: [one],
            actuals: levels.map((level, i) => `f.${'abcde'[i]} ${level} at 2022`),
        }).frameworks[0]!.steps.at(-1)!.band;
    expect(bandAt([1, 2, 2, 2, 1])).toBeNull();
    expect(bandAt([2, 2, 2, 2, 1])).toBe('Cukup');
    expect(bandAt([3, 3, 3, 2, 2])).toBe('Baik');
    expect(bandAt([5, 5, 5, 5, 5])).toBe('Sangat Baik');
});

test('bands are compared after rounding to nine decimals: 2.594 is below 2.6, a binary fraction below it is not', () => {
    const one = framework('f', { scale: '0.. scored', indicators: { a: {} }, bands: ['Baik from 2.6'] });
    const bandAt = (value: string) =>
        projectCity({ frameworks: [one], actuals: [`f.a ${value} at 2022`] }).frameworks[0]!.steps[0]!.band;
    expect(bandAt('2.594')).toBeNull();
    expect(bandAt('2.599999999')).toBeNull();
    expect(bandAt('2.5999999999')).toBe('Baik');
});
