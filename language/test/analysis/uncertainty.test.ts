import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/analysis.ts';
import { percentilesOf } from '../../src/analysis/uncertainty/percentiles.ts';
import { Pert } from '../../src/analysis/uncertainty/pert.ts';
import { threefry } from '../../src/analysis/uncertainty/threefry.ts';
import type { Simulation, TargetChances, Uncertainty } from '../../src/analysis/uncertainty-types.ts';
import { USUAL } from '../../src/analysis/uncertainty-types.ts';
import { isoDate } from '../../src/plan/calendar.ts';
import { checkOf, day, type Files, planOf, TODAY } from '../support.ts';

const FRAME = `framework f "F" { scale 1..3 staged aggregate mean indicator a "A" indicator b "B" }`;

function simulated(files: Files, settings: Partial<Simulation> = {}): Uncertainty {
    return analyse(planOf(files), TODAY).simulate({ ...USUAL, ...settings });
}

/** `2020-01-05 2020-02-01 2020-03-03`: the percentiles of a program's finish. */
function finishes(uncertainty: Uncertainty, program: string): string {
    const { p10, p50, p90 } = uncertainty.finishOf(program)!;
    return [p10, p50, p90].map(isoDate).join(' ');
}

/** The chances of a plan's only target. */
function chances(uncertainty: Uncertainty): TargetChances {
    const [only] = uncertainty.targets.values();
    return only!;
}

describe('random numbers', () => {
    it('are those that the authors of the generator published', () => {
        const draw = (key0: number, key1: number, counter0: number, counter1: number) => {
            const out = new Uint32Array(2);
            threefry(key0, key1, counter0, counter1, out, 0);
            return [...out];
        };
        expect(draw(0, 0, 0, 0)).toEqual([0x6b200159, 0x99ba4efe]);
        expect(draw(0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff)).toEqual([0x1cb996fc, 0xbb002be7]);
        expect(draw(0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3)).toEqual([0xc4923a9c, 0x483df7a0]);
    });

    it('follow the PERT distribution', () => {
        const pert = new Pert();
        // With the likely value at one end it is 1 − (1 − x)⁵, or x⁵.
        for (const share of [0.001, 0.1, 0.5, 0.9, 0.999]) {
            expect(pert.quantile(0, share)).toBeCloseTo(1 - (1 - share) ** (1 / 5), 3);
            expect(pert.quantile(1, share)).toBeCloseTo(share ** (1 / 5), 3);
            expect(pert.quantile(0.5, share) + pert.quantile(0.5, 1 - share)).toBeCloseTo(1, 6);
        }
        // The mean is (least + 4 likely + most) / 6, the variance μ(1 − μ) / 7.
        for (const likely of [0, 0.2, 0.5, 1]) {
            const places = Float64Array.from({ length: 20_000 }, (_, i) => (i + 0.5) / 20_000);
            pert.quantiles(likely, places);
            const mean = places.reduce((sum, each) => sum + each, 0) / places.length;
            const variance = places.reduce((sum, each) => sum + (each - mean) ** 2, 0) / places.length;
            expect(mean).toBeCloseTo((4 * likely + 1) / 6, 3);
            expect(variance).toBeCloseTo((mean * (1 - mean)) / 7, 3);
        }
    });

    it('give percentiles by nearest rank', () => {
        expect(percentilesOf(Int32Array.of(7))).toEqual({ p10: 7, p50: 7, p90: 7 });
        expect(percentilesOf(Int32Array.of(10, 9, 8, 7, 6, 5, 4, 3, 2, 1))).toEqual({ p10: 1, p50: 5, p90: 9 });
        expect(percentilesOf(Int32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11))).toEqual({ p10: 2, p50: 6, p90: 10 });
    });
});

