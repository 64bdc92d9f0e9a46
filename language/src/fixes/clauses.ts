import { formatted } from '../format/format.ts';
import { INDENT, WIDTH } from '../format/layout.ts';
import { rankOf } from '../format/order.ts';
import type { Origin } from '../plan/origin.ts';
import type { Edit } from './fix.ts';
import { type Ground, insert, type Spot } from './ground.ts';

/**
 * Adds a clause to the declaration or waiver that begins at a place, where it belongs among the others, as its
 * neighbours are indented. No edits where the declaration cannot be read.
 */
export function addClause(ground: Ground, whole: Origin, clause: string): readonly Edit[] {
    const spot = ground.spot(whole);
    if (spot === undefined) {
        return [];
    }
    const { part, file, text, eol } = spot;
    const keyword = /^[\w-]+/.exec(clause)?.[0] ?? '';
    const rank = rankOf(part.keyword, keyword);
    const before = part.clauses.findLast((each) => rankOf(part.keyword, each.keyword) <= rank);
    if (part.open === undefined) {
        const margin = marginAt(text, spot.start(part.first));
        const inner = margin + ' '.repeat(INDENT);
        if (part.keyword === 'waive') {
            return addToWaiver(spot, clause, before?.last ?? headEnd(spot), eol + inner);
        }
        return [insert(file, spot.end(part.last), ` {${eol}${inner}${clause}${eol}${margin}}`)];
    }
    if (isFlat(spot)) {
        return addToLine(spot, clause, before === undefined ? part.open : before.last);
    }
    const sibling = before ?? part.clauses[0];
    const margin =
        sibling !== undefined && opensLine(text, spot.start(sibling.first))
            ? marginAt(text, spot.start(sibling.first))
            : marginAt(text, spot.start(part.first)) + ' '.repeat(INDENT);
    const end = spot.end(before?.last ?? part.open);
    // A comment at the end of the line stays with what it is about.
    const rest = /^[^\S\r\n]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/[^\S\r\n]*)?(?=[\r\n])/.exec(text.slice(end, end + 1000));
    return [
        rest === null
            ? insert(file, end, `${eol}${margin}${clause}${eol}${margin}`)
            : insert(file, end + rest[0].length, eol + margin + clause),
    ].map((edit) => (rest === null ? swallowGap(text, edit) : edit));
}

/** What follows on the same line is set on a line of its own; the white space before it goes. */
function swallowGap(text: string, edit: Edit): Edit {
    let end = edit.end;
    while (/[^\S\r\n]/.test(text[end] ?? '')) {
        end++;
    }
    return { ...edit, end };
}

/** Adds a name to a list clause of a declaration, or the clause with it. Nothing where the list has it already. */
export function addName(
    ground: Ground,
    declaration: { readonly whole: Origin },
    keyword: string,
    clause: { readonly clause: Origin; readonly refs: readonly { readonly name: string }[] } | undefined,
    name: string,
): readonly Edit[] {
    if (clause === undefined) {
        return addClause(ground, declaration.whole, `${keyword} ${name}`);
    }
    const { file, end } = clause.clause;
    const text = ground.text(file);
    if (clause.refs.some((each) => each.name === name) || text === undefined) {
        return [];
    }
    const more = `, ${name}`;
    const spot = lineAround(text, end).length + more.length > WIDTH ? ground.spot(declaration.whole) : undefined;
    return spot?.part.open !== undefined && isFlat(spot)
        ? layOutAgain(spot, end, end, more)
        : [insert(file, end, more)];
}

/** A waiver on one line stays there if it can; else each clause has a line. */
function addToWaiver(spot: Spot, clause: string, behind: number, newLine: string): readonly Edit[] {
    const { part, file, text } = spot;
    const offset = spot.end(behind);
    const isFlatWaiver = !/[\r\n]/.test(text.slice(spot.start(part.first), spot.end(part.last)));
    if (part.clauses.length === 0 || !isFlatWaiver) {
        return [insert(file, offset, newLine + clause)];
    }
    return lineAround(text, offset).length + clause.length < WIDTH
        ? [insert(file, offset, ` ${clause}`)]
        : layOutAgain(spot, offset, offset, newLine + clause);
}

/** Adds a clause to a block on one line; the block is laid out on several where it gets too long. */
function addToLine(spot: Spot, clause: string, behind: number): readonly Edit[] {
    const { part, file, text } = spot;
    const isFirst = behind === part.open;
    const offset = spot.end(behind);
    const end = part.clauses.length === 0 ? spot.start(part.close!) : offset;
    const written = !isFirst ? `  ${clause}` : part.clauses.length === 0 ? ` ${clause} ` : ` ${clause} `;
    if (lineAround(text, offset).length - (end - offset) + written.length <= WIDTH) {
        return [{ file, start: offset, end, text: written }];
    }
    return layOutAgain(spot, offset, end, ` ${clause} `);
}

/** Puts words into a declaration of one line that gets too long by them: it is laid out on several. */
function layOutAgain(spot: Spot, from: number, to: number, words: string): readonly Edit[] {
    const { part, file, text, eol } = spot;
    const start = spot.start(part.first);
    const end = spot.end(part.last);
    const margin = marginAt(text, start);
    const opening = part.open === undefined ? start : spot.end(part.open);
    const broken = part.open === undefined ? '' : eol;
    const wide = `${text.slice(start, opening)}${broken}${text.slice(opening, from)}${words}${text.slice(to, end)}`;
    const laidOut = formatted(wide).trimEnd();
    return [{ file, start, end, text: laidOut.replace(/\r\n|\r|\n/g, (each) => each + margin) }];
}

function isFlat({ part, text, start, end }: Spot): boolean {
    return !/[\r\n]/.test(text.slice(end(part.open!), start(part.close!)));
}

/** The last word of a waiver before its clauses. */
function headEnd({ part }: Spot): number {
    return (part.clauses[0]?.first ?? part.last + 1) - 1;
}

/** The white space that the line of an offset begins with. */
export function marginAt(text: string, offset: number): string {
    return /^[^\S\r\n]*/.exec(text.slice(lineStart(text, offset), offset))![0];
}

/** Whether nothing but white space stands before an offset on its line. */
export function opensLine(text: string, offset: number): boolean {
    return text.slice(lineStart(text, offset), offset).trim() === '';
}

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
    let at = offset;
    while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') {
        at--;
    }
    return at;
}

/** Where the line of an offset ends, before its line end. */
export function lineStop(text: string, offset: number): number {
    let at = offset;
    while (at < text.length && text[at] !== '\n' && text[at] !== '\r') {
        at++;
    }
    return at;
}

function lineAround(text: string, offset: number): string {
    return text.slice(lineStart(text, offset), lineStop(text, offset));
}
