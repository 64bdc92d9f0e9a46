import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths } from '../../src/analysis/schedule/months.ts';
import { schedule } from '../../src/analysis/schedule.ts';
import type { Schedule, ScheduledProgram } from '../../src/analysis/schedule-types.ts';
import { add, type Day, dayOf, isoDate, type Length } from '../../src/plan/calendar.ts';
import type { Program } from '../../src/plan/declarations/program.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { planOf } from '../support.ts';

const RUNS = { numRuns: 400, seed: 7 };

/** One program of a random plan; numbers are places among the others, taken modulo how many there are. */
interface Sketch {
    readonly days: string;
    readonly after: readonly { readonly place: number; readonly lag: string }[];
    readonly needs: readonly number[];
    readonly delivers: readonly number[];
    readonly rest: string;
}

const length = fc.oneof(
    fc.constantFrom('1 month', '2 months', '1 quarter', '1 year', '13 months', '10 days', '3 weeks', '1 day'),
    fc.constantFrom('1..2 months', '2..5 months', '1..2..4 months', '5..12 days', '1..2 quarters'),
);
const date = fc.constantFrom(
    '2020',
    '2020-01-30',
    '2020-01-31',
    '2020-Q2',
    '2020-08-31',
    '2020-11-30',
    '2021-01-31',
    '2021-03',
    '2021-12-31',
    '2022-02',
);
const days = fc.oneof(
    { weight: 5, arbitrary: length.map((text) => `duration ${text}`) },
    fc.tuple(date, length).map(([at, text]) => `earliest ${at} duration ${text}`),
    fc.tuple(date, length).map(([at, text]) => `start ${at} duration ${text}`),
    fc.tuple(date, length).map(([at, text]) => `started ${at} duration ${text}`),
    date.map((at) => `finished ${at}`),
    date.map((at) => `during ${at}..2022-06`),
    fc
        .tuple(length, length)
        .map(([a, b]) => `activity a "A" { duration ${a} } activity b "B" { after a duration ${b} }`),
    fc.constant(''),
);
const rest = fc.oneof(
    { weight: 3, arbitrary: fc.constant('') },
    date.map((at) => `finish by ${at}`),
    fc.constantFrom(
        'raises garuda.governance to 3',
        'raises garuda.living to 2 after 1 month',
        'raises garuda.living to 4',
    ),
);
const place = fc.nat(7);
const sketch: fc.Arbitrary<Sketch> = fc.record({
    days,
    after: fc.array(
        fc.record({
            place,
            lag: fc.oneof(
                fc.constant(''),
                length.map((text) => ` + ${text}`),
            ),
        }),
        { maxLength: 2 },
    ),
    needs: fc.array(place, { maxLength: 1 }),
    delivers: fc.array(place, { maxLength: 1 }),
    rest,
});
const sketches = fc.array(sketch, { minLength: 1, maxLength: 8 });

/** Programs at the ends of months, where a month on from two days can be the same day. */
const monthEnds: fc.Arbitrary<Sketch> = fc.record({
    days: fc
        .tuple(
            fc.constantFrom(
                '',
                'earliest 2020-01-30',
                'earliest 2020-02-29',
                'earliest 2020-03-30',
                'earliest 2020-05-30',
            ),
            fc.constantFrom('1 month', '1 month', '1 day', '1..2 months', '3 days'),
        )
        .map(([earliest, text]) => `${earliest} duration ${text}`),
    after: fc.array(fc.record({ place, lag: fc.constantFrom('', '', ' + 1 month', ' + 29 days', ' + 1 day') }), {
        minLength: 1,
        maxLength: 2,
    }),
    needs: fc.constant([]),
    delivers: fc.constant([]),
    rest: fc.constantFrom(
        '',
        '',
        'finish by 2020-12',
        'raises garuda.living to 2 after 1 month',
        'raises garuda.living to 2',
    ),
});

