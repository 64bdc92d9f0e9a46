import type { SelectionRange } from 'vscode-languageserver-types';
import type { Origin } from '../plan/origin.ts';
import { wordsOf } from '../syntax/file-words.ts';
import { declarationAt, occurrenceAt } from './occurrence.ts';
import { range, touches } from './ranges.ts';
import type { View } from './view.ts';

/** What "expand selection" grows through from each offset: word, name, clause, block, declaration, file. */
export function selectionRanges(view: View, offsets: readonly number[]): SelectionRange[] {
    const words = wordsOf(view.lines.text);
    return offsets.map((offset) => {
        const { file, lines } = view;
        const places: Origin[] = [{ file, start: 0, end: lines.text.length }];
        const declaration =
            declarationAt(view.fragment, offset) ?? view.fragment.waivers.find((each) => touches(each.whole, offset));
        gather(declaration, offset, file, places);
        const word = words.find((each) => each.start <= offset && offset <= each.end);
        if (word !== undefined) {
            places.push({ file, start: word.start, end: word.end });
            if (word.kind === 'text') {
                places.push(inside(lines.text, word.start, word.end, file));
            }
        }
        const part = occurrenceAt(view, offset);
        if (part !== undefined) {
            places.push(part.at);
        }
        return nest(view, places, offset);
    });
}

/** All places within a declaration that hold an offset, however deep its clauses lie. */
function gather(value: unknown, offset: number, file: string, places: Origin[]): void {
    if (typeof value !== 'object' || value === null) {
        return;
    }
    if ('start' in value && 'end' in value && 'file' in value) {
        const origin = value as Origin;
        if (origin.file === file && touches(origin, offset)) {
            places.push(origin);
        }
        return;
    }
    for (const each of Object.values(value)) {
        gather(each, offset, file, places);
    }
}

/** A text without its quotes. */
function inside(text: string, start: number, end: number, file: string): Origin {
    const quotes = text.startsWith('"""', start) && end - start >= 6 ? 3 : 1;
    return { file, start: Math.min(start + quotes, end), end: Math.max(start + quotes, end - quotes) };
}

/** The places from the widest to the narrowest, each within the one before; what overlaps is left out. */
function nest(view: View, places: readonly Origin[], offset: number): SelectionRange {
    const sorted = [...places].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
    let innermost: { readonly place: Origin; readonly range: SelectionRange } | undefined;
    for (const place of sorted) {
        const outer = innermost?.place;
        const fits =
            outer === undefined ||
            (outer.start <= place.start && place.end <= outer.end && place.end - place.start < outer.end - outer.start);
        if (fits && touches(place, offset)) {
            innermost = {
                place,
                range: { range: range(view, place), ...(innermost === undefined ? {} : { parent: innermost.range }) },
            };
        }
    }
    return innermost!.range;
}
