import { expect, test } from 'vitest';
import { isoDate } from '../../src/plan/calendar.ts';
import { framework, projectCity } from './projection-city.ts';
import { targets } from './projection-view.ts';

/**
 * Evaluasi Implementasi Smart City with the weights of 2022: outcome 30, impact 20 and quick win 20 as published by Kota
 * Jambi; baseline 10 and output 20 as they follow from Kota Kediri's result of 2022 (bangsaonline.com 113379).
 */
const WEIGHTS_2022 = { baseline: 10, output: 20, outcome: 30, impact: 20, 'quick-win': 20 };
/** The set that kominfo.slemankab.go.id publishes. */
const WEIGHTS_SLEMAN = { baseline: 10, output: 20, outcome: 30, impact: 30, 'quick-win': 10 };

/** Kota Kediri 2022 (bangsaonline.com 113379): index 3.31, from these parts and pillars. */
const KEDIRI_PARTS = { baseline: 3.6, output: 3.21, outcome: 3.23, impact: 3.07, 'quick-win': 3.65 };
const KEDIRI_PILLARS = {
    governance: 2.75,
    branding: 2.75,
    economy: 3.5,
    society: 3.33,
    living: 3.33,
    environment: 2.75,
};

function kominfo(weights: Record<string, number>, impact: readonly string[]) {
    const domains = Object.entries(weights).map(([name, weight]) => {
        const names = name === 'impact' ? impact : [name];
        return [name, { weight, indicators: Object.fromEntries(names.map((one) => [one, {}])) }] as const;
    });
    return framework('kominfo', { scale: '0.. scored', domains: Object.fromEntries(domains) });
}

function index(weights: Record<string, number>, scores: Record<string, number>, impact = ['impact']): number {
    const projection = projectCity({
        frameworks: [kominfo(weights, impact)],
        actuals: Object.entries(scores).map(([name, value]) => `kominfo.${name} ${value} at 2022`),
    });
    expect(isoDate(projection.frameworks[0]!.steps[0]!.date)).toBe('2022-12-31');
    return projection.frameworks[0]!.steps[0]!.value;
}

test('Kota Kediri, Kominfo 2022: the five parts give 3.315, published as 3.31', () => {
    const value = index(WEIGHTS_2022, KEDIRI_PARTS);
    expect(value).toBeCloseTo(3.315, 12);
    expect(Math.floor(value * 100) / 100).toBe(3.31);
});

test('Kota Kediri, Kominfo 2022: with the impact from its six pillars the index is 3.3147, published as 3.31', () => {
    const { impact, ...parts } = KEDIRI_PARTS;
    const value = index(WEIGHTS_2022, { ...parts, ...KEDIRI_PILLARS }, Object.keys(KEDIRI_PILLARS));
    // (2.75 + 2.75 + 3.5 + 3.33 + 3.33 + 2.75) / 6 = 3.06833…, published as 3.07.
    expect(value).toBeCloseTo((36 + 64.2 + 96.9 + (20 * 18.41) / 6 + 73) / 100, 12);
    expect(value.toFixed(4)).toBe('3.3147');
    expect((18.41 / 6).toFixed(2)).toBe(String(impact));
});

test('Kota Kediri, Kominfo 2022: with the other published set of weights the same parts give 3.257', () => {
    expect(index(WEIGHTS_SLEMAN, KEDIRI_PARTS)).toBeCloseTo(3.257, 12);
});

test('a target of 3.315 is met by parts that make exactly 3.315, and 3.4, Kediri’s own target of 2022, is not', () => {
    const projection = projectCity({
        frameworks: [kominfo(WEIGHTS_2022, ['impact'])],
        actuals: Object.entries(KEDIRI_PARTS).map(([name, value]) => `kominfo.${name} ${value} at 2022`),
        targets: ['kominfo 3.315 by 2022', 'kominfo 3.4 by 2022'],
    });
    expect(targets(projection)).toEqual(['kominfo 3.315 met 2022-12-31', 'kominfo 3.4 missed never']);
});

/**
 * The weights of the 47 indicators of SPBE (Permen PANRB 59/2020, secondary copies): ten of 1.30, ten of 2.50, eleven of
 * 1.50, ten of 2.75, six of 3.00; they add up to 100. The index is the sum of weight times level, divided by 100.
 */
const SPBE_WEIGHTS = [
    ...Array<number>(10).fill(1.3),
    ...Array<number>(10).fill(2.5),
    ...Array<number>(11).fill(1.5),
    ...Array<number>(10).fill(2.75),
    ...Array<number>(6).fill(3),
];
const SPBE_BANDS = ['Kurang from 1', 'Cukup from 1.8', 'Baik from 2.6', 'Sangat Baik from 3.5', 'Memuaskan from 4.2'];

