/**
 * Signs that nobody sees. Those of direction turn a line round, so that it is shown otherwise than it is read: a title can
 * hide an amount, a comment can look like a clause.
 */

/** Marks, embeddings, overrides and isolates of direction (Unicode's bidirectional algorithm, UAX 9). */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Control characters, signs without width, halves of characters, and signs of direction. */
const INVISIBLE = /\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Cs}/gu;

const NONE: readonly string[] = [];

/** The code points of the signs of direction in a text, each once, as `U+202E`, in the order of the text. */
export function directionSigns(text: string): readonly string[] {
    // Nearly every text has none, and there are many.
    return text.search(DIRECTION) < 0 ? NONE : [...new Set(text.match(DIRECTION))].map(codePoint);
}

/** A text without its signs of direction. */
export function withoutDirection(text: string): string {
    return text.replace(DIRECTION, '');
}

/** A text in which every sign that nobody sees is written as its code point. */
export function spellInvisible(text: string): string {
    return text.replace(INVISIBLE, codePoint);
}

function codePoint(sign: string): string {
    return `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
