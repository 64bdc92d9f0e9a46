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
            lexicon.wide.read(spelled, (term) => wide.add(this.terms.number(term)));
            lexicon.core.read(spelled, (term) => core.add(this.coreNumber(term)));
        } else {
            for (const word of words) {
                if (word.wide >= 0) wide.add(word.wide);
                if (word.core >= 0) core.add(word.core);
            }
        }
        return { wide, core };
    }

    /** Hands out each term of a row of folded words with the words it was read from. */
    place(words: readonly string[], sink: TermSink<number>): void {
        const known = words.map((word) => this.word(word));
        if (known.some((word) => word.opens)) {
            const spelled = known.map((word) => word.spelled);
            this.lexicon.wide.read(spelled, (term, from, to) => sink(this.terms.number(term), from, to));
            return;
        }
        // Without a phrase every word is its own term, and that is known.
        known.forEach(({ wide }, i) => {
            if (wide >= 0) sink(wide, i, i + 1);
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
