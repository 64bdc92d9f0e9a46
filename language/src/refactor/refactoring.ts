import type { Edit } from '../fixes/fix.ts';
import type { Message } from '../plan/message.ts';

/** A way to write a plan otherwise: a clause rewritten, something new taken out of what is there, something moved. */
export interface Refactoring {
    readonly kind: 'rewrite' | 'extract' | 'move';
    /** What it does, as an order. */
    readonly title: Message;
    /** Edits that do not overlap; a file that is not there yet is created by its one edit at 0. */
    readonly edits: readonly Edit[];
}