describe('dates', () => {
    it('spread as the distribution of the one length says, around its middle', () => {
        // Beta(3, 3) has its deciles at 0.2466 and 0.7534 of the hundred days.
        const result = simulated('program a "A" { start 2020 duration 100..200 days }', { runs: 10_000 });
        const { p10, p50, p90 } = result.finishOf('a')!;
        const from = day('2020-01-01') - 1;
        expect(Math.abs(p10 - from - 124.66)).toBeLessThan(2);
        expect(Math.abs(p50 - from - 150)).toBeLessThan(2);
        expect(Math.abs(p90 - from - 175.34)).toBeLessThan(2);
    });

    it('stay between least and most, counted from where the program begins', () => {
        const result = simulated('program a "A" { start 2020-01-31 duration 1..2 months }', { runs: 10_000 });
        const { p10, p90 } = result.finishOf('a')!;
        expect(p10).toBeGreaterThanOrEqual(day('2020-02-28'));
        expect(p90).toBeLessThanOrEqual(day('2020-03-30'));
    });

    it('of what waits for two are later than those of either: delays meet, and head starts do not', () => {
        const result = simulated(
            `program a "A" { start 2020 duration 100..200 days } program b "B" { start 2020 duration 100..200 days }
             program c "C" { after a, b duration 1 day }`,
        );
        expect(result.finishOf('c')!.p50).toBeGreaterThan(
            Math.max(result.finishOf('a')!.p50, result.finishOf('b')!.p50) + 5,
        );
    });

    it('are the schedule’s where nothing is uncertain, and behind what is over', () => {
        const result = simulated(
            `program done "D" { started 2020 finished 2020-06-15 duration 1..9 years }
             program next "N" { after done duration 1 month }
             program pinned "P" { start 2021 duration 1 month after wild }
             program wild "W" { duration 1..9 years }
             program framed "F" { during 2020..2021 activity a "A" { duration 1..300 days } }`,
        );
        expect(finishes(result, 'done')).toBe('2020-06-15 2020-06-15 2020-06-15');
        expect(finishes(result, 'next')).toBe('2020-07-15 2020-07-15 2020-07-15');
        expect(finishes(result, 'pinned')).toBe('2021-01-31 2021-01-31 2021-01-31');
        expect(finishes(result, 'framed')).toBe('2021-12-31 2021-12-31 2021-12-31');
        expect(new Set(finishes(result, 'wild').split(' ')).size).toBe(3);
        expect(result.finishOf('nobody')).toBeUndefined();
    });

    it('spread less when a program has started: its beginning is known then', () => {
        const width = (state: string) => {
            const { p10, p90 } = simulated(
                `program a "A" { start 2020 duration 100..400 days } program b "B" { ${state} after a duration 90..110 days }`,
            ).finishOf('b')!;
            return p90 - p10;
        };
        expect(width('started 2020-09')).toBeLessThan(20);
        expect(width('')).toBeGreaterThan(80);
    });

    it('spread with activities, lags, and what delivers first', () => {
        const result = simulated(
            `data d "D"
             program a "A" { start 2020 activity x "X" { duration 10..90 days } activity y "Y" { after x duration 5 days } delivers d }
             program b "B" { start 2020 duration 10..90 days delivers d }
             program c "C" { needs d duration 1 day }
             program e "E" { start 2020 duration 1 month }
             program g "G" { after e + 1..90 days duration 1 day }`,
        );
        for (const name of ['a', 'b', 'c', 'g']) {
            expect(new Set(finishes(result, name).split(' ')).size).toBe(3);
        }
        expect(result.finishOf('c')!.p50).toBeLessThan(result.finishOf('b')!.p50);
    });

    it('keep their length in a scenario that delays the program', () => {
        const plan = planOf(
            'program a "A" { start 2020 duration 100..200 days } scenario s "S" { delay a by 50 days }',
        );
        const [base, late] = [undefined, plan.scenarios[0]!].map((scenario) =>
            analyse(plan, TODAY, { scenario }).uncertainty.finishOf('a'),
        );
        expect(late).toEqual({ p10: base!.p10 + 50, p50: base!.p50 + 50, p90: base!.p90 + 50 });
    });
});

describe('a simulation', () => {
    const a = 'program a "A" { start 2020 duration 100..200 days }';
    const b = 'program b "B" { after a duration 2..9 months }';

    it('is the same with the same seed, whatever files and further programs there are, and another with another', () => {
        const one = simulated({ 'a.smartcity': a, 'b.smartcity': b });
        const other = simulated({ 'a.smartcity': `program z "Z" { duration 1..2 years }\n${b}`, 'z.smartcity': a });
        expect([finishes(other, 'a'), finishes(other, 'b')]).toEqual([finishes(one, 'a'), finishes(one, 'b')]);
        expect(finishes(simulated(`${a} ${b}`, { seed: 2 }), 'b')).not.toBe(finishes(one, 'b'));
    });

    it('is asked for by nobody who only checks', () => {
        const { analysis } = checkOf(`${a} ${b}`);
        expect(Object.getOwnPropertyDescriptor(analysis, 'uncertainty')!.get).toBeDefined();
        expect(analysis.uncertainty).toBe(analysis.uncertainty);
    });
});

