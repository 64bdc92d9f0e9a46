/** Below this length a one-letter difference is too often another word. */
const SHORTEST = 6;

/**
 * Finds words within one edit (a letter more, less, another, or two swapped) that begin with the same letter.
 * Words are kept by first letter and length, so that a search looks at few of them.
 */
export class SpellingIndex {
    private readonly words = new Map<number, string[]>();

    /** Takes up a word once; short ones and those with digits are never corrected to. */
    add(word: string): void {
        if (isCorrectable(word)) {
            const place = placeOf(word, word.length);
            const words = this.words.get(place);
            if (words === undefined) this.words.set(place, [word]);
            else words.push(word);
        }
    }

    /** The words one edit away from a word, in alphabetical order, without the word itself. */
    near(word: string): string[] {
        const found: string[] = [];
        if (isCorrectable(word)) {
            for (let length = word.length - 1; length <= word.length + 1; length++) {
                for (const other of this.words.get(placeOf(word, length)) ?? []) {
                    if (isOneEdit(word, other)) {
                        found.push(other);
                    }
                }
            }
        }
        return found.sort();
    }
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

function isCorrectable(word: string): boolean {
    return word.length >= SHORTEST && /^[a-z]+$/.test(word);
}

function placeOf(word: string, length: number): number {
    return word.charCodeAt(0) * 64 + Math.min(length, 63);
}
