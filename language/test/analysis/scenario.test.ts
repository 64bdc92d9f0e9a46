import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceOf } from '../../src/analysis/scenario-consequences.ts';
import { isoDate } from '../../src/plan/calendar.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { type Checked, check } from '../../src/rules/check.ts';
import { day, planOf, TODAY } from '../support.ts';

const FRAME = `use smart-city-100
masterplan m "M" { period 2020..2025  ceiling 2021 Rp 3 miliar
    actual f.a 2 at 2020-06  target f 2 by 2022  target f.b 3 by 2023  target none-of duplicate-service by 2021 }
framework f "F" { scale 1..4 staged  level 3 barred-by duplicate-service  aggregate mean
    indicator a "A" measures governance  indicator b "B" measures living }
opd one "Satu" { capacity 2 programs  mandate "2.16" }
opd two "Dua" { mandate "1.02" }
audience all "Warga"
service s "Layanan" { owner one  serves all }
data d "Data" { producer two }
application old "Lama" { owner two  since 2015 }
fund gold "Dana"
`;

function played(plan: Plan, name = 'x'): Checked {
    return check(plan, TODAY, { scenario: plan.scenarios.find((each) => each.name === name)! });
}

/** Rules that look at scenarios themselves, or at whether what is written is used. */
const ABOUT_WRITING = new Set(['depends-on-dropped', 'unused-waiver', 'unused-declaration']);

/** Everything that follows from a plan, without places. */
function story({ analysis, findings, noneOf }: Checked, waits = true): unknown {
    return {
        findings: findings
            .filter(({ rule }) => !ABOUT_WRITING.has(rule))
            .map(({ rule, subjects, message, from, to, fingerprint }) => [
                rule,
                subjects,
                message.en,
                message.id,
                from,
                to,
                fingerprint,
            ])
            .map((each) => JSON.stringify(each))
            .sort(),
        programs: analysis.schedule.programs.map((each) => [
            each.program.name,
            isoDate(each.start),
            isoDate(each.finish),
            each.slack,
            each.critical,
            waits ? each.waits.map(({ name, until }) => [name, until]) : [],
            each.activities.map(({ activity, start, finish }) => [activity.name, start, finish]),
        ]),
        unscheduled: analysis.schedule.unscheduled.map(({ name }) => name),
        frameworks: analysis.projection.frameworks.map(({ framework, steps, indicators, targets }) => [
            framework.name,
            steps,
            indicators.map((line) => [line.indicator.name, line.steps]),
            targets.map(({ by, met, reached, attained, blockers }) => [by, met, reached, attained, blockers.length]),
        ]),
        noneOf: noneOf.map(({ met, findings: still }) => [met, still]),
        silos: [analysis.silos.whole.doubles, analysis.silos.whole.share, analysis.budget.total.amount],
    };
}

const length = fc.constantFrom<string>('1 month', '5 months', '40 days', '1 year');
const extras = fc.array(
    fc.constantFrom(
        'delivers s',
        'needs s',
        'delivers d',
        'needs d',
        'replaces old',
        'quick-win',
        'serves all',
        'partners two',
        'budget 2021 Rp 2 miliar from gold',
        'raises f.a to 3',
        'raises f.b to 2',
        'raises f.b to 3 after 1 month',
        'finish by 2021',
        'activity w "W" { duration 99 days }',
    ),
    { maxLength: 4 },
);
const element = fc.constantFrom('governance.service', 'living.health');
const owner = fc.constantFrom('one', 'two');
const program = fc.record({
    length,
    extras,
    element,
    owner,
    pin: fc.option(fc.constantFrom<string>('2020-04', '2021-01-31', '2022'), { nil: undefined }),
    after: fc.nat(5),
    state: fc.constantFrom<string>('', '', '', 'started 2020-03'),
});
const programs = fc.array(program, { minLength: 2, maxLength: 6 });

type Sketch = typeof program extends fc.Arbitrary<infer T> ? T : never;

function write(sketch: Sketch, place: number, more = ''): string {
    const { extras: clauses, pin, after, state } = sketch;
    const unique = [
        ...new Map(
            clauses.map((clause) => [clause.split(' ')[0] + (clause.startsWith('raises') ? clause : ''), clause]),
        ).values(),
    ];
    return `program p${place} "Program nomor ${place}" { owner ${sketch.owner}  element ${sketch.element}  duration ${sketch.length}
        ${pin === undefined ? '' : `start ${pin}`} ${after < place ? `after p${after}` : ''} ${state} ${unique.join(' ')} ${more} }`;
}

