import { describe, expect, it } from 'vitest';
import { day } from '../support.ts';
import { get, messagesOf, problemsOf, read, wordsAt } from './reading.ts';

/** A program with these clauses. */
function program(clauses: string) {
    return get(read(`program a "A" { ${clauses} }`), 'program', 'a');
}

/** The problems of a program with these clauses, without their line and column. */
function faults(clauses: string): string[] {
    return problemsOf(`program a "A" { ${clauses} }`).map((each) => each.replace(/ \d+:\d+/, ''));
}

function titleOf(written: string): string {
    const fragment = read(`opd a ${written}`);
    expect(fragment.problems).toEqual([]);
    return fragment.declarations[0]!.title;
}

describe('text on one line', () => {
    it.each([
        ['"one line"', 'one line'],
        ['""', ''],
        [String.raw`"say \"hi\""`, 'say "hi"'],
        [String.raw`"back\\slash"`, 'back\\slash'],
        [String.raw`"two\nlines"`, 'two\nlines'],
        [String.raw`"\\n"`, '\\n'],
        [String.raw`"another \x is itself, \t too"`, String.raw`another \x is itself, \t too`],
        [String.raw`"ends with \\"`, 'ends with \\'],
        ['"// no comment, /* none */ { } either"', '// no comment, /* none */ { } either'],
        ['"Jl. Basuki Rahmat № 15, ≥ 3 m²"', 'Jl. Basuki Rahmat № 15, ≥ 3 m²'],
        ['"program b \\"B\\" {"', 'program b "B" {'],
        ['"it\'s"', "it's"],
    ])('%s', (written, meant) => {
        expect(titleOf(written)).toBe(meant);
    });
});

describe('text of many lines', () => {
    it('loses its indentation and its blank first and last line', () => {
        expect(titleOf('"""\n        # Head\n          deeper\n\n        * item\n        """')).toBe(
            '# Head\n  deeper\n\n* item',
        );
    });

    it.each([
        ['"""a"""', 'a'],
        ['""""""', ''],
        ['"""\n"""', ''],
        ['"""a "quoted" word"""', 'a "quoted" word'],
        ['"""first\n    second\n      third"""', 'first\nsecond\n  third'],
        ['"""  first  """', 'first'],
        ['"""\n\ta\n\tb\n"""', 'a\nb'],
        ['"""\r\n  a\r\n  b\r\n"""', 'a\nb'],
        [String.raw`"""\n \" stay"""`, String.raw`\n \" stay`],
        ['"""\n    text   \n    """', 'text'],
    ])('%j', (written, meant) => {
        expect(titleOf(written)).toBe(meant);
    });

    it('may hold what looks like a declaration, closed or not', () => {
        const text =
            'program a "A" {\n    description """\nprogram b "B" {\n  owner x\n    """\n    owner c\n}\nopd c "C"';
        expect(read(text).problems).toEqual([]);
        expect(read(text).declarations.map(({ name }) => name)).toEqual(['a', 'c']);
    });
});

describe('comments', () => {
    it('may stand anywhere between words, and hold anything', () => {
        const text = [
            '/* data x "X" { */ program // opd "',
            'a /**/ "A" /* " */ { // }',
            'after /* a',
            'b */ c /***/ + /* 2 */ 1 // month',
            'month, d',
            'budget /* 2019 */ 2020 Rp /* 1 */ 850 // triliun',
            'juta /* */ from /*/ */ apbd',
            'during 2020 /* .. */ .. 2021 } // "',
        ].join('\n');
        expect(problemsOf(text)).toEqual([]);
        const found = get(read(text), 'program', 'a');
        expect(found.after?.items.map(({ ref, lag }) => [ref.name, lag?.text])).toEqual([
            ['c', '1 month'],
            ['d', undefined],
        ]);
        expect(found.budgets[0]?.amount.value).toBe(850_000_000);
        expect(found.during?.to.text).toBe('2021');
    });

    it('may be all there is', () => {
        expect(read('// nothing\n/* at all */').problems).toEqual([]);
        expect(read('').problems).toEqual([]);
        expect(read(' \n\t').problems).toEqual([]);
    });

    it('between a list and a keyword that is its last name', () => {
        expect(read('use a, // and\n  data /* too */\nopd c "C"').uses[0]!.libraries.map(({ name }) => name)).toEqual([
            'a',
            'data',
        ]);
    });
});

