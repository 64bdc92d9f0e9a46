import { SpellingIndex } from './spelling.ts';
import { isRoot, stem } from './stem.ts';

/** Words with affixes are only corrected from this length on. */
const SHORTEST_AFFIXED = 9;

/** Knows the words of the lists, and which of them a misspelled word stands for. */
export class Speller {
    private readonly known = new Set<string>();
    private readonly index = new SpellingIndex();

    /** Learns a word. */
    learn(word: string): void {
        if (!this.known.has(word)) {
            this.known.add(word);
            this.index.add(word);
        }
    }

    /** Whether the word stands in a list or is Indonesian; else it is mostly a name. */
    isWord(word: string): boolean {
        return this.known.has(word) || isRoot(word) || stem(word) !== word;
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
        const near = this.index.near(word);
        if (stem(word) === word) {
            return near[0] ?? word;
        }
        const isLong = word.length >= SHORTEST_AFFIXED;
        return (isLong ? near.find((other) => other.length !== word.length) : undefined) ?? word;
    }
}
