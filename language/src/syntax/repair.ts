import type { IToken } from 'chevrotain';
import type { Message } from '../plan/message.ts';
import { DECLARING } from './chunks.ts';
import { nearest } from '../plan/distance.ts';
import { parseTokens, words } from './parser.ts';
import * as say from './breakage.ts';
import { type Block, firstKeywords, type Shape, shapeOf } from './structure.ts';
import { isClosed, retag } from './words.ts';

/** One broken place: the words that could not be read, as offsets in the chunk, and what to say about them. */
export interface Breakage {
    readonly message: Message;
    readonly start: number;
    readonly end: number;
    /** The name of the declaration it is in, where it is known. */
    readonly inside: string | undefined;
    readonly replacement: string | undefined;
}

/** Tokens that the grammar reads, made from tokens that it does not. */
export interface Repaired {
    readonly tokens: IToken[];
    readonly breakages: readonly Breakage[];
    /** Keywords of clauses that had to be left out, by the offset of the name of the declaration they stand in. */
    readonly lost: ReadonlyMap<number, readonly string[]>;
}

const NONE: ReadonlySet<string> = new Set();
const BLOCKS: ReadonlySet<string> = new Set(['activity', 'element', 'domain', 'indicator']);

/**
 * Mends the tokens of a broken chunk, clause by clause: what can be read stays, what cannot is left out and reported
 * once, a missing brace, name or title is put in, and a slip of the pen (`ownr`) is taken as what it was meant to be.
 * Reading goes on at the next clause, or at the next declaration. Linear in the number of tokens.
 */
export function repair(text: string, tokens: readonly IToken[]): Repaired {
    return new Repair(text, tokens).run();
}

class Repair {
    private readonly out: IToken[] = [];
    private readonly breakages: Breakage[] = [];
    private readonly lost = new Map<number, string[]>();
    private at = 0;
    /** The declaration being read: its name and the offset of its name. */
    private inside: { readonly name: string; readonly offset: number } | undefined;

    constructor(private readonly text: string, private readonly tokens: readonly IToken[]) {}

    run(): Repaired {
        while (this.at < this.tokens.length) {
            const token = this.tokens[this.at]!;
            const keyword = this.declaringKeyword(this.at);
            if (keyword === undefined) {
                this.skipJunk();
                continue;
            }
            if (token.image !== keyword) {
                this.report(this.at, this.at, say.unknownDeclaration(token.image, keyword), keyword);
                this.substitute(this.at, keyword);
            }
            if (keyword === 'use' || keyword === 'waive') {
                this.statement(keyword);
            } else {
                this.declaration(keyword);
            }
        }
        return { tokens: this.out, breakages: this.breakages, lost: this.lost };
    }

    /** The keyword of the declaration that begins at a token: its own, or the one it was meant to be. */
    private declaringKeyword(index: number): string | undefined {
        const token = this.tokens[index]!;
        if ((DECLARING as readonly string[]).includes(token.image) && token.tokenType !== words().types.text) {
            return token.image;
        }
        const types = words().types;
        const named = this.tokens[index + 1]?.tokenType === types.id || types.keywords.has(this.tokens[index + 1]?.image ?? '');
        return token.tokenType === types.id && named && this.tokens[index + 2]?.tokenType === types.text
            ? nearest(token.image, DECLARING)
            : undefined;
    }

    /** `use …` and `waive …`: no braces; they end where the next declaration opens a line. */
    private statement(keyword: 'use' | 'waive'): void {
        const end = this.next(this.at + 1, (index) => this.opensLine(index) && this.declaringKeyword(index) !== undefined);
        if (keyword === 'use') {
            this.clause('Use', end, NONE);
            return;
        }
        const clauses = new Set(firstKeywords('WaiveClause'));
        const head = this.next(this.at + 1, (index) => index >= end || this.isKeyword(index, clauses));
        this.inside = undefined;
        if (!this.clause('Waive', head, clauses)) {
            // Without rule and subjects nothing is waived; the reason and the rest go with them.
            this.at = end;
            return;
        }
        this.body({ rule: 'WaiveClause', keywords: clauses }, () => this.at >= end, 'waive');
    }