/** The index and band of a city whose indicators 1 to 47 stand at these levels. */
function spbe(levelOf: (number: number) => number) {
    const name = (number: number) => `i${String(number).padStart(2, '0')}`;
    const group = (first: number, last: number) => ({
        indicators: Object.fromEntries(
            SPBE_WEIGHTS.map((weight, i) => [name(i + 1), { weight }] as const).slice(first - 1, last),
        ),
    });
    const domains = {
        policy: group(1, 10),
        governance: group(11, 20),
        management: group(21, 31),
        services: group(32, 47),
    };
    const projection = projectCity({
        frameworks: [framework('spbe', { scale: '1..5 staged', domains, bands: SPBE_BANDS })],
        actuals: SPBE_WEIGHTS.map((_, i) => `spbe.${name(i + 1)} ${levelOf(i + 1)} at 2023`),
    });
    const { steps, domains: lines } = projection.frameworks[0]!;
    return { value: steps[0]!.value, band: steps[0]!.band, domains: lines.map((one) => one.steps[0]!.value) };
}

test('SPBE: the weights add up to 100, and every indicator at N makes N exactly', () => {
    expect(SPBE_WEIGHTS).toHaveLength(47);
    expect(SPBE_WEIGHTS.reduce((sum, weight) => sum + Math.round(weight * 100), 0)).toBe(100_00);
    for (const level of [1, 2, 3, 4, 5]) {
        expect(spbe(() => level)).toMatchObject({ value: level, domains: [level, level, level, level] });
    }
    expect(spbe(() => 3).band).toBe('Baik');
});

test('SPBE: levels times weights give the index, domain by domain', () => {
    // Policy at 3 (13 × 3), governance at 2 (25 × 2), management at 1 (16.5), services at 4 (45.5 × 4): 287.5 / 100.
    const levels = (number: number) => (number <= 10 ? 3 : number <= 20 ? 2 : number <= 31 ? 1 : 4);
    expect(spbe(levels)).toEqual({ value: 2.875, band: 'Baik', domains: [3, 2, 1, 4] });
});

test('SPBE: levels that make 3.06, the index that Kota Kediri was given for 2021 (Baik)', () => {
    // All at 3, and two services of 3.00 one higher: 300 + 6 = 306.
    expect(spbe((number) => (number === 46 || number === 47 ? 4 : 3))).toMatchObject({ value: 3.06, band: 'Baik' });
});

test('SPBE: 2.594 is Cukup, though it is drawn as 2.59, and one indicator of 1.30 more makes it Baik', () => {
    // One level less than 3 in two of 1.30, six of 1.50, four of 2.75 and six of 3.00: 2.6 + 9 + 11 + 18 = 40.6.
    const low = (number: number) => number <= 2 || (number >= 21 && number <= 26) || (number >= 32 && number <= 35);
    const lower = (number: number) => low(number) || number >= 42;
    expect(spbe((number) => (lower(number) ? 2 : 3))).toMatchObject({ value: 2.594, band: 'Cukup' });
    expect(spbe((number) => (lower(number) && number !== 1 ? 2 : 3))).toMatchObject({ value: 2.607, band: 'Baik' });
});

/** Pemdi (Permen PANRB 8/2026, secondary copies): an aspect's weight is the sum of its indicators' weights. */
test('Pemdi: the weighted mean of the aspect indices is the flat weighted mean of the indicators', () => {
    const aspects = [
        [5, 5],
        [5, 5],
        [5, 3, 3, 4],
        [4, 4, 3, 4],
        [5, 5],
        [4, 4, 4, 3],
        [10, 15],
    ];
    const names = aspects.map((weights, a) =>
        weights.map((weight, i) => ({ name: `a${a}i${i}`, weight, level: 1 + ((a + 2 * i) % 5) })),
    );
    const domains = (weighted: boolean) =>
        Object.fromEntries(
            names.map((group, a) => [
                `aspect${a}`,
                {
                    ...(weighted ? { weight: group.reduce((sum, { weight }) => sum + weight, 0) } : {}),
                    indicators: Object.fromEntries(group.map(({ name, weight }) => [name, { weight }])),
                },
            ]),
        );
    const value = (weighted: boolean) =>
        projectCity({
            frameworks: [framework('pemdi', { scale: '1..5 staged', domains: domains(weighted) })],
            actuals: names.flat().map(({ name, level }) => `pemdi.${name} ${level} at 2026`),
        }).frameworks[0]!.steps[0]!.value;
    expect(value(true)).toBeCloseTo(value(false), 12);
    expect(value(false)).toBe(names.flat().reduce((sum, { weight, level }) => sum + weight * level, 0) / 100);
});