const FRAME = `
masterplan kediri "Kediri" {
    period 2020..2029
    target garuda 3 by 2022
    target garuda.living 4 by 2023-06
    target garuda.governance 2 by 2021
}
framework garuda "Garuda" {
    scale 1..5 staged
    aggregate mean
    indicator governance "Governance"
    indicator living "Living"
}
data d3 "Data" { since 2020-09 }
`;

/** The text of each program and asset. With `forwards`, programs wait for earlier ones only. */
function declarations(all: readonly Sketch[], forwards: boolean): string[] {
    const other = (from: number, place: number) => (forwards ? (from === 0 ? -1 : place % from) : place % all.length);
    return [
        ...[0, 1, 2, 4, 5, 6, 7].map((i) => `data d${i} "Data" {}`),
        ...all.map((each, i) => {
            const after = each.after
                .map((item) => ({ ...item, place: other(i, item.place) }))
                .filter((item) => item.place >= 0)
                .map((item) => `p${item.place}${item.lag}`);
            const needs = each.needs.map((asset) => `d${asset}`);
            const delivers = each.delivers.map((asset) => `d${asset}`);
            return `program p${i} "Program" {
                ${each.days}
                ${after.length > 0 ? `after ${after.join(', ')}` : ''}
                ${needs.length > 0 ? `needs ${needs.join(', ')}` : ''}
                ${delivers.length > 0 ? `delivers ${delivers.join(', ')}` : ''}
                ${each.rest}
            }`;
        }),
    ];
}

/** Everything in a schedule that a reader sees. */
function seen(result: Schedule): unknown {
    return {
        programs: result.programs.map((each) => ({
            ...each,
            program: each.program.name,
            waits: each.waits.map((wait) => [wait.name, wait.until, wait.program?.name]),
            activities: each.activities.map((activity) => [activity.activity.name, activity.start, activity.finish]),
        })),
        unscheduled: result.unscheduled.map((program) => program.name),
        cycles: result.cycles.map((cycle) => [cycle.members, cycle.path]),
        assets: [...result.assets.values()].map((life) => [life.asset.name, life.from, life.to, life.deliverer?.name]),
    };
}

