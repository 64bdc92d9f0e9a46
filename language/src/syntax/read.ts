import type { IToken } from 'chevrotain';
import type { Declaration } from '../plan/declarations/declaration.ts';
import type { Use, Waiver } from '../plan/declarations/statement.ts';
import type { Fragment } from '../plan/fragment.ts';
import * as say from './breakage.ts';
import { type Chunk, splitChunks } from './chunks.ts';
import type * as Ast from './generated/ast.ts';
import { directionSigns, withoutDirection } from './invisible.ts';
import { Context, NONE } from './lower/context.ts';
import { lowerDeclaration } from './lower/declarations.ts';
import { lowerUse, lowerWaiver } from './lower/statements.ts';
import { parseTokens, words } from './parser.ts';
import { type Repaired, repair } from './repair.ts';
import { moved, type Part } from './shift.ts';
import { isClosed, isCurly } from './texts.ts';

/** A file that was read, chunk by chunk: what reading it once more after an edit can take over. */
export interface Reading {
    readonly fragment: Fragment;
    readonly chunks: readonly Chunk[];
    /** What each chunk says. */
    readonly parts: readonly Part[];
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
    const { head, tail } = kept(before?.chunks ?? [], chunks);
    const shift = before === undefined ? 0 : chunks.length - before.chunks.length;
    const names = new Map<string, string>();
    let parsed = 0;
    const parts = chunks.map((chunk, place): Part => {
        const old = place < head ? place : place >= chunks.length - tail ? place - shift : undefined;
        if (old === undefined) {
            parsed++;
            return readPart(new Context(file, library, names), chunk);
        }
        return moved(before!.parts[old]!, chunk.start - before!.chunks[old]!.start);
    });
    const fragment = {
        file,
        library,
        uses: join(parts, (part) => part.uses),
        declarations: join(parts, (part) => part.declarations),
        waivers: join(parts, (part) => part.waivers),
        references: join(parts, (part) => part.references),
        problems: join(parts, (part) => part.problems),
    };
    return { fragment, chunks, parts, parsed };
}

/** How many chunks at the beginning and at the end of a file have the texts they had. */
function kept(before: readonly Chunk[], after: readonly Chunk[]): { readonly head: number; readonly tail: number } {
    const most = Math.min(before.length, after.length);
    let head = 0;
    while (head < most && before[head]!.text === after[head]!.text) {
        head++;
    }
    let tail = 0;
    while (tail < most - head && before[before.length - 1 - tail]!.text === after[after.length - 1 - tail]!.text) {
        tail++;
    }
    return { head, tail };
}

function join<T>(parts: readonly Part[], listOf: (part: Part) => readonly T[]): readonly T[] {
    const all: T[] = [];
    for (const part of parts) {
        for (const each of listOf(part)) {
            all.push(each);
        }
    }
    return all;
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
    return {
        uses: trimmed(uses),
        declarations: trimmed(declarations),
        waivers: trimmed(waivers),
        references: trimmed(context.references),
        problems: trimmed(context.problems),
    };
}

/** A list without the room to grow that it was given: there are five for each declaration, and most are empty. */
function trimmed<T>(list: readonly T[]): readonly T[] {
    return list.length === 0 ? NONE : list.slice();
}

/** The declarations of a chunk; a broken one is mended first. */
function readChunk(context: Context, chunk: Chunk): readonly Ast.Item[] {
    context.base = chunk.start;
    const { tokens, comments } = words().read(chunk.text);
    reportComments(context, comments);
    if (tokens.length === 0) {
        return [];
    }
    const whole = parseTokens<Ast.File>(chunk.text, tokens, 'File');
    context.tokens = tokens;
    if (whole.broken === undefined) {
        reportTexts(context, tokens, undefined);
        return whole.node.items;
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
