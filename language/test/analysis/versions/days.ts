import fc from 'fast-check';

type Text = fc.Arbitrary<string>;

const PROGRAMS = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8', 'p9'];
const ASSETS = ['s1', 's2', 'l1', 'l2', 'n1', 't1'];
const KINDS: Readonly<Record<string, string>> = { s: 'service', l: 'application', n: 'infrastructure', t: 'data' };

const any = (...texts: readonly string[]): Text => fc.constantFrom(...texts);
const some = (names: readonly string[], most = 2): Text =>
    fc.uniqueArray(any(...names), { minLength: 1, maxLength: most }).map((list) => list.join(', '));
const maybe = (clause: Text, weight = 1): Text =>
    fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight, arbitrary: clause });

const date = any('2020', '2020-03', '2020-Q4', '2021-01-31', '2021-06', '2022-02', '2023');
const length = any('1 month', '3 months', '31 days', '5 weeks', '2..6 months', '1..2..6 months', '1 quarter', '1 year');
const lag = any('', '', ' + 1 month', ' + 10 days', ' + 1..3 months');

const waits: Text = fc
    .uniqueArray(fc.tuple(any(...PROGRAMS), lag), { minLength: 1, maxLength: 2, selector: ([name]) => name })
    .map((items) => `after ${items.map((item) => item.join('')).join(', ')}`);

const clauses: Text = fc
    .tuple(
        fc.oneof(
            { weight: 8, arbitrary: length.map((each) => `duration ${each}`) },
            { weight: 1, arbitrary: fc.tuple(date, date).map(([a, b]) => `during ${a}..${b}`) },
            { weight: 1, arbitrary: fc.tuple(date, length).map(([a, b]) => `start ${a} duration ${b}`) },
            { weight: 1, arbitrary: any('', 'start 2021', 'duration 0 days') },
        ),
        maybe(waits, 3),
        maybe(
            some(ASSETS).map((names) => `needs ${names}`),
            2,
        ),
        maybe(
            some(ASSETS).map((names) => `delivers ${names}`),
            2,
        ),
        maybe(any(...ASSETS).map((name) => `replaces ${name}`)),
        maybe(date.map((each) => `earliest ${each}`)),
        maybe(
            any('2020', '2021', '2022', '2024').map((each) => `finish by ${each}`),
            2,
        ),
        maybe(any('started 2020-02', 'started 2022', 'finished 2021-05', 'cancelled')),
        maybe(
            any(
                'raises garuda.governance to 2',
                'raises garuda.governance to 3 after 2 months',
                'raises garuda.living to 2 after 40 days',
                'raises garuda.living to 3',
            ),
            2,
        ),
        maybe(
            any(
                'activity x "X" { duration 2 months }\n    activity y "Y" { after x duration 9 months }',
                'activity y "Y" { duration 3 weeks }',
            ),
        ),
        maybe(any('kpi k "Waktu" unit "jam" from 7 to 4 by 2022')),
    )
    .map((all) => all.filter((each) => each !== '').join('\n    '));

/** A program or asset with days and ties of every kind. */
export const timed: Text = fc.oneof(
    {
        weight: 4,
        arbitrary: fc.tuple(any(...PROGRAMS), clauses).map(([name, text]) => `program ${name} "P" {\n    ${text}\n}`),
    },
    {
        weight: 1,
        arbitrary: fc
            .tuple(any(...ASSETS), maybe(any('since 2015', 'since 2021-06', 'until 2021', 'since 2016 until 2022')))
            .map(([name, text]) => `${KINDS[name[0]!]} ${name} "A" { ${text} }`),
    },
    {
        weight: 1,
        arbitrary: fc
            .tuple(any('l1', 'l2'), any('l1', 'l2', 's1', 'n1'), maybe(any('since 2019')))
            .map(([name, other, text]) => `application ${name} "A" { ${text} replaces ${other} }`),
    },
    // Another kind of thing under a known name.
    {
        weight: 1,
        arbitrary: fc.tuple(any(...ASSETS), clauses).map(([name, text]) => `program ${name} "P" { ${text} }`),
    },
    { weight: 1, arbitrary: any(...PROGRAMS).map((name) => `service ${name} "A" { since 2019 }`) },
);

/** What a plan begins with: everything by name once, in another order than waits go. */
export const first: fc.Arbitrary<readonly string[]> = fc
    .tuple(
        fc.tuple(...PROGRAMS.map(() => clauses)),
        fc.tuple(...ASSETS.map(() => maybe(any('since 2018', 'until 2022')))),
    )
    .map(([programs, assets]) => [
        ...PROGRAMS.map((name, i) => `program ${name} "P" {\n    ${programs[i]}\n}`),
        ...ASSETS.map((name, i) => `${KINDS[name[0]!]} ${name} "A" { ${assets[i]} }`),
    ]);

/** An edit: a declaration written in the place of another, put in, taken out, or moved by a comment. */
export const edit: fc.Arbitrary<{
    readonly kind: 'write' | 'insert' | 'delete' | 'comment';
    place: number;
    text: string;
}> = fc.record({
    kind: fc.constantFrom(...(['write', 'write', 'write', 'write', 'insert', 'delete', 'comment'] as const)),
    place: fc.nat(30),
    text: timed,
});

export const FRAME = `use smart-city-100, garuda
masterplan m "M" {
    period 2020..2026
    target garuda 2 by 2022  target garuda.governance 3 by 2023  target garuda.living 2 by 2021
}`;
