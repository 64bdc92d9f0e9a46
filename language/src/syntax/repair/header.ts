import type { IToken } from 'chevrotain';
import { nearest } from '../../plan/distance.ts';
import * as say from '../breakage.ts';
import { DECLARING } from '../chunks.ts';
import { words } from '../parser.ts';
import { retag } from '../words.ts';
import type { Track } from './track.ts';

const DECLARATIONS: ReadonlySet<string> = new Set(DECLARING);
const NAMED: ReadonlySet<string> = new Set(DECLARING.filter((keyword) => keyword !== 'use' && keyword !== 'waive'));

/** The keyword of the declaration that begins at a token: its own, or the one it was meant to be. */
export function declaringKeyword(track: Track, index: number): string | undefined {
    const { id, text } = words().types;
    const { image } = track.tokens[index]!;
    if (track.isKeyword(index, DECLARATIONS)) {
        return image;
    }
    return track.is(index, id) && track.isWord(index + 1) && track.is(index + 2, text)
        ? nearest(image, DECLARING)
        : undefined;
}

/** Whether a declaration with a name begins at a token. `area "Kota"` and `area mojoroto` are clauses. */
export function beginsDeclaration(track: Track, index: number): boolean {
    const { text, open } = words().types;
    return (
        track.isKeyword(index, NAMED) &&
        track.isWord(index + 1) &&
        (track.is(index + 2, text) || track.is(index + 2, open))
    );
}

/** Puts a declaration's keyword right if it is misspelt. */
export function correctKeyword(track: Track, keyword: string): void {
    const { image } = track.tokens[track.at]!;
    if (image !== keyword) {
        track.report(track.at, track.at, { message: say.unknownDeclaration(image, keyword), replacement: keyword });
        track.substitute(track.at, keyword);
    }
}

/**
 * Name and title, past what stands before them on their line by mistake. A missing one is put in, so that the other
 * stays known.
 */
export function readHeader(track: Track, keyword: string, opening: number): void {
    const { id, text } = words().types;
    const start = track.at;
    const end = endOfHeader(track, start);
    const isName = (index: number): boolean =>
        track.is(index, id) || (track.isWord(index) && track.is(index + 1, text));
    const found = track.find(start, (index) => index >= end || isName(index));
    const name = found < end ? track.tokens[found] : undefined;
    if (name === undefined) {
        track.inside = undefined;
        track.report(opening, opening, { message: say.missingName(keyword) });
        track.cover(end - 1);
        track.put(id, '');
    } else {
        if (found > start) {
            reportStray(track, start, found - 1);
        }
        retag(name, id);
        track.inside = {
            name: track.inside === undefined ? name.image : `${track.inside.name}.${name.image}`,
            offset: name.startOffset,
        };
        track.at = found;
        track.take();
    }
    readTitle(track, keyword, name, end);
}

function readTitle(track: Track, keyword: string, name: IToken | undefined, end: number): void {
    const { text } = words().types;
    const start = track.at;
    const found = track.find(start, (index) => index >= end || track.is(index, text));
    if (found < end) {
        if (found > start) {
            reportStray(track, start, found - 1);
        }
        track.at = found;
        track.take();
        return;
    }
    if (name !== undefined && end > start) {
        const title = track.quote(start, end - 1);
        track.report(start, end - 1, { message: say.unquoted(keyword), replacement: title });
        track.put(text, title);
    } else {
        if (name !== undefined) {
            track.report(start - 1, start - 1, {
                message: say.missingTitle(keyword, name.image),
                replacement: `${name.image} ""`,
            });
        }
        track.put(text, '""');
    }
    track.at = Math.max(start, end);
}

/** Where the words end that can be name and title: at a brace, at the line's end, or where another declaration begins. */
function endOfHeader(track: Track, start: number): number {
    const { id, open, close, text } = words().types;
    // The title may stand in a line of its own, and so may the name.
    const isDue = (index: number): boolean =>
        (index === start && track.isWord(index) && !beginsDeclaration(track, index)) ||
        (index <= start + 1 && track.is(index, text));
    const isTitle = (index: number): boolean => track.is(index, text) && !track.opensLine(index);
    const isStray = (index: number): boolean =>
        track.is(index, text)
            ? index === start && track.isWord(index + 1) && isTitle(index + 2)
            : track.is(index, open) &&
              track.unclosed > 0 &&
              (isTitle(index + 1) || (track.is(index + 1, id) && isTitle(index + 2)));
    const first = track.find(
        start,
        (index) =>
            !isStray(index) &&
            (track.is(index, text) ||
                track.is(index, open) ||
                track.is(index, close) ||
                (track.opensLine(index) && !isDue(index)) ||
                beginsDeclaration(track, index)),
    );
    return track.is(first, text) ? first + 1 : first;
}

/** Reports words between a keyword and its title that are neither name nor title. */
function reportStray(track: Track, first: number, last: number): void {
    track.report(first, last, { message: say.misplaced(track.tokens[first]!.image) });
    for (let index = first; index <= last; index++) {
        track.unclosed -= track.is(index, words().types.open) ? 1 : 0;
    }
}
