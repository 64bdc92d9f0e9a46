import { INTRODUCES_NAME } from './name-positions.ts';
import { endOfLine, endOfText, QUOTES } from './texts.ts';

/**
 * Cuts a text into chunks of one declaration each, before anything is parsed: a file of any size is then read in
 * proportion, only one declaration's syntax tree is in memory at a time, and a broken one cannot hide its neighbours.
 *
 * A chunk begins at a declaration keyword outside of braces that opens a line or stands behind a closing brace; or at
 * one inside of braces that could not stand there in any valid text (`program x "…"`), indented no deeper than the
 * declaration around it: so a missing brace is survived. A cut too few does no harm, as a chunk may hold several
 * declarations; a cut through the middle of one would.
 */

/** A piece of a text: one declaration with what stands before the next. The chunks of a text join to the text. */
export interface Chunk {
    readonly start: number;
    readonly text: string;
}

/** The keywords that begin a declaration. */
export const DECLARING = [
    'use',
    'waive',
    'masterplan',
    'audience',
    'opd',
    'service',
    'data',
    'application',
    'infrastructure',
    'program',
    'driver',
    'obstacle',
    'scenario',
    'dimension',
    'framework',
    'fund',
    'area',
] as const;

/**
 * White space within a line. Signs that a pattern takes for a line's end are none of it: behind each of a thousand such
 * signs a line would seem to begin, with all the others as its indentation.
 */
const GAP = '[^\\S\\r\\n\\u2028\\u2029]';
const WORD = '[A-Za-z_][\\w-]*';
const KEYWORD = `(?:${DECLARING.join('|')})(?![\\w.-])`;
/** Declarations that have a name and a title. */
const NAMING = `(?!use|waive)${KEYWORD}`;

const MARKS = new RegExp(`[${QUOTES}{}]|//|/\\*|^${GAP}*${KEYWORD}`, 'gm');
const BEHIND_BRACE = new RegExp(`${GAP}*${KEYWORD}`, 'y');
/** A declaration's first words, as no block can hold them; the word behind the keyword is captured. */
const OPENING = new RegExp(`waive${GAP}+${WORD}${GAP}+for(?![\\w.-])|${NAMING}${GAP}+(${WORD})${GAP}*[${QUOTES}]`, 'y');
/** The same at the very edge of the page, where a title may be missing and `use` may stand. */
const EDGE_OPENING = new RegExp(
    `use${GAP}+[\\w-]+(?:${GAP}*,${GAP}*[\\w-]+)*${GAP}*$|${NAMING}${GAP}+${WORD}${GAP}*\\{`,
    'my',
);
/** A declaration that opens a line of a text: its closing quotes are probably missing. */
const LINE_OPENING = new RegExp(`^(${GAP}*)${NAMING}${GAP}+${WORD}${GAP}*[${QUOTES}]`, 'm');

/** Clauses of one text: behind a name, `source "…"` is no title (`needs data source "…"`). */
const TEXT_CLAUSES: ReadonlySet<string> = new Set([
    'area',
    'band',
    'because',
    'code',
    'description',
    'mandate',
    'region',
    'source',
    'tagline',
    'unit',
    'vision',
]);

/** The chunks of a text, in order. An empty text has none. */
export function splitChunks(text: string): Chunk[] {
    return chunksFrom(text, new Cutter(text).starts());
}

class Cutter {
    private readonly found: number[] = [];
    private depth = 0;
    /** How far the present declaration's keyword is from the beginning of its line. */
    private indent = 0;
    /** The last comments with nothing but white space between them. */
    private readonly comment = { from: -1, to: -1 };

    constructor(private readonly text: string) {}

    starts(): readonly number[] {
        const { text } = this;
        const marks = new RegExp(MARKS);
        for (let match = marks.exec(text); match !== null; match = marks.exec(text)) {
            const mark = match[0];
            const at = match.index;
            if (mark === '{') {
                this.depth++;
            } else if (mark === '}') {
                this.depth = Math.max(0, this.depth - 1);
                BEHIND_BRACE.lastIndex = at + 1;
                const behind = this.depth === 0 ? BEHIND_BRACE.exec(text) : null;
                if (behind !== null) {
                    this.keyword(at + 1 + behind[0].search(/\S/), indentAt(text, at));
                }
            } else if (mark === '//') {
                marks.lastIndex = this.skipComment(at, endOfLine(text, at));
            } else if (mark === '/*') {
                const close = text.indexOf('*/', at + 2);
                marks.lastIndex = this.skipComment(at, close < 0 ? text.length : close + 2);
            } else if (mark.length === 1) {
                marks.lastIndex = this.endOfText(at);
            } else {
                const indent = mark.search(/\S/);
                this.keyword(at + indent, indent);
            }
        }
        return this.found;
    }

