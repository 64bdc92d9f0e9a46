import type { IToken, TokenType } from 'chevrotain';
import type { Message } from '../../plan/message.ts';
import { words } from '../parser.ts';
import { isClosed } from '../texts.ts';
import { retag } from '../words.ts';

/** One broken place: the words that could not be read, as offsets in the chunk, and what to say about them. */
export interface Breakage {
    readonly message: Message;
    readonly start: number;
    readonly end: number;
    /** The name of the declaration it is in, where it is known. */
    readonly inside: string | undefined;
    readonly replacement: string | undefined;
    /** Where the declaration begins that it is about, where that helps. */
    readonly opening: { readonly start: number; readonly end: number } | undefined;
}

/** Words without braces and keywords: wherever among them a search for the same begins, it ends where it ended before. */
interface Quiet {
    readonly from: number;
    readonly to: number;
    /** What was searched for. */
    readonly what: unknown;
    readonly kind: string;
    /** Whether more braces were opened than closed. */
    readonly isOpen: boolean;
}

/** What is said about a broken place. */
interface Report {
    readonly message: Message;
    readonly replacement?: string | undefined;
    /** The index of the word where the declaration begins that it is about. */
    readonly opening?: number;
}

/**
 * The way through the tokens of a broken chunk: where reading is, what has been understood so far, and what has not.
 * One step forward either takes a token over, leaves it out, or puts one in.
 */
export class Track {
    /** The tokens that the grammar will be given. */
    out: IToken[] = [];
    readonly breakages: Breakage[] = [];
    /** Keywords of clauses that had to be left out, by the offset of the name of the declaration they stand in. */
    readonly lost = new Map<number, string[]>();
    /** Unclosed texts on whose line an earlier quote is missing already, and the first token that shows it. */
    readonly unpaired = new Map<IToken, IToken>();
    /** Tokens that are the inside of an unclosed text of many lines. */
    readonly swallowed = new Set<IToken>();
    at = 0;
    /** How many more braces are opened than closed in what is to be read; less than none when too many are closed. */
    unclosed = 0;
    /** The declaration being read: its qualified name and the offset of its name. */
    inside: { readonly name: string; readonly offset: number } | undefined;
    private readonly muted = new Map<IToken, IToken>();
    /** The index of the last word that was reported. */
    private reported = -1;
    private lines: Int32Array | undefined;
    private readonly types = words().types;
    private quiet: Quiet | undefined;

    constructor(
        readonly text: string,
        readonly tokens: readonly IToken[],
    ) {
        const { open, close, text: textType } = words().types;
        for (let index = 0; index < tokens.length; index++) {
            const token = tokens[index]!;
            this.unclosed += token.tokenType === open ? 1 : token.tokenType === close ? -1 : 0;
            if (token.tokenType === textType && !isClosed(token.image)) {
                this.mute(index);
                this.unclosed += this.swallowsBrace(index) ? 1 : 0;
            }
        }
    }

    get done(): boolean {
        return this.at >= this.tokens.length;
    }

    is(index: number, type: TokenType): boolean {
        return this.tokens[index]?.tokenType === type;
    }

    /** Whether a token is one of these keywords; a name that is spelt like one is not. */
    isKeyword(index: number, keywords: ReadonlySet<string>): boolean {
        const token = this.tokens[index];
        return (
            token !== undefined &&
            token.tokenType !== this.types.id &&
            keywords.has(token.image) &&
            this.types.keywords.get(token.image) === token.tokenType
        );
    }

    /** Whether a token is a word: a keyword or a name. */
    isWord(index: number): boolean {
        const token = this.tokens[index];
        return (
            token !== undefined &&
            (token.tokenType === words().types.id || words().types.keywords.get(token.image) === token.tokenType)
        );
    }

