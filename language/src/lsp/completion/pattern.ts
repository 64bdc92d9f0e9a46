import type { Expected } from '../../plan/declarations/reference.ts';
import { words } from '../../syntax/parser.ts';

/** A word as the reader sees it. */
export type Token = ReturnType<ReturnType<typeof words>['read']>['tokens'][number];

/** What a number, a text or an amount in a clause stands for. */
export type Value =
    | 'date'
    | 'span'
    | 'number'
    | 'unit'
    | 'money'
    | 'year'
    | 'level'
    | 'scale'
    | 'text'
    | 'new name'
    | 'class'
    | 'percent';

/** One place in a clause, and what may stand there. */
export type Slot =
    | { readonly type: 'word'; readonly word: string }
    | { readonly type: 'name'; readonly expected: Expected }
    | { readonly type: 'value'; readonly value: Value };

/** How a clause is written behind its keyword. */
export type Pattern =
    | Slot
    | { readonly type: 'seq'; readonly parts: readonly Pattern[] }
    | { readonly type: 'opt'; readonly part: Pattern }
    | { readonly type: 'any'; readonly parts: readonly Pattern[] }
    | { readonly type: 'list'; readonly part: Pattern; readonly between: string }
    | { readonly type: 'many'; readonly part: Pattern };

/** A keyword or sign. */
export const word = (text: string): Pattern => ({ type: 'word', word: text });
/** A name of something that is declared. */
export const name = (expected: Expected): Pattern => ({ type: 'name', expected });
/** A value. */
export const value = (of: Value): Pattern => ({ type: 'value', value: of });
/** One part after the other. */
export const seq = (...parts: readonly Pattern[]): Pattern => ({ type: 'seq', parts });
/** Something that may be left out. */
export const opt = (...parts: readonly Pattern[]): Pattern => ({ type: 'opt', part: seq(...parts) });
/** One of several. */
export const any = (...parts: readonly Pattern[]): Pattern => ({ type: 'any', parts });
/** Something once or oftener, with a sign between. */
export const list = (part: Pattern, between = ','): Pattern => ({ type: 'list', part, between });
/** Something any number of times. */
export const many = (part: Pattern): Pattern => ({ type: 'many', part });

/** `9 months`, `6..9..12 months`. */
export const length = seq(list(value('number'), '..'), value('unit'));

/** What may follow words of a clause. */
export interface Walk {
    /** What may stand behind the last word. */
    readonly slots: readonly Slot[];
    /** How many words the clause takes at most; `undefined` when they are no such clause. */
    readonly end: number | undefined;
}

/** Follows a pattern through the words behind a clause's keyword, from an index on. */
export function walk(pattern: Pattern, tokens: readonly Token[], from: number): Walk {
    const slots: Slot[] = [];
    const ends = step(pattern, tokens, from, slots);
    return { slots, end: ends.length === 0 ? undefined : Math.max(...ends) };
}

function step(pattern: Pattern, tokens: readonly Token[], at: number, slots: Slot[]): number[] {
    switch (pattern.type) {
        case 'seq':
            return pattern.parts.reduce<number[]>(
                (ends, part) => unique(ends.flatMap((end) => step(part, tokens, end, slots))),
                [at],
            );
        case 'opt':
            return unique([at, ...step(pattern.part, tokens, at, slots)]);
        case 'any':
            return unique(pattern.parts.flatMap((part) => step(part, tokens, at, slots)));
        case 'many':
            return repeat(pattern.part, tokens, at, slots);
        case 'list': {
            const first = step(pattern.part, tokens, at, slots);
            const next = seq(word(pattern.between), pattern.part);
            return unique(first.flatMap((end) => repeat(next, tokens, end, slots)));
        }
        default:
            if (at === tokens.length) {
                slots.push(pattern);
                return [];
            }
            return fits(pattern, tokens[at]!) ? [at + 1] : [];
    }
}

/** All ends after any number of times. Each time takes a word at least, so it comes to an end. */
function repeat(part: Pattern, tokens: readonly Token[], from: number, slots: Slot[]): number[] {
    const ends = new Set([from]);
    // A set is gone through in the order of its filling, what is added meanwhile too.
    for (const end of ends) {
        for (const next of step(part, tokens, end, slots)) {
            ends.add(next);
        }
    }
    return [...ends];
}

function fits(slot: Slot, token: Token): boolean {
    const { id, text, number, money } = words().types;
    switch (slot.type) {
        case 'word':
            return token.image === slot.word;
        case 'name':
            return token.tokenType === id;
        default:
            switch (slot.value) {
                case 'text':
                    return token.tokenType === text;
                case 'money':
                    return token.tokenType === money;
                case 'new name':
                case 'class':
                case 'unit':
                    return token.tokenType === id;
                default:
                    return token.tokenType === number;
            }
    }
}

function unique(ends: readonly number[]): number[] {
    return [...new Set(ends)];
}
