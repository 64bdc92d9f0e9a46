import { readText } from '../syntax/lower/values.ts';
import { type Outline, outlineOf, type Word } from '../syntax/outline.ts';
import { words } from '../syntax/parser.ts';

/**
 * Whether a text laid out anew has the same words, comments and declarations as the one it was made from. Everything
 * that a text means follows from these, and from the white space within declarations that cannot be read.
 */
export function saysTheSame(text: string, before: readonly Outline[], layout: string): boolean {
    const after = outlineOf(layout);
    const old = withWords(before);
    const now = withWords(after);
    return (
        old.length === now.length &&
        old.every((outline, i) => isSameChunk(outline, now[i]!)) &&
        commentsOf(before).join('\u0000') === commentsOf(after).join('\u0000') &&
        text.startsWith('\uFEFF') === layout.startsWith('\uFEFF')
    );
}

/** White space and comments before the first declaration may be a chunk of their own. */
function withWords(outlines: readonly Outline[]): Outline[] {
    return outlines.filter(({ tokens }) => tokens.length > 0);
}

function isSameChunk(a: Outline, b: Outline): boolean {
    return (
        a.tokens.length === b.tokens.length &&
        a.tokens.every((token, i) => wordOf(token) === wordOf(b.tokens[i]!)) &&
        (a.parts !== undefined || spanOfWords(a) === spanOfWords(b))
    );
}

function wordOf(token: Word): string {
    const { money, text } = words().types;
    const image =
        token.tokenType === money
            ? token.image.replace(/\s+/g, ' ')
            : token.tokenType === text
              ? readText(token.image)
              : token.image;
    return `${token.tokenType.name} ${image}`;
}

function spanOfWords({ chunk, tokens }: Outline): string {
    return chunk.text.slice(tokens[0]!.startOffset, tokens[tokens.length - 1]!.endOffset! + 1);
}

function commentsOf(outlines: readonly Outline[]): string[] {
    return outlines.flatMap(({ comments }) => comments.map(({ image }) => image));
}
