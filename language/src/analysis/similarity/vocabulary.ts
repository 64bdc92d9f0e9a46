import { foldWords } from './fold.ts';
import { Reading, type TermSink } from './reading.ts';
import { ROLES, type Role } from './roles.ts';
import { Speller } from './speller.ts';
import { stem } from './stem.ts';
import { TermTable } from './term-table.ts';
import { type SynonymGroup, shippedLists, type WordLists } from './word-lists.ts';

/** Words of a plan's own, as `smartcity.json` gives them. They count beside the shipped lists. */
export interface SimilarityWords {
    /** Groups of names; the first of a group stands for all others. */
    readonly synonyms?: readonly (readonly string[])[];
    /** Words that say nothing about what a program is about. */
    readonly boilerplate?: readonly string[];
    /** Phrases that count as one word. */
    readonly protectedPhrases?: readonly string[];
}

/** How near a word and the head of its line in the list of related words are. */
const NEAR_HEAD = 0.6;
/** How near two words of one line are. */
const NEAR_MEMBER = 0.25;

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

/** Reads texts as terms, with the shipped lists and the plan's own words. */
export class Vocabulary {
    /** What is known of each term. */
    readonly terms: TermTable;
    private readonly core: Reading;
    private readonly wide: Reading;
    private readonly speller = new Speller();
    private readonly words = new Map<string, Word>();
    private readonly coreNumbers = new Map<string, number>();

    constructor(own: SimilarityWords = {}, lists: WordLists = shippedLists()) {
        const ownSynonyms = (own.synonyms ?? []).map(([word = '', ...names]) => ({ word, names }));
        const ownPhrases = own.protectedPhrases ?? [];
        const { synonyms, protectedPhrases, boilerplate } = lists;
        const dropped = [...lists.stopWords, ...boilerplate.core, ...(own.boilerplate ?? [])];
        this.core = new Reading({
            synonyms: [synonyms.core, ownSynonyms],
            protectedPhrases: [...protectedPhrases.core, ...ownPhrases],
            dropped,
        });
        this.wide = new Reading({
            synonyms: [synonyms.core, ownSynonyms, synonyms.wider],
            protectedPhrases: [...protectedPhrases.core, ...ownPhrases, ...protectedPhrases.wider],
            dropped: [...dropped, ...boilerplate.wider],
        });
        const groups = [...synonyms.core, ...ownSynonyms, ...synonyms.wider];
        this.learn(groups, [...dropped, ...boilerplate.wider], lists);
        this.terms = new TermTable(
            (term) => this.speller.isWord(term),
            this.listedRoles(groups, lists),
            this.listedFrequencies(lists),
        );
        this.relate(lists);
    }

    /** The terms of a text. */
    read(text: string): TermSets {
        const words = foldWords(text).map((word) => this.word(word));
        const wide = new Set<number>();
        const core = new Set<number>();
        if (words.some((word) => word.opens)) {
            const spelled = words.map((word) => word.spelled);
            this.wide.read(spelled, (term) => wide.add(this.terms.number(term)));
            this.core.read(spelled, (term) => core.add(this.coreNumber(term)));
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
            this.wide.read(spelled, (term, from, to) => sink(this.terms.number(term), from, to));
            return;
        }
        // Without a phrase every word is its own term, and that is known.
        known.forEach(({ wide }, i) => {
            if (wide >= 0) sink(wide, i, i + 1);
        });
    }

    /** The same by the core lists alone; the terms are texts. */
    placeCore(words: readonly string[], sink: TermSink<string>): void {
        this.core.read(this.spell(words), sink);
    }

    private learn(groups: readonly SynonymGroup[], dropped: readonly string[], lists: WordLists): void {
        const names = groups.flatMap(({ word, names }) => [word, ...names]);
        const listed = [...lists.roles.values(), ...lists.frequency.values()].flat();
        const related = lists.related.flatMap(({ head, members }) => [head, ...members]);
        for (const word of [...names, ...dropped, ...listed, ...related].flatMap(foldWords)) {
            this.speller.learn(word);
        }
    }

    private listedRoles(groups: readonly SynonymGroup[], lists: WordLists): Map<string, Role> {
        const roles = new Map<string, Role>(groups.map(({ word }) => [this.term(word), ROLES.subject]));
        for (const [name, words] of lists.roles) {
            for (const word of words) {
                roles.set(this.term(word), ROLES[name as keyof typeof ROLES]);
            }
        }
        return roles;
    }

    private listedFrequencies(lists: WordLists): Map<string, number> {
        const steps = [...lists.frequency].flatMap(([step, words]) => words.map((word) => [word, step] as const));
        return new Map(steps.map(([word, step]) => [this.term(word), step]));
    }

    private relate(lists: WordLists): void {
        for (const { head, members } of lists.related) {
            const terms = [head, ...members].map((word) => this.terms.number(this.term(word)));
            terms.forEach((a, i) => {
                terms.slice(0, i).forEach((b, j) => {
                    this.terms.join(a, b, j === 0 ? NEAR_HEAD : NEAR_MEMBER);
                });
            });
        }
    }

    private term(word: string): string {
        const folded = foldWords(word);
        return folded.length === 1 ? this.wide.term(folded[0]!) || stem(folded[0]!) : folded.join(' ');
    }

    private spell(words: readonly string[]): readonly string[] {
        return words.map((word) => this.word(word).spelled);
    }

    private word(folded: string): Word {
        let word = this.words.get(folded);
        if (word === undefined) {
            const spelled = this.speller.correct(folded);
            const wide = this.wide.term(spelled);
            const core = this.core.term(spelled);
            word = {
                spelled,
                wide: wide === '' ? -1 : this.terms.number(wide),
                core: core === '' ? -1 : this.coreNumber(core),
                opens: this.wide.opens(spelled) || this.core.opens(spelled),
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