describe('line ends and white space', () => {
    const lines = ['program a "A" {', '    owner b', '    source "S"', '}', 'opd b "B"', ''];

    it.each([
        ['LF', '\n'],
        ['CRLF', '\r\n'],
        ['CR', '\r'],
    ])('%s', (_, end) => {
        const text = lines.join(end);
        expect(problemsOf(text)).toEqual([]);
        expect(get(read(text), 'program', 'a').owner!.ref.at.start).toBe(text.indexOf('b'));
    });

    it('a byte order mark, tabs and no-break spaces are white space', () => {
        const text = '\uFEFFprogram\u00a0a\t"A"\u00a0{\u00a0owner\tb\u3000}';
        expect(problemsOf(text)).toEqual([]);
        expect(wordsAt(text, get(read(text), 'program', 'a').at)).toBe('a');
    });
});

describe('dates', () => {
    it.each([
        ['2019', '2019-01-01', '2019-12-31'],
        ['2019-Q1', '2019-01-01', '2019-03-31'],
        ['2019-Q4', '2019-10-01', '2019-12-31'],
        ['2020-02', '2020-02-01', '2020-02-29'],
        ['2019-07-09', '2019-07-09', '2019-07-09'],
    ])('%s', (text, first, last) => {
        expect(program(`start ${text}`).start!.when).toMatchObject({ text, first: day(first), last: day(last) });
    });

    it.each([
        ['2019-13', undefined],
        ['2019-02-29', undefined],
        ['2019-Q5', undefined],
        ['2019-Q0', undefined],
        ['19', undefined],
        ['2019-00', undefined],
        ['2019-1', undefined],
        ['20190709', undefined],
        ['2019.5', undefined],
        ['2019-q3', '2019-Q3'],
        ['9/7/2019', '2019-07-09'],
        ['09-07-2019', '2019-07-09'],
        ['9.7.2019', '2019-07-09'],
        ['2019/07/09', '2019-07-09'],
        ['9 Juli 2019', '2019-07-09'],
        ['17 Agustus 2020', '2020-08-17'],
        ['1 May 2021', '2021-05-01'],
        ['31 Desember 2020', '2020-12-31'],
    ])('%s is none', (text, right) => {
        expect(faults(`start ${text}`)).toEqual([`invalid-value ${text}`]);
        expect(read(`program a "A" { start ${text} }`).problems[0]!.replacement).toBe(right);
        expect(program(`start ${text} owner b`)).toMatchObject({
            start: undefined,
            broken: ['start'],
            owner: { ref: { name: 'b' } },
        });
    });

    it('a span may end where it begins, and name what it lies in', () => {
        expect(faults('during 2020..2020')).toEqual([]);
        expect(faults('during 2020-06..2020')).toEqual([]);
        expect(faults('during 2020..2020-01')).toEqual([]);
        expect(program('during 2020-Q3').during).toMatchObject({
            from: { first: day('2020-07-01') },
            to: { last: day('2020-09-30') },
        });
    });

    it('a span that ends before it begins is invalid as a whole', () => {
        expect(faults('during 2023..2022')).toEqual(['invalid-value 2023..2022']);
        expect(problemsOf('masterplan a "A" { period 2029 .. 2020 }')).toEqual(['invalid-value 1:27 2029 .. 2020']);
        expect(faults('during 2020-2022')).toEqual(['invalid-value 2020-2022']);
    });

    it.each([
        'data a "A" { since 2015 until 2014 }',
        'service a "A" { until 2014 since 2015 }',
        'application a "A" { since 2015-Q2 until 2015-01 }',
    ])('`until` before `since`: %s', (text) => {
        expect(messagesOf(text)[0]).toMatch(/^`until 201[45].*` is before `since 2015.*`\.$/);
    });

    it('`finished` before `started` is no finish', () => {
        expect(faults('started 2021 finished 2020')).toEqual(['invalid-value 2020']);
        expect(program('started 2021 finished 2020')).toMatchObject({
            finished: undefined,
            started: { when: { text: '2021' } },
        });
        expect(faults('started 2021-03 finished 2021')).toEqual([]);
    });
});

