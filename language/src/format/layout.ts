import { parseMoney } from '../plan/money.ts';
import { readText } from '../syntax/lower/values.ts';
import type { Outline, Part, Word } from '../syntax/outline.ts';
import { words } from '../syntax/parser.ts';

/** How far a block's clauses are indented. */
export const INDENT = 4;
/** A block that stands on one line stays there if the line has no more columns than this. */
export const WIDTH = 100;

/**
 * What stands before a word: nothing, one space, the two spaces between clauses of one line, a line end that is
 * there already in a clause too long for one line, or a line end that may have a blank line before it.
 */
export interface Gap {
    readonly kind: 'none' | 'space' | 'wide' | 'break' | 'line';
    /** Columns before the next word, where a line begins. */
    readonly indent: number;
    /** Columns of a comment that stands on lines of its own before the word. */
    readonly inner: number;
    /** Whether a blank line may stay at the gap's beginning and at its end. */
    readonly blankAfter: boolean;
    readonly blankBefore: boolean;
}

/** How the words of one chunk are to be written: each with the gap before it. */
export interface Layout {
    readonly gaps: readonly Gap[];
    /** Words that are written otherwise than they stand, by index. */
    readonly texts: ReadonlyMap<number, string>;
}

/** Lays out a chunk that can be read. */
export function layOut(outline: Outline): Layout {
    const work = new Work(outline);
    for (const part of outline.parts ?? []) {
        work.place(part.first, line(0));
        work.part(part, 0);
    }
    return { gaps: work.gaps, texts: work.texts };
}

/** A line end, with all its freedoms. */
export function line(indent: number, changes: Partial<Gap> = {}): Gap {
    return { kind: 'line', indent, inner: indent, blankAfter: true, blankBefore: true, ...changes };
}

class Work {
    readonly gaps: Gap[];
    readonly texts = new Map<number, string>();
    private readonly text: string;
    private readonly tokens: readonly Word[];
    /** For each word, whether comments stand in the gap before it, and how wide they are; infinite with a line end. */
    private readonly comments: readonly number[];

    constructor(outline: Outline) {
        this.text = outline.chunk.text;
        this.tokens = outline.tokens;
        this.comments = commentWidths(outline);
        this.gaps = this.tokens.map(() => line(0));
    }

    place(index: number, gap: Gap): void {
        this.gaps[index] = gap;
    }

    part(part: Part, indent: number): void {
        this.words(part, indent);
        if (part.open !== undefined && part.close !== undefined) {
            this.block(part, indent, part.open, part.close);
        } else if (part.clauses.length > 0) {
            this.tail(part, indent);
        }
    }

    /** The words up to a block, or of a clause without one: on one line if they fit, else where they were broken. */
    private words(part: Part, indent: number): void {
        const end = headEnd(part);
        for (let i = part.first; i <= end; i++) {
            this.rewrite(i, indent);
        }
        const fits = indent + this.width(part.first, end) <= WIDTH;
        for (let i = part.first + 1; i <= end; i++) {
            this.gaps[i] = this.inline(i, indent, fits);
        }
    }

    private block(part: Part, indent: number, open: number, close: number): void {
        this.place(open, inlineGap('space', indent));
        this.rewrite(open, indent);
        this.rewrite(close, indent);
        if (part.clauses.length === 0) {
            const hasComments = this.comments[close]! > 0;
            const flat =
                !hasComments || (!this.isBroken(open, close) && this.comments[close]! < Number.POSITIVE_INFINITY);
            this.place(
                close,
                flat
                    ? inlineGap(hasComments ? 'space' : 'none', indent)
                    : line(indent, { inner: indent + INDENT, blankAfter: false, blankBefore: false }),
            );
            return;
        }
        if (this.staysFlat(part, indent, open, close)) {
            this.flatten(part, indent, open, close);
            return;
        }
        part.clauses.forEach((clause, i) => {
            this.place(clause.first, line(indent + INDENT, { blankAfter: i > 0 }));
            this.part(clause, indent + INDENT);
        });
        this.place(close, line(indent, { inner: indent + INDENT, blankBefore: false }));
    }

    /** Whether a block that stands on one line can stay there. */
    private staysFlat(part: Part, indent: number, open: number, close: number): boolean {
        if (this.isBroken(open, close)) {
            return false;
        }
        for (let i = part.first; i <= close; i++) {
            this.rewrite(i, indent);
        }
        this.flatten(part, indent, open, close);
        return indent + this.width(part.first, close, this.gaps) <= WIDTH;
    }

    private flatten(part: Part, indent: number, open: number, close: number): void {
        for (let i = open; i <= close; i++) {
            this.gaps[i] = this.inline(i, indent, true);
        }
        this.place(open, inlineGap('space', indent));
        this.place(close, inlineGap(part.clauses.length === 0 ? 'none' : 'space', indent));
        part.clauses.forEach((clause, i) => {
            this.place(clause.first, inlineGap(i === 0 ? 'space' : 'wide', indent));
            if (clause.open !== undefined && clause.close !== undefined) {
                this.flatten(clause, indent, clause.open, clause.close);
            }
        });
    }

