import type { Declaration } from './declarations/declaration.ts';
import type { Reference } from './declarations/reference.ts';
import type { Use, Waiver } from './declarations/statement.ts';
import type { Message } from './message.ts';
import type { Origin } from './origin.ts';

/** The reading rules that one file alone can break. */
export type ReadingRule = 'syntax-error' | 'repeated-clause' | 'missing-clause' | 'invalid-value';

/** Something in a file that could not be understood, or not as it stands. */
export interface Problem {
    readonly rule: ReadingRule;
    readonly message: Message;
    readonly at: Origin;
    /** The qualified names of the declarations it is in; empty outside of any. */
    readonly subjects: readonly string[];
    /** What the finding's identity rests on besides rule and subjects: the words themselves, never their place. */
    readonly facts: string;
    /** Other places that explain it, such as the first of two clauses. */
    readonly related?: readonly { readonly message: Message; readonly at: Origin }[];
    /** The words that would be right here instead, where that can be told: the quick fix. */
    readonly replacement?: string;
}

/** What one file says: a function of its text alone. Reading never fails; what was not understood is a `Problem`. */
export interface Fragment {
    readonly file: string;
    /** The built-in library this file is, if it is one. */
    readonly library: string | undefined;
    readonly uses: readonly Use[];
    readonly declarations: readonly Declaration[];
    readonly waivers: readonly Waiver[];
    /** Every name that is referred to, in the order of the text. */
    readonly references: readonly Reference[];
    readonly problems: readonly Problem[];
}

/** Gives a built-in library by name; `undefined` when there is none. */
export interface Libraries {
    (name: string): Fragment | undefined;
    /** The names of all there are, where that is known. */
    readonly names?: readonly string[];
}