describe('durations', () => {
    it.each([
        ['9 months', 9, undefined, 9],
        ['1 day', 1, undefined, 1],
        ['6..12 months', 6, undefined, 12],
        ['6..9..15 months', 6, 9, 15],
        ['2 weeks', 2, undefined, 2],
        ['1 quarter', 1, undefined, 1],
        ['3 years', 3, undefined, 3],
        ['6..6 weeks', 6, undefined, 6],
    ])('%s', (text, least, likely, most) => {
        const { length } = program(`duration ${text}`).duration!;
        expect([length.text, length.least.count, length.most.count]).toEqual([text, least, most]);
        expect(length.likely?.count).toBe(text.split('..').length === 2 ? undefined : (likely ?? least));
    });

    it.each([
        ['12..6 months', '12..6 months'],
        ['6..15..9 months', '6..15..9 months'],
        ['1..2..3..4 months', '1..2..3..4 months'],
        ['1.5 months', '1.5'],
        ['0 months', '0'],
        ['-3 months', '-3'],
        ['9-12 months', '9-12'],
        ['9 bulan', 'bulan'],
        ['9 moths', 'moths'],
        ['99999 years', '99999 years'],
        ['1e9 days', 'e9'],
    ])('%s is invalid', (text, words) => {
        expect(faults(`duration ${text}`)[0]).toBe(`invalid-value ${words}`);
        expect(program(`duration ${text}`).duration).toBeUndefined();
    });

    it('say what was meant', () => {
        expect(read('program a "A" { duration 9 bulan }').problems[0]).toMatchObject({ replacement: 'months' });
        expect(read('program a "A" { duration 9 moths }').problems[0]).toMatchObject({ replacement: 'months' });
        expect(read('program a "A" { duration 9-12 months }').problems[0]).toMatchObject({ replacement: '9..12' });
    });

    it('a lag may be nothing', () => {
        expect(faults('after b + 0 days')).toEqual([]);
        expect(program('after b + 6..9..15 months, c').after!.items[0]!.lag!.likely).toEqual({
            count: 9,
            unit: 'months',
        });
    });
});

describe('money', () => {
    it.each([
        ['Rp 850 juta', 850_000_000],
        ['Rp 1.25 miliar', 1_250_000_000],
        ['Rp 2 triliun', 2_000_000_000_000],
        ['Rp 1_250_000_000', 1_250_000_000],
        ['Rp 500 ribu', 500_000],
        ['Rp 0', 0],
        ['Rp 1250000000', 1_250_000_000],
        ['Rp\n850\njuta', 850_000_000],
    ])('%j', (text, value) => {
        expect(faults(`budget 2020 ${text} from b`)).toEqual([]);
        expect(program(`budget 2020 ${text} from b`).budgets[0]!.amount.value).toBe(value);
    });

    it.each([
        ['Rp 1.250.000.000', 'Rp 1.25 miliar'],
        ['Rp 1,25 miliar', 'Rp 1.25 miliar'],
        ['Rp1.250.000.000,00', 'Rp 1.25 miliar'],
        ['Rp 1.250.000.000,-', 'Rp 1.25 miliar'],
        ['Rp. 850 juta', 'Rp 850 juta'],
        ['Rp850jt', 'Rp 850 juta'],
        ['rp 850 juta', 'Rp 850 juta'],
        ['RP 850 JUTA', 'Rp 850 juta'],
        ['Rp 850 juta,-', 'Rp 850 juta'],
        ['Rp 1 250 000 000', 'Rp 1.25 miliar'],
        ['Rp 1,250,000,000', 'Rp 1.25 miliar'],
        ['Rp 1,25 M', 'Rp 1.25 miliar'],
        ['Rp 2 T', 'Rp 2 triliun'],
        ['Rp 2 trilyun', 'Rp 2 triliun'],
        ['Rp 3 milliar', 'Rp 3 miliar'],
        ['Rp 850 juta rupiah', 'Rp 850 juta'],
        ['Rp (850 juta)', 'Rp 850 juta'],
        ['Rp "850 juta"', 'Rp 850 juta'],
        ['Rp 850 million', 'Rp 850 juta'],
        ['Rp 0,5 miliar', 'Rp 500 juta'],
        ['Rp 850 juta.', 'Rp 850 juta'],
        ['Rp 850 juta,', 'Rp 850 juta'],
        ['Rp 1.250', 'Rp 1_250'],
        ['Rp', undefined],
        ['Rp lima juta', undefined],
        ['Rp -5 juta', undefined],
        ['Rp 1.25', undefined],
        ['Rp 1.2.3', undefined],
        ['Rp 5 juta 500 ribu', undefined],
        ['Rp ± 5 juta', undefined],
        ['Rp 850 juta/tahun', undefined],
        ['Rp 1e9', undefined],
        ['Rp 99999999999 triliun', undefined],
        ['Rp ?', undefined],
        ['Rp = 5', undefined],
        ['Rp 5 + 5 juta', undefined],
        ['Rp..5', undefined],
    ])('%s is no amount, and no syntax error', (text, right) => {
        for (const clause of [
            `budget 2020 ${text} from b owner c`,
            `budget 2020 ${text}\nowner c`,
            `owner c budget 2020 ${text}`,
        ]) {
            expect(faults(clause)).toEqual([`invalid-value ${text}`]);
            expect(read(`program a "A" { ${clause} }`).problems[0]!.replacement).toBe(right);
            expect(program(clause)).toMatchObject({ budgets: [], broken: ['budget'], owner: { ref: { name: 'c' } } });
        }
    });

    it('says the right spelling', () => {
        expect(messagesOf('opd a "A" { ceiling 2020 Rp 1,25 miliar }')).toEqual([
            '`Rp 1,25 miliar` is no amount. Write `Rp 1.25 miliar`.',
        ]);
    });
});