describe('a schedule', () => {
    it('does not depend on the order in which things are declared', () => {
        fc.assert(
            fc.property(sketches, fc.array(fc.nat(), { minLength: 16, maxLength: 16 }), (all, keys) => {
                const texts = declarations(all, false);
                const shuffled = texts.map((text, i) => ({ text, key: keys[i]! })).sort((a, b) => a.key - b.key);
                const files: Record<string, string> = { 'b.smartcity': FRAME };
                shuffled.forEach(({ text }, i) => {
                    const file = `${'abc'[i % 3]}.smartcity`;
                    files[file] = `${files[file] ?? ''}${text}\n`;
                });
                expect(seen(schedule(planOf(files)))).toEqual(seen(schedule(planOf(FRAME + texts.join('\n')))));
            }),
            RUNS,
        );
    });

    it('never lets a program start before what it waits for, unless it is pinned', () => {
        fc.assert(
            fc.property(sketches, (all) => {
                for (const each of schedule(planOf(FRAME + declarations(all, false).join('\n'))).programs) {
                    const first = Math.max(dayOf(2020, 1, 1), ...each.waits.map((wait) => wait.until));
                    if (!each.pinned && each.status === 'planned') {
                        expect(each.start).toBe(Math.max(first, each.program.earliest?.when.first ?? first));
                    }
                }
            }),
            RUNS,
        );
    });

    it('gives every program days, or says why not', () => {
        fc.assert(
            fc.property(sketches, (all) => {
                const plan = planOf(FRAME + declarations(all, false).join('\n'));
                const result = schedule(plan);
                expect(result.programs.length + result.unscheduled.length).toBe(plan.programs.length);
                for (const program of result.unscheduled) {
                    const dated =
                        program.during ?? program.duration ?? program.finished ?? program.activities[0]?.duration;
                    expect(dated === undefined || result.inCycle.has(program.name)).toBe(true);
                }
            }),
            RUNS,
        );
    });

    it('never makes a successor earlier when a predecessor is later', () => {
        fc.assert(
            fc.property(
                sketches,
                fc.nat(7),
                fc.constantFrom('1 day', '40 days', '1 month', '3 months'),
                (all, which, by) => {
                    const name = `p${which % all.length}`;
                    const texts = declarations(all, true).join('\n');
                    const plan = planOf(`${FRAME}${texts}\nscenario late "Late" { delay ${name} by ${by} }`);
                    const before = schedule(plan);
                    const after = schedule(plan, { delays: plan.scenarios[0]!.delays });
                    for (const each of after.programs) {
                        const was = before.byName.get(each.program.name)!;
                        expect(each.start).toBeGreaterThanOrEqual(was.start);
                        expect(each.finish).toBeGreaterThanOrEqual(was.finish);
                    }
                },
            ),
            RUNS,
        );
    });

    it.each([
        ['all kinds of programs', sketches, 3000],
        ['the ends of months', fc.array(monthEnds, { minLength: 3, maxLength: 8 }), 3000],
    ] as const)('finds the slack that following every chain to its end finds, with %s', (_, plans, numRuns) => {
        let bounded = 0;
        let early = 0;
        fc.assert(
            fc.property(plans, fc.boolean(), (all, forwards) => {
                const plan = planOf(FRAME + declarations(all, forwards || plans !== sketches).join('\n'));
                const result = schedule(plan);
                const expected = new Walk(plan, result);
                for (const each of result.programs) {
                    const name = each.program.name;
                    bounded += each.slack === null ? 0 : 1;
                    expect([name, each.slack, each.critical]).toEqual([
                        name,
                        expected.slack(name),
                        expected.isCritical(name),
                    ]);
                }
                early += expected.early;
            }),
            { numRuns, seed: 11 },
        );
        // The plans are worth the walk: most programs are bounded, and many chains arrive before the scheduled start.
        expect(bounded).toBeGreaterThan(2000);
        expect(early).toBeGreaterThan(1000);
    });

    it('is made for a chain of a hundred thousand programs', () => {
        const plan = chainOf(100_000);
        const result = schedule(plan);
        expect(result.programs).toHaveLength(100_000);
        expect(isoDate(result.programs.at(-1)!.finish)).toBe(
            isoDate(add(dayOf(2020, 1, 1), { count: 100_000, unit: 'weeks' }) - 1),
        );
        expect(result.programs.every((each) => each.critical)).toBe(true);
    });

    it('finds a circle of a hundred thousand programs', () => {
        const plan = chainOf(100_000, true);
        const result = schedule(plan);
        expect(result.cycles).toHaveLength(1);
        expect(result.cycles[0]!.members).toHaveLength(100_000);
        expect(result.cycles[0]!.path).toHaveLength(100_001);
        expect(result.programs).toEqual([]);
    });
});

describe('months in tables', () => {
    it('are those of the calendar', () => {
        const anyDay = fc.integer({ min: dayOf(1900, 1, 1), max: dayOf(2300, 1, 1) });
        fc.assert(
            fc.property(anyDay, fc.integer({ min: -30, max: 3000 }), (day, months) => {
                expect(isoDate(addMonths(day, months))).toBe(isoDate(add(day, { count: months, unit: 'months' })));
            }),
            { numRuns: 5000, seed: 3 },
        );
    });
});

/** Programs of a week each, every one after the one before; closed to a circle if wanted. */
function chainOf(size: number, closed = false): Plan {
    const plan = planOf(`
        masterplan kediri "Kediri" { period 2020..2029 }
        program p0 "First" { duration 1 week  finish by 2020 }
        program p1 "Next" { duration 1 week  after p0 }`);
    const [first, next] = plan.programs as [Program, Program];
    const item = next.after!.items[0]!;
    const nameOf = (i: number) => `p${String(i).padStart(6, '0')}`;
    const afterOf = (i: number): Program['after'] => ({
        ...next.after!,
        items: [{ ...item, ref: { ...item.ref, name: nameOf(i) } }],
    });
    const programs = Array.from(
        { length: size },
        (_, i): Program => ({
            ...next,
            name: nameOf(i),
            after: i > 0 ? afterOf(i - 1) : closed ? afterOf(size - 1) : undefined,
            finishBy: i === size - 1 ? first.finishBy : undefined,
        }),
    );
    return { ...plan, programs };
}

