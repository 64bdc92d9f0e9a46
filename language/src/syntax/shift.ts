import { sameContent } from '../plan/content.ts';
import type { Fragment } from '../plan/fragment.ts';
import type { Origin } from '../plan/origin.ts';

/** What was read of one chunk of a file. */
export type Part = Pick<Fragment, 'uses' | 'declarations' | 'waivers' | 'references' | 'problems'>;

/**
 * What a chunk says that has moved in its file: the same, with every place that many characters further on. What stays
 * where it was is the very same.
 */
export function moved(part: Part, by: number): Part {
    if (by === 0) {
        return part;
    }
    const known = new Map<object, object>();
    const references = part.references.map((reference) => {
        const copy = move(reference, by, known);
        known.set(reference, copy);
        return copy;
    });
    const declarations = part.declarations.map((declaration) => {
        const copy = move(declaration, by, known);
        sameContent(declaration, copy);
        return copy;
    });
    return {
        uses: move(part.uses, by, known),
        declarations,
        waivers: move(part.waivers, by, known),
        references,
        problems: move(part.problems, by, known),
    };
}

/** A copy with all places moved. Plain objects and lists are gone through; sentences have no places. */
function move<T>(value: T, by: number, known: ReadonlyMap<object, object>): T {
    if (typeof value !== 'object' || value === null) {
        return value;
    }
    if (Array.isArray(value)) {
        return (value.length === 0 ? value : value.map((each) => move(each, by, known))) as T;
    }
    const copied = known.get(value);
    if (copied !== undefined) {
        return copied as T;
    }
    if (isOrigin(value)) {
        return { file: value.file, start: value.start + by, end: value.end + by } as T;
    }
    if (Object.getPrototypeOf(value) !== Object.prototype) {
        return value;
    }
    const copy: Record<string, unknown> = {};
    for (const key in value) {
        copy[key] = move(value[key], by, known);
    }
    return copy as T;
}

function isOrigin(value: object): value is Origin {
    return 'file' in value && 'start' in value;
}
