/**
 * Cuts a text into chunks of one declaration each, before anything is parsed: a file of any size is then read in
 * proportion, only one declaration's syntax tree is in memory at a time, and a broken one cannot hide its neighbours.
 *
 * A chunk begins at a declaration keyword that opens a line, outside of braces; or inside of them where no valid text
 * could have it (`program x "…"` opening a line), which is how a missing brace is survived.
 */

/** A piece of a text: one declaration with what stands before the next. The chunks of a text join to the text. */
export interface Chunk {
    readonly start: number;
    readonly text: string;
}

/** The keywords that begin a declaration. */
export const DECLARING = [
    'use', 'waive', 'masterplan', 'audience', 'opd', 'service', 'data', 'application', 'infrastructure', 'program',
    'driver', 'obstacle', 'scenario', 'dimension', 'framework', 'fund', 'area',
] as const;

const KEYWORD = `(?:${DECLARING.join('|')})(?![\\w.-])`;
const MARKS = new RegExp(`"""|"(?:\\\\[^\\r\\n]|[^"\\\\\\r\\n])*"?|//[^\\r\\n]*|/\\*|[{}]|^[ \\t\\uFEFF]*${KEYWORD}`, 'gm');
/** A declaration's opening words, as no block can hold them. */
const OPENING = new RegExp(`(?:waive[ \\t]+[\\w-]+[ \\t]+for(?![\\w-])|(?!use|waive)${KEYWORD}[ \\t]+[A-Za-z_][\\w-]*[ \\t]*")`, 'y');
/** The same at the very edge of the page, where a title may be missing and `use` may stand. */
const EDGE_OPENING = new RegExp(`(?:use[ \\t]+[\\w-]+(?:[ \\t]*,[ \\t]*[\\w-]+)*[ \\t]*$|(?!use|waive)${KEYWORD}[ \\t]+[A-Za-z_][\\w-]*[ \\t]*\\{)`, 'my');
const LINE_OPENING = new RegExp(`^([ \\t]*)(?!use|waive)${KEYWORD}[ \\t]+[A-Za-z_][\\w-]*[ \\t]*"`, 'm');

const LINE_END = /[\r\n]|$/g;

/** The chunks of a text, in order. An empty text has none. */
export function splitChunks(text: string): Chunk[] {
    const starts: number[] = [];
    let depth = 0;
    const marks = new RegExp(MARKS);
    for (let match = marks.exec(text); match !== null; match = marks.exec(text)) {
        const mark = match[0];
        if (mark === '{') {
            depth++;
        } else if (mark === '}') {
            depth = Math.max(0, depth - 1);
        } else if (mark === '"""') {
            marks.lastIndex = endOfTextBlock(text, match.index);
        } else if (mark === '/*') {
            const end = text.indexOf('*/', match.index + 2);
            marks.lastIndex = end < 0 ? text.length : end + 2;
        } else if (mark[0] !== '"' && mark[0] !== '/') {
            const start = match.index + mark.search(/[a-z]/);
            if (begins(text, start, match.index, depth)) {
                starts.push(start);
                depth = 0;
            }
        }
    }
    return chunksFrom(text, starts);
}

function begins(text: string, start: number, lineStart: number, depth: number): boolean {
    OPENING.lastIndex = start;
    if (OPENING.test(text)) {
        return true;
    }
    const before = wordBefore(text, lineStart);
    if (before === ',' || NAME_FOLLOWS.has(before)) {
        return false;
    }
    if (depth === 0) {
        return true;
    }
    EDGE_OPENING.lastIndex = start;
    return start === lineStart && EDGE_OPENING.test(text);
}

/** Words behind which a name stands, outside of braces: a keyword on the next line is then that name. */
const NAME_FOLLOWS = new Set<string>([...DECLARING, 'for', 'by', 'within']);

/** The last word (or sign) before an offset, white space skipped. */
function wordBefore(text: string, offset: number): string {
    let end = offset;
    while (end > 0 && /\s/.test(text[end - 1]!)) {
        end--;
    }
    let start = end;
    while (start > 0 && end - start < 32 && /[\w-]/.test(text[start - 1]!)) {
        start--;
    }
    return start < end ? text.slice(start, end) : text.slice(Math.max(0, end - 1), end);
}

/** Where a `"""` text ends: behind its closing quotes, or with its line when a declaration begins before them. */
function endOfTextBlock(text: string, start: number): number {
    LINE_END.lastIndex = start;
    const endOfLine = LINE_END.exec(text)?.index ?? text.length;
    const close = text.indexOf('"""', start + 3);
    if (close < 0) {
        return endOfLine;
    }
    const opening = LINE_OPENING.exec(text.slice(start, close));
    return opening !== null && opening[1]!.length < indentAt(text, start) ? endOfLine : close + 3;
}

/** How far the line of an offset is indented. */
function indentAt(text: string, offset: number): number {
    let start = offset;
    while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') {
        start--;
    }
    let end = start;
    while (text[end] === ' ' || text[end] === '\t') {
        end++;
    }
    return end - start;
}

function chunksFrom(text: string, starts: readonly number[]): Chunk[] {
    const chunks: Chunk[] = [];
    let from = 0;
    for (const start of starts) {
        // What stands before a declaration (comments, mostly) belongs to the chunk before, or is one of its own.
        if (start > from && (chunks.length > 0 || from > 0 || text.slice(0, start).trim() !== '')) {
            chunks.push({ start: from, text: text.slice(from, start) });
            from = start;
        }
    }
    if (from < text.length) {
        chunks.push({ start: from, text: text.slice(from) });
    }
    return chunks;
}
