import { expect, test } from 'vitest';
import type { FrameworkLine } from '../../src/analysis/projection-types.ts';
import { checkOf } from '../support.ts';

/** The line of a framework of the libraries, with these clauses in the masterplan. */
function frameworkOf(name: string, clauses: readonly string[]): FrameworkLine {
    const { analysis, findings } = checkOf(
        `use ${name}\nmasterplan kediri "Kota Kediri" {\n    period 2020..2029\n    ${clauses.join('\n    ')}\n}\n`,
    );
    expect(findings.filter(({ severity }) => severity === 'error').map(({ message }) => message.en)).toEqual([]);
    return analysis.projection.frameworks.find(({ framework }) => framework.name === name)!;
}

/** Kota Kediri 2022, published in bangsaonline.com 113379 with the index 3.31. */
const PARTS = ['baseline 3.60', 'output 3.21', 'outcome 3.23', 'quick-win 3.65'];
const PILLARS = ['governance 2.75', 'branding 2.75', 'economy 3.5', 'society 3.33', 'living 3.33', 'environment 2.75'];

test.each([
    ['kominfo', 3.3147, 'weights of 2022'],
    ['kominfo-a', 3.2565, 'weights published by Sleman'],
])('the library `%s` makes %d of what Kota Kediri was given in 2022 (%s)', (library, index) => {
    const line = frameworkOf(
        library,
        [...PARTS, ...PILLARS].map((score) => `actual ${library}.${score} at 2022`),
    );
    expect(Number(line.steps[0]!.value.toFixed(4))).toBe(index);
    expect(line.domains.find(({ title }) => title === 'Impact')!.steps[0]!.value).toBeCloseTo(18.41 / 6, 12);
});

test('the library `spbe` has the bands of the published index: 3.06 of 2021 is Baik, and its indicators stand at 3', () => {
    const line = frameworkOf('spbe', ['actual spbe 3.06 at 2021 source "SPBE 2021"']);
    expect(line.indicators).toHaveLength(47);
    expect(line.actuals).toMatchObject([{ value: 3.06, source: 'SPBE 2021' }]);
    expect(line.steps).toMatchObject([{ value: 3, band: 'Baik', causes: ['actual'] }]);
    expect(line.domains.map(({ steps }) => steps[0]!.value)).toEqual([3, 3, 3, 3]);
});

test('the library `spbe` weighs: one service of weight 3 of 100 lifted by one rung lifts the index by 0.03', () => {
    const line = frameworkOf('spbe', ['actual spbe 3 at 2021', 'actual spbe.i42 4 at 2021']);
    expect(line.steps[0]!.value).toBe(3.03);
});

test('the library `garuda` starts every dimension at the framework’s own actual', () => {
    const line = frameworkOf('garuda', ['actual garuda 3 at 2019-07-09']);
    expect(line.indicators.map(({ steps }) => steps.map(({ level }) => level))).toEqual(Array(6).fill([3]));
});
