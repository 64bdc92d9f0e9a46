/**
 * Where texts end. Written by hand: a pattern would run out of stack on a text of some megabytes, and the lexer and the
 * cutting of chunks have to agree.
 */

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** “, ” and „, as word processors put them in; they are read as quotes and reported. */
const CURLY: ReadonlySet<number> = new Set([0x201c, 0x201d, 0x201e]);

/** All signs that open a text, for the inside of a pattern's brackets. */
export const QUOTES = '"\\u201c\\u201d\\u201e';

/** Whether a text begins at an offset. */
export function opensText(text: string, offset: number): boolean {
    const code = text.charCodeAt(offset);
    return code === QUOTE || CURLY.has(code);
}

/** Behind the last character of the text that begins at an offset: a text without its closing quote ends with its line. */
export function endOfText(text: string, start: number): number {
    if (text.startsWith('"""', start)) {
        const close = text.indexOf('"""', start + 3);
        return close < 0 ? endOfLine(text, start) : close + 3;
    }
    const curly = text.charCodeAt(start) !== QUOTE;
    for (let offset = start + 1; offset < text.length; offset++) {
        const code = text.charCodeAt(offset);
        if (code === QUOTE || (curly && CURLY.has(code))) {
            return offset + 1;
        }
        if (isLineEnd(code)) {
            return offset;
        }
        if (code === BACKSLASH && offset + 1 < text.length && !isLineEnd(text.charCodeAt(offset + 1))) {
            offset++;
        }
    }
    return text.length;
}

/** The offset of the next line end, or of the text's. */
export function endOfLine(text: string, start: number): number {
    let offset = start;
    while (offset < text.length && !isLineEnd(text.charCodeAt(offset))) {
        offset++;
    }
    return offset;
}

/** Whether a text, as it is written, has its closing quote. */
export function isClosed(image: string): boolean {
    if (image.startsWith('"""')) {
        return image.length >= 6 && image.endsWith('"""');
    }
    const last = image.charCodeAt(image.length - 1);
    if (image.length < 2 || !(last === QUOTE || (isCurly(image) && CURLY.has(last)))) {
        return false;
    }
    let backslashes = 0;
    while (image.charCodeAt(image.length - 2 - backslashes) === BACKSLASH) {
        backslashes++;
    }
    return backslashes % 2 === 0;
}

/** Whether a text stands between a word processor's quotes. */
export function isCurly(image: string): boolean {
    return CURLY.has(image.charCodeAt(0));
}

function isLineEnd(code: number): boolean {
    return code === 10 || code === 13;
}
