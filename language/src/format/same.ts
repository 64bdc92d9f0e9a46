import { readText } from '../syntax/lower/values.ts';
import { type Outline, outlineOf, type Word } from '../syntax/outline.ts';
import { words } from '../syntax/parser.ts';

/**
 * Whether a text laid out anew has the same words, comments and declarations as the one it was made from. Everything
 * that a text means follows from these, and from the white space within declarations that cannot be read.
 */
export function saysTheSame(text: string, before: readonly Outline[], layout: string): boolean {
    const after = outlineOf(layout);
    return (
        isSame(wordsOf(before), wordsOf(after)) &&
        isSame(commentsOf(before), commentsOf(after)) &&
        text.startsWith('\uFEFF') === layout.startsWith('\uFEFF')
    );
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
    return a.length === b.length && a.every((each, i) => each === b[i]);
}

/** Words that can be read one by one, wherever the text is cut; a declaration that cannot be read as it stands. */
function wordsOf(outlines: readonly Outline[]): string[] {
    return outlines.flatMap((outline) =>
        outline.parts === undefined ? [`unread ${spanOfWords(outline)}`] : outline.tokens.map(wordOf),
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