    /** Whether a token is an unclosed text that took the opening brace of its line with it. */
    swallowsBrace(index: number): boolean {
        const token = this.tokens[index];
        return (
            token !== undefined &&
            token.tokenType === words().types.text &&
            !isClosed(token.image) &&
            /\{\s*$/.test(token.image)
        );
    }

    opensLine(index: number): boolean {
        this.lines ??= this.findLines();
        return index <= 0 || this.lines[index] === index;
    }

    /** For each index the first one from it on that opens a line: looked up often, and far, where everything is broken. */
    private findLines(): Int32Array {
        const lines = new Int32Array(this.tokens.length + 1).fill(this.tokens.length);
        for (let index = this.tokens.length - 1; index >= 0; index--) {
            lines[index] = words().opensLine(this.text, this.tokens, index) ? index : lines[index + 1]!;
        }
        return lines;
    }

    /** How far a token that opens a line is indented. */
    indent(index: number): number {
        const { startOffset } = this.tokens[index]!;
        const newline = Math.max(
            this.text.lastIndexOf('\n', startOffset - 1),
            this.text.lastIndexOf('\r', startOffset - 1),
        );
        return startOffset === 0 ? 0 : startOffset - newline - 1;
    }

    /** The first index from one on for which something holds; the end if there is none. */
    find(from: number, matches: (index: number) => boolean): number {
        let index = from;
        while (index < this.tokens.length && !matches(index)) {
            index++;
        }
        return index;
    }

    /** Notes that between two indices there is neither brace nor keyword, and that a search of a kind ended at the second. */
    rest(from: number, to: number, what: unknown, kind: string): void {
        this.quiet = { from, to, what, kind, isOpen: this.unclosed > 0 };
    }

    /** Where a search of a kind from an index ends, if that is known from an earlier one. */
    restUntil(index: number, what: unknown, kind: string): number | undefined {
        const { quiet } = this;
        return quiet !== undefined &&
            quiet.from <= index &&
            // The last word may have been taken for another since.
            index < quiet.to - 1 &&
            quiet.what === what &&
            quiet.kind === kind &&
            quiet.isOpen === this.unclosed > 0
            ? quiet.to
            : undefined;
    }

    /** The first index behind one that opens a line. */
    endOfLine(from: number): number {
        this.lines ??= this.findLines();
        return this.lines[from + 1] ?? this.tokens.length;
    }

    take(count = 1): void {
        for (const end = this.at + count; this.at < end; this.at++) {
            this.out.push(this.tokens[this.at]!);
        }
    }

    /** Gives the grammar these tokens. */
    give(tokens: readonly IToken[]): void {
        for (const token of tokens) {
            this.out.push(token);
        }
    }

    /** Puts in a token that is missing. */
    put(type: TokenType, image: string): void {
        const previous = this.tokens[this.at - 1];
        this.out.push(words().invent(type, image, previous === undefined ? 0 : previous.endOffset! + 1));
    }

    /** Takes a word for the keyword that it was meant to be. */
    substitute(index: number, keyword: string): void {
        const token = this.tokens[index]!;
        retag(token, words().types.keywords.get(keyword)!);
        token.image = keyword;
    }

    /** What is written from one index to another (both included), as a text in quotes. */
    quote(first: number, last: number): string {
        const written = this.text.slice(this.tokens[first]!.startOffset, this.tokens[last]!.endOffset! + 1);
        return `"${written.replace(/["\\]/g, '\\$&').replace(/\s+/g, ' ')}"`;
    }

    /** Notes that a clause with this keyword stood here and could not be kept. */
    lose(keyword: string): void {
        if (this.inside !== undefined) {
            const lost = this.lost.get(this.inside.offset);
            if (lost === undefined) {
                this.lost.set(this.inside.offset, [keyword]);
            } else {
                lost.push(keyword);
            }
        }
    }

    /**
     * Reports the words from one index to another (both included) as a broken place. What follows right behind a broken
     * place on its line is no other one, nor is what an unclosed text has made unreadable.
     */
    report(first: number, last: number, { message, replacement, opening }: Report): void {
        const from = this.tokens[first]!;
        const follows =
            first <= this.reported || (first === this.reported + 1 && !(this.opensLine(first) && this.isWord(first)));
        this.reported = Math.max(this.reported, first, last);
        if (follows && this.breakages.length > 0) {
            return;
        }
        const unclosed = this.muted.get(from);
        if (unclosed !== undefined) {
            if (from.startOffset < unclosed.startOffset && !this.unpaired.has(unclosed)) {
                this.unpaired.set(unclosed, from);
            }
            return;
        }
        this.breakages.push({
            message,
            start: from.startOffset,
            end: this.tokens[Math.max(first, last)]!.endOffset! + 1,
            inside: this.inside?.name,
            replacement,
            opening:
                opening === undefined
                    ? undefined
                    : { start: this.tokens[opening]!.startOffset, end: this.tokens[opening]!.endOffset! + 1 },
        });
    }

    /** Makes what follows an index a part of the broken place before it. */
    cover(last: number): void {
        this.reported = Math.max(this.reported, last);
    }

    /** Whether a word has been reported. */
    isReported(index: number): boolean {
        return index === this.reported && this.breakages.length > 0;
    }

    /** Keeps silent about the line of an unclosed text: its quote swallowed what is missing. */
    private mute(index: number): void {
        const token = this.tokens[index]!;
        let first = index;
        while (first > 0 && !this.opensLine(first)) {
            first--;
        }
        for (const each of this.tokens.slice(first, index + 1)) {
            this.muted.set(each, this.muted.get(each) ?? token);
        }
    }
}
