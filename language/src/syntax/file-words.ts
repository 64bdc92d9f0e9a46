import type { IToken } from 'chevrotain';
import { splitChunks } from './chunks.ts';
import { words } from './parser.ts';

/** What a word is to the eye. Names are told apart by what they mean, which only the plan knows. */
export type WordKind =
    | 'keyword'
    | 'name'
    | 'text'
    | 'number'
    | 'money'
    | 'comment'
    | 'open'
    | 'close'
    | 'sign'
    | 'junk';

/** A word of a file, by UTF-16 offsets. */
export interface FileWord {
    readonly kind: WordKind;
    readonly start: number;
    readonly end: number;
}

/** All words of a text in order, comments too: what folding and colouring ask for, broken text included. */
export function wordsOf(text: string): FileWord[] {
    const lexer = words();
    const { types } = lexer;
    const kinds = new Map<unknown, WordKind>([
        [types.id, 'name'],
        [types.text, 'text'],
        [types.number, 'number'],
        [types.money, 'money'],
        [types.junk, 'junk'],
        [types.open, 'open'],
        [types.close, 'close'],
        [types.suffix, 'keyword'],
        ...[...types.keywords.values()].map((each): [unknown, WordKind] => [each, 'keyword']),
    ]);
    const found: FileWord[] = [];
    for (const chunk of splitChunks(text)) {
        const { tokens, comments } = lexer.read(chunk.text);
        const word = (kind: WordKind, { startOffset, image }: IToken): FileWord => ({
            kind,
            start: chunk.start + startOffset,
            end: chunk.start + startOffset + image.length,
        });
        const both = [
            ...tokens.map((each) => ({
                ...word(kinds.get(each.tokenType) ?? 'sign', each),
                end: chunk.start + each.endOffset! + 1,
            })),
            ...comments.map((each) => word('comment', each)),
        ];
        found.push(...(comments.length > 0 ? both.sort((a, b) => a.start - b.start) : both));
    }
    return found;
}
