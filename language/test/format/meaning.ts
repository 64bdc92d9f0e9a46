import type { Fragment } from '../../src/plan/fragment.ts';
import { readText } from '../../src/syntax/lower/values.ts';
import { outlineOf } from '../../src/syntax/outline.ts';
import { words } from '../../src/syntax/parser.ts';
import { readFragment } from '../../src/syntax/read.ts';

/** What a text means, without the places: declarations, references, problems. */
export function meaningOf(text: string): unknown {
    const { uses, declarations, waivers, references, problems }: Fragment = readFragment('a', text);
    const plain = { uses, declarations, waivers, references, problems };
    return JSON.parse(
        JSON.stringify(plain, (key, value: unknown) =>
            ['at', 'whole', 'clause', 'start', 'end'].includes(key) && isPlace(value) ? undefined : value,
        ),
    );
}

function isPlace(value: unknown): boolean {
    return typeof value === 'number' || (typeof value === 'object' && value !== null && 'file' in value);
}

/** The words of a text, as they are read; the indentation of long texts and gaps in amounts aside. */
export function wordsOf(text: string): string[] {
    const types = words().types;
    return outlineOf(text).flatMap(({ tokens }) =>
        tokens.map(({ tokenType, image }) => {
            const written = tokenType === types.text ? JSON.stringify(readText(image)) : image.replace(/\s+/g, ' ');
            return `${tokenType.name} ${written}`;
        }),
    );
}

/** The comments of a text, each with the number of words before it. */
export function commentsOf(text: string): string[] {
    let before = 0;
    return outlineOf(text).flatMap(({ tokens, comments }) => {
        const placed = comments.map(
            ({ image, startOffset }) =>
                `${before + tokens.filter((token) => token.startOffset < startOffset).length} ${image}`,
        );
        before += tokens.length;
        return placed;
    });
}
