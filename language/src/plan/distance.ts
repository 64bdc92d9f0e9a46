/**
 * The number of letters to change, add, drop or swap with a neighbour to make one word of another (optimal string
 * alignment), or `limit + 1` as soon as it is more than `limit`. The basis of "did you mean".
 */
export function distance(a: string, b: string, limit: number): number {
    if (Math.abs(a.length - b.length) > limit) {
        return limit + 1;
    }
    let before: number[] = [];
    let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        let least = i;
        for (let j = 1; j <= b.length; j++) {
            const same = a[i - 1] === b[j - 1];
            let value = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
                value = Math.min(value, before[j - 2]! + 1);
            }
            row.push(value);
            least = Math.min(least, value);
        }
        if (least > limit) {
            return limit + 1;
        }
        before = previous;
        previous = row;
    }
    return previous[b.length]!;
}

/**
 * The candidate nearest to a word, if it is near enough to be a slip: within a third of its letters, at least one, at
 * most three. Of equally near ones the first by code point.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
    const folded = word.toLowerCase();
    let best: string | undefined;
    let least = Math.min(3, Math.max(1, Math.floor(word.length / 3)));
    for (const candidate of candidates) {
        const away = distance(folded, candidate.toLowerCase(), least);
        if (away < least || (away === least && (best === undefined || candidate < best))) {
            best = candidate;
            least = away;
        }
    }
    return best;
}
