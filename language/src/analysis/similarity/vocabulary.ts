import { foldWords } from './fold.ts';
import { Lexicon, type SimilarityWords } from './lexicon.ts';
import type { TermSink } from './reading.ts';
import { TermTable } from './term-table.ts';

/** The terms of a text: by all lists, and by the fact book's core lists alone. */
export interface TermSets {
    readonly wide: ReadonlySet<number>;
    readonly core: ReadonlySet<number>;
}

/** What is known of a folded word on its own; a term of -1 is dropped. */
interface Word {
    readonly spelled: string;
    readonly wide: number;
    readonly core: number;
    /** Whether a phrase begins with it. */
    readonly opens: boolean;
}

/** Reads texts as terms, with the shipped lists and the plan's own words. Only words that occur are looked up. */
export class Vocabulary {
    /** What is known of each term. */
    readonly terms: TermTable;
    private readonly lexicon: Lexicon;
    private readonly words = new Map<string, Word>();
    private readonly coreNumbers = new Map<string, number>();

    constructor(own: SimilarityWords = {}) {
        this.lexicon = Lexicon.of(own);
        this.terms = new TermTable(this.lexicon);
    }

    /** The terms of a text. */
    read(text: string): TermSets {
        const { lexicon } = this;
        const words = foldWords(text).map((word) => this.word(word));
        const wide = new Set<number>();
        const core = new Set<number>();
        if (words.some((word) => word.opens)) {
            const spelled = words.map((word) => word.spelled);
            lexicon.wide.read(spelled, (term, from) =>
                wide.add(this.placed(this.terms.number(term), spelled[from - 1])),
            );
            lexicon.core.read(spelled, (term) => core.add(this.coreNumber(term)));
        } else {
            words.forEach((word, i) => {
                if (word.wide >= 0) wide.add(this.placed(word.wide, words[i - 1]?.spelled));
                if (word.core >= 0) core.add(word.core);
            });
        }
        return { wide, core };
    }

    /** The kinds of work that a title names, a bit for each. */
    works(title: string): number {
        let found = 0;
        for (const word of foldWords(title)) {
            found |= this.lexicon.work(word);
        }
        return found;
    }

    /** A term as it is behind another word: names behind "Jalan" are places. */
    private placed(term: number, before: string | undefined): number {
        return before !== undefined && this.lexicon.isPlace(before) ? this.terms.placed(term) : term;
    }

    /** Hands out each term of a row of folded words with the words it was read from. */
    place(words: readonly string[], sink: TermSink<number>): void {
        const known = words.map((word) => this.word(word));
        if (known.some((word) => word.opens)) {
            const spelled = known.map((word) => word.spelled);
            this.lexicon.wide.read(spelled, (term, from, to) => {
                sink(this.placed(this.terms.number(term), spelled[from - 1]), from, to);
            });
            return;
        }
        // Without a phrase every word is its own term, and that is known.
        known.forEach(({ wide }, i) => {
            if (wide >= 0) sink(this.placed(wide, known[i - 1]?.spelled), i, i + 1);
        });
    }

    /** The same by the core lists alone; the terms are texts. */
    placeCore(words: readonly string[], sink: TermSink<string>): void {
        this.lexicon.core.read(this.spell(words), sink);
    }

    private spell(words: readonly string[]): readonly string[] {
        return words.map((word) => this.word(word).spelled);
    }

    private word(folded: string): Word {
        let word = this.words.get(folded);
        if (word === undefined) {
            const spelled = this.lexicon.speller.correct(folded);
            const wide = this.lexicon.wide.term(spelled);
            const core = this.lexicon.core.term(spelled);
            word = {
                spelled,
                wide: wide === '' ? -1 : this.terms.number(wide),
                core: core === '' ? -1 : this.coreNumber(core),
                opens: this.lexicon.wide.opens(spelled) || this.lexicon.core.opens(spelled),
            };
            this.words.set(folded, word);
        }
        return word;
    }

    private coreNumber(term: string): number {
        let number = this.coreNumbers.get(term);
        if (number === undefined) {
            number = this.coreNumbers.size;
            this.coreNumbers.set(term, number);
        }
        return number;
    }
}