describe('numbers', () => {
    it('take a point for decimals, and `_` between digits', () => {
        expect(program('kpi k "K" from 7.5 to 1_000 by 2021').kpis[0]).toMatchObject({
            from: 7.5,
            steps: [{ to: 1000 }],
        });
        expect(faults('kpi k "K" from 7,5 to 2')).toEqual(['invalid-value 7,5']);
        expect(read('program a "A" { kpi k "K" from 7,5 to 2 }').problems[0]).toMatchObject({ replacement: '7.5' });
    });

    it('of progress lie between 0 and 100', () => {
        expect(program('progress 40%').progress!.value).toBe(40);
        expect(faults('progress 100 %')).toEqual([]);
        expect(faults('progress 101%')).toEqual(['invalid-value 101']);
        expect(faults('progress -1%')).toEqual(['invalid-value -1']);
    });

    it('of capacity are whole', () => {
        expect(problemsOf('opd a "A" { capacity 2.5 programs }')).toEqual(['invalid-value 1:22 2.5']);
        expect(read('opd a "A" { capacity 1 program }').problems).toEqual([]);
    });

    it('of years have four digits', () => {
        expect(faults('budget 20 Rp 1 juta')).toEqual(['invalid-value 20']);
        expect(faults('budget 2020-Q1 Rp 1 juta')).toEqual(['invalid-value 2020-Q1']);
    });
});

describe('scales and levels', () => {
    const framework = (clauses: string): string => `framework f "F" { aggregate mean ${clauses} }`;

    it.each([
        ['scale 5..1 staged', '1'],
        ['scale 1..1 staged', '1'],
        ['scale 1.5..5 staged', '1.5'],
        ['scale 1..5 staged level 6 "L"', '6'],
        ['scale 1..5 staged level 2.5 "L"', '2.5'],
        ['scale 1..5 staged band "B" from 5.1', '5.1'],
        ['scale 1..5 staged indicator i "I" { level 0 "L" }', '0'],
        ['scale 1..5 staged indicator i "I" weight -1', '-1'],
        [
            'scale 0.. scored level 1 "L" barred-by duplicate-service, contested-data',
            'duplicate-service, contested-data',
        ],
        ['scale 0.. scored domain d "D" weight 1 { indicator i "I" } indicator j "J"', 'j'],
    ])('%s', (clauses, words) => {
        expect(problemsOf(framework(clauses)).map((each) => each.replace(/ \d+:\d+/, ''))).toEqual([
            `invalid-value ${words}`,
        ]);
    });

    it.each([
        'scale 1..5 staged band "B" from 2.6',
        'scale 0.. scored level 97.5 "L"',
        'scale 0..4 scored',
        'scale -1..1 scored',
        'scale 0.. scored domain d "D" { indicator i "I" weight 2 } indicator j "J"',
    ])('%s is fine', (clauses) => {
        expect(problemsOf(framework(clauses))).toEqual([]);
    });
});