describe('a scenario is the plan edited by hand that way', () => {
    it('where it drops: as if each dropped program were cancelled', () => {
        fc.assert(
            fc.property(programs, fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 3 }), (list, drops) => {
                const gone = drops.map((drop) => drop % list.length);
                const scenario = `scenario x "X" { drop ${[...new Set(gone)].map((place) => `p${place}`).join(', ')} }`;
                const text = (edited: boolean) =>
                    FRAME +
                    list
                        .map((each, place) => write(each, place, edited && gone.includes(place) ? 'cancelled' : ''))
                        .join('\n');
                const what = played(planOf(text(false) + scenario));
                expect(story(what)).toEqual(story(check(planOf(text(true) + scenario), TODAY)));
                expect(
                    what.analysis.schedule.programs.some(({ program: { name } }) =>
                        gone.includes(Number(name.slice(1))),
                    ),
                ).toBe(false);
            }),
            { numRuns: 40, seed: 21 },
        );
    });

    it('where it drops what nobody waits for and needs: as if it were not written at all', () => {
        fc.assert(
            fc.property(programs, (list) => {
                const kept = list.map((each) => ({
                    ...each,
                    extras: each.extras.filter((clause) => !clause.startsWith('needs')),
                }));
                const all = FRAME + kept.map((each, place) => write(each, place)).join('\n');
                const less =
                    FRAME +
                    kept
                        .slice(0, -1)
                        .map((each, place) => write(each, place))
                        .join('\n');
                const scenario = `scenario x "X" { drop p${kept.length - 1} }`;
                expect(story(played(planOf(all + scenario)))).toEqual(story(check(planOf(less), TODAY)));
            }),
            { numRuns: 30, seed: 22 },
        );
    });

    it('where it delays what is pinned: as if its dates were written so many days later', () => {
        fc.assert(
            fc.property(programs, fc.nat(5), fc.integer({ min: 1, max: 700 }), (list, at, days) => {
                const place = at % list.length;
                const late = (date: string) => isoDate(day(date) + days);
                const text = (edited: boolean) =>
                    FRAME +
                    list
                        .map((each, index) => {
                            const pinned = { ...each, length: '90 days', pin: each.pin ?? '2021-02', state: '' };
                            return index !== place
                                ? write(each, index)
                                : write({ ...pinned, pin: edited ? late(pinned.pin) : pinned.pin }, index);
                        })
                        .join('\n');
                const scenario = `scenario x "X" { delay p${place} by ${days} days }`;
                expect(story(played(planOf(text(false) + scenario)))).toEqual(story(check(planOf(text(true)), TODAY)));
            }),
            { numRuns: 40, seed: 23 },
        );
    });

    it('where it delays what floats behind one other: as if it waited so much longer', () => {
        fc.assert(
            fc.property(programs, fc.constantFrom('1 month', '40 days', '1 year'), (list, by) => {
                const text = (edited: boolean) =>
                    FRAME +
                    list
                        .map((each, index) => {
                            const plain = {
                                ...each,
                                extras: each.extras.filter((clause) => !clause.startsWith('needs')),
                            };
                            return index < list.length - 1
                                ? write(plain, index)
                                : write(
                                      { ...plain, pin: undefined, state: '', after: 99 },
                                      index,
                                      `after p0${edited ? ` + ${by}` : ''}`,
                                  );
                        })
                        .join('\n');
                const scenario = `scenario x "X" { delay p${list.length - 1} by ${by} }`;
                expect(story(played(planOf(text(false) + scenario)), false)).toEqual(
                    story(check(planOf(text(true)), TODAY), false),
                );
            }),
            { numRuns: 40, seed: 24 },
        );
    });
});

describe('a scenario', () => {
    const text = `${FRAME}
        program a "A" { owner one  element governance.service  started 2020-03  duration 6 months  delivers d }
        program b "B" { owner two  element living.health  duration 6 months  needs d  after c }
        program c "C" { owner two  element living.health  duration 6 months }
        scenario x "X" { delay a by 12 months  drop c, nobody }
        scenario y "Y" { drop a }`;

    it('does not delay what has started, and passes over what is not there', () => {
        const { analysis } = played(planOf(text));
        expect(analysis.schedule.programs.map(({ program: { name }, finish }) => `${name} ${isoDate(finish)}`)).toEqual(
            ['a 2020-08-31', 'b 2021-02-28'],
        );
    });

    it('is asked for by name alone, leaves the written plan as it is, and no finding of dropping depends on it', () => {
        const plan = planOf(text);
        const dropped = (checked: Checked) =>
            checked.findings.filter(({ rule }) => rule === 'depends-on-dropped').map(({ fingerprint }) => fingerprint);
        const base = check(plan, TODAY);
        expect(base.analysis.scenario).toBeUndefined();
        expect(base.analysis.plan).toBe(plan);
        const what = played(plan);
        expect(what.analysis.scenario?.name).toBe('x');
        expect(what.analysis.written).toBe(plan);
        expect(dropped(base)).toHaveLength(2);
        expect(dropped(what)).toEqual(dropped(base));
        expect(dropped(played(plan, 'y'))).toEqual(dropped(base));
        expect(played(plan, 'y').findings.some(({ rule }) => rule === 'undelivered-asset')).toBe(false);
    });
});

it('a consequence says whether a finding comes or goes', () => {
    const sentence = { en: 'X is over Y.', id: 'X melebihi Y.' };
    const told = (kind: string): string => sentenceOf({ kind, sentence } as Parameters<typeof sentenceOf>[0]).en;
    expect(['finding-new', 'finding-gone', 'target-lost'].map(told)).toEqual([
        'Found then: X is over Y.',
        'No longer found: X is over Y.',
        'X is over Y.',
    ]);
});
