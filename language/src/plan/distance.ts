/**
 * The number of letters to change, add, drop or swap with a neighbour to make one word of another (optimal string
 * alignment), or `limit + 1` as soon as it is more than `limit`. The basis of "did you mean".
 */
export function distance(a: string, b: string, limit: number): number {
    if (Math.abs(a.length - b.length) > limit) {
        return limit + 1;
    }
    // What both begin and end with costs nothing.
    let start = 0;
    while (start < a.length && start < b.length && a.charCodeAt(start) === b.charCodeAt(start)) {
        start++;
    }
    let endA = a.length;
    let endB = b.length;
    while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
        endA--;
        endB--;
    }
    return between(a.slice(start, endA), b.slice(start, endB), limit);
}

/** The distance row by row, of each row only what lies no further than `limit` off the diagonal. */
function between(a: string, b: string, limit: number): number {
    let before: number[] = [];
    let previous: number[] = [];
    for (let j = 0; j <= b.length; j++) {
        previous.push(j);
    }
    for (let i = 1; i <= a.length; i++) {
        const from = Math.max(1, i - limit);
        const to = Math.min(b.length, i + limit);
        const row: number[] = [];
        row[from - 1] = from === 1 ? i : limit + 1;
        let least = row[from - 1]!;
        for (let j = from; j <= to; j++) {
            const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
            const above = j <= i - 1 + limit ? previous[j]! : limit + 1;
            let value = Math.min(above + 1, row[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
            if (
                i > 1 &&
                j > 1 &&
                a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
                a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
            ) {
                value = Math.min(value, before[j - 2]! + 1);
            }
            row[j] = value;
            least = Math.min(least, value);
        }
        if (least > limit) {
            return limit + 1;
        }
        before = previous;
        previous = row;
    }
    return Math.min(previous[b.length]!, limit + 1);
}

/**
 * The candidate nearest to a word, if it is near enough to be a slip: within a third of its letters, at least one, at
 * most three. Capitals make no difference. Of equally near ones the first by code point.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
    return new Neighbours(candidates).nearest(word);
}

interface Neighbour {
    readonly name: string;
    readonly folded: string;
    readonly letters: number;
}

/** What a word may have meant, and how many names had to be looked at, which their order does not change. */
export interface Guess {
    readonly meant: string | undefined;
    readonly looks: number;
}

/**
 * Names that a misspelt word may have meant, sorted out once for many questions: only names of about the same length
 * and with about the same letters are ever compared letter by letter. Names may come and go.
 */
export class Neighbours {
    private readonly byLength = new Map<number, Neighbour[]>();
    private readonly names = new Set<string>();

    constructor(names: Iterable<string>) {
        for (const name of names) {
            this.add(name);
        }
    }

    has(name: string): boolean {
        return this.names.has(name);
    }

    /** Takes a name in, once. */
    add(name: string): void {
        if (this.names.has(name)) {
            return;
        }
        this.names.add(name);
        const folded = name.toLowerCase();
        const all = this.byLength.get(folded.length);
        const neighbour = { name, folded, letters: lettersOf(folded) };
        if (all === undefined) {
            this.byLength.set(folded.length, [neighbour]);
        } else {
            all.push(neighbour);
        }
    }

    /** Takes a name out. */
    delete(name: string): void {
        if (this.names.delete(name)) {
            const all = this.byLength.get(name.toLowerCase().length)!;
            const last = all.pop()!;
            if (last.name !== name) {
                all[all.findIndex((each) => each.name === name)] = last;
            }
        }
    }

    /** As the function `nearest`. */
    nearest(word: string): string | undefined {
        return this.guess(word, Number.POSITIVE_INFINITY).meant;
    }

    /** The same with what it took; where that would be more than `most`, the word is taken to mean nothing. */
    guess(word: string, most: number): Guess {
        const folded = word.toLowerCase();
        const letters = lettersOf(folded);
        const reach = reachOf(word);
        let best: string | undefined;
        let least = reach;
        let looks = 0;
        for (let length = folded.length - reach; length <= folded.length + reach; length++) {
            for (const candidate of this.byLength.get(length) ?? []) {
                // Each step of the way changes at most two letters of the alphabet.
                const others = ones(letters ^ candidate.letters);
                if (others > 2 * reach) {
                    continue;
                }
                if (++looks > most) {
                    return { meant: undefined, looks };
                }
                if (others > 2 * least) {
                    continue;
                }
                const away = distance(folded, candidate.folded, least);
                if (away < least || (away === least && (best === undefined || candidate.name < best))) {
                    best = candidate.name;
                    least = away;
                }
            }
        }
        return { meant: best, looks };
    }
}

/** Whether a name is looked at when a word is asked for. */
export function mayMean(word: string, name: string): boolean {
    const [one, other] = [word.toLowerCase(), name.toLowerCase()];
    const reach = reachOf(word);
    return Math.abs(one.length - other.length) <= reach && ones(lettersOf(one) ^ lettersOf(other)) <= 2 * reach;
}

/** How many letters may be wrong. */
function reachOf(word: string): number {
    return Math.min(3, Math.max(1, Math.floor(word.length / 3)));
}

/** Which letters a word has, one bit each; digits and signs share the last bits. */
function lettersOf(word: string): number {
    let letters = 0;
    for (let i = 0; i < word.length; i++) {
        const code = word.charCodeAt(i) - 97;
        letters |= 1 << (code >= 0 && code < 26 ? code : 26 + (word.charCodeAt(i) % 5));
    }
    return letters;
}

function ones(bits: number): number {
    let count = 0;
    for (let left = bits; left !== 0; left &= left - 1) {
        count++;
    }
    return count;
}
