import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Projection } from '../../src/analysis/projection-types.ts';
import { type Day, isoDate } from '../../src/plan/calendar.ts';
import type { Finding } from '../../src/plan/finding.ts';
import { type City, day, finding, framework, projectCity } from './projection-city.ts';

/**
 * A second reading of what maturity means, day by day and without any sweep, to compare with: small cities of one
 * framework with one indicator over forty days.
 */
const FIRST = day('2020-01-01');
const LAST = FIRST + 40;
/** Some days before the plan's first and after the last are drawn too. */
const days = fc.integer({ min: FIRST - 4, max: LAST - 6 });
const maybeDays = fc.option(days, { nil: undefined });

interface Raised {
    readonly program: string;
    readonly to: number;
    readonly finish: Day;
    readonly until: Day | undefined;
}

interface Sketch {
    readonly staged: boolean;
    readonly raises: readonly Raised[];
    readonly actuals: readonly { readonly day: Day; readonly level: number }[];
    readonly bars: readonly { readonly level: number; readonly from: Day | undefined; readonly to: Day | undefined }[];
    readonly targets: readonly { readonly value: number; readonly by: Day }[];
}

const level = fc.integer({ min: 1, max: 5 });
const sketches: fc.Arbitrary<Sketch> = fc.record({
    staged: fc.boolean(),
    raises: fc
        .array(fc.record({ to: level, finish: days, until: maybeDays }), { maxLength: 8 })
        .map((raises) => raises.map((raise, i) => ({ ...raise, program: `p${i}` }))),
    actuals: fc.uniqueArray(fc.record({ day: days, level }), { maxLength: 3, selector: (actual) => actual.day }),
    bars: fc.array(fc.record({ level: fc.integer({ min: 2, max: 5 }), from: maybeDays, to: maybeDays }), {
        maxLength: 3,
    }),
    targets: fc.array(fc.record({ value: level, by: days }), { maxLength: 3 }),
});

function cityOf(sketch: Sketch): City {
    const rule = (barred: number) => `bars-${barred}`;
    const bars = sketch.bars
        .filter(({ from, to }) => from === undefined || to === undefined || from <= to)
        .map((bar): Finding => ({ ...finding(rule(bar.level), ['home']), from: bar.from ?? null, to: bar.to ?? null }));
    return {
        frameworks: [
            framework('f', {
                scale: `1..5 ${sketch.staged ? 'staged' : 'scored'}`,
                barredBy: { 2: [rule(2)], 3: [rule(3)], 4: [rule(4)], 5: [rule(5)] },
                indicators: { x: { measures: 'governance' } },
            }),
        ],
        first: isoDate(FIRST),
        actuals: sketch.actuals.map((actual) => `f.x ${actual.level} at ${isoDate(actual.day)}`),
        targets: sketch.targets.map((target) => `f.x ${target.value} by ${isoDate(target.by)}`),
        programs: {
            home: { element: 'governance.service' },
            ...Object.fromEntries(
                sketch.raises.map(({ program, to, finish, until }) => [
                    program,
                    { finish, raises: [`f.x to ${to}${until === undefined ? '' : ` until ${isoDate(until)}`}`] },
                ]),
            ),
        },
        bars,
    };
}

/** The level of the indicator on a day, bars left out or not; `undefined` before its line begins. */
function levelOn(sketch: Sketch, on: Day, barred: boolean): number | undefined {
    const begins = sketch.actuals.length > 0 ? Math.min(...sketch.actuals.map((actual) => actual.day)) : FIRST;
    if (on < begins) {
        return undefined;
    }
    const inForce = (raise: Raised) => raise.finish + 1 <= on && (raise.until === undefined || on <= raise.until);
    return made(sketch, on, inForce, barred);
}

function made(sketch: Sketch, on: Day, counts: (raise: Raised) => boolean, barred: boolean): number {
    const past = sketch.actuals.filter((actual) => actual.day <= on).sort((a, b) => a.day - b.day);
    const actual = past.at(-1);
    const floor = actual?.level ?? 1;
    const raised = sketch.raises.filter((raise) => counts(raise) && raise.finish + 1 > (actual?.day ?? -Infinity));
    let result = floor;
    if (sketch.staged) {
        while (raised.some((raise) => raise.to === result + 1)) {
            result++;
        }
    } else {
        result = Math.max(floor, ...raised.map((raise) => raise.to));
    }
    for (const bar of barred && sketch.staged ? sketch.bars : []) {
        if ((bar.from ?? -Infinity) <= on && on <= (bar.to ?? Infinity) && result >= bar.level) {
            result = Math.max(floor, bar.level - 1);
        }
    }
    return result;
}

/** The levels of every day, from some days before the plan to the last. */
function daily(projection: Projection): (number | undefined)[] {
    const steps = projection.frameworks[0]!.indicators[0]!.steps;
    return everyDay((on) => steps.findLast((step) => step.date <= on)?.level);
}

function everyDay<T>(of: (day: Day) => T): T[] {
    return Array.from({ length: LAST - FIRST + 10 }, (_, i) => of(FIRST - 10 + i));
}

test('the line is that of a day-by-day reading, with a step only where the level changes', () => {
    fc.assert(
        fc.property(sketches, (sketch) => {
            const projection = projectCity(cityOf(sketch));
            expect(daily(projection)).toEqual(everyDay((on) => levelOn(sketch, on, true)));
            const levels = projection.frameworks[0]!.indicators[0]!.steps.map((step) => step.level);
            expect(levels.some((one, i) => one === levels[i - 1])).toBe(false);
            // With one indicator, the framework's line is that indicator's.
            expect(projection.frameworks[0]!.steps.map((step) => step.value)).toEqual(levels);
        }),
        { numRuns: 500 },
    );
});

