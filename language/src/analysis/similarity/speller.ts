import { isCorrectable, isOneEdit } from './spelling.ts';
import { isInflected, isRoot } from './stem.ts';

/** Words with affixes are only corrected from this length on. */
const SHORTEST_AFFIXED = 9;

/** Knows the words of the lists, and which of them a misspelled word stands for. */
export class Speller {
    private readonly known = new Set<string>();
    /** The words that others may be corrected to, by first letter and length: a search looks at a handful of them. */
    private readonly drawers = new Map<string, string[]>();

    /** Learns a word. */
    learn(word: string): void {
        if (!this.known.has(word)) {
            this.known.add(word);
            if (isCorrectable(word)) {
                const drawer = this.drawers.get(drawerOf(word, word.length));
                if (drawer === undefined) this.drawers.set(drawerOf(word, word.length), [word]);
                else drawer.push(word);
            }
        }
    }

    /** Whether the word stands in a list or is Indonesian; else it is mostly a name. */
    isWord(word: string): boolean {
        return this.known.has(word) || isRoot(word) || isInflected(word);
    }

    /**
     * The learned word that a misspelled one stands for, or the word itself. Stemming finds a root in many a
     * misspelled long word (perpustakan, pusta); there a letter too few or too many is taken for an error,
     * another letter is not.
     */
    correct(word: string): string {
        if (this.known.has(word) || isRoot(word)) {
            return word;
        }
        if (!isInflected(word)) {
            return this.near(word)[0] ?? word;
        }
        const isLong = word.length >= SHORTEST_AFFIXED;
        return (isLong ? this.near(word).find((other) => other.length !== word.length) : undefined) ?? word;
    }

    /** The learned words one edit away from a word, in alphabetical order. */
    private near(word: string): string[] {
        const found: string[] = [];
        if (isCorrectable(word)) {
            for (let length = word.length - 1; length <= word.length + 1; length++) {
                for (const other of this.drawers.get(drawerOf(word, length)) ?? []) {
                    if (isOneEdit(word, other)) {
                        found.push(other);
                    }
                }
            }
        }
        return found.sort();
    }
}

function drawerOf(word: string, length: number): string {
    return `${word.charAt(0)}${length}`;
}
