import type { InsertReplaceEdit, TextEdit } from 'vscode-languageserver-types';
import type { Lines } from '../../plan/origin.ts';
import { words } from '../../syntax/parser.ts';
import { rangeBetween } from '../positions.ts';
import type { Context } from './context.ts';

/** The word that is being written, and what takes its place. */
export class Typed {
    private readonly range: TextEdit['range'];
    private readonly insert: TextEdit['range'] | undefined;

    /** Without `insertsOrReplaces` the whole word is replaced, also what of it stands behind the cursor. */
    constructor(lines: Lines, { from, to }: Context, offset: number, insertsOrReplaces: boolean) {
        this.range = rangeBetween(lines, from, to);
        this.insert = insertsOrReplaces && to > offset ? rangeBetween(lines, from, offset) : undefined;
    }

    /** Puts something in the place of the word. */
    edit(newText: string): TextEdit | InsertReplaceEdit {
        const { insert, range } = this;
        return insert === undefined ? { range, newText } : { newText, insert, replace: range };
    }
}

/** Whether a clause goes on in the same line: words stand there that begin nothing new. */
export function isFollowed(text: string, offset: number): boolean {
    const line = /^[^\r\n]*/.exec(text.slice(offset, offset + 200))![0];
    const [next] = words().read(line).tokens;
    const { close, keywords } = words().types;
    return next !== undefined && next.tokenType !== close && keywords.get(next.image) !== next.tokenType;
}