    /** The clauses of a waiver, which has no braces: the reason on a line of its own, who and how long on the next. */
    private tail(part: Part, indent: number): void {
        const broken = this.isBroken(part.first, part.last);
        const fits = !broken && indent + this.width(part.first, part.last) <= WIDTH;
        part.clauses.forEach((clause, i) => {
            const before = part.clauses[i - 1]?.keyword;
            const joins = fits || (clause.keyword === 'until' && before === 'by' && !this.isApart(clause.first));
            this.place(
                clause.first,
                joins ? inlineGap('space', indent + INDENT) : line(indent + INDENT, { blankAfter: false }),
            );
            this.part(clause, indent + INDENT);
        });
    }

    /** Whether a comment that cannot share its line stands before a word. */
    private isApart(index: number): boolean {
        return this.comments[index] === Number.POSITIVE_INFINITY;
    }

    private inline(index: number, indent: number, fits: boolean): Gap {
        const kind = this.separator(index);
        const breaks = !fits && kind === 'space' && this.isBroken(index - 1, index);
        return inlineGap(breaks ? 'break' : kind, indent + INDENT);
    }

    private separator(index: number): 'none' | 'space' {
        const word = this.tokens[index]!;
        const previous = this.tokens[index - 1];
        const { comma, number } = words().types;
        const joins =
            word.tokenType === comma ||
            word.image === '..' ||
            word.image === '%' ||
            (previous?.image === '..' && word.tokenType === number);
        return joins ? 'none' : 'space';
    }

    /** Whether a line ends somewhere between two words. */
    private isBroken(first: number, last: number): boolean {
        for (let i = first; i < last; i++) {
            const from = this.tokens[i]!.endOffset! + 1;
            if (/[\r\n]/.test(this.text.slice(from, this.tokens[i + 1]!.startOffset))) {
                return true;
            }
        }
        return false;
    }

    /** How many columns words take on one line; infinite if they cannot stand on one. A text's first line counts. */
    private width(first: number, last: number, gaps?: readonly Gap[]): number {
        let width = 0;
        for (let i = first; i <= last; i++) {
            const written = this.texts.get(i) ?? this.image(i);
            const end = written.search(/[\r\n]/);
            if (end >= 0 && gaps !== undefined) {
                return Number.POSITIVE_INFINITY;
            }
            width += end < 0 ? written.length : end;
            if (i > first) {
                const kind = gaps === undefined ? this.separator(i) : gaps[i]!.kind;
                width += this.comments[i]! + (kind === 'wide' ? 2 : kind === 'none' ? 0 : 1);
            }
        }
        return width;
    }

    private image(index: number): string {
        const { startOffset, endOffset } = this.tokens[index]!;
        return this.text.slice(startOffset, endOffset! + 1);
    }

    /** Notes how a word is to be written where that is not as it stands: gaps in amounts, indentation in long texts. */
    private rewrite(index: number, indent: number): void {
        const token = this.tokens[index]!;
        const { money, text } = words().types;
        const image = this.image(index);
        if (token.tokenType === money && parseMoney(token.image).value !== undefined && !image.includes('/')) {
            this.note(index, image, token.image.replace(/\s+/g, ' '));
        } else if (token.tokenType === text && image.startsWith('"""')) {
            this.note(index, image, indentText(image, indent + INDENT));
        }
    }

    private note(index: number, image: string, written: string): void {
        if (written === image) {
            this.texts.delete(index);
        } else {
            this.texts.set(index, written);
        }
    }
}

function inlineGap(kind: Gap['kind'], indent: number): Gap {
    return { kind, indent, inner: indent, blankAfter: false, blankBefore: false };
}

/** The last word before a part's block, or its clauses; the part's last one where it has neither. */
function headEnd(part: Part): number {
    return (part.open ?? part.clauses[0]?.first ?? part.last + 1) - 1;
}

function commentWidths({ tokens, comments }: Outline): number[] {
    const widths = tokens.map(() => 0);
    let index = 0;
    for (const comment of comments) {
        while (index < tokens.length && tokens[index]!.startOffset < comment.startOffset) {
            index++;
        }
        if (index < tokens.length) {
            const apart = comment.image.startsWith('//') || /[\r\n]/.test(comment.image);
            widths[index]! += apart ? Number.POSITIVE_INFINITY : comment.image.length + 1;
        }
    }
    return widths;
}

/** A text of many lines with another indentation, its closing quotes below; as it stands if that changed what it says. */
export function indentText(image: string, indent: number): string {
    const [opening, ...lines] = image.split(/(?<=\r\n|\r(?!\n)|\n)/);
    if (lines.length === 0 || opening!.trim() !== '"""') {
        return image;
    }
    let least = Number.POSITIVE_INFINITY;
    for (const [i, each] of lines.entries()) {
        const first = i === lines.length - 1 && each.trim() === '"""' ? -1 : each.search(/\S/);
        least = first < 0 ? least : Math.min(least, first);
    }
    const margin = ' '.repeat(indent);
    const moved = lines.map((each, i) => {
        const rest = each.trimStart();
        if (i === lines.length - 1 && rest === '"""') {
            return `${margin}"""`;
        }
        const end = /[\r\n]*$/.exec(each)![0];
        return rest === '' ? end : `${margin}${each.slice(least).trimEnd()}${end}`;
    });
    const written = `"""${/[\r\n]*$/.exec(opening!)![0]}${moved.join('')}`;
    return readText(written) === readText(image) ? written : image;
}
