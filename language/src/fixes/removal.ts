import type { Clause, NamingAll } from '../plan/declarations/clause.ts';
import type { Origin } from '../plan/origin.ts';
import { lineStart, lineStop } from './clauses.ts';
import type { Edit } from './fix.ts';
import type { Ground } from './ground.ts';

/** Takes a clause or a declaration out, with its line where it has one to itself. Comments stay. */
export function remove(ground: Ground, at: Origin): readonly Edit[] {
    const text = ground.text(at.file);
    return text === undefined ? [] : [cut(text, at)];
}

function cut(text: string, { file, start, end }: Origin): Edit {
    const left = lineStart(text, start);
    const right = lineStop(text, end);
    const before = text.slice(left, start);
    const behind = text.slice(end, right);
    if (before.trim() === '' && behind.trim() === '') {
        return { file, ...withLine(text, left, right), text: '' };
    }
    const gapBefore = before.length - before.trimEnd().length;
    const gapBehind = behind.length - behind.trimStart().length;
    if (before.trim() === '' || before.trimEnd().endsWith('{')) {
        const isLast = before.trimEnd().endsWith('{') && behind.trimStart().startsWith('}');
        return { file, start: isLast ? start - gapBefore : start, end: end + gapBehind, text: '' };
    }
    return { file, start: start - gapBefore, end, text: '' };
}

/** Whole lines with one line end, and with one of two blank lines that would come to stand together. */
function withLine(text: string, left: number, right: number): { readonly start: number; readonly end: number } {
    const end = right + lineEndAt(text, right);
    const isBlankBefore = left === 0 || isBlankLine(text, left);
    const below = lineStop(text, end);
    if (isBlankBefore && end < text.length && text.slice(end, below).trim() === '') {
        return { start: left, end: below + lineEndAt(text, below) };
    }
    if (end >= text.length && left > 0) {
        // The last thing of a file leaves no blank lines behind.
        const kept = text.slice(0, left).trimEnd().length;
        return { start: kept + lineEndAt(text, kept), end };
    }
    return { start: left, end };
}

function isBlankLine(text: string, start: number): boolean {
    const above = start - (text.startsWith('\r\n', start - 2) ? 2 : 1);
    return text.slice(lineStart(text, above), above).trim() === '';
}

function lineEndAt(text: string, offset: number): number {
    return text.startsWith('\r\n', offset) ? 2 : offset < text.length ? 1 : 0;
}

/** Takes one item out of a list with its comma; the whole clause when it is the only one. */
export function removeItem(ground: Ground, clause: Clause, items: readonly Origin[], item: Origin): readonly Edit[] {
    const index = items.findIndex((each) => each.start === item.start);
    if (items.length < 2 || index < 0 || ground.text(item.file) === undefined) {
        return index < 0 ? [] : remove(ground, clause.clause);
    }
    const start = index === 0 ? items[0]!.start : items[index - 1]!.end;
    const end = index === 0 ? items[1]!.start : items[index]!.end;
    return [{ file: item.file, start, end, text: '' }];
}

/** Takes one name out of a list clause. */
export function removeName(ground: Ground, clause: NamingAll, at: Origin): readonly Edit[] {
    return removeItem(
        ground,
        clause,
        clause.refs.map((each) => each.at),
        at,
    );
}
