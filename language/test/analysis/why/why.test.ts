import { expect, it } from 'vitest';
import type { Reason } from '../../../src/analysis/why/reason.ts';
import { EXPLAINED, why } from '../../../src/analysis/why/why.ts';
import { Lines } from '../../../src/plan/origin.ts';
import { check } from '../../../src/rules/check.ts';
import { checkOf, planOf, TODAY } from '../../support.ts';
import { EXAMPLES } from '../diff/examples.ts';

const CITY = `masterplan kota "Kota" {
    period 2020..2029
    actual ladder.service 1 at 2019-07-09 source "Bimtek"
    target ladder 3 by 2021
    target ladder.service 3 by 2022
}
framework ladder "Tangga" { scale 1..3 staged  aggregate mean  indicator service "Pelayanan" }
opd kominfo "Kominfo"
infrastructure network "Jaringan" { owner kominfo }
data population "Data" { producer kominfo  since 2015  until 2027 }
program fibre "Serat" {
    owner kominfo
    earliest 2020-Q2
    duration 6..9..12 months
    delivers network
    raises ladder.service to 2
}
program bus "Bus" {
    owner kominfo
    after fibre + 1 month
    needs network, population
    activity design "Rancangan" { duration 2 months }
    activity build "Membangun" { after design  duration 4 months }
    finish by 2021-06
    raises ladder.service to 3 after 3 months
}
`;

/** An explanation as lines: each with what the text says at its place. */
function tell(text: string, name: string): string[] {
    const { analysis, findings } = checkOf(text);
    const reason = why(analysis, name, findings);
    const lines = new Lines(text);
    const write = ({ sentence, at, because }: Reason, depth: number): string[] => [
        `${'  '.repeat(depth)}${sentence.en}${at === undefined ? '' : ` [${lines.at(at.start).line}]`}`,
        ...because.flatMap((each) => write(each, depth + 1)),
    ];
    return reason === undefined ? [] : write(reason, 0);
}

it('follows the dates of a program down to the clauses', () => {
    expect(tell(CITY, 'bus')).toEqual([
        '`bus` runs from 2021-02-01 to 2021-07-31. [18]',
        '  It starts 2021-02-01, as soon as `fibre` lets it. [20]',
        '    It comes after `fibre` and 1 month more, so 2021-02-01 is the first day that works. [20]',
        '      `fibre` runs from 2020-04-01 to 2020-12-31. [11]',
        '        It starts 2020-04-01: `earliest 2020-Q2` lets it start no sooner. [13]',
        '        It finishes 2020-12-31: it takes 6..9..12 months, most likely 9 months. [14]',
        '  It finishes 2021-07-31 with its activity `bus.build`. [23]',
        '  Its deadline is 2021-06-30: it comes 31 days too late. [24]',
    ]);
    expect(tell(CITY, 'bus.build').slice(0, 4)).toEqual([
        '`bus.build` runs from 2021-04-01 to 2021-07-31. [23]',
        '  It starts when `bus.design` is done. [23]',
        '    `bus.design` runs from 2021-02-01 to 2021-03-31. [22]',
        '      It starts with its program.',
    ]);
});

it('follows what the city has to who delivers it, or to its own words', () => {
    expect(tell(CITY, 'network').slice(0, 3)).toEqual([
        '`network` is there from 2021-01-01. [9]',
        '  `fibre` delivers it. [15]',
        '    `fibre` runs from 2020-04-01 to 2020-12-31. [11]',
    ]);
    expect(tell(CITY, 'population')).toEqual([
        '`population` is there from 2015-01-01. [10]',
        '  `since 2015` is written. [10]',
        '  It ends 2027-12-31. [10]',
    ]);
    expect(tell('service s "S"', 's')).toEqual([
        '`s` is taken as there. [1]',
        '  No program delivers it and no `since` says from when. [1]',
    ]);
});

