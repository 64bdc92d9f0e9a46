/** Below this length a one-letter difference is too often another word. */
const SHORTEST = 6;

/** The base of the hashes below: any odd number with well-spread bits. */
const BASE = 0x01000193;

/**
 * Finds words within one edit (a letter more, less, another, or two swapped) that begin with the same letter.
 * Two such words have a common text with one letter less than the longer one, or are it (Garbe, "Symmetric Delete").
 * So every word is kept under the hashes of itself and of all its texts with one letter less, and a search looks only at
 * words that share one: its work does not grow with the number of words.
 */
export class SpellingIndex {
    private readonly words: string[] = [];
    /** Hash to its newest entry; entries link to the one before with the same hash. */
    private readonly newest = new Map<number, number>();
    private readonly before: number[] = [];
    private readonly wordOf: number[] = [];

    /** Takes up a word once; short ones and those with digits are never corrected to. */
    add(word: string): void {
        if (isCorrectable(word)) {
            const index = this.words.push(word) - 1;
            for (const hash of hashesOf(word)) {
                this.before.push(this.newest.get(hash) ?? -1);
                this.newest.set(hash, this.wordOf.push(index) - 1);
            }
        }
    }

    /** The words one edit away from a word, in alphabetical order, without the word itself. */
    near(word: string): string[] {
        const found = new Set<string>();
        if (isCorrectable(word)) {
            for (const hash of hashesOf(word)) {
                for (let entry = this.newest.get(hash) ?? -1; entry >= 0; entry = this.before[entry]!) {
                    const other = this.words[this.wordOf[entry]!]!;
                    if (isOneEdit(word, other)) {
                        found.add(other);
                    }
                }
            }
        }
        return [...found].sort();
    }
}

/** Hashes of a word and of what is left of it without one letter, each once; the first letter is never left out. */
function hashesOf(word: string): number[] {
    const heads = [0];
    for (let i = 0; i < word.length; i++) {
        heads.push((Math.imul(heads[i]!, BASE) + word.charCodeAt(i)) | 0);
    }
    const whole = heads[word.length]!;
    const hashes = [whole];
    let power = 1;
    for (let i = word.length - 1; i > 0; i--) {
        // Without letter i: the head before it takes the place of the head with it.
        const hash = (whole + Math.imul((heads[i]! - heads[i + 1]!) | 0, power)) | 0;
        if (!hashes.includes(hash)) {
            hashes.push(hash);
        }
        power = Math.imul(power, BASE);
    }
    return hashes;
}

/** Whether one edit leads from one word to the other and both begin alike. */
export function isOneEdit(a: string, b: string): boolean {
    if (a === b || a.charCodeAt(0) !== b.charCodeAt(0) || Math.abs(a.length - b.length) > 1) {
        return false;
    }
    let head = 1;
    while (head < a.length && a.charCodeAt(head) === b.charCodeAt(head)) {
        head++;
    }
    if (a.length !== b.length) {
        return a.length > b.length ? endAlike(a, head + 1, b, head) : endAlike(a, head, b, head + 1);
    }
    if (endAlike(a, head + 1, b, head + 1)) {
        return true;
    }
    const swapped = a.charCodeAt(head) === b.charCodeAt(head + 1) && a.charCodeAt(head + 1) === b.charCodeAt(head);
    return swapped && endAlike(a, head + 2, b, head + 2);
}

function endAlike(a: string, fromA: number, b: string, fromB: number): boolean {
    for (let i = 0; fromA + i < a.length; i++) {
        if (a.charCodeAt(fromA + i) !== b.charCodeAt(fromB + i)) {
            return false;
        }
    }
    return true;
}

/** Whether a word is long enough, and plain enough, that one letter's difference is an error. */
export function isCorrectable(word: string): boolean {
    return word.length >= SHORTEST && /^[a-z]+$/.test(word);
}
