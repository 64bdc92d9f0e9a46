import { describe, expect, it } from 'vitest';
import { get, messagesOf, plain, problemsOf, read } from './reading.ts';

/** What is around a broken place, and must count whatever is broken between. */
const BEFORE = 'program before "B" { owner o }\n';
const BEHIND = '\nprogram behind "B" { owner o }\nwaive r for behind because "R" by o\n';

/** The names of what is declared. */
function declared(text: string): string[] {
    return read(text).declarations.map(({ name }) => name);
}

describe('one broken place is one finding, and what stands around it counts', () => {
    /** A broken declaration called `a`, and the words that are reported. */
    const broken: Readonly<Record<string, readonly [string, string]>> = {
        'a misspelt declaration keyword': ['progam a "A" { owner o }', 'progam'],
        'a misspelt clause keyword': ['program a "A" { ownr o }', 'ownr'],
        'a misspelt word in a clause': ['program a "A" { raises f.i too 4 owner o }', 'too'],
        'a missing word in a clause': ['program a "A" { finish 2021 owner o }', '2021'],
        'a missing comma': ['program a "A" { owner o partners b c }', 'c'],
        'a missing comma between places': ['program a "A" {\n owner o\n area "Kota" "Mojoroto"\n}', '"Mojoroto"'],
        'a comma behind the last': ['program a "A" { owner o partners b, }', ','],
        'a comma before the next clause': ['program a "A" { partners b,\n owner o }', ','],
        'a doubled comma': ['program a "A" { owner o partners b,, c }', ','],
        'a semicolon': ['program a "A" { owner o; }', ';'],
        'a colon': ['program a "A" {\n owner: o\n}', ':'],
        'an equals sign': ['program a "A" { owner = o }', '='],
        'a clause without its value': ['program a "A" { owner o duration }', 'duration'],
        'a clause without its value before another': ['program a "A" { duration owner o }', 'duration'],
        'a clause without its unit': ['program a "A" { owner o duration 3 }', 'duration 3'],
        'a clause of something else': ['program a "A" { owner o capacity 3 programs }', 'capacity 3 programs'],
        'a word that is nothing': ['program a "A" { owner o lorem ipsum dolor }', 'lorem ipsum dolor'],
        'prose of several lines': [
            'program a "A" {\n owner o\n Program ini akan\n menyatukan semua kanal.\n}',
            'Program ini akan menyatukan semua kanal.',
        ],
        'signs that are nothing': ['program a "A" { owner o ??? @ }', '??? @'],
        'a number where a name belongs': ['program a "A" { owner o partners 5 }', '5'],
        'a name where a date belongs': ['program a "A" { owner o start soon }', 'soon'],
        'a text without quotes': ['program a "A" { owner o source Rencana aksi kota }', 'Rencana aksi kota'],
        'a code without quotes': ['program a "A" { owner o code 2.16.03 }', '2.16.03'],
        'a title without quotes': ['program a Satu pintu aduan { owner o }', 'Satu pintu aduan'],
        'a word before the title': ['program a satu "A" { owner o }', 'satu'],
        'a text too many': ['program a "A" "B" { owner o }', '"B"'],
        'a missing title': ['program a { owner o }', 'a'],
        'a missing opening brace': ['program a "A"\n    owner o\n    area "Kota"\n}', 'owner'],
        'both braces missing': ['program a "A"\n    owner o\n    quick-win', 'owner'],
        'a missing closing brace': ['program a "A" {\n    owner o\n', 'o'],
        'a missing closing brace behind a nested one': [
            'program a "A" {\n owner o\n activity x "X" { duration 1 month }\n',
            '}',
        ],
        'a nested block that is not closed': [
            'program a "A" {\n  activity x "X" {\n    duration 1 month\n  owner o\n}',
            'month',
        ],
        'a closing brace too many': ['program a "A" { owner o } }', '}'],
        'a closing brace too early': ['program a "A" { quick-win }\n  owner o\n}', '}'],
        'an opening brace too many': ['program a "A" { { owner o }', '{'],
        'an unclosed text': ['program a "A" {\n source "S\n owner o }', '"S'],
        'an unclosed title that takes the brace with it': ['program a "A {\n owner o\n}', '"A {'],
        'an unclosed text that takes the closing brace with it': ['program a "A" { owner o source "S }', '"S }'],
        'an unclosed text of many lines': [
            'program a "A" {\n  description """\n    Menyatukan kanal, lalu\n    area dan data.\n  owner o\n}',
            '"""',
        ],
        'quotes that do not pair up': [
            'program a "A" {\n owner o\n kpi k "Waktu unit "jam" from 72\n}',
            'jam" from 72',
        ],
        'the quotes of a word processor': ['program a “A” { owner o }', '“A”'],
        'a declaration inside of another': [
            'program a "A" {\n    owner o\n    service s "S" { owner o }\n}',
            'service s',
        ],
        'a name with a dot': ['program a.a "A" { owner o }', 'a.a'],
    };

    it.each(Object.entries(broken))('%s', (_, [text, words]) => {
        const whole = BEFORE + text + BEHIND;
        expect(problemsOf(whole).map((each) => each.replace(/ \d+:\d+/, ''))).toEqual([`syntax-error ${words}`]);
        const name = text.includes('a.a') ? 'a.a' : 'a';
        expect(plain(get(read(whole), 'program', name))).toMatchObject({ owner: 'o' });
        expect(declared(whole)).toEqual(expect.arrayContaining(['before', name, 'behind']));
        expect(read(whole).waivers).toHaveLength(1);
    });

    it.each(Object.entries(broken))('%s, between two line ends of Windows', (_, [text]) => {
        const whole = (BEFORE + text + BEHIND).replaceAll('\n', '\r\n');
        expect(problemsOf(whole)).toHaveLength(1);
        expect(read(whole).declarations.filter(({ kind }) => kind === 'program')).toHaveLength(3);
    });

    it('a missing name takes nothing with it but the declaration', () => {
        const text = `${BEFORE}program "A" { owner p after before  kpi k "K" activity x "X" { after y } }${BEHIND}`;
        expect(problemsOf(text)).toEqual(['syntax-error 2:1 program']);
        expect(declared(text)).toEqual(['before', 'behind']);
        expect(read(text).references.map(({ name }) => name)).toEqual(expect.arrayContaining(['p', 'before']));
    });

    it('words outside of any declaration', () => {
        expect(problemsOf(`${BEFORE}hello world { area "Kota" }${BEHIND}`)).toEqual([
            'syntax-error 2:1 hello world { area "Kota" }',
        ]);
        expect(problemsOf(`hello world${BEHIND}`)).toEqual(['syntax-error 1:1 hello world']);
    });

    it('a waiver that breaks keeps its other clauses', () => {
        const text = `${BEFORE}waive r for before becuase "R"\n  by o until 2099${BEHIND}`;
        expect(problemsOf(text)).toEqual(['syntax-error 2:20 becuase']);
        expect(plain(read(text).waivers[0])).toEqual({
            kind: 'waiver',
            rule: 'r',
            subjects: ['before'],
            because: 'R',
            by: 'o',
            until: '2099',
        });
        expect(problemsOf(`waive r before because "R" by o${BEHIND}`)).toEqual(['syntax-error 1:9 before']);
    });

    it('a broken `use` keeps the libraries that can be read', () => {
        const text = `use funds garuda${BEHIND}`;
        expect(problemsOf(text)).toEqual(['syntax-error 1:11 garuda']);
        expect(read(text).uses[0]!.libraries.map(({ name }) => name)).toEqual(['funds', 'garuda']);
    });

    it('a broken framework keeps its indicators', () => {
        const text =
            'framework f "F" {\n  scale 1..5 stagd\n  aggregate mean\n  domain d "D" weigt 20 {\n    indicator i "I" weight 1.3 {\n      levl 2 "L"\n    }\n  }\n}';
        expect(problemsOf(text).map((each) => each.replace(/ \d+:\d+/, ''))).toEqual([
            'syntax-error stagd',
            'syntax-error weigt 20',
            'syntax-error levl',
        ]);
        expect(plain(get(read(text), 'framework', 'f'))).toMatchObject({
            scale: { least: 1, most: 5, type: 'staged' },
            indicators: [{ name: 'f.i', domain: 'd', weight: 1.3, levels: [{ level: 2, title: 'L' }] }],
        });
    });

    it('an unclosed comment takes the rest with it', () => {
        expect(problemsOf(`${BEFORE}/* here`)).toEqual(['syntax-error 2:1 /*']);
        expect(problemsOf('/*')).toEqual(['syntax-error 1:1 /*']);
        expect(problemsOf('/*/')).toEqual(['syntax-error 1:1 /*']);
        expect(declared(`${BEFORE}/* here${BEHIND}`)).toEqual(['before']);
    });

    it('a `"""` that is not closed ends before the next declaration, even if that has texts of many lines', () => {
        const text =
            'program a "A" {\n  description """\n    Teks\n}\nprogram b "B" {\n  description """\n    Teks\n    """\n  owner o\n}\n';
        expect(problemsOf(text)).toEqual(['syntax-error 2:15 """']);
        expect(plain(get(read(text), 'program', 'b'))).toMatchObject({ owner: 'o', description: 'Teks' });
    });
});

