/** The one empty list: most lists of most declarations are empty, and a city has many. */
export const NONE: readonly never[] = [];

/** A list without the room to grow that it was given: for lists that are kept, of which a city has ten thousands. */
export function trimmed<T>(list: readonly T[]): readonly T[] {
    return list.length === 0 ? NONE : list.slice();
}