describe('a target', () => {
    const by = (date: string) => `masterplan m "M" { period 2020..2022 target f.a 2 by ${date} } ${FRAME}`;

    it('is met in the share of runs in which the work is done in time', () => {
        const text = 'program a "A" { start 2020 duration 100..200 days raises f.a to 2 }';
        // Day 150 of 2020 is 29 May: half of the runs are done by then.
        expect(chances(simulated(`${by('2020-05-29')} ${text}`, { runs: 10_000 })).probability).toBeCloseTo(0.5, 1);
        expect(chances(simulated(`${by('2020-04-08')} ${text}`)).probability).toBeLessThan(0.001);
        expect(chances(simulated(`${by('2020-07-18')} ${text}`)).probability).toBe(1);
    });

    it('has a curve by its date and the end of each following year', () => {
        const { curve, probability } = chances(
            simulated(`${by('2020')} program a "A" { start 2020 duration 1..4 years raises f.a to 2 }`),
        );
        expect(curve.map((each) => isoDate(each.by))).toEqual(['2020-12-31', '2021-12-31', '2022-12-31', '2023-12-31']);
        expect(curve[0]!.share).toBe(probability);
        expect(curve.map((each) => each.share)).toEqual(curve.map((each) => each.share).sort((x, y) => x - y));
        expect(curve[3]!.share).toBe(1);
    });

    it('falls again in the curve when the raise lapses or a measurement says so', () => {
        const text = 'program a "A" { start 2020 duration 10..90 days raises f.a to 2 until 2020 }';
        expect(chances(simulated(`${by('2020')} ${text}`)).curve.map((each) => each.share)).toEqual([1, 0, 0]);
    });

    it('is decided by the programs on the chain that brings it about last', () => {
        const plan = `masterplan m "M" { period 2020..2022 target f 2 by 2020 } ${FRAME}
            program base "Base" { start 2020 duration 20..40 days }
            program long "Long" { after base duration 100..200 days raises f.a to 2 }
            program short "Short" { start 2020 duration 10..20 days raises f.b to 2 }
            program sure "Sure" { start 2020 duration 3 months }
            program never "Never" { start 2020 duration 300..400 days raises f.a to 2 }`;
        const { deciders } = chances(simulated(plan));
        expect(deciders.map(({ program, share }) => `${program.name} ${share}`)).toEqual(['base 1', 'long 1']);
    });

    it('is decided now by one and now by the other of two that are about as long, and by all levels on the way', () => {
        const { deciders } = chances(
            simulated(`${by('2020').replace('2 by', '3 by')}
                program low "Low" { start 2020 duration 100..200 days raises f.a to 2 }
                program high "High" { start 2020 duration 100..200 days raises f.a to 3 }`),
        );
        expect(deciders.map(({ program }) => program.name).sort()).toEqual(['high', 'low']);
        expect(deciders[0]!.share + deciders[1]!.share).toBe(1);
        expect(deciders[1]!.share).toBeGreaterThan(0.4);
    });

    it('is decided by nobody when nothing leads there, or only what is certain', () => {
        const spread = 'program w "W" { duration 1..9 months }';
        expect(chances(simulated(`${by('2020')} ${spread}`)).deciders).toEqual([]);
        const sure = `program s "S" { start 2020 duration 1 month raises f.a to 2 } ${spread}`;
        expect(chances(simulated(`${by('2020')} ${sure}`))).toMatchObject({ probability: 1, deciders: [] });
    });

    it('stays out of reach while findings of the plan bar it, in every run', () => {
        const text = (bar: string) => `use smart-city-100
            masterplan m "M" { period 2020..2022 target f.a 2 by 2021 }
            framework f "F" { scale 1..3 staged ${bar} aggregate mean indicator a "A" measures governance }
            opd one "Satu" opd two "Dua"
            service s "S" { owner one }
            program p "P" { owner one element governance.service during 2020..2022 delivers s }
            program r "R" { start 2020 duration 2..9 months raises f.a to 2 }
            program q "Q" { owner two element governance.service during 2020..2022 delivers s }`;
        const of = (bar: string) => chances(checkOf(text(bar)).analysis.uncertainty).probability;
        expect(of('')).toBe(1);
        expect(of('level 2 "Dua" barred-by duplicate-service')).toBe(0);
    });
});