describe('several broken places are several findings', () => {
    it('in one declaration', () => {
        const text =
            'program a "A" {\n  ownr o\n  partners b c\n  start soon\n  quick-win;\n  capacity 3 programs\n  tagline "T"\n  needs d\n}';
        expect(problemsOf(text)).toEqual([
            'syntax-error 2:3 ownr',
            'syntax-error 3:14 c',
            'syntax-error 4:9 soon',
            'syntax-error 5:12 ;',
            'syntax-error 6:3 capacity 3 programs',
            'syntax-error 7:3 tagline "T"',
        ]);
        expect(plain(get(read(text), 'program', 'a'))).toEqual({
            kind: 'program',
            name: 'a',
            title: 'A',
            owner: 'o',
            partners: ['b', 'c'],
            quickWin: {},
            needs: ['d'],
        });
    });

    it('in several declarations', () => {
        const text = 'opd a "A {\nopd b { code "1" }\nopd "C"\nprogram d "D" { owner }\nopd e "E"';
        expect(problemsOf(text)).toEqual([
            'syntax-error 1:7 "A {',
            'syntax-error 2:5 b',
            'syntax-error 3:1 opd',
            'syntax-error 4:17 owner',
        ]);
        expect(declared(text)).toEqual(['a', 'b', 'd', 'e']);
    });
});