/** Slack by its definition: every chain that begins with each program is followed to its end. */
class Walk {
    /** How many steps of chains let a program start before it is scheduled. */
    early = 0;
    /** For each program the slack its chains leave to each thing that bounds them. */
    private readonly found = new Map<string, Map<string, number>>();
    private readonly successors = new Map<
        string,
        { readonly next: ScheduledProgram; readonly lag: Length | undefined }[]
    >();

    constructor(
        private readonly plan: Plan,
        private readonly result: Schedule,
    ) {
        for (const next of result.programs) {
            for (const { ref, lag } of next.program.after?.items ?? []) {
                this.tie(ref.name, next, lag);
            }
            for (const { name } of next.program.needs?.refs ?? []) {
                // Waiting for what a program without days might deliver is ignored, and for what is there `since` a day.
                const deliverer = next.waits.find((wait) => wait.name === name)?.program?.name;
                if (deliverer !== undefined) {
                    this.tie(deliverer, next, undefined);
                }
            }
        }
        for (const { program, finish } of result.programs) {
            const slacks = new Map<string, number>();
            this.found.set(program.name, slacks);
            this.follow(program.name, finish, slacks);
        }
    }

    slack(name: string): number | null {
        const slacks = [...this.found.get(name)!.values()];
        return slacks.length === 0 ? null : Math.min(...slacks);
    }

    isCritical(name: string): boolean {
        return [...this.found.get(name)!].some(([bound, slack]) =>
            [...this.found.values()].every((other) => (other.get(bound) ?? slack) >= slack),
        );
    }

    private tie(name: string, next: ScheduledProgram, lag: Length | undefined): void {
        if (this.result.byName.has(name)) {
            this.successors.set(name, [...(this.successors.get(name) ?? []), { next, lag }]);
        }
    }

    private follow(name: string, finish: Day, slacks: Map<string, number>): void {
        this.bound(name, finish, slacks);
        for (const { next, lag } of this.successors.get(name) ?? []) {
            const { program, start } = next;
            const day = lag === undefined ? finish + 1 : after(finish + 1, lag);
            if (next.pinned || next.status === 'finished') {
                note(slacks, `start ${program.name}`, start - day);
                this.bound(program.name, this.finishOf(next, day), slacks);
                continue;
            }
            this.early += day < start ? 1 : 0;
            this.follow(program.name, this.finishOf(next, day), slacks);
        }
    }

    private bound(name: string, finish: Day, slacks: Map<string, number>): void {
        const { program } = this.result.byName.get(name)!;
        if (program.finishBy !== undefined) {
            note(slacks, `deadline ${name}`, program.finishBy.when.last - finish);
        }
        this.plan.masterplan!.targets.forEach((target, i) => {
            for (const raise of program.raises) {
                const meant = target.of.name === raise.of.name || target.of.name === 'garuda';
                if (meant && raise.to.value <= target.value.value) {
                    const acts = raise.after === undefined ? finish + 1 : after(finish + 1, raise.after);
                    note(slacks, `target ${i}`, target.by.last - (acts - 1));
                }
            }
        });
    }

    private finishOf({ program, start, finish }: ScheduledProgram, from: Day): Day {
        if (program.during !== undefined || program.finished !== undefined) {
            return from + finish - start;
        }
        const [a, b] = program.activities;
        if (a?.duration !== undefined && b?.duration !== undefined) {
            return after(after(from, a.duration.length), b.duration.length) - 1;
        }
        return after(from, program.duration!.length) - 1;
    }
}

function after(day: Day, { least, likely, most }: Length): Day {
    return likely === undefined ? Math.floor((add(day, least) + add(day, most)) / 2) : add(day, likely);
}

function note(slacks: Map<string, number>, bound: string, slack: number): void {
    slacks.set(bound, Math.min(slack, slacks.get(bound) ?? slack));
}