it('follows a level to what was measured and to the programs that raise it', () => {
    expect(tell(CITY, 'ladder.service').filter((line) => !line.startsWith('      '))).toEqual([
        '`ladder.service` stands at 3 from 2021-11-01 on. [7]',
        '  1 on 2019-07-09: that was measured. [3]',
        '    1 was measured (Bimtek). [3]',
        '  2 on 2021-01-01: through `fibre`. [16]',
        '    `fibre` raises it to 2, from the day after its finish. [16]',
        '  3 on 2021-11-01: through `bus`. [25]',
        '    `bus` raises it to 3, 3 months after its finish. [25]',
        '  The target `ladder.service` 3 by 2022-12-31 is met, on 2021-11-01. [5]',
        '    `ladder.service`: 3 on 2021-11-01: through `bus`. [25]',
    ]);
    expect(tell(CITY, 'ladder').slice(0, 3)).toEqual([
        '`ladder` comes to 3 on 2021-11-01, a planning simulation. [7]',
        '  The target `ladder` 3 by 2021-12-31 is met, on 2021-11-01. [4]',
        '    `ladder.service`: 3 on 2021-11-01: through `bus`. [25]',
    ]);
    const without = CITY.replace(/program bus[\s\S]*/, '');
    expect(tell(without, 'ladder').slice(1, 4)).toEqual([
        '  The target `ladder` 3 by 2021-12-31 is missed: 2 by then, and no program leads there. [4]',
        '    `ladder.service` has 2 by then, and needs 3. [7]',
        '      No program raises it to 3.',
    ]);
});

it('says why there are no dates: nothing is written, a circle, or a cancellation', () => {
    expect(tell('program a "A" { start 2020 }', 'a')[0]).toBe(
        '`a` has no dates: nothing says how long it takes. Write `duration`, `during`, or activities with durations. [1]',
    );
    expect(tell('program a "A" { cancelled duration 1 month }', 'a')).toEqual([
        '`a` has no dates: it is cancelled. [1]',
    ]);
    expect(tell('program b "B" { duration 1 month after a }\nprogram a "A" { duration 1 month after b }', 'b')).toEqual(
        [
            '`b` has no dates: it waits for itself in a circle, `a` → `b` → `a`. [1]',
            '  `a` waits for `b`. [2]',
            '  `b` waits for `a`. [1]',
        ],
    );
});

it('names what happened, what is pinned, and what a scenario adds', () => {
    const text = `program a "A" { started 2020-02 finished 2020-05 duration 1 year }
program b "B" { during 2021..2022 }
scenario late "L" { delay b by 1 year }`;
    expect(tell(text, 'a').slice(1)).toEqual([
        '  It started 2020-02-01: what happened counts, whatever was planned. [1]',
        '  It finished 2020-05-31: what happened counts, whatever was planned. [1]',
    ]);
    const plan = planOf(text);
    const { analysis } = check(plan, TODAY, { scenario: plan.scenarios[0] });
    const start = why(analysis, 'b')?.because[0];
    expect([start?.sentence.en, start?.because[0]?.sentence.en]).toEqual([
        'It starts 2022-01-01: `during 2021..2022` is written.',
        'The scenario `late` delays it by 1 year.',
    ]);
});

it('knows nothing of other names', () => {
    expect(tell(CITY, 'kominfo')).toEqual([]);
    expect(tell(CITY, 'nobody')).toEqual([]);
});

it('tells each thing once, and long chains to a bound', () => {
    const chain = Array.from(
        { length: 500 },
        (_, i) => `program p${i} "P" { duration 1 day ${i === 0 ? '' : `after p${i - 1}`} }`,
    ).join('\n');
    const told = tell(chain, 'p499');
    expect(told.length).toBeLessThan(400);
    expect(told.filter((line) => line.includes('the chain goes on: `smartcity why p439`'))).toHaveLength(1);
    const diamond = `program a "A" { duration 1 month }
program b "B" { duration 1 month after a }
program c "C" { duration 1 month after a }
program d "D" { duration 1 month after b, c }`;
    expect(tell(diamond, 'd').filter((line) => line.includes('`a` runs from'))).toEqual([
        '            `a` runs from 1970-01-01 to 1970-01-31. [1]',
        '            `a` runs from 1970-01-01 to 1970-01-31 (told above).',
    ]);
});

it.each([...EXAMPLES])('explains everything in %s, in both languages', (_, files) => {
    const { analysis, findings } = checkOf(files);
    const broken: string[] = [];
    const look = ({ sentence, because }: Reason): void => {
        if (sentence.en === '' || sentence.id === '' || /undefined|NaN/.test(sentence.en + sentence.id)) {
            broken.push(sentence.en);
        }
        because.forEach(look);
    };
    for (const { name, kind } of analysis.plan.names.values()) {
        const reason = why(analysis, name, findings);
        expect([name, reason !== undefined]).toEqual([name, EXPLAINED.has(kind)]);
        if (reason !== undefined) {
            look(reason);
        }
    }
    expect(broken).toEqual([]);
});
