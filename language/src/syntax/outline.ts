import type { IToken } from 'chevrotain';
import type { AstNode } from 'langium';
import { type Chunk, splitChunks } from './chunks.ts';
import type * as Ast from './generated/ast.ts';
import { parseTokens, words } from './parser.ts';
import { spanOf } from './spans.ts';

/** A word of a text: what it is, as it is written, and where. */
export type Word = IToken;

/** A declaration or a clause as words: indices of tokens, both ends included. */
export interface Part {
    /** The keyword it begins with. */
    readonly keyword: string;
    readonly first: number;
    readonly last: number;
    /** The braces of its block; `undefined` without one. */
    readonly open: number | undefined;
    readonly close: number | undefined;
    /** The clauses of its block, or of a waiver; those between title and brace are part of the header. */
    readonly clauses: readonly Part[];
}

/** A chunk as words; offsets of tokens count from the chunk's start. */
export interface Outline {
    readonly chunk: Chunk;
    readonly tokens: readonly Word[];
    readonly comments: readonly Word[];
    /** The declarations; `undefined` when the chunk cannot be read as it stands. */
    readonly parts: readonly Part[] | undefined;
}

/** The words of every declaration of a text, in order. */
export function outlineOf(text: string): Outline[] {
    return splitChunks(text).map(outlineChunk);
}

/** The words of one chunk. */
export function outlineChunk(chunk: Chunk): Outline {
    const { tokens, comments } = words().read(chunk.text);
    if (tokens.length === 0) {
        return { chunk, tokens, comments, parts: [] };
    }
    const { node, broken } = parseTokens<Ast.File>(chunk.text, [...tokens], 'File');
    if (broken !== undefined) {
        return { chunk, tokens, comments, parts: undefined };
    }
    const starts = new Map(tokens.map((token, index) => [token.startOffset, index]));
    const ends = new Map(tokens.map((token, index) => [token.endOffset! + 1, index]));
    const { open: openType, close: closeType } = words().types;
    const partOf = (item: AstNode & { readonly keyword?: string; readonly clauses?: readonly AstNode[] }): Part => {
        const span = spanOf(item);
        const first = starts.get(span.offset)!;
        const last = ends.get(span.end)!;
        const hasBlock = tokens[last]!.tokenType === closeType;
        let open = hasBlock ? first : undefined;
        while (open !== undefined && tokens[open]!.tokenType !== openType) {
            open++;
        }
        const body = open ?? (item.$type === 'Waive' ? first : Number.POSITIVE_INFINITY);
        return {
            keyword: tokens[first]!.image,
            first,
            last,
            open,
            close: hasBlock ? last : undefined,
            clauses: (item.clauses ?? [])
                .map(partOf)
                .filter((each) => each.first > body)
                .sort((a, b) => a.first - b.first),
        };
    };
    return { chunk, tokens, comments, parts: (node.items ?? []).map(partOf) };
}
