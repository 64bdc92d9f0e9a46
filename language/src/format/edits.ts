/** A change of one text: what stands between two UTF-16 offsets is replaced. */
export interface Change {
    readonly start: number;
    readonly end: number;
    readonly text: string;
}

/**
 * Applies changes to the text they were made for, in any order. They must not overlap: of two that do, the one that
 * begins later is left out, so that no text is ever garbled.
 */
export function applyEdits(text: string, changes: readonly Change[]): string {
    const parts: string[] = [];
    let at = 0;
    for (const change of inOrder(changes)) {
        if (change.start >= at && change.end <= text.length) {
            parts.push(text.slice(at, change.start), change.text);
            at = change.end;
        }
    }
    parts.push(text.slice(at));
    return parts.join('');
}

/** Changes by place; insertions at one place stay in the order in which they were given. */
export function inOrder<T extends Change>(changes: readonly T[]): T[] {
    return [...changes].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The same change without what stays as it is at its two ends; `undefined` when nothing changes. */
export function trimChange(text: string, change: Change): Change | undefined {
    let { start, end } = change;
    let from = 0;
    let to = change.text.length;
    while (start < end && from < to && text[start] === change.text[from]) {
        start++;
        from++;
    }
    while (end > start && to > from && text[end - 1] === change.text[to - 1]) {
        end--;
        to--;
    }
    if (start === end && from === to) {
        return undefined;
    }
    // A line end of two characters is never cut in two.
    if (text[start - 1] === '\r' && text[start] === '\n' && start > change.start) {
        start--;
        from--;
    }
    if (text[end - 1] === '\r' && text[end] === '\n' && end < change.end) {
        end++;
        to++;
    }
    return { start, end, text: change.text.slice(from, to) };
}
