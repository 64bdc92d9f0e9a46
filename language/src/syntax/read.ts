import type { IToken } from 'chevrotain';
import type { Declaration, Use, Waiver } from '../plan/declarations.ts';
import type { Fragment } from '../plan/fragment.ts';
import * as say from './breakage.ts';
import { type Chunk, splitChunks } from './chunks.ts';
import type * as Ast from './generated/ast.ts';
import { Context } from './lower/context.ts';
import { lowerDeclaration } from './lower/declarations.ts';
import { lowerUse, lowerWaiver } from './lower/statements.ts';
import { parseTokens, words } from './parser.ts';
import { type Repaired, repair } from './repair.ts';
import { isClosed, isCurly } from './texts.ts';

/**
 * Reads what one file says: a function of its text alone. Never fails: what is not understood becomes a problem, and
 * everything around it counts. `library` is the name of the built-in library that the text is, if it is one.
 */
export function readFragment(file: string, text: string, library?: string): Fragment {
    const context = new Context(file, library);
    const uses: Use[] = [];
    const declarations: Declaration[] = [];
    const waivers: Waiver[] = [];
    for (const chunk of splitChunks(text)) {
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
    }
    return { file, library, uses, declarations, waivers, references: context.references, problems: context.problems };
}

/** The declarations of a chunk; a broken one is mended first. */
function readChunk(context: Context, chunk: Chunk): readonly Ast.Item[] {
    context.base = chunk.start;
    context.lost = new Map();
    const { tokens, comments } = words().read(chunk.text);
    reportComments(context, comments);
    if (tokens.length === 0) {
        return [];
    }
    const whole = parseTokens<Ast.File>(chunk.text, tokens, 'File');
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
    const again = parseTokens<Ast.File>(chunk.text, repaired.tokens, 'File');
    if (again.broken !== undefined) {
        // Mending has to give what the grammar reads; should it ever not, nothing is lost in silence.
        const { image, startOffset, endOffset } =
            repaired.tokens[Math.min(again.broken.index, repaired.tokens.length - 1)]!;
        context.syntaxError(say.misplaced(image), context.span(startOffset, endOffset! + 1), image, {});
    }
    return again.node.items ?? [];
}

/** Texts that lack their closing quote, or stand between the wrong ones. */
function reportTexts(context: Context, tokens: readonly IToken[], repaired: Repaired | undefined): void {
    const { text } = words().types;
    for (const token of tokens) {
        if (token.tokenType !== text || repaired?.swallowed.has(token) === true) {
            continue;
        }
        const { image, startOffset, endOffset } = token;
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

function reportComments(context: Context, comments: readonly IToken[]): void {
    const last = comments[comments.length - 1];
    if (last?.image.startsWith('/*') && (last.image.length < 4 || !last.image.endsWith('*/'))) {
        context.syntaxError(say.unclosedComment(), context.span(last.startOffset, last.startOffset + 2), '/*', {});
    }
}
