import fc from 'fast-check';
import { allKeywords } from '../src/syntax/structure.ts';

/** One blow to a text, as numbers from 0 up to 1: which blow, where, how far, and where else. */
export interface Blow {
    readonly kind: number;
    readonly at: number;
    readonly length: number;
    readonly other: number;
}

const STEPS = 2 ** 30;

/** Numbers from 0 up to 1, all as likely: of `fc.double` nine in ten are next to nothing. */
export const unit: fc.Arbitrary<number> = fc.nat({ max: STEPS - 1 }).map((step) => step / STEPS);

/** Random blows. */
export const blow: fc.Arbitrary<Blow> = fc.record({ kind: unit, at: unit, length: unit, other: unit });

/** What is put into texts: signs the language knows, and what it had better survive. */
const PIECES: readonly string[] = [
    '{',
    '}',
    '"',
    '"""',
    '//',
    '/*',
    '*/',
    ',',
    '.',
    '..',
    '+',
    '%',
    '\\',
    '“',
    '”',
    '\r',
    '\n',
    '\r\n',
    '\u2028',
    '\u0085',
    '\t',
    '\u00a0',
    '\ufeff',
    '\u0000',
    '\u200b',
    '\u202e',
    '\ud800',
    '\udc00',
    '😀',
    'é',
    'e\u0301',
    'Rp',
    'Rp 1.250.000.000',
    'Rp 1,25 miliar',
    '2019-02-30',
    '2020-Q5',
    '99999999999999999999',
    '-1',
    '1e9',
    '6..12 months',
    '__proto__',
    'constructor',
    'toString',
    'a.b.c.d',
    '.',
    '-',
    'x'.repeat(300),
    '{'.repeat(40),
    '((((',
    '<script>',
    '=1+1',
    '$(x)',
    '%s',
    '\u001b[31m',
];

const BLOWS: readonly ((text: string, blow: Blow, other: string) => string)[] = [
    // Cut something out.
    (text, { at, length }) => text.slice(0, place(text, at)) + text.slice(place(text, at) + short(length)),
    // Cut the rest off.
    (text, { at }) => text.slice(0, place(text, at)),
    // Say something twice.
    (text, { at, length }) => insert(text, at, text.slice(place(text, at), place(text, at) + short(length))),
    // Swap two pieces.
    (text, { at, other, length }) => {
        const [a, b] = [place(text, at), place(text, other)].sort((x, y) => x - y) as [number, number];
        const size = Math.min(short(length), b - a);
        return (
            text.slice(0, a) +
            text.slice(b, b + size) +
            text.slice(a + size, b) +
            text.slice(a, a + size) +
            text.slice(b + size)
        );
    },
    // Splice two files.
    (text, { at, other: from }, other) => text.slice(0, place(text, at)) + other.slice(place(other, from)),
    // Put in a sign, a keyword, a stranger.
    (text, { at, other }) => insert(text, at, PIECES[Math.floor(other * PIECES.length)]!),
    (text, { at, other }) => insert(text, at, ` ${allKeywords()[Math.floor(other * allKeywords().length)]} `),
    (text, { at, other }) => insert(text, at, String.fromCharCode(Math.floor(other * 0xffff))),
    // Change one unit.
    (text, { at, other }) => {
        const offset = place(text, at);
        return text.slice(0, offset) + String.fromCharCode(32 + Math.floor(other * 95)) + text.slice(offset + 1);
    },
    // Other line ends, no line ends.
    (text, { other }) => text.replace(/\r?\n/g, other < 0.4 ? '\r\n' : other < 0.7 ? '\r' : ' '),
    // Indentation lost or gained from somewhere on.
    (text, { at, other }) =>
        text.slice(0, place(text, at)) + text.slice(place(text, at)).replace(/^[ \t]*/gm, other < 0.5 ? '' : '\t\t'),
];

/** The text after a blow; `other` is the text that a splice takes from. */
export function strike(text: string, blow: Blow, other: string): string {
    return BLOWS[Math.floor(blow.kind * BLOWS.length)]!(text, blow, other);
}

function place(text: string, at: number): number {
    return Math.floor(at * (text.length + 1));
}

/** Mostly a few characters, sometimes a few hundred. */
function short(length: number): number {
    return Math.ceil(400 ** length);
}

function insert(text: string, at: number, piece: string): string {
    return text.slice(0, place(text, at)) + piece + text.slice(place(text, at));
}
