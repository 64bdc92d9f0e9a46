import fc from 'fast-check';
import { TEXTS } from './texts.ts';

/** Pieces that texts are spoilt with: signs of the language, line ends, comments, half texts, words out of place. */
const PIECES: readonly string[] = [
    ...'{ } " """ , .. // /* */ + % \n \r\n \r \t \u00a0 \ufeff \u2028 \ud800 ; = “ ”'.split(' '),
    ' ',
    '\n\n\n',
    '    ',
    '// note\n',
    '/* a note */',
    '/* two\n   lines */',
    'owner',
    'program x "X" {',
    'since 2013',
    'Rp 1.250.000',
    'Rp 850\n juta',
    '"""\n  a\n    b\n"""',
    'use funds',
    'waive missing-kpi for x',
];

interface Change {
    readonly at: number;
    readonly length: number;
    readonly piece: string;
}

const change: fc.Arbitrary<Change> = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof(fc.constant(0), fc.nat({ max: 4 }), fc.nat({ max: 40 })),
    piece: fc.oneof(fc.constant(''), fc.constantFrom(...PIECES)),
});

/** Texts of the product with a few words cut, put in and swapped; some as they stand, some with other line ends. */
export const spoiltTexts: fc.Arbitrary<string> = fc
    .tuple(
        fc.constantFrom(...TEXTS.map(([, text]) => text)),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.array(change, { maxLength: 4 }),
        fc.constantFrom('\n', '\r\n', '\r'),
    )
    .map(([text, from, changes, eol]) => {
        // A window is enough: whole examples would make each run slow and find no more.
        const start = Math.floor(from * Math.max(0, text.length - 1500));
        let spoilt = text.slice(start, start + 1500).replaceAll('\n', eol);
        for (const { at, length, piece } of changes) {
            const offset = Math.floor(at * spoilt.length);
            spoilt = spoilt.slice(0, offset) + piece + spoilt.slice(offset + length);
        }
        return spoilt;
    });

/** Texts of the product in which only the white space between words is another: everything can still be read. */
export const loosenedTexts: fc.Arbitrary<string> = fc
    .tuple(
        fc.constantFrom(...TEXTS.map(([, text]) => text)),
        fc.infiniteStream(fc.constantFrom(' ', '  ', '\n', '\t', '\n\n', ' /* x */ ', ' // y\n', '\r\n')),
        fc.double({ min: 0.05, max: 0.6 }),
        fc.infiniteStream(fc.double({ min: 0, max: 1 })),
    )
    .map(([text, gaps, share, chances]) =>
        text.replace(/("(?:""[\s\S]*?"""|[^"\n]*")|\/\/[^\n]*)|[ \n]+/g, (white, kept: string | undefined) =>
            kept !== undefined || chances.next().value > share ? white : gaps.next().value,
        ),
    );
