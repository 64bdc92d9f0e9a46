import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyse } from '../../src/analysis/analysis.ts';
import { schedule } from '../../src/analysis/schedule.ts';
import type { Draws } from '../../src/analysis/uncertainty/draws.ts';
import { Forward } from '../../src/analysis/uncertainty/forward.ts';
import { reachOf } from '../../src/analysis/uncertainty/reach.ts';
import { simulate } from '../../src/analysis/uncertainty.ts';
import { type Amount, isoDate, type Length } from '../../src/plan/calendar.ts';
import type { Program } from '../../src/plan/declarations/program.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { planOf, TODAY } from '../support.ts';

const RUNS = 5;

const certain = fc.constantFrom('1 month', '3 months', '1 year', '10 days', '2 weeks');
const spread = fc.constantFrom('5..90 days', '1..2..60 days', '1..9 weeks', '0..400 days', '30..31..300 days');
const length = fc.oneof(certain, { weight: 2, arbitrary: spread });
const date = fc.constantFrom('2020-01-31', '2020-Q2', '2020-08-31', '2021-03', '2022-02');
const days = fc.oneof(
    { weight: 5, arbitrary: length.map((text) => `duration ${text}`) },
    fc.tuple(date, length).map(([at, text]) => `earliest ${at} duration ${text}`),
    fc.tuple(date, length).map(([at, text]) => `start ${at} duration ${text}`),
    fc.tuple(date, length).map(([at, text]) => `started ${at} duration ${text}`),
    date.map((at) => `finished ${at} duration 5..90 days`),
    date.map((at) => `during ${at}..2022-06 activity a "A" { duration 5..90 days }`),
    fc
        .tuple(length, length, length)
        .map(([a, b, lag]) => `activity a "A" { duration ${a} } activity b "B" { after a + ${lag} duration ${b} }`),
    fc.tuple(length, length).map(([own, a]) => `duration ${own} activity a "A" { duration ${a} }`),
    fc.constant(''),
);
const place = fc.nat(7);
const sketches = fc.array(
    fc.record({
        days,
        after: fc.array(fc.tuple(place, fc.option(length, { nil: undefined })), { maxLength: 2 }),
        needs: fc.array(place, { maxLength: 2 }),
        delivers: fc.array(place, { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 8 },
);
const delays = fc.array(fc.tuple(place, fc.constantFrom('1 month', '40 days', '5..12 days')), { maxLength: 2 });
const draws = fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: RUNS, maxLength: RUNS }), {
    minLength: 7,
    maxLength: 7,
});

/** Draws that were thought up beforehand; which of them a length gets, its name decides. */
function drawsOf(rows: readonly (readonly number[])[]): Draws {
    const of = (program: string, part: string) => {
        let sum = 0;
        for (const letter of program + part) {
            sum = (sum * 31 + letter.charCodeAt(0)) % 1009;
        }
        return rows[sum % rows.length]!;
    };
    return {
        runs: RUNS,
        row: (program, part) => Float64Array.from(of(program, part)),
        at: (program, part, _likely, run) => of(program, part)[run]!,
    };
}

function inDays({ count, unit }: Amount): number {
    return unit === 'weeks' ? 7 * count : count;
}

/** The plan in which every length is as long as it is drawn in a run. */
function fix(plan: Plan, draws: Draws, run: number): Plan {
    const names = new Map(plan.names);
    const programs = plan.programs.map((program): Program => {
        const exact = <T extends Length | undefined>(part: string, written: T): T => {
            if (written === undefined || written.least.count === written.most.count) {
                return written;
            }
            const [least, most] = [inDays(written.least), inDays(written.most)];
            const fraction = draws.at(program.name, part, 0.5, run);
            const amount: Amount = { count: least + Math.round(fraction * (most - least)), unit: 'days' };
            return { ...written, least: amount, likely: amount, most: amount };
        };
        const times = new Map<string, number>();
        const raised = new Map<string, number>();
        const fixed: Program = {
            ...program,
            raises: program.raises.map((raise) => {
                const key = `raises ${raise.of.name} ${raise.to.value}`;
                const time = raised.get(key) ?? 0;
                raised.set(key, time + 1);
                return { ...raise, after: exact(`${key} ${time}`, raise.after) };
            }),
            duration: program.duration && { ...program.duration, length: exact('duration', program.duration.length) },
            after: program.after && {
                ...program.after,
                items: program.after.items.map((item) => {
                    const time = times.get(item.ref.name) ?? 0;
                    times.set(item.ref.name, time + 1);
                    return { ...item, lag: exact(`after ${item.ref.name} ${time}`, item.lag) };
                }),
            },
            activities: program.activities.map((activity) => ({
                ...activity,
                duration: activity.duration && {
                    ...activity.duration,
                    length: exact(activity.name, activity.duration.length),
                },
                after: activity.after && {
                    ...activity.after,
                    items: activity.after.items.map((item, place) => ({
                        ...item,
                        lag: exact(`${activity.name} after ${program.name}.a ${place}`, item.lag),
                    })),
                },
            })),
        };
        names.set(program.name, fixed);
        return fixed;
    });
    return { ...plan, programs, names };
}