    private declaration(keyword: string): void {
        const outer = this.inside;
        const types = words().types;
        const shape = shapeOf(keyword);
        const opening = this.at;
        this.take();
        let broken = this.header(keyword, opening);
        if (shape.head !== undefined) {
            this.body(shape.head, () => !this.isKeyword(this.at, shape.head!.keywords), keyword);
        }
        if (this.at < this.tokens.length && this.tokens[this.at]!.tokenType !== types.open && !this.endsHere(keyword, shape)) {
            // Something stands between title and brace, or the brace is missing before the clauses.
            const brace = this.next(this.at, (index) => this.tokens[index]!.tokenType === types.open || this.isKeyword(index, shape.body.keywords));
            const missing = brace < this.tokens.length && this.tokens[brace]!.tokenType !== types.open;
            if (!broken && !this.isUnclosed(this.at - 1)) {
                this.report(this.at, Math.max(this.at, brace - 1), missing && brace === this.at ? say.missingOpen(keyword, this.inside?.name ?? '') : say.unexpected(this.tokens[this.at]!.image, keyword, []));
                broken = true;
            }
            this.at = brace;
            if (missing) {
                this.out.push(words().invent(types.open, '{', this.offset()));
                this.block(shape.body, keyword);
            }
        }
        if (this.tokens[this.at]?.tokenType === types.open) {
            this.take();
            this.block(shape.body, keyword);
        }
        this.inside = outer;
    }

    /** Name and title; a missing one is put in, so that the other stays known. Gives whether something was missing. */
    private header(keyword: string, opening: number): boolean {
        const types = words().types;
        const name = this.tokens[this.at];
        const title = this.tokens[this.at + 1];
        // A keyword before a text can only be the name: `program` would not be followed by its title otherwise.
        const named = name !== undefined && (name.tokenType === types.id || (title?.tokenType === types.text && types.keywords.has(name.image)));
        if (named) {
            retag(name, types.id);
            this.inside = { name: this.inside === undefined ? name.image : `${this.inside.name}.${name.image}`, offset: name.startOffset };
            this.take();
        } else {
            this.inside = undefined;
            this.report(opening, opening, say.missingName(keyword));
            this.out.push(words().invent(types.id, '', this.offset()));
        }
        if (this.tokens[this.at]?.tokenType === types.text) {
            this.take();
            return !named;
        }
        if (named) {
            this.report(this.at - 1, this.at - 1, say.missingTitle(keyword, name.image));
        }
        this.out.push(words().invent(types.text, '""', this.offset()));
        return true;
    }

    /** Whether a declaration without braces ends at the present token. */
    private endsHere(keyword: string, shape: Shape): boolean {
        const nested = BLOCKS.has(keyword);
        if (nested) {
            return true;
        }
        return this.opensLine(this.at) && this.declaringKeyword(this.at) !== undefined && !this.isKeyword(this.at, shape.body.keywords);
    }

    /** The clauses of a block and its closing brace. */
    private block(block: Block, keyword: string): void {
        const types = words().types;
        this.body(block, () => this.tokens[this.at]!.tokenType === types.close, keyword);
        if (this.at < this.tokens.length) {
            this.take();
            return;
        }
        if (!this.isUnclosed(this.at - 1)) {
            this.report(this.at - 1, this.at - 1, say.missingClose(keyword, this.inside?.name ?? ''));
        }
        this.out.push(words().invent(types.close, '}', this.offset()));
    }

    private body(block: Block, done: () => boolean, keyword: string): void {
        while (this.at < this.tokens.length && !done()) {
            const token = this.tokens[this.at]!;
            if (this.isKeyword(this.at, block.keywords)) {
                if (BLOCKS.has(token.image) && this.isNested(block)) {
                    this.declaration(token.image);
                } else {
                    this.clause(block.rule, this.endOfClause(block), block.keywords);
                }
                continue;
            }
            const meant = token.tokenType === words().types.id ? nearest(token.image, block.keywords) : undefined;
            if (meant !== undefined) {
                this.report(this.at, this.at, say.unknownClause(token.image, keyword, meant), meant);
                this.substitute(this.at, meant);
                const before = this.breakages.length;
                if (BLOCKS.has(meant) && this.isNested(block)) {
                    this.declaration(meant);
                } else {
                    this.clause(block.rule, this.endOfClause(block), block.keywords);
                }
                // The slip has been reported; what follows from it is not another one.
                this.breakages.length = before;
                continue;
            }
            const end = this.endOfClause(block);
            if (!this.isUnclosed(this.at - 1)) {
                this.report(this.at, end - 1, this.strayWord(token, keyword, block));
            }
            this.at = end;
        }
    }

    private strayWord(token: IToken, keyword: string, block: Block): Message {
        return words().types.keywords.has(token.image) && token.tokenType !== words().types.id
            ? say.misplaced(token.image, keyword)
            : say.unexpected(token.image, keyword, [...block.keywords]);
    }

    /** A program's `element` names one; a dimension's declares one. */
    private isNested(block: Block): boolean {
        return block.rule !== 'ProgramClause' || this.tokens[this.at]!.image !== 'element';
    }

