import type { Range } from 'vscode-languageserver-types';
import { Lines } from '../plan/origin.ts';
import { offsetAt } from './positions.ts';

/** A change of an open text: a part of it, or, without a range, all of it. */
export interface TextChange {
    readonly range: Range | undefined;
    readonly text: string;
}

/**
 * A text after changes, one after the other, each on the text that the one before it left. Ranges outside the text are
 * cut to it, and those written backwards are turned round. Text is taken as it comes, half surrogate pairs too.
 */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
    let now = text;
    for (const { range, text: inserted } of changes) {
        if (range === undefined) {
            now = inserted;
            continue;
        }
        const lines = new Lines(now);
        const one = offsetAt(lines, range.start);
        const other = offsetAt(lines, range.end);
        now = now.slice(0, Math.min(one, other)) + inserted + now.slice(Math.max(one, other));
    }
    return now;
}