it('a run is the schedule of the plan with the lengths that were drawn', () => {
    fc.assert(
        fc.property(sketches, delays, draws, (programs, late, rows) => {
            const name = (at: number) => `p${at % programs.length}`;
            const text = programs.map(({ days, after, needs, delivers }, at) => {
                const waits = after.map(([to, lag]) => `${name(to)}${lag === undefined ? '' : ` + ${lag}`}`);
                return `program p${at} "P" { ${days}
                    ${waits.length > 0 ? `after ${waits.join(', ')}` : ''}
                    ${needs.length > 0 ? `needs ${needs.map((asset) => `d${asset}`).join(', ')}` : ''}
                    ${delivers.length > 0 ? `delivers ${delivers.map((asset) => `d${asset}`).join(', ')}` : ''} }`;
            });
            const plan = planOf(`masterplan m "M" { period 2020..2029 } ${text.join('\n')}
                ${Array.from({ length: 8 }, (_, at) => `data d${at} "D" ${at === 7 ? '{ since 2021 }' : ''}`).join('\n')}
                scenario s "S" { ${late.map(([at, by]) => `delay ${name(at)} by ${by}`).join(' ')} }`);
            const scenario = plan.scenarios[0]!;
            const base = schedule(plan, { delays: scenario.delays });
            const given = drawsOf(rows);
            const reach = reachOf(base, scenario.delays);
            const forward = new Forward(reach, given);
            for (let run = 0; run < RUNS; run++) {
                const exact = schedule(fix(plan, given, run), { delays: scenario.delays });
                const simulated = reach.programs.map(({ program, finish }, node) => {
                    return `${program.name} ${isoDate(forward.finishes(node)?.[run] ?? finish)}`;
                });
                expect(simulated.sort()).toEqual(
                    exact.programs.map(({ program, finish }) => `${program.name} ${isoDate(finish)}`).sort(),
                );
            }
        }),
        { numRuns: 250, seed: 11 },
    );
});

it('a target is met in as many runs as there are plans, with the lengths drawn, that meet it', () => {
    const raise = fc
        .tuple(
            fc.constantFrom('f.a', 'f.b', 'g.c'),
            fc.integer({ min: 2, max: 4 }),
            fc.option(length, { nil: undefined }),
            fc.constantFrom('', '', 'until 2021'),
        )
        .map(
            ([of, to, after, until]) => `raises ${of} to ${to} ${after === undefined ? '' : `after ${after}`} ${until}`,
        );
    const programs = fc.array(fc.tuple(spread, place, fc.array(raise, { maxLength: 3 })), {
        minLength: 1,
        maxLength: 6,
    });
    const actuals = fc.array(fc.tuple(fc.constantFrom('f', 'f.b', 'g'), fc.integer({ min: 1, max: 3 }), date), {
        maxLength: 2,
    });
    fc.assert(
        fc.property(programs, actuals, draws, (list, measured, rows) => {
            const plan = planOf(`masterplan m "M" { period 2020..2022
                    ${measured.map(([of, value, at]) => `actual ${of} ${value} at ${at}`).join('\n')}
                    target f 2 by 2020-09  target f.a 2 by 2020-05  target f.b 3 by 2020-12
                    target g 2.5 by 2020-10  target f 3 by 2021 }
                framework f "F" { scale 1..4 staged aggregate mean indicator a "A" indicator b "B" }
                framework g "G" { scale 0..4 scored aggregate mean indicator c "C" indicator d "D" }
                ${list.map(([own, to, raises], at) => `program p${at} "P" { duration ${own} ${to < at ? `after p${to}` : ''} ${raises.join(' ')} }`).join('\n')}`);
            const { schedule: days, projection } = analyse(plan, TODAY);
            const given = drawsOf(rows);
            const parts = { plan, schedule: days, projection, delays: [], bars: [] };
            const { targets } = simulate(parts, { seed: 0, runs: RUNS }, given);
            const exact = Array.from({ length: RUNS }, (_, run) => analyse(fix(plan, given, run), TODAY).projection);
            for (const { target } of projection.frameworks.flatMap((line) => line.targets)) {
                const met = exact.filter(({ frameworks }) =>
                    frameworks.some((line) => line.targets.some((each) => each.target === target && each.met)),
                );
                expect(targets.get(target)!.probability).toBe(met.length / RUNS);
            }
        }),
        { numRuns: 150, seed: 13 },
    );
});

it('without a spread every run is the schedule, and every target is met always or never', () => {
    const bare = fc.array(fc.tuple(certain, place, fc.constantFrom('', 'raises f.a to 2', 'raises f.b to 3')), {
        minLength: 1,
        maxLength: 8,
    });
    fc.assert(
        fc.property(bare, (programs) => {
            const plan = planOf(`masterplan m "M" { period 2020..2025
                    actual f.b 2 at 2020-06
                    target f 2 by 2021  target f 1.5 by 2020-06  target f.a 2 by 2021-03  target f.b 3 by 2022 }
                framework f "F" { scale 1..4 staged aggregate mean indicator a "A" indicator b "B" }
                ${programs.map(([text, to, raise], at) => `program p${at} "P" { duration ${text} ${to < at ? `after p${to}` : ''} ${raise} }`).join('\n')}`);
            const analysis = analyse(plan, TODAY);
            const { uncertainty } = analysis;
            expect(uncertainty.isUncertain).toBe(false);
            for (const { program, finish } of analysis.schedule.programs) {
                expect(uncertainty.finishOf(program.name)).toEqual({ p10: finish, p50: finish, p90: finish });
            }
            for (const result of analysis.projection.frameworks.flatMap((line) => line.targets)) {
                const chances = uncertainty.targets.get(result.target)!;
                expect(chances.probability).toBe(result.met ? 1 : 0);
                expect(chances.deciders).toEqual([]);
            }
        }),
        { numRuns: 100, seed: 12 },
    );
});
