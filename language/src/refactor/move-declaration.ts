import { lineStart, lineStop, opensLine } from '../fixes/clauses.ts';
import type { Edit } from '../fixes/fix.ts';
import { type Ground, insert } from '../fixes/ground.ts';
import { remove } from '../fixes/removal.ts';
import type { Origin } from '../plan/origin.ts';

/**
 * Moves a declaration or waiver, with the comment right above it, to the end of another file of the plan; one that is
 * not there yet comes to be. Nothing changes but where it stands: a plan has one namespace.
 */
export function moveDeclaration(ground: Ground, whole: Origin, target: string): readonly Edit[] {
    const text = ground.text(whole.file);
    if (text === undefined || target === whole.file || !opensLine(text, whole.start)) {
        return [];
    }
    const at = { ...whole, start: startWithComment(text, whole.start), end: endWithComment(text, whole.end) };
    const eol = ground.eol(target);
    const moved = text.slice(at.start, at.end).replace(/\r\n|\r|\n/g, eol);
    const there = ground.text(target);
    const removed = remove(ground, at);
    if (there === undefined) {
        return [...removed, insert(target, 0, moved + eol)];
    }
    const isEmpty = there.trim() === '';
    const gap = isEmpty ? '' : /[\r\n]$/.test(there) ? eol : eol + eol;
    return [...removed, insert(target, there.length, gap + moved + eol)];
}

/** Where the comment lines begin that stand right above a declaration, without a blank line. */
function startWithComment(text: string, start: number): number {
    let at = lineStart(text, start);
    while (at > 0) {
        const above = lineStart(text, at - (text.startsWith('\r\n', at - 2) ? 2 : 1));
        if (!/^\s*\/\//.test(text.slice(above, lineStop(text, above)))) {
            break;
        }
        at = above;
    }
    // The comment that a file begins with is about the file.
    return at === 0 && lineStart(text, start) > 0 ? lineStart(text, start) : at;
}

function endWithComment(text: string, end: number): number {
    const stop = lineStop(text, end);
    return /^[^\S\r\n]*\/\//.test(text.slice(end, stop)) ? stop : end;
}
