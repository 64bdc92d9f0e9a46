import type { Fragment } from '../../plan/fragment.ts';
import { words } from '../../syntax/parser.ts';
import { isClosed } from '../../syntax/texts.ts';
import type { View } from '../view.ts';
import { CLAUSES, type ClauseShape, DECLARATIONS } from './clauses.ts';
import { type Slot, type Token, walk } from './pattern.ts';

/** What is being written at an offset. */
export interface Context {
    /** What may stand here within the clause that was begun. */
    readonly slots: readonly Slot[];
    /** The words of that clause so far, its keyword first. */
    readonly clause: readonly string[];
    /** The kind of block around; `file` outside of all. `undefined` where no clause may begin. */
    readonly block: string | undefined;
    /** Keywords of clauses that the block has, before and behind the offset. */
    readonly used: ReadonlySet<string>;
    /** The name of the declaration around, and of what is declared in it around the offset. */
    readonly inside: readonly string[];
    /** What has been typed of the present word, and where it begins. */
    readonly prefix: string;
    readonly from: number;
    /** Where the word ends that the offset stands in; the offset itself where no word has been begun. */
    readonly to: number;
}

/** A block that is open. */
interface Open {
    readonly kind: string;
    readonly used: Set<string>;
    /** The kind of the declaration whose head was read last, and its name. */
    last: string;
    name: string;
}

/** Tells what is being written at an offset; `undefined` inside of texts and comments, where nobody knows. */
export function contextAt(view: View, offset: number): Context | undefined {
    const { text } = view.lines;
    const start = declarationStart(view.fragment, offset);
    const typed = /[\w.-]*$/.exec(text.slice(Math.max(start, offset - 200), offset))![0];
    // Of a span such as `2021..20` the second date is being written.
    const prefix = typed.slice(typed.lastIndexOf('..') < 0 ? 0 : typed.lastIndexOf('..') + 2);
    const from = offset - prefix.length;
    if (isInWords(text.slice(start, offset + LONGEST), offset - start)) {
        return undefined;
    }
    const { tokens } = words().read(text.slice(start, from));
    const rest = prefix === '' ? '' : WORD.exec(text.slice(offset, offset + 200))![0];
    return { ...follow(tokens, text.slice(offset)), prefix, from, to: offset + rest.length };
}

/** The rest of a word, qualified or not; of a span such as `2021..2022` only the date. */
const WORD = /^[\w-]*(?:\.[\w-]+)*/;

/** Whether an offset lies inside of a text or a comment. What stands behind it counts: it may close a text. */
function isInWords(text: string, offset: number): boolean {
    const { tokens, comments } = words().read(text);
    const { text: textType } = words().types;
    return (
        tokens.some(
            ({ tokenType, startOffset, image }) =>
                tokenType === textType &&
                startOffset < offset &&
                (offset < startOffset + image.length || (offset === startOffset + image.length && !isClosed(image))),
        ) ||
        comments.some(
            ({ startOffset, image }) =>
                startOffset < offset &&
                (offset < startOffset + image.length ||
                    (offset === startOffset + image.length && !(image.startsWith('/*') && image.endsWith('*/')))),
        )
    );
}

/** Where the declaration begins that an offset is in or behind: what stands before it says nothing about it. */
function declarationStart(fragment: Fragment, offset: number): number {
    let start = 0;
    for (const list of [fragment.declarations, fragment.waivers]) {
        let low = 0;
        let high = list.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if (list[middle]!.whole.start < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        start = Math.max(start, list[low - 1]?.whole.start ?? 0);
    }
    for (const { clause } of fragment.uses) {
        if (clause.start < offset) {
            start = Math.max(start, clause.start);
        }
    }
    return start;
}

type Followed = Omit<Context, 'prefix' | 'from' | 'to'>;

/** Follows the words up to the offset through blocks and clauses. What does not fit is passed over. */
function follow(tokens: readonly Token[], behind: string): Followed {
    const stack: Open[] = [{ kind: 'file', used: new Set(), last: '', name: '' }];
    const { keywords } = words().types;
    let at = 0;
    while (at < tokens.length) {
        const open = stack[stack.length - 1]!;
        const { image, tokenType } = tokens[at]!;
        if (image === '{') {
            stack.push({ kind: open.last, used: new Set(), last: '', name: '' });
        } else if (image === '}') {
            if (stack.length > 1) {
                stack.pop();
            }
        } else if (keywords.get(image) === tokenType || image === 'after') {
            const shape = shapeIn(open, image);
            if (shape !== undefined) {
                open.used.add(image);
                const { slots, end } = walk(shape.pattern, tokens, at + 1);
                if (Object.hasOwn(CLAUSES, image) || (open.kind === 'file' && Object.hasOwn(DECLARATIONS, image))) {
                    open.last = image;
                    open.name = tokens[at + 1]?.image ?? '';
                }
                if (slots.length > 0 || end === tokens.length) {
                    const clause = tokens.slice(at).map((each) => each.image);
                    const isEnd = end === tokens.length;
                    return answer(stack, slots, clause, isEnd ? behind : undefined);
                }
                at = Math.max(at, (end ?? 0) - 1);
            }
        }
        at++;
    }
    return answer(stack, [], [], behind);
}

function shapeIn(open: Open, keyword: string): ClauseShape | undefined {
    const table = open.kind === 'file' ? DECLARATIONS : (CLAUSES[open.kind] ?? {});
    if (open.kind === 'file' && open.last === 'waive' && Object.hasOwn(CLAUSES.waive!, keyword)) {
        return CLAUSES.waive![keyword];
    }
    return Object.hasOwn(table, keyword) ? table[keyword] : undefined;
}

function answer(
    stack: readonly Open[],
    slots: readonly Slot[],
    clause: readonly string[],
    behind: string | undefined,
): Followed {
    const open = stack[stack.length - 1]!;
    const block = open.kind === 'file' && open.last === 'waive' ? 'waive' : open.kind;
    const used = new Set(open.used);
    if (behind !== undefined && stack.length > 1) {
        addUsedBehind(behind, open.kind, used);
    }
    const inside = stack.slice(0, -1).map((each) => each.name);
    return { slots, clause, block: behind === undefined ? undefined : block, used, inside };
}

/** So far is looked for the end of a text. */
const LONGEST = 16_000;

/** So far is looked for clauses that follow in the same block. */
const AHEAD = 4000;

function addUsedBehind(behind: string, kind: string, used: Set<string>): void {
    const clauses = CLAUSES[kind] ?? {};
    const { keywords } = words().types;
    let depth = 0;
    for (const { image, tokenType } of words().read(behind.slice(0, AHEAD)).tokens) {
        if (image === '{') {
            depth++;
        } else if (image === '}') {
            if (depth-- === 0) {
                return;
            }
        } else if (depth === 0 && keywords.get(image) === tokenType) {
            if (Object.hasOwn(DECLARATIONS, image) && !Object.hasOwn(clauses, image)) {
                return;
            }
            if (Object.hasOwn(clauses, image)) {
                used.add(image);
            }
        }
    }
}
