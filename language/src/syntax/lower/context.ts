import type { IToken } from 'chevrotain';
import type { AstNode } from 'langium';
import type { Expected, Reference } from '../../plan/declarations/reference.ts';
import type { Problem, ReadingRule } from '../../plan/fragment.ts';
import type { Message } from '../../plan/message.ts';
import type { Origin } from '../../plan/origin.ts';
import { spanOf } from '../spans.ts';

const NOTHING_LOST: ReadonlyMap<number, readonly string[]> = new Map();

/** What lowering one chunk gathers besides its declarations: references and problems, with the places made absolute. */
export class Context {
    readonly references: Reference[] = [];
    readonly problems: Problem[] = [];
    /** Where the present chunk begins in the file. */
    base = 0;
    /** The words of the present chunk, in the order of the text. */
    tokens: readonly IToken[] = [];
    /** Qualified name of the declaration being lowered; empty outside of any. */
    inside = '';
    /** Keywords of clauses that could not be read, by the offset (in the chunk) of their declaration's name. */
    lost: ReadonlyMap<number, readonly string[]> = NOTHING_LOST;

    /** `names` has every name and short text of the file that was met so far. */
    constructor(
        readonly file: string,
        readonly library: string | undefined,
        private readonly names: Map<string, string>,
    ) {}

    /** A name, date or unit; where it stood before in the file, the very text of then: so it is stored and hashed once. */
    once(written: string): string {
        const known = this.names.get(written);
        if (known === undefined) {
            this.names.set(written, written);
        }
        return known ?? written;
    }

    /** The place of a syntax node in the file. */
    at(node: AstNode): Origin {
        const span = spanOf(node);
        return { file: this.file, start: this.base + span.offset, end: this.base + span.end };
    }

    /** A place in the present chunk. */
    span(start: number, end: number): Origin {
        return { file: this.file, start: this.base + start, end: this.base + end };
    }

    /** What a syntax node says, whatever white space and comments stand in it. */
    wordsOf(node: AstNode): string {
        const { offset, end } = spanOf(node);
        let low = 0;
        let high = this.tokens.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if (this.tokens[middle]!.startOffset < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        const words: string[] = [];
        for (let i = low; i < this.tokens.length && this.tokens[i]!.startOffset < end; i++) {
            words.push(this.tokens[i]!.image.replace(/\s+/g, ' '));
        }
        return words.join(' ');
    }

    /** The name of what is declared inside something. In one piece: two texts put together would both be kept. */
    nestedName(outer: string, inner: string): string {
        return this.once([outer, inner].join('.'));
    }

    /** A name that is referred to; it is recorded for the reference rules and the editor. */
    refer(node: AstNode & { readonly id: string }, expected: Expected, name = node.id): Reference {
        const reference: Reference = { name: this.once(name), expected, at: this.at(node) };
        this.references.push(reference);
        return reference;
    }

    /** Records something that could not be understood. */
    problem(
        rule: ReadingRule,
        message: Message,
        at: Origin,
        facts: string,
        more: { readonly replacement?: string | undefined; readonly related?: Problem['related'] } = {},
    ): void {
        this.problems.push({
            rule,
            message,
            at,
            subjects: this.inside === '' ? [] : [this.inside],
            facts,
            ...(more.replacement === undefined ? {} : { replacement: more.replacement }),
            ...(more.related === undefined ? {} : { related: more.related }),
        });
    }

    /** Words that could not be read; `inside` is the declaration they stand in, where that is known. */
    syntaxError(
        message: Message,
        at: Origin,
        words: string,
        more: {
            readonly inside?: string | undefined;
            readonly replacement?: string | undefined;
            readonly related?: Problem['related'];
        },
    ): void {
        const outer = this.inside;
        this.inside = more.inside ?? '';
        this.problem('syntax-error', message, at, words.replace(/\s+/g, ' '), more);
        this.inside = outer;
    }

    /** An `invalid-value` at a node. */
    invalid(node: AstNode, written: string, message: Message, replacement?: string): undefined {
        this.problem('invalid-value', message, this.at(node), written, { replacement });
        return undefined;
    }
}
