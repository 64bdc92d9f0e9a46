import type { IToken } from 'chevrotain';
import type { Declaration, Use, Waiver } from '../plan/declarations.ts';
import type { Fragment } from '../plan/fragment.ts';
import type { Message } from '../plan/message.ts';
import { unclosedComment, unclosedText } from './breakage.ts';
import { type Chunk, splitChunks } from './chunks.ts';
import type * as Ast from './generated/ast.ts';
import { Context } from './lower/context.ts';
import { lowerDeclaration, lowerUse, lowerWaiver } from './lower/declarations.ts';
import { parseTokens, words } from './parser.ts';
import { repair } from './repair.ts';
import { isClosed } from './words.ts';

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
    reportUnclosed(context, tokens, comments);
    if (tokens.length === 0) {
        return [];
    }
    const whole = parseTokens<Ast.File>(chunk.text, tokens, 'File');
    if (whole.broken === undefined) {
        return whole.node.items;
    }
    const mended = repair(chunk.text, tokens);
    for (const { message, start, end, inside, replacement } of mended.breakages) {
        syntaxError(context, message, start, end, chunk.text.slice(start, end), inside, replacement);
    }
    const again = parseTokens<Ast.File>(chunk.text, mended.tokens, 'File');
    if (again.broken !== undefined && mended.breakages.length === 0) {
        const token = mended.tokens[Math.min(again.broken.index, mended.tokens.length - 1)]!;
        const message: Message = { en: `\`${token.image}\` does not belong here.`, id: `\`${token.image}\` tidak pada tempatnya.` };
        syntaxError(context, message, token.startOffset, token.endOffset! + 1, token.image, undefined, undefined);
    }
    context.lost = mended.lost;
    return again.node.items ?? [];
}

function reportUnclosed(context: Context, tokens: readonly IToken[], comments: readonly IToken[]): void {
    const text = words().types.text;
    for (const token of tokens) {
        if (token.tokenType === text && !isClosed(token.image)) {
            const message = unclosedText(token.image.startsWith('"""'));
            syntaxError(context, message, token.startOffset, token.endOffset! + 1, token.image, undefined, undefined);
        }
    }
    const last = comments[comments.length - 1];
    if (last?.image.startsWith('/*') && !/^\/\*[\s\S]*\*\/$/.test(last.image)) {
        syntaxError(context, unclosedComment(), last.startOffset, last.startOffset + 2, '/*', undefined, undefined);
    }
}

function syntaxError(
    context: Context,
    message: Message,
    start: number,
    end: number,
    facts: string,
    inside: string | undefined,
    replacement: string | undefined,
): void {
    context.inside = inside ?? '';
    context.problem('syntax-error', message, context.span(start, end), facts.replace(/\s+/g, ' '), { replacement });
    context.inside = '';
}
