import { splitChunks } from '../syntax/chunks.ts';
import { words } from '../syntax/parser.ts';
import { type Change, trimChange } from './edits.ts';
import { INDENT } from './layout.ts';

/**
 * Indents the line of an offset by the blocks around it, as an editor asks after a new line or a closing brace; in
 * broken and half-written text too. Texts and comments of many lines keep their lines as they are.
 */
export function indentLine(text: string, offset: number): Change[] {
    let start = Math.max(0, Math.min(offset, text.length));
    while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') {
        start--;
    }
    let end = start;
    while (end < text.length && /[^\S\r\n]/.test(text[end]!)) {
        end++;
    }
    const depth = depthAt(text, start, end);
    if (depth === undefined) {
        return [];
    }
    const change = trimChange(text, { start, end, text: ' '.repeat(INDENT * depth) });
    return change === undefined ? [] : [change];
}

/** How many blocks are around a line; `undefined` for a line inside of a text or a comment. */
function depthAt(text: string, lineStart: number, firstWord: number): number | undefined {
    // The last declaration that begins before the line; at a line that begins one itself nothing is open.
    let chunk = { start: 0, text: '' };
    for (const each of splitChunks(text)) {
        if (each.start >= lineStart && each.start <= firstWord && !/^\s/.test(each.text)) {
            return 0;
        }
        if (each.start < lineStart) {
            chunk = each;
        }
    }
    const { tokens, comments } = words().read(chunk.text);
    const { open, close } = words().types;
    const line = lineStart - chunk.start;
    const isAcross = (each: { readonly startOffset: number; readonly image: string }): boolean =>
        each.startOffset < line && each.startOffset + each.image.length > line;
    if (comments.some(isAcross)) {
        return undefined;
    }
    let depth = 0;
    for (const token of tokens) {
        if (token.startOffset >= line) {
            break;
        }
        if (isAcross(token)) {
            return undefined;
        }
        depth += token.tokenType === open ? 1 : token.tokenType === close ? -1 : 0;
    }
    const isWaiver = depth === 0 && tokens[0]?.image === 'waive' && tokens[0].startOffset < line;
    if (isWaiver) {
        return isWaiverOpen(tokens.map(({ image }) => image)) ? 1 : 0;
    }
    return Math.max(0, depth - (text[firstWord] === '}' ? 1 : 0));
}

/** Whether a waiver still lacks its reason or its owner: what follows then belongs to it. */
function isWaiverOpen(images: readonly string[]): boolean {
    return !images.includes('because') || !images.includes('by');
}
