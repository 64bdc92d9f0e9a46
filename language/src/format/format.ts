import { type Outline, outlineOf, type Word } from '../syntax/outline.ts';
import { applyEdits, type Change, trimChange } from './edits.ts';
import { type Gap, layOut, line } from './layout.ts';
import { saysTheSame } from './same.ts';
import { type Remark, writeGap } from './spacing.ts';

/** What part of a text is to be formatted. */
export interface FormatOptions {
    /** Offsets: only the lines that they touch are changed. */
    readonly range?: { readonly start: number; readonly end: number };
}

/**
 * Lays a text out anew: the least changes of white space that give it the house style. Words, comments and their order
 * stay; so does what a declaration says that cannot be read, down to its white space. Should a layout ever read
 * otherwise than the text it was made from, nothing is changed.
 */
export function format(text: string, options: FormatOptions = {}): Change[] {
    const before = outlineOf(text);
    const all = changesOf(text, before);
    const wanted = options.range === undefined ? all : all.filter(isWithin(text, options.range));
    return wanted.length === 0 || saysTheSame(text, before, applyEdits(text, wanted)) ? wanted : [];
}

/** A text in the house style. */
export function formatted(text: string): string {
    return applyEdits(text, format(text));
}

/** A word, or a declaration that cannot be read: what is written between two gaps. */
interface Piece {
    readonly start: number;
    readonly end: number;
    readonly gap: Gap;
    /** What is to be written for it; as it stands unless given. */
    readonly text: string | undefined;
    /** Its leading white space stays where no line begins. */
    readonly isRaw: boolean;
    /** It ends with a comment that is not closed: what is put behind it would become part of that. */
    readonly isOpen?: boolean;
}

function changesOf(text: string, outlines: readonly Outline[]): Change[] {
    const pieces: Piece[] = [];
    const remarks: Remark[] = [];
    for (const outline of outlines) {
        if (outline.parts === undefined) {
            pieces.push(rawPiece(text, outline));
        } else {
            addWords(outline, pieces, remarks);
        }
    }
    const eol = lineEnd(text);
    const changes: Change[] = [];
    const top = text.startsWith('\uFEFF') ? 1 : 0;
    let at = top;
    let next = 0;
    for (let i = 0; i <= pieces.length; i++) {
        const piece = pieces[i];
        const to = piece?.start ?? text.length;
        const own: Remark[] = [];
        while (next < remarks.length && remarks[next]!.start < to) {
            own.push(remarks[next++]!);
        }
        const edges = { atStart: i === 0, atEnd: piece === undefined };
        const isEmpty = edges.atStart && edges.atEnd && own.length === 0;
        const white = text.slice(at, to);
        const stays =
            own.length === 0 &&
            (piece?.isRaw === true
                ? edges.atStart || !/[\r\n]/.test(white)
                : edges.atEnd && pieces[i - 1]?.isOpen === true);
        if (!stays) {
            const written = isEmpty ? '' : writeGap(text, at, to, own, piece?.gap ?? line(0), edges, eol);
            push(changes, text, { start: at, end: to, text: written });
        }
        if (piece !== undefined) {
            if (piece.text !== undefined) {
                push(changes, text, { start: piece.start, end: piece.end, text: piece.text });
            }
            at = piece.end;
        }
    }
    return changes;
}

function push(changes: Change[], text: string, change: Change): void {
    const least = trimChange(text, change);
    if (least !== undefined) {
        changes.push(least);
    }
}

function addWords(outline: Outline, pieces: Piece[], remarks: Remark[]): void {
    const base = outline.chunk.start;
    const { gaps, texts } = layOut(outline);
    outline.tokens.forEach((token, i) => {
        pieces.push({
            start: base + token.startOffset,
            end: base + token.endOffset! + 1,
            gap: gaps[i]!,
            text: texts.get(i),
            isRaw: false,
        });
    });
    let index = 0;
    for (const comment of outline.comments) {
        while (index < outline.tokens.length && outline.tokens[index]!.endOffset! < comment.startOffset) {
            index++;
        }
        // A comment in the middle of an amount is part of that word.
        if (index === outline.tokens.length || outline.tokens[index]!.startOffset > comment.startOffset) {
            const start = base + comment.startOffset;
            remarks.push({ start, end: start + comment.image.length });
        }
    }
}

/** A declaration that cannot be read stays as it stands, with its indentation. */
function rawPiece(text: string, { chunk, tokens, comments }: Outline): Piece {
    // No spreading: a broken text of some megabytes may be one chunk.
    const start = chunk.start + Math.min(startOf(tokens[0]), startOf(comments[0]));
    const end = chunk.start + Math.max(endOf(tokens[tokens.length - 1]), endOf(comments[comments.length - 1]));
    let margin = start;
    while (margin > 0 && /[^\S\r\n]/.test(text[margin - 1]!)) {
        margin--;
    }
    return {
        start,
        end,
        gap: line(0, { indent: start - margin }),
        text: undefined,
        isRaw: true,
        isOpen: comments.some(isOpenComment),
    };
}

function isOpenComment({ image }: Word): boolean {
    return image.startsWith('/*') && (image.length < 4 || !image.endsWith('*/'));
}

function startOf(word: Word | undefined): number {
    return word?.startOffset ?? Number.POSITIVE_INFINITY;
}

/** The scanner tells where comments begin, and no more. */
function endOf(word: Word | undefined): number {
    if (word === undefined) {
        return 0;
    }
    const { startOffset, endOffset = Number.NaN, image } = word;
    return Number.isNaN(endOffset) ? startOffset + image.length : endOffset + 1;
}

/** The line end that most lines of a text have. */
export function lineEnd(text: string): string {
    let best = '\n';
    const counts = new Map([['\n', 0]]);
    for (const [end] of text.matchAll(/\r\n|\r|\n/g)) {
        counts.set(end, (counts.get(end) ?? 0) + 1);
        if (counts.get(end)! > counts.get(best)!) {
            best = end;
        }
    }
    return best;
}

/** Whether a change stays within the lines that a range touches. */
function isWithin(text: string, range: { readonly start: number; readonly end: number }): (change: Change) => boolean {
    let first = Math.max(0, Math.min(range.start, text.length));
    while (first > 0 && text[first - 1] !== '\n' && text[first - 1] !== '\r') {
        first--;
    }
    let last = Math.max(first, Math.min(range.end, text.length));
    while (last < text.length && text[last] !== '\n' && text[last] !== '\r') {
        last++;
    }
    return ({ start, end }) => start >= first && end <= last;
}
