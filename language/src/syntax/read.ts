import type { IToken } from 'chevrotain';
import type { Declaration } from '../plan/declarations/declaration.ts';
import type { Use, Waiver } from '../plan/declarations/statement.ts';
import type { Fragment } from '../plan/fragment.ts';
import { NONE, trimmed } from '../plan/lists.ts';
import * as say from './breakage.ts';
import { type Chunk, splitChunks } from './chunks.ts';
import type * as Ast from './generated/ast.ts';
import { directionSigns, withoutDirection } from './invisible.ts';
import { Context } from './lower/context.ts';
import { lowerDeclaration } from './lower/declarations.ts';
import { lowerUse, lowerWaiver } from './lower/statements.ts';
import { parseTokens, words } from './parser.ts';
import { breakIn } from './recogniser.ts';
import { type Repaired, repair } from './repair.ts';
import { moved, type Part } from './shift.ts';
import { isClosed, isCurly } from './texts.ts';

/** A file that was read, chunk by chunk: what reading it once more after an edit can take over. */
export interface Reading {
    readonly fragment: Fragment;
    readonly text: string;
    /** Where each chunk begins, and the end of the text. */
    readonly starts: Int32Array;
    /** Where in the fragment's lists what each chunk says begins, list by list, and the ends of the lists. */
    readonly places: Int32Array;
    /** How many chunks had to be parsed; the others say what they said before. */
    readonly parsed: number;
}

/**
 * Reads what one file says: a function of its text alone. Never fails: what is not understood becomes a problem, and
 * everything around it counts. `library` is the name of the built-in library that the text is, if it is one.
 */
export function readFragment(file: string, text: string, library?: string): Fragment {
    return read(file, text, { library }).fragment;
}

/**
 * Reads a file, taking over from an earlier reading of it what still stands there, at most moved. What comes of it is that
 * of a fresh reading.
 */
export function read(
    file: string,
    text: string,
    { library, before }: { readonly library?: string | undefined; readonly before?: Reading | undefined } = {},
): Reading {
    const chunks = splitChunks(text);
    const starts = Int32Array.from({ length: chunks.length + 1 }, (_, place) => chunks[place]?.start ?? text.length);
    const { head, tail } = before === undefined ? { head: 0, tail: 0 } : kept(before, chunks);
    const shift = before === undefined ? 0 : chunks.length - (before.starts.length - 1);
    const names = new Map<string, string>();
    const lists: Lists = { uses: [], declarations: [], waivers: [], references: [], problems: [] };
    const places = new Int32Array((chunks.length + 1) * LISTS.length);
    let parsed = 0;
    for (const [place, chunk] of chunks.entries()) {
        note(places, place, lists);
        const old = place < head ? place : place >= chunks.length - tail ? place - shift : undefined;
        if (old === undefined) {
            parsed++;
            take(lists, readPart(new Context(file, library, names), chunk));
        } else {
            take(lists, moved(partOf(before!, old), chunk.start - before!.starts[old]!));
        }
    }
    note(places, chunks.length, lists);
    const fragment = {
        file,
        library,
        uses: trimmed(lists.uses),
        declarations: trimmed(lists.declarations),
        waivers: trimmed(lists.waivers),
        references: trimmed(lists.references),
        problems: trimmed(lists.problems),
    };
    return { fragment, text, starts, places, parsed };
}

/** What chunks say is kept in the lists of their file alone: a city has many chunks, and most say nothing in most lists. */
const LISTS = ['uses', 'declarations', 'waivers', 'references', 'problems'] as const;

type Lists = { readonly [K in keyof Part]: Part[K][number][] };

/** Notes where what a chunk says begins. */
function note(places: Int32Array, chunk: number, lists: Lists): void {
    for (let list = 0; list < LISTS.length; list++) {
        places[chunk * LISTS.length + list] = lists[LISTS[list]!].length;
    }
}

function take(lists: Lists, part: Part): void {
    for (const list of LISTS) {
        for (const each of part[list]) {
            (lists[list] as unknown[]).push(each);
        }
    }
}

/** What a chunk said. */
function partOf({ fragment, places }: Reading, chunk: number): Part {
    const cut = <T>(list: readonly T[], place: number): readonly T[] => {
        const from = places[chunk * LISTS.length + place]!;
        const to = places[(chunk + 1) * LISTS.length + place]!;
        return from === to ? NONE : list.slice(from, to);
    };
    return {
        uses: cut(fragment.uses, 0),
        declarations: cut(fragment.declarations, 1),
        waivers: cut(fragment.waivers, 2),
        references: cut(fragment.references, 3),
        problems: cut(fragment.problems, 4),
    };
}

