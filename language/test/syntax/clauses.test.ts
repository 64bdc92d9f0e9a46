import { describe, expect, it } from 'vitest';
import { firstKeywords } from '../../src/syntax/structure.ts';
import { get, namesOf, plain, problemsOf, read } from './reading.ts';

/** An example of every clause, by the declaration it stands in. */
const CLAUSES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'masterplan m "M"': {
        region: 'region "R"',
        code: 'code "1"',
        tagline: 'tagline "T"',
        period: 'period 2020..2029',
        vision: 'vision "V"',
        ceiling: 'ceiling 2020 Rp 1 juta',
        actual: 'actual f 3 at 2019',
        target: 'target f 4 by 2021',
        description: 'description "D"',
        source: 'source "S"',
    },
    'audience a "A"': { description: 'description "D"', source: 'source "S"' },
    'opd o "O"': {
        code: 'code "1"',
        mandate: 'mandate "2.16", "2.20"',
        capacity: 'capacity 3 programs',
        ceiling: 'ceiling 2020 Rp 1 juta',
        description: 'description "D"',
        source: 'source "S"',
    },
    'service s "S"': {
        owner: 'owner o',
        serves: 'serves a, b',
        since: 'since 2013',
        until: 'until 2025',
        description: 'description "D"',
        source: 'source "S"',
    },
    'data d "D"': {
        producer: 'producer o',
        since: 'since 2013',
        until: 'until 2025',
        description: 'description "D"',
        source: 'source "S"',
    },
    'application a "A"': {
        owner: 'owner o',
        supports: 'supports s',
        needs: 'needs d',
        integrates: 'integrates b',
        replaces: 'replaces c',
        serves: 'serves r',
        shared: 'shared',
        area: 'area "Kota", k',
        since: 'since 2013',
        until: 'until 2025',
        description: 'description "D"',
        source: 'source "S"',
    },
    'infrastructure i "I"': {
        owner: 'owner o',
        class: 'class cctv',
        shared: 'shared',
        area: 'area "Kota"',
        since: 'since 2013',
        until: 'until 2025',
        description: 'description "D"',
        source: 'source "S"',
    },
    'program p "P"': {
        owner: 'owner o',
        partners: 'partners b, c',
        element: 'element g.s',
        serves: 'serves r',
        area: 'area "Kota"',
        code: 'code "1"',
        start: 'start 2020',
        earliest: 'earliest 2020',
        duration: 'duration 6 months',
        during: 'during 2020..2021',
        after: 'after q + 1 month, r',
        finish: 'finish by 2021',
        started: 'started 2020',
        finished: 'finished 2021',
        progress: 'progress 40%',
        cancelled: 'cancelled',
        needs: 'needs d',
        delivers: 'delivers s',
        replaces: 'replaces c',
        resolves: 'resolves b',
        'responds-to': 'responds-to t',
        'quick-win': 'quick-win',
        budget: 'budget 2020 Rp 1 juta from f',
        kpi: 'kpi k "K"',
        raises: 'raises f.i to 4',
        activity: 'activity x "X" { duration 1 month }',
        description: 'description "D"',
        source: 'source "S"',
    },
    'driver t "T"': {
        from: 'from 2024',
        impact: 'impact positive e.i "I"',
        description: 'description "D"',
        source: 'source "S"',
    },
    'obstacle b "B"': { 'raised-by': 'raised-by o, q', description: 'description "D"', source: 'source "S"' },
    'scenario s "S"': {
        delay: 'delay p, q by 12 months',
        drop: 'drop r, s',
        description: 'description "D"',
        source: 'source "S"',
    },
    'dimension g "G"': { element: 'element s "S"', description: 'description "D"', source: 'source "S"' },
    'framework f "F"': {
        scale: 'scale 1..5 staged',
        level: 'level 1 "L"',
        aggregate: 'aggregate mean',
        band: 'band "B" from 2',
        domain: 'domain d "D"',
        indicator: 'indicator i "I"',
        description: 'description "D"',
        source: 'source "S"',
    },
    'fund f "F"': { description: 'description "D"', source: 'source "S"' },
    'area a "A"': { within: 'within k', description: 'description "D"', source: 'source "S"' },
};

const NESTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'program p "P" { activity x "X"': {
        duration: 'duration 1 month',
        after: 'after y',
        description: 'description "D"',
        source: 'source "S"',
    },
    'dimension g "G" { element s "S"': { description: 'description "D"', source: 'source "S"' },
    'framework f "F" { scale 1..5 staged aggregate mean domain d "D"': {
        weight: 'weight 2',
        indicator: 'indicator i "I"',
        description: 'description "D"',
        source: 'source "S"',
    },
    'framework f "F" { scale 1..5 staged aggregate mean indicator i "I"': {
        weight: 'weight 2',
        measures: 'measures g',
        level: 'level 1 "L"',
        description: 'description "D"',
        source: 'source "S"',
    },
};

