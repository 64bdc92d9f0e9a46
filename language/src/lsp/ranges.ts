import type { Location, Range } from 'vscode-languageserver-types';
import type { Origin, Place } from '../plan/origin.ts';
import type { View } from './view.ts';

/** A place as editors count: lines and characters from 0. */
export function rangeOf(place: Place): Range {
    return {
        start: { line: place.line - 1, character: place.column - 1 },
        end: { line: place.endLine - 1, character: place.endColumn - 1 },
    };
}

/** The range of a place in whatever file it stands. */
export function range(view: View, origin: Origin): Range {
    return rangeOf(view.place(origin));
}

/** A place with its file's address. */
export function location(view: View, origin: Origin): Location {
    return { uri: origin.file, range: range(view, origin) };
}

/** Whether an offset lies in a place or directly behind it, as a cursor at the end of a word does. */
export function touches(origin: Origin, offset: number): boolean {
    return origin.start <= offset && offset <= origin.end;
}
