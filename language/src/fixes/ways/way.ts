import type { Finding } from '../../plan/finding.ts';
import type { Message } from '../../plan/message.ts';
import type { Edit, Fix } from '../fix.ts';
import type { Ground } from '../ground.ts';

/** What can be done about the findings of one rule: none, one or several fixes, the likeliest first. */
export type Way = (ground: Ground, finding: Finding) => Iterable<Fix>;

/** A fix that somebody has to choose; nothing where there is nothing to change. */
export function* fix(title: Message, edits: readonly Edit[], preferred = false): Generator<Fix> {
    if (edits.length > 0) {
        yield preferred ? { title, edits, safe: false, preferred } : { title, edits, safe: false };
    }
}

/** A fix that changes nothing of what the city means to do. */
export function* safeFix(title: Message, edits: readonly Edit[]): Generator<Fix> {
    if (edits.length > 0) {
        yield { title, edits, safe: true, preferred: true };
    }
}
