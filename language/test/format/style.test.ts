import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/format/edits.ts';
import { format, formatted } from '../../src/format/format.ts';
import { indentLine } from '../../src/format/on-type.ts';
import { ORDERED } from '../../src/format/order.ts';
import { shapeOf } from '../../src/syntax/structure.ts';
import { textOf } from '../support.ts';

describe('the house style', () => {
    it('puts one clause on a line, four columns in, with one space between words', () => {
        expect(
            formatted(
                'program  x\n"X"\n{owner a partners b ,c after d+1 month,e budget 2020 Rp\n 850  juta from\tf\n}',
            ),
        ).toBe(
            `program x "X" {
    owner a
    partners b, c
    after d + 1 month, e
    budget 2020 Rp 850 juta from f
}
`,
        );
    });

    it('keeps a block on its line as long as the line has 100 columns', () => {
        const line = (title: string) => `service x "${title}" { owner a  serves b }\n`;
        const fits = 'x'.repeat(100 - line('').trimEnd().length);
        expect(formatted(line(fits).replace('{ owner a  serves', '{owner a serves'))).toBe(line(fits));
        expect(formatted(line(`${fits}x`))).toBe(`service x "${fits}x" {\n    owner a\n    serves b\n}\n`);
    });

    it('keeps blocks inside of blocks on their lines, and breaks the outer one first', () => {
        const text = 'dimension d "D" { element e "E" { source "s" }  element f "F" }\n';
        expect(formatted(text)).toBe(text);
        expect(formatted(text.replace('{ element e', '{\nelement e'))).toBe(
            'dimension d "D" {\n    element e "E" { source "s" }\n    element f "F"\n}\n',
        );
    });

    it('leaves one blank line at most, and none at the edges of a block or a file', () => {
        expect(formatted('\n\nopd a "A" {\n\n\n code "1"\n\n\n\n capacity 1 program\n\n}\n\n\n\nopd b "B"\n\n\n')).toBe(
            'opd a "A" {\n    code "1"\n\n    capacity 1 program\n}\n\nopd b "B"\n',
        );
        expect(formatted(' \n\t\n')).toBe('');
    });

    it('writes waivers with the reason on a line of its own, or all on one', () => {
        expect(formatted('waive r for a , b because "c"\nby d\nuntil 2099')).toBe(
            'waive r for a, b\n    because "c"\n    by d until 2099\n',
        );
        const short = 'waive r for a because "c" by d until 2099\n';
        expect(formatted(short)).toBe(short);
    });

    it('leaves every comment where it is', () => {
        expect(
            formatted(`/* file */ // first
opd a "A" { // opens
// above
  code "1" /* behind */   // twice
      // below

  /* before */ capacity 1 // inside
    programs
  // last
}   // closed
  // end`),
        ).toBe(`/* file */ // first
opd a "A" { // opens
    // above
    code "1" /* behind */ // twice
    // below

    /* before */ capacity 1 // inside
        programs
    // last
} // closed
// end
`);
    });

    it('keeps lines that somebody broke in a list too long for one, and joins others', () => {
        const long = (gap: string) =>
            `masterplan m "M" {\n    target none-of duplicate-service, duplicate-application,${gap}contested-data, isolated-program by 2023\n}\n`;
        expect(formatted(long('\n  '))).toBe(long('\n        '));
        expect(formatted(long(' '))).toBe(long(' '));
        expect(formatted('masterplan m "M" {\n    target none-of a,\n  b by 2023\n}\n')).toBe(
            'masterplan m "M" {\n    target none-of a, b by 2023\n}\n',
        );
    });

    it('indents texts of many lines with their clause, and what they say stays', () => {
        expect(formatted('program a "A" {\n description """\n  one\n    two\n\n  three\n """\n}\n')).toBe(
            'program a "A" {\n    description """\n        one\n          two\n\n        three\n        """\n}\n',
        );
        const behind = 'program a "A" {\n    description """one\n  two"""\n}\n';
        expect(formatted(behind)).toBe(behind);
    });

    it('keeps the line ends and the byte order mark of the file', () => {
        expect(formatted('\ufeffopd a "A"{code "1"\r\n}\r\nopd b "B"\n')).toBe(
            '\ufeffopd a "A" {\r\n    code "1"\r\n}\r\nopd b "B"\r\n',
        );
    });

    it('leaves a declaration that cannot be read as it stands, and formats its neighbours', () => {
        expect(formatted('opd a "A" {code "1"}\n\n\n program  x "X" {\n  owner\n\n\n  }\n\n\nopd  b "B"')).toBe(
            'opd a "A" { code "1" }\n\n program  x "X" {\n  owner\n\n\n  }\n\nopd b "B"\n',
        );
    });

    it('changes the least: one edit for each gap', () => {
        const text = 'opd a "A" {\n  code "1"\n}\nopd b  "B"\n';
        expect(format(text)).toEqual([
            { start: 14, end: 14, text: '  ' },
            { start: 31, end: 32, text: '' },
        ]);
        expect(format(text, { range: { start: 13, end: 13 } })).toEqual([{ start: 14, end: 14, text: '  ' }]);
    });

    it('takes texts of any size', () => {
        for (const text of ['{'.repeat(300_000), '"'.repeat(300_000), 'opd a '.repeat(60_000), '/*'.repeat(200_000)]) {
            expect(formatted(text).trim()).toBe(text.trim());
        }
    });
});

it('is the style of the example in docs/language.md', () => {
    const section = textOf('docs/language.md').split('## House style')[1]!;
    const example = /```smartcity\n([\s\S]*?)```/.exec(section)![1]!;
    expect(formatted(example)).toBe(example);
});

describe('the order of clauses', () => {
    it.each([...ORDERED].filter(([keyword]) => keyword !== 'waive'))(
        'of %s names its clauses, and no other',
        (keyword, ranks) => {
            const { head, body } = shapeOf(keyword);
            expect([...ranks.keys()].sort()).toEqual(
                [...new Set([...(head?.keywords ?? []), ...body.keywords])].sort(),
            );
        },
    );
});

describe('indentation while typing', () => {
    const indented = (text: string): string => {
        const offset = text.indexOf('|');
        const plain = text.replace('|', '');
        return applyEdits(plain, indentLine(plain, offset));
    };

    it.each([
        ['a new line in a block', 'opd a "A" {\n|', 'opd a "A" {\n    '],
        [
            'a new line in a block of a block',
            'program a "A" {\n    activity b "B" {\n|',
            'program a "A" {\n    activity b "B" {\n        ',
        ],
        ['a closing brace', 'opd a "A" {\n    code "1"\n    }|', 'opd a "A" {\n    code "1"\n}'],
        ['a declaration', 'opd a "A" {\n}\n  opd b "B"|', 'opd a "A" {\n}\nopd b "B"'],
        ['a waiver without a reason', 'waive r for a\n|', 'waive r for a\n    '],
        [
            'a waiver with all it needs',
            'waive r for a\n    because "b"\n    by c\n  |',
            'waive r for a\n    because "b"\n    by c\n',
        ],
        ['a broken block', 'opd a "A" {\n    code\n|', 'opd a "A" {\n    code\n    '],
        [
            'a text of many lines',
            'opd a "A" {\n    description """\n  x|\n"""\n}',
            'opd a "A" {\n    description """\n  x\n"""\n}',
        ],
    ])('%s', (_, text, wanted) => {
        expect(indented(text)).toBe(wanted);
    });
});
