import type { Change } from '../format/edits.ts';
import type { Message } from '../plan/message.ts';

/** A change of text: what stands between two UTF-16 offsets of a file is replaced. */
export interface Edit extends Change {
    readonly file: string;
}

/** One way to deal with a finding, or to reshape a plan, that can be applied as it stands. */
export interface Fix {
    /** What it does, as an order: "Add `dishub` as a partner". */
    readonly title: Message;
    /** Edits that do not overlap; applied together or not at all. */
    readonly edits: readonly Edit[];
    /**
     * Whether it may be applied without being asked, by "fix all" and `smartcity check --fix`: it changes only how the
     * plan says something, or takes away what has no effect, and never what the city means to do.
     */
    readonly safe: boolean;
    /** Whether it is the likeliest of the ways out of its finding. */
    readonly preferred?: boolean;
}

/** The text of a file of the plan, as it was checked; `undefined` for a file that is not known. */
export type Texts = (file: string) => string | undefined;