/** May stand often, as the language's description lists them. */
const OFTEN = new Set([
    'actual',
    'target',
    'ceiling',
    'budget',
    'kpi',
    'raises',
    'impact',
    'delay',
    'drop',
    'level',
    'band',
    'activity',
    'element',
    'domain',
    'indicator',
]);

/** The clauses a declaration must have, so that nothing else is reported. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
    masterplan: ['period'],
    framework: ['scale', 'aggregate'],
};

const declarations = [
    ...Object.entries(CLAUSES).map(([head, clauses]) => ({ head, clauses, tail: '' })),
    ...Object.entries(NESTED).map(([head, clauses]) => ({ head, clauses, tail: ' }' })),
];

describe.each(declarations)('$head', ({ head, clauses, tail }) => {
    const kind = head.slice(0, head.indexOf(' '));
    const needed = (without: string): string =>
        tail === ''
            ? (NEEDED[kind] ?? [])
                  .filter((each) => each !== without)
                  .map((each) => clauses[each]!)
                  .join(' ')
            : '';
    const elementOf = kind === 'program' && tail === '';

    it('is listed here with all of its clauses', () => {
        const rules: Record<string, string> = {
            audience: 'NoteClause',
            fund: 'NoteClause',
            area: 'AreaDeclarationClause',
        };
        const nested = /(activity|element|domain|indicator) \w+ "\w+"$/.exec(head)?.[1];
        const rule =
            tail === ''
                ? (rules[kind] ?? `${kind[0]!.toUpperCase()}${kind.slice(1)}Clause`)
                : nested === 'element'
                  ? 'NoteClause'
                  : `${nested![0]!.toUpperCase()}${nested!.slice(1)}Clause`;
        expect(Object.keys(clauses).sort()).toEqual([...new Set(firstKeywords(rule))].sort());
    });

    it('needs no braces', () => {
        expect(problemsOf(`${head}${tail}`).filter((each) => !each.startsWith('missing-clause'))).toEqual([]);
        expect(problemsOf(`${head} {}${tail}`).filter((each) => !each.startsWith('missing-clause'))).toEqual([]);
    });

    it('may have all of its clauses in one line, in any order, without separators', () => {
        const all = Object.entries(clauses)
            .filter(([keyword]) => keyword !== 'during')
            .map(([, clause]) => clause);
        expect(problemsOf(`${head} { ${all.join(' ')} }${tail}`)).toEqual([]);
        expect(problemsOf(`${head} { ${[...all].reverse().join(' ')} }${tail}`)).toEqual([]);
        expect(problemsOf(`${head} {\n${all.join('\n')}\n}${tail}`)).toEqual([]);
    });

    it.each(Object.entries(clauses))('%s twice', (keyword, clause) => {
        const text = `${head} { ${needed(keyword)} ${clause} ${clause} }${tail}`;
        const repeated = problemsOf(text);
        if (keyword === 'ceiling' || !(OFTEN.has(keyword) && !(keyword === 'element' && elementOf))) {
            expect(repeated).toEqual([`repeated-clause 1:${text.lastIndexOf(clause) + 1} ${clause}`]);
            expect(read(text).problems[0]!.related).toHaveLength(1);
        } else {
            expect(repeated).toEqual([]);
        }
    });
});

describe('clauses', () => {
    it('count the first time they stand', () => {
        const text = 'program a "A" { owner b owner c partners d partners e, f duration 1 month duration 2 months }';
        expect(plain(get(read(text), 'program', 'a'))).toMatchObject({
            owner: 'b',
            partners: ['d'],
            duration: '1 month',
        });
    });

    it('of a waiver stand once, and in any order', () => {
        expect(problemsOf('waive r for a until 2099 by b because "B"')).toEqual([]);
        expect(
            problemsOf('waive r for a because "B" by b until 2099 until 2100 by c because "C"').map((each) =>
                each.slice(0, 15),
            ),
        ).toEqual(Array.from({ length: 3 }, () => 'repeated-clause'));
    });

    it('`during` beside `start` and `duration` is a repeat of each, whichever comes first, and it is what counts', () => {
        for (const clauses of [
            'during 2020..2021 start 2022 duration 6 months',
            'start 2022 duration 6 months during 2020..2021',
        ]) {
            const text = `program a "A" { ${clauses} }`;
            expect(problemsOf(text).map((each) => each.replace(/ \d+:\d+/, ''))).toEqual([
                'repeated-clause start 2022',
                'repeated-clause duration 6 months',
            ]);
            expect(plain(get(read(text), 'program', 'a'))).toEqual({
                kind: 'program',
                name: 'a',
                title: 'A',
                during: { from: '2020', to: '2021' },
            });
        }
    });

    it('a second ceiling for one year is a repeat, budgets of one year add up', () => {
        const text = 'opd a "A" { ceiling 2020 Rp 1 juta ceiling 2021 Rp 1 juta ceiling 2020 Rp 2 juta }';
        expect(problemsOf(text)).toEqual([
            `repeated-clause 1:${text.lastIndexOf('ceiling') + 1} ceiling 2020 Rp 2 juta`,
        ]);
        expect(get(read(text), 'opd', 'a').ceilings.map(({ year, amount }) => [year.value, amount.value])).toEqual([
            [2020, 1e6],
            [2021, 1e6],
        ]);
        expect(
            get(read('program a "A" { budget 2020 Rp 1 juta budget 2020 Rp 2 juta }'), 'program', 'a').budgets,
        ).toHaveLength(2);
    });

    it('that must stand are missing where they do not', () => {
        expect(problemsOf('masterplan a "A"')).toEqual(['missing-clause 1:12 a']);
        expect(problemsOf('framework a "A" { indicator i "I" }')).toEqual([
            'missing-clause 1:11 a',
            'missing-clause 1:11 a',
        ]);
        expect(problemsOf('waive r for a')).toEqual(['missing-clause 1:1 waive', 'missing-clause 1:1 waive']);
        expect(problemsOf('waive r for a by b')).toEqual(['missing-clause 1:1 waive']);
        expect(problemsOf('waive r for a because ""\nby b')).toEqual([]);
    });

    it('a title may be empty', () => {
        expect(problemsOf('program a "" { kpi k "" activity x "" }')).toEqual([]);
    });

    it('`from` of a budget, `source` of a target, `unit` and `from` of a kpi may be left out', () => {
        expect(
            problemsOf(
                'program a "A" { budget 2020 Rp 1 juta kpi k "K" to 5 kpi l "L" kpi m "M" unit "jam" to 3 by 2021 to 2 }',
            ),
        ).toEqual([]);
    });

    it('a list takes commas, on any line, and none behind its last', () => {
        const { partners } = get(read('program a "A" { partners\n b\n,c,\nd }'), 'program', 'a');
        expect(namesOf(partners)).toEqual(['b', 'c', 'd']);
        const text = 'program a "A" { partners b, c, owner d needs e, }';
        expect(problemsOf(text).map((each) => each.replace(/ \d+:\d+/, ''))).toEqual([
            'syntax-error ,',
            'syntax-error ,',
        ]);
        expect(plain(get(read(text), 'program', 'a'))).toMatchObject({
            partners: ['b', 'c'],
            owner: 'd',
            needs: ['e'],
        });
    });

    it('`use` may stand anywhere and name a library twice', () => {
        const text = 'opd a "A"\nuse funds, funds\nopd b "B" use garuda\nuse funds';
        expect(problemsOf(text)).toEqual([]);
        expect(read(text).uses.map(({ libraries }) => libraries.map(({ name }) => name))).toEqual([
            ['funds', 'funds'],
            ['garuda'],
            ['funds'],
        ]);
    });

    it('`raises … to 4` may be followed by the clause `after NAME` or by the suffix `after 3 months`', () => {
        const suffix = get(read('program a "A" { raises f.i to 4 after 3 months }'), 'program', 'a');
        expect(plain(suffix.raises)).toEqual([{ of: 'f.i', to: 4, after: '3 months' }]);
        expect(suffix.after).toBeUndefined();
        const clause = get(read('program a "A" { raises f.i to 4 after b + 3 months }'), 'program', 'a');
        expect(plain(clause.raises)).toEqual([{ of: 'f.i', to: 4 }]);
        expect(plain(clause.after)).toEqual({ items: [{ ref: 'b', lag: '3 months' }] });
        const both = get(read('program a "A" { raises f.i to 4 after 3 months after b }'), 'program', 'a');
        expect([plain(both.raises), plain(both.after)]).toEqual([
            [{ of: 'f.i', to: 4, after: '3 months' }],
            { items: ['b'] },
        ]);
    });

    it('`target none-of` names rules, or a framework called `none-of`', () => {
        const { noneOf, targets } = get(
            read(
                'masterplan a "A" { period 2020 target none-of contested-data by 2023 target none-of 4 by 2021 target none-of.none-of 4 by 2021 }',
            ),
            'masterplan',
            'a',
        );
        expect(plain(noneOf)).toEqual([{ rules: ['contested-data'], by: '2023' }]);
        expect(plain(targets)).toEqual([
            { of: 'none-of', value: 4, by: '2021' },
            { of: 'none-of.none-of', value: 4, by: '2021' },
        ]);
    });

    it('a list ends before a clause whose keyword is also a name', () => {
        const found = get(
            read('application a "A" { needs since since 2013 supports until until 2025 }'),
            'application',
            'a',
        );
        expect([namesOf(found.needs), namesOf(found.supports), found.since?.when.text, found.until?.when.text]).toEqual(
            [['since'], ['until'], '2013', '2025'],
        );
    });
});