describe('what was tried is not missing as well', () => {
    it.each([
        ['program a "A" { owner }', ['owner']],
        ['program a "A" { duration 12..6 months }', ['duration']],
        ['program a "A" { kpi }', ['kpi']],
        ['program a "A" { budget 2020 Rp 1,5 juta progress 140% }', ['budget', 'progress']],
    ])('%s', (text, keywords) => {
        expect([...get(read(text), 'program', 'a').broken].sort()).toEqual(keywords);
    });

    it('of clauses that must stand', () => {
        expect(problemsOf('masterplan a "A" { period }')).toEqual(['syntax-error 1:20 period']);
        expect(problemsOf('framework a "A" { scale aggregate median }').map((each) => each.slice(0, 12))).toEqual([
            'syntax-error',
            'syntax-error',
        ]);
        expect(problemsOf('waive r for a because by b')).toEqual(['syntax-error 1:15 because']);
        expect(problemsOf('masterplan "A"')).toEqual(['syntax-error 1:1 masterplan']);
    });
});

describe('messages name the construct, what was expected and the likely word', () => {
    it.each([
        ['program a "A" { ownr o }', '`ownr` is no clause of a program. Did you mean `owner`?'],
        ['opd a "A" { owner o }', '`owner` is no clause of an opd.'],
        ['audience a "A" { color "red" }', '`color` is no clause of an audience. Its clauses are description, source.'],
        ['progrm a "A"', '`progrm` begins no declaration. Did you mean `program`?'],
        ['proyek a "A"', 'A declaration such as `program name "Title" { … }` is expected here, not `proyek`.'],
        ['program a "A" { owner }', '`owner` is not complete: the name of an OPD is missing.'],
        ['program a "A" { start }', '`start` is not complete: a date such as `2020-Q3` is missing.'],
        [
            'program a "A" { duration 3 }',
            '`duration` is not complete: a unit (days, weeks, months, quarters or years) is missing.',
        ],
        ['program a "A" { budget 2020 from f }', '`budget` wants an amount such as `Rp 850 juta` here, not `from`.'],
        ['program a "A" { needs }', '`needs` is not complete: names of assets (with commas between them) are missing.'],
        [
            'program a "A" { kpi k "K" from 72 unit "jam" }',
            '`unit` does not belong here, in `kpi`. It is written so: `kpi answer-time "Waktu tanggap" unit "jam" from 72 to 48 by 2021 to 24 by 2022`.',
        ],
        ['program a "A" { kpi k from 72 to 48 }', '`kpi k` needs a title in quotes behind its name.'],
        [
            'program a "A" { raises f.x to 4 until 2027 after 3 months }',
            '`after` with a duration stands behind the level of `raises`, before `until`. It is written so: `raises garuda.governance to 4 after 3 months until 2027`.',
        ],
        ['program a "A" { finish 2021 }', '`by` is missing before `2021`.'],
        ['program a "A" { partners b c }', 'A comma is missing before `c`.'],
        ['program a "A" { source S }', '`source` wants this text in quotes.'],
        ['masterplan a "A" { period 2020 target none-of x }', '`target` is not complete: `by` is missing.'],
        ['program a', '`program a` needs a title in quotes behind its name.'],
        ['program "A"', '`program` needs a name before its title, such as `program my-name "Title"`.'],
        ['program a "A" { owner o', '`program a` is not closed: a `}` is missing.'],
        ['}', 'This `}` closes nothing.'],
    ])('%s', (text, message) => {
        expect(messagesOf(text)).toEqual([message]);
        for (const { message: said } of read(text).problems) {
            expect(said.id).not.toBe(said.en);
            expect(said.id).not.toBe('');
        }
    });

    it('long words are cut short', () => {
        expect(messagesOf(`${'x'.repeat(500)} y`)[0]!.length).toBeLessThan(150);
    });
});
