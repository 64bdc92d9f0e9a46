import { lineStart, lineStop, marginAt } from '../fixes/clauses.ts';
import type { Edit } from '../fixes/fix.ts';
import type { Ground, Spot } from '../fixes/ground.ts';
import { formatted } from '../format/format.ts';
import { rankOf } from '../format/order.ts';
import type { Origin } from '../plan/origin.ts';
import { outlineChunk, type Part } from '../syntax/outline.ts';

/**
 * Puts the clauses of the declaration that begins at a place into their usual order. Clauses of one kind keep theirs;
 * comments go with the clause that they stand above or behind. Nothing where the order is right, or cannot be told.
 */
export function sortClauses(ground: Ground, whole: Origin): readonly Edit[] {
    const spot = ground.spot(whole);
    if (spot?.part.open === undefined || inOrder(spot.part) === undefined) {
        return [];
    }
    const { file, text, part } = spot;
    const start = spot.start(part.first);
    const end = spot.end(part.last);
    const margin = marginAt(text, start);
    const sorted = isFlat(spot) ? sortLine(spot) : sortLines(text.slice(start, end), margin);
    return sorted === undefined || sorted === text.slice(start, end) ? [] : [{ file, start, end, text: sorted }];
}

/** The clauses of a part in their usual order; `undefined` when they stand in it. */
function inOrder({ keyword, clauses }: Part): readonly Part[] | undefined {
    const sorted = [...clauses].sort((a, b) => rankOf(keyword, a.keyword) - rankOf(keyword, b.keyword));
    return sorted.every((clause, i) => clause === clauses[i]) ? undefined : sorted;
}

function isFlat({ part, text, start, end }: Spot): boolean {
    return !/[\r\n]/.test(text.slice(end(part.open!), start(part.close!)));
}

/** A block on one line: the clauses change places, the gaps between them stay. Not with comments among them. */
function sortLine(spot: Spot): string | undefined {
    const { part, text } = spot;
    const words = (clause: Part): string => text.slice(spot.start(clause.first), spot.end(clause.last));
    const inner = text.slice(spot.end(part.open!), spot.start(part.close!));
    if (/\/\*|\/\//.test(inner.replace(/"[^"]*"/g, ''))) {
        return undefined;
    }
    const sorted = inOrder(part)!.map(words).join('  ');
    return `${text.slice(spot.start(part.first), spot.end(part.open!))} ${sorted} ${text.slice(spot.start(part.close!), spot.end(part.last))}`;
}

/** A block on several lines: each clause moves with the lines above it that belong to it, and the rest of its own. */
function sortLines(declaration: string, margin: string): string | undefined {
    // One clause a line; where two share one, the declaration is laid out first.
    const whole = margin === '' ? formatted(declaration) : declaration;
    const outline = outlineChunk({ start: 0, text: whole });
    const part = outline.parts?.[0];
    const sorted = part && inOrder(part);
    if (part?.open === undefined || sorted === undefined) {
        return undefined;
    }
    const startOf = (index: number): number => outline.tokens[index]!.startOffset;
    const endOf = (index: number): number => outline.tokens[index]!.endOffset! + 1;
    const pieces = new Map<Part, string>();
    const top = lineStop(whole, endOf(part.open));
    let at = top;
    for (const clause of part.clauses) {
        const stop = lineStop(whole, endOf(clause.last));
        if (lineStart(whole, startOf(clause.first)) < at) {
            return undefined;
        }
        pieces.set(clause, whole.slice(at, stop));
        at = stop;
    }
    const body = sorted.map((clause) => pieces.get(clause)!).join('');
    // A blank line that stood between two clauses may come to stand first or last; the style has none there.
    const moved = `${whole.slice(0, top)}${body}${whole.slice(at)}`;
    return (margin === '' ? formatted(moved) : moved).trimEnd();
}