    private keyword(start: number, indent: number): void {
        if (this.begins(start, indent)) {
            this.found.push(start);
            this.depth = 0;
            this.indent = indent;
        }
    }

    private begins(start: number, indent: number): boolean {
        const { text } = this;
        const before = this.wordBefore(start);
        OPENING.lastIndex = start;
        const opening = OPENING.exec(text);
        if (before === ',' || INTRODUCES_NAME.has(before)) {
            // A name is due. Only what cannot be one begins something new.
            return opening !== null && !TEXT_CLAUSES.has(opening[1] ?? '');
        }
        // Areas are also named by clauses: `area "Kota"`.
        const isArea = text.startsWith('area', start);
        if (opening !== null) {
            return this.depth === 0 || indent <= (isArea ? 0 : this.indent);
        }
        EDGE_OPENING.lastIndex = start;
        return this.depth === 0 ? !isArea || EDGE_OPENING.test(text) : indent === 0 && EDGE_OPENING.test(text);
    }

    /** The last word (or sign) before an offset, past white space and comments. */
    private wordBefore(offset: number): string {
        const { text, comment } = this;
        let end = skipBack(text, offset);
        if (end === comment.to) {
            end = skipBack(text, comment.from);
        }
        let start = end;
        while (start > 0 && end - start < 32 && /[\w-]/.test(text[start - 1]!)) {
            start--;
        }
        return start < end ? text.slice(start, end) : text.slice(Math.max(0, end - 1), end);
    }

    private skipComment(from: number, to: number): number {
        if (skipBack(this.text, from) !== this.comment.to) {
            this.comment.from = from;
        }
        this.comment.to = to;
        return to;
    }

    /** Where a text ends. Of a `"""` text, with its line when it is not closed before the next declaration. */
    private endOfText(start: number): number {
        const { text } = this;
        const end = endOfText(text, start);
        if (text.startsWith('"""', start) && this.isUnpaired) {
            const opening = LINE_OPENING.exec(text.slice(start, end));
            return opening !== null && opening[1]!.length <= indentAt(text, start) ? endOfLine(text, start) : end;
        }
        return end;
    }

    /** Whether some `"""` has no partner. */
    private get isUnpaired(): boolean {
        const value = this.text.split('"""').length % 2 === 0;
        Object.defineProperty(this, 'isUnpaired', { value });
        return value;
    }
}

/** What `\s` meets; nearly all of it is ASCII. */
function isSpace(code: number): boolean {
    return code < 128 ? code === 32 || (code >= 9 && code <= 13) : /\s/.test(String.fromCharCode(code));
}

function skipBack(text: string, offset: number): number {
    let end = offset;
    while (end > 0 && isSpace(text.charCodeAt(end - 1))) {
        end--;
    }
    return end;
}

/** How far the line of an offset is indented; a line beyond all measure counts as not indented. */
function indentAt(text: string, offset: number): number {
    let start = offset;
    while (start > 0 && offset - start < 1000 && text[start - 1] !== '\n' && text[start - 1] !== '\r') {
        start--;
    }
    return offset - start < 1000 ? Math.max(0, text.slice(start, offset + 1).search(/\S/)) : 0;
}

function chunksFrom(text: string, starts: readonly number[]): Chunk[] {
    const chunks: Chunk[] = [];
    let from = 0;
    for (const start of starts) {
        // What stands before the first declaration (comments, mostly) is a chunk of its own, unless it is blank.
        if (start > from && (from > 0 || text.slice(0, start).trim() !== '')) {
            chunks.push({ start: from, text: text.slice(from, start) });
            from = start;
        }
    }
    if (from < text.length) {
        chunks.push({ start: from, text: text.slice(from) });
    }
    return chunks;
}