/** How many chunks at the beginning and at the end of a file have the texts they had. */
function kept({ text, starts }: Reading, after: readonly Chunk[]): { readonly head: number; readonly tail: number } {
    const isSame = (old: number, chunk: Chunk): boolean =>
        starts[old + 1]! - starts[old]! === chunk.text.length && text.startsWith(chunk.text, starts[old]!);
    const before = starts.length - 1;
    const most = Math.min(before, after.length);
    let head = 0;
    while (head < most && isSame(head, after[head]!)) {
        head++;
    }
    let tail = 0;
    while (tail < most - head && isSame(before - 1 - tail, after[after.length - 1 - tail]!)) {
        tail++;
    }
    return { head, tail };
}

function readPart(context: Context, chunk: Chunk): Part {
    const uses: Use[] = [];
    const declarations: Declaration[] = [];
    const waivers: Waiver[] = [];
    for (const item of readChunk(context, chunk)) {
        if (item.$type === 'Use') {
            uses.push(lowerUse(context, item));
        } else if (item.$type === 'Waive') {
            waivers.push(lowerWaiver(context, item));
        } else {
            const declaration = lowerDeclaration(context, item);
            if (declaration !== undefined) {
                declarations.push(declaration);
            }
        }
    }
    // Clauses are lowered by what they say, not by where they stand.
    context.references.sort((a, b) => a.at.start - b.at.start);
    return { uses, declarations, waivers, references: context.references, problems: context.problems };
}

/** The declarations of a chunk; a broken one is mended first. */
function readChunk(context: Context, chunk: Chunk): readonly Ast.Item[] {
    context.base = chunk.start;
    const { tokens, comments } = words().read(chunk.text);
    reportComments(context, comments);
    if (tokens.length === 0) {
        return [];
    }
    context.tokens = tokens;
    // Looking first costs little; an exception of the parser for each of thousands of broken declarations costs seconds.
    if (breakIn(tokens, 0, tokens.length, 'File') === undefined) {
        reportTexts(context, tokens, undefined);
        return parseTokens<Ast.File>(chunk.text, tokens, 'File').node.items;
    }
    const repaired = repair(chunk.text, tokens);
    reportTexts(context, tokens, repaired);
    for (const { message, start, end, inside, replacement, opening } of repaired.breakages) {
        const related = opening && [{ message: say.beginsHere(), at: context.span(opening.start, opening.end) }];
        context.syntaxError(message, context.span(start, end), chunk.text.slice(start, end), {
            inside,
            replacement,
            related,
        });
    }
    context.lost = repaired.lost;
    context.tokens = repaired.tokens;
    const again = parseTokens<Ast.File>(chunk.text, repaired.tokens, 'File');
    if (again.broken !== undefined) {
        // Mending has to give what the grammar reads; should it ever not, nothing is lost in silence.
        const { image, startOffset, endOffset } =
            repaired.tokens[Math.min(again.broken.index, repaired.tokens.length - 1)]!;
        context.syntaxError(say.misplaced(image), context.span(startOffset, endOffset! + 1), image, {});
    }
    return again.node.items ?? [];
}

/** Texts that lack their closing quote, stand between the wrong ones, or hold signs of direction. */
function reportTexts(context: Context, tokens: readonly IToken[], repaired: Repaired | undefined): void {
    const { text } = words().types;
    for (const token of tokens) {
        if (token.tokenType !== text || repaired?.swallowed.has(token) === true) {
            continue;
        }
        const { image, startOffset, endOffset } = token;
        reportDirection(context, token);
        if (!isClosed(image)) {
            const earlier = repaired?.unpaired.get(token);
            const at = context.span(earlier?.startOffset ?? startOffset, endOffset! + 1);
            context.syntaxError(earlier === undefined ? say.unclosedText(image) : say.unpairedQuotes(), at, image, {});
        } else if (isCurly(image)) {
            const replacement = `"${image.slice(1, -1).replace(/"/g, '\\"')}"`;
            context.syntaxError(say.curlyQuotes(), context.span(startOffset, endOffset! + 1), image, { replacement });
        }
    }
}

/** A text or comment that is shown otherwise than it is read. */
function reportDirection(context: Context, { image, startOffset }: IToken): void {
    const signs = directionSigns(image);
    if (signs.length > 0) {
        const replacement = withoutDirection(image);
        const at = context.span(startOffset, startOffset + image.length);
        context.problem('invalid-value', say.turnedRound(signs), at, image.replace(/\s+/g, ' '), { replacement });
    }
}

function reportComments(context: Context, comments: readonly IToken[]): void {
    for (const comment of comments) {
        reportDirection(context, comment);
    }
    const last = comments[comments.length - 1];
    if (last?.image.startsWith('/*') && (last.image.length < 4 || !last.image.endsWith('*/'))) {
        context.syntaxError(say.unclosedComment(), context.span(last.startOffset, last.startOffset + 2), '/*', {});
    }
}
