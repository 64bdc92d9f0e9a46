/** A run of words that stands for one term. */
export interface Phrase {
    readonly words: readonly string[];
    readonly term: string;
    /** Synonyms are replaced before protected phrases are joined. */
    readonly isSynonym: boolean;
    /** Of two phrases of one length the lower rank wins: the fact book's before what was added. */
    readonly rank: number;
}

/** Where a phrase was found: words `from` up to, not including, `to`. */
export interface PhraseMatch {
    readonly from: number;
    readonly to: number;
    readonly phrase: Phrase;
}

/** Finds phrases in a row of folded words. */
export class PhraseTable {
    private readonly byFirst = new Map<string, Phrase[]>();

    /** Takes up a phrase; the first meaning given to a phrase stays. */
    add(phrase: Phrase): void {
        const first = phrase.words[0]!;
        const phrases = this.byFirst.get(first);
        if (phrases === undefined) {
            this.byFirst.set(first, [phrase]);
        } else if (!phrases.some((other) => sameWords(other.words, phrase.words))) {
            phrases.push(phrase);
        }
    }

    /** Whether any phrase begins with the word. */
    opens(word: string): boolean {
        return this.byFirst.has(word);
    }

    /** Hands out the words of all phrases. */
    tellWords(sink: (word: string) => void): void {
        for (const phrases of this.byFirst.values()) {
            for (const { words } of phrases) {
                for (const word of words) sink(word);
            }
        }
    }

    /** The phrases that are replaced: synonyms before protected ones, longest first, none over another. */
    find(words: readonly string[]): PhraseMatch[] {
        let found: PhraseMatch[] | undefined;
        for (let from = 0; from < words.length - 1; from++) {
            const phrases = this.byFirst.get(words[from]!);
            if (phrases !== undefined) {
                for (const phrase of phrases) {
                    if (standsAt(phrase, words, from)) {
                        found ??= [];
                        found.push({ from, to: from + phrase.words.length, phrase });
                    }
                }
            }
        }
        return found === undefined ? NONE : found.length === 1 ? found : choose(found, words.length);
    }
}

const NONE: PhraseMatch[] = [];

function choose(found: PhraseMatch[], length: number): PhraseMatch[] {
    found.sort(
        (a, b) =>
            Number(b.phrase.isSynonym) - Number(a.phrase.isSynonym) ||
            b.phrase.words.length - a.phrase.words.length ||
            a.phrase.rank - b.phrase.rank ||
            a.from - b.from,
    );
    const taken = new Uint8Array(length);
    const chosen = found.filter((match) => {
        for (let i = match.from; i < match.to; i++) {
            if (taken[i] === 1) {
                return false;
            }
        }
        taken.fill(1, match.from, match.to);
        return true;
    });
    return chosen.sort((a, b) => a.from - b.from);
}

function standsAt(phrase: Phrase, words: readonly string[], from: number): boolean {
    if (from + phrase.words.length > words.length) {
        return false;
    }
    for (let i = 1; i < phrase.words.length; i++) {
        if (words[from + i] !== phrase.words[i]) {
            return false;
        }
    }
    return true;
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
    return a.length === b.length && a.every((word, i) => word === b[i]);
}
