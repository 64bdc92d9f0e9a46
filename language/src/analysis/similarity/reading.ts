import { foldWords } from './fold.ts';
import { type Phrase, PhraseTable } from './phrase-table.ts';
import { stem } from './stem.ts';
import type { SynonymGroup } from './word-lists.ts';

/** What one reading knows: the names of things, the phrases that stay whole, and what is dropped. */
export interface ReadingLists {
    /** Groups of names, in their rank: those of the first list before those of the next. */
    readonly synonyms: readonly (readonly SynonymGroup[])[];
    readonly protectedPhrases: readonly string[];
    readonly dropped: readonly string[];
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
    private readonly dropped: Set<string>;
    private readonly single = new Map<string, string>();

    constructor(lists: ReadingLists) {
        this.dropped = new Set(lists.dropped.flatMap(foldWords));
        lists.synonyms.forEach((groups, rank) => {
            for (const { word, names } of groups) {
                this.addGroup(word, names, rank);
            }
        });
        for (const phrase of lists.protectedPhrases) {
            this.addPhrase(foldWords(phrase), foldWords(phrase).join(' '), false, 0);
        }
    }

    /** The term of one word on its own; empty when the word is dropped. */
    term(word: string): string {
        let term = this.single.get(word);
        if (term === undefined) {
            term = this.names.get(word) ?? (this.isDropped(word) ? '' : stem(word));
            this.single.set(word, term);
        }
        return term;
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
        const own = foldWords(word);
        const term = own.length === 1 ? (this.names.get(own[0]!) ?? own[0]!) : own.join(' ');
        for (const name of [own, ...names.map(foldWords)]) {
            this.addPhrase(name, term, true, rank);
        }
    }

    private addPhrase(words: readonly string[], term: string, isSynonym: boolean, rank: number): void {
        if (words.length > 1) {
            const phrase: Phrase = { words, term, isSynonym, rank };
            this.phrases.add(phrase);
        } else if (words.length === 1 && !this.names.has(words[0]!)) {
            this.names.set(words[0]!, term);
        }
    }

    private isDropped(word: string): boolean {
        return word.length < 2 || /^\p{N}+$/u.test(word) || this.dropped.has(word);
    }
}