test('a target is judged by the work finished on its day, and what is met is reached', () => {
    fc.assert(
        fc.property(sketches, (sketch) => {
            const begun = (on: Day) => sketch.actuals.length === 0 || sketch.actuals.some((actual) => actual.day <= on);
            const expected = (value: number, by: Day) =>
                begun(by) &&
                made(
                    sketch,
                    by,
                    (raise) => raise.finish <= by && (raise.until === undefined || raise.until >= by),
                    true,
                ) >= value;
            for (const { value, by, met, reached, blockers } of projectCity(cityOf(sketch)).frameworks[0]!.targets) {
                expect(met).toBe(expected(value, by));
                expect(blockers.length).toBe(met ? 0 : 1);
                const first = everyDay((on) => [on, levelOn(sketch, on, true)] as const).find(
                    ([, one]) => (one ?? 0) >= value,
                );
                expect(reached).toBe(first?.[0] ?? (met ? by : null));
            }
        }),
        { numRuns: 500 },
    );
});

test('a raise is idle if, and only if, every day is the same without it and it is over no gap when it acts', () => {
    fc.assert(
        fc.property(sketches, (sketch) => {
            const projection = projectCity(cityOf(sketch));
            const begins = sketch.actuals.length > 0 ? Math.min(...sketch.actuals.map((actual) => actual.day)) : FIRST;
            const gap = (raise: Raised) => {
                const acts = sketch.actuals.length > 0 ? raise.finish + 1 : Math.max(raise.finish + 1, begins);
                return (
                    sketch.staged &&
                    acts >= begins &&
                    (raise.until === undefined || acts <= raise.until) &&
                    !sketch.actuals.some((actual) => actual.day === acts) &&
                    levelOn(sketch, acts, false)! < raise.to
                );
            };
            const same = (raise: Raised) => {
                const without = { ...sketch, raises: sketch.raises.filter((other) => other !== raise) };
                return everyDay((on) => levelOn(without, on, false) === levelOn(sketch, on, false)).every(Boolean);
            };
            const names = (found: readonly { readonly program: { readonly name: string } }[]) =>
                found.map(({ program }) => program.name);
            const expectedNames = (raises: readonly Raised[]) => raises.map(({ program }) => program);
            expect(names(projection.gaps)).toEqual(expectedNames(sketch.raises.filter(gap)));
            expect(names(projection.idle)).toEqual(
                expectedNames(sketch.raises.filter((raise) => !gap(raise) && same(raise))),
            );
        }),
        { numRuns: 500 },
    );
});

test('one more raise never lowers a level on any day', () => {
    fc.assert(
        fc.property(sketches, fc.record({ to: level, finish: days, until: maybeDays }), (sketch, raise) => {
            const more = { ...sketch, raises: [...sketch.raises, { ...raise, program: 'p9' }] };
            const before = daily(projectCity(cityOf(sketch)));
            const after = daily(projectCity(cityOf(more)));
            expect(after.every((one, i) => (one ?? 0) >= (before[i] ?? 0))).toBe(true);
        }),
        { numRuns: 500 },
    );
});

test('one more bar never raises a level, and never lowers one below what was measured', () => {
    const bar = fc.record({ level: fc.integer({ min: 2, max: 5 }), from: maybeDays, to: maybeDays });
    fc.assert(
        fc.property(sketches, bar, (sketch, one) => {
            const before = daily(projectCity(cityOf(sketch)));
            const after = daily(projectCity(cityOf({ ...sketch, bars: [...sketch.bars, one] })));
            const measured = daily(projectCity(cityOf({ ...sketch, raises: [], bars: [] })));
            expect(after.every((now, i) => (now ?? 0) <= (before[i] ?? 0) && (now ?? 0) >= (measured[i] ?? 0))).toBe(
                true,
            );
        }),
        { numRuns: 500 },
    );
});

test('the order in which programs are given changes nothing', () => {
    fc.assert(
        fc.property(sketches, (sketch) => {
            const city = cityOf(sketch);
            const reversed = Object.fromEntries(Object.entries(city.programs!).reverse());
            const drop = (projection: Projection) => JSON.stringify(projection);
            expect(drop(projectCity({ ...city, programs: reversed }))).toBe(drop(projectCity(city)));
        }),
        { numRuns: 200 },
    );
});

test('every step of a program is caused by programs that change something on that day, or by an actual', () => {
    fc.assert(
        fc.property(sketches, (sketch) => {
            const steps = projectCity(cityOf(sketch)).frameworks[0]!.indicators[0]!.steps;
            for (const step of steps) {
                const measured = sketch.actuals.some((actual) => actual.day === step.date);
                expect(step.causes.includes('actual')).toBe(measured);
                for (const cause of step.causes.filter((name) => name !== 'actual' && name !== 'home')) {
                    const raise = sketch.raises.find(({ program }) => program === cause)!;
                    const acts = sketch.actuals.length > 0 ? raise.finish + 1 : Math.max(raise.finish + 1, FIRST);
                    expect([acts, (raise.until ?? 0) + 1]).toContain(step.date);
                }
            }
        }),
        { numRuns: 500 },
    );
});
