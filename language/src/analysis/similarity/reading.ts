import { PhraseTable } from './phrase-table.ts';
import { stem } from './stem.ts';
import type { SynonymGroup } from './word-lists.ts';

/** What one reading knows: the names of things, the phrases that stay whole, and what is dropped, all of it folded. */
export interface ReadingLists {
    /** Groups of names, in their rank: those of the first list before those of the next. */
    readonly synonyms: readonly (readonly SynonymGroup[])[];
    readonly protectedPhrases: readonly (readonly string[])[];
    readonly dropped: readonly (readonly string[])[];
}

/** Receives a term and the words, `from` up to `to`, that it was read from. */
export type TermSink<T = string> = (term: T, from: number, to: number) => void;

/**
 * Turns folded words into terms: synonym phrases become their group's first word, longest first; protected
 * phrases become one word; single synonyms are replaced; stop words, boilerplate and numbers are dropped;
 * the rest is stemmed. Synonyms and boilerplate come before stemming, because stems join what is apart:
 * kinerja and tenaga kerja, penataan and tata ruang.
 */
export class Reading {
    private readonly phrases = new PhraseTable();
    private readonly names = new Map<string, string>();
    private readonly dropped = new Set<string>();
    private readonly groups = new Set<string>();
    /** Phrases of two words written as one: sepakbola. */
    private readonly joined = new Map<string, string>();
    private readonly single = new Map<string, string>();

    constructor(lists: ReadingLists) {
        for (const words of lists.dropped) {
            for (const word of words) {
                this.dropped.add(word);
            }
        }
        lists.synonyms.forEach((groups, rank) => {
            for (const { word, names } of groups) {
                this.addGroup(word, names, rank);
            }
        });
        for (const phrases of lists.protectedPhrases) {
            for (const phrase of phrases) {
                this.addPhrase(phrase, phrase, false, 0);
            }
        }
    }

    /** The term of one word on its own; empty when the word is dropped. */
    term(word: string): string {
        let term = this.single.get(word);
        if (term === undefined) {
            term = this.names.get(word) ?? (this.isDropped(word) ? '' : (this.joined.get(word) ?? stem(word)));
            this.single.set(word, term);
        }
        return term;
    }

    /** Whether a term stands for a group of names. */
    isGroup(term: string): boolean {
        return this.groups.has(term);
    }

    /** Hands out all words that it knows by themselves or as part of a phrase, some of them more than once. */
    tellWords(sink: (word: string) => void): void {
        for (const word of this.names.keys()) sink(word);
        for (const word of this.dropped) sink(word);
        for (const word of this.joined.keys()) sink(word);
        this.phrases.tellWords(sink);
    }

    /** Whether a phrase begins with this word. */
    opens(word: string): boolean {
        return this.phrases.opens(word);
    }

    /** Hands out the terms of a row of folded words, in their order. */
    read(words: readonly string[], sink: TermSink): void {
        let next = 0;
        for (const match of this.phrases.find(words)) {
            this.readSingles(words, next, match.from, sink);
            sink(match.phrase.term, match.from, match.to);
            next = match.to;
        }
        this.readSingles(words, next, words.length, sink);
    }

    private readSingles(words: readonly string[], from: number, to: number, sink: TermSink): void {
        for (let i = from; i < to; i++) {
            const term = this.term(words[i]!);
            if (term !== '') {
                sink(term, i, i + 1);
            }
        }
    }

    private addGroup(word: string, names: readonly string[], rank: number): void {
        const term = this.names.get(word) ?? word;
        this.groups.add(term);
        this.addPhrase(word, term, true, rank);
        for (const name of names) {
            this.addPhrase(name, term, true, rank);
        }
    }

    private addPhrase(name: string, term: string, isSynonym: boolean, rank: number): void {
        if (name.includes(' ')) {
            const words = name.split(' ');
            this.phrases.add({ words, term, isSynonym, rank });
            if (words.length === 2) {
                this.joined.set(words.join(''), term);
            }
        } else if (name !== '' && !this.names.has(name)) {
            this.names.set(name, term);
        }
    }

    private isDropped(word: string): boolean {
        return word.length < 2 || /^\p{N}+$/u.test(word) || this.dropped.has(word);
    }
}