    /**
     * Reads one clause up to `end`. Of a broken one its beginning is kept if it can stand alone. Gives whether
     * anything of it was kept. `siblings` are the keywords that a misspelt word behind it may have been.
     */
    private clause(rule: string, end: number, siblings: ReadonlySet<string>): boolean {
        const start = this.at;
        const piece = this.tokens.slice(start, end);
        const { broken } = parseTokens(this.text, piece, rule);
        this.at = end;
        if (broken === undefined) {
            this.out.push(...piece);
            return true;
        }
        const keyword = piece[0]!.image;
        const stop = start + broken.index;
        const kept = this.keepPrefix(piece, broken.index, rule);
        if (!kept) {
            this.lose(keyword);
        }
        if (stop >= end) {
            if (!this.isUnclosed(end - 1)) {
                this.report(start, end - 1, say.broken(keyword, undefined, broken.expected));
            }
        } else if (kept && (this.opensLine(stop) || nearest(this.tokens[stop]!.image, siblings) !== undefined)) {
            // A clause of its own, misspelt: reading goes on there, and there it is reported.
            this.at = stop;
        } else {
            this.at = this.next(stop + 1, (index) => index >= end || (this.opensLine(index) && this.tokens[index]!.tokenType === words().types.id));
            if (!this.isUnclosed(stop - 1)) {
                this.report(stop, this.at - 1, say.broken(keyword, this.tokens[stop]!.image, broken.expected));
            }
        }
        return kept;
    }

    private keepPrefix(piece: readonly IToken[], length: number, rule: string): boolean {
        for (const size of [length, length - 1]) {
            const prefix = piece.slice(0, size);
            if (size > 1 && parseTokens(this.text, prefix, rule).broken === undefined) {
                this.out.push(...prefix);
                return true;
            }
        }
        return false;
    }

    /** The index behind the present clause: the next clause keyword, or the block's end. */
    private endOfClause(block: Block): number {
        const types = words().types;
        let depth = 0;
        for (let index = this.at; index < this.tokens.length; index++) {
            const token = this.tokens[index]!;
            if (token.tokenType === types.open) {
                depth++;
            } else if (token.tokenType === types.close) {
                if (depth === 0) {
                    return index;
                }
                depth--;
            } else if (depth === 0 && index > this.at && this.isKeyword(index, block.keywords) && !this.isSuffix(index)) {
                return index;
            }
        }
        return this.tokens.length;
    }

    /** `after 3 months` behind a `raises` belongs to it. */
    private isSuffix(index: number): boolean {
        return this.tokens[index]!.image === 'after' && this.tokens[this.at]!.image === 'raises' && this.tokens[index + 1]?.tokenType === words().types.number;
    }

    /** Words that begin no declaration: one report, up to the next one that opens a line. */
    private skipJunk(): void {
        const start = this.at;
        this.at = this.next(start + 1, (index) => this.opensLine(index) && this.declaringKeyword(index) !== undefined);
        if (!this.isUnclosed(start - 1)) {
            this.report(start, this.at - 1, this.tokens[start]!.image === '}' ? say.strayClose() : say.noDeclaration(this.tokens[start]!.image, nearest(this.tokens[start]!.image, DECLARING)));
        }
    }

    private next(from: number, matches: (index: number) => boolean): number {
        let index = from;
        while (index < this.tokens.length && !matches(index)) {
            index++;
        }
        return index;
    }

    private isKeyword(index: number, keywords: ReadonlySet<string>): boolean {
        const token = this.tokens[index];
        return token !== undefined && keywords.has(token.image) && words().types.keywords.get(token.image) === token.tokenType;
    }

    private opensLine(index: number): boolean {
        return words().opensLine(this.text, this.tokens, index);
    }

    /** A text without its closing quote has been reported where it stands; what it swallowed is no second place. */
    private isUnclosed(index: number): boolean {
        const token = this.tokens[index];
        return token !== undefined && token.tokenType === words().types.text && !isClosed(token.image);
    }

    private take(): void {
        this.out.push(this.tokens[this.at++]!);
    }

    private substitute(index: number, keyword: string): void {
        const token = this.tokens[index]!;
        retag(token, words().types.keywords.get(keyword)!);
        token.image = keyword;
    }

    private offset(): number {
        const previous = this.tokens[this.at - 1];
        return previous === undefined ? 0 : previous.endOffset! + 1;
    }

    private lose(keyword: string): void {
        const key = this.inside?.offset;
        if (key !== undefined) {
            this.lost.set(key, [...(this.lost.get(key) ?? []), keyword]);
        }
    }

    private report(first: number, last: number, message: Message, replacement?: string): void {
        this.breakages.push({
            message,
            start: this.tokens[first]!.startOffset,
            end: this.tokens[Math.max(first, last)]!.endOffset! + 1,
            inside: this.inside?.name,
            replacement,
        });
    }
}
