import { foldWords } from './fold.ts';
import { Reading } from './reading.ts';
import { ROLES, type Role } from './roles.ts';
import { SpellingIndex } from './spelling.ts';
import { isRoot, stem } from './stem.ts';
import { shippedLists, type WordLists } from './word-lists.ts';

/** Words of a plan's own, as `smartcity.json` gives them. They count beside the shipped lists. */
export interface SimilarityWords {
    /** Groups of names; the first of a group stands for all others. */
    readonly synonyms?: readonly (readonly string[])[];
    /** Words that say nothing about what a program is about. */
    readonly boilerplate?: readonly string[];
    /** Phrases that count as one word. */
    readonly protectedPhrases?: readonly string[];
}

/** Words with affixes are only corrected from this length on. */
const SHORTEST_AFFIXED = 9;

/** A word near another one, and how near. */
export interface Near {
    readonly term: number;
    readonly nearness: number;
}

/** How near a word and the head of its line in the list of related words are. */
export const NEAR_HEAD = 0.6;
/** How near two words of one line are. */
export const NEAR_MEMBER = 0.25;
/** How near two spellings are that one typing error parts. */
export const NEAR_SPELLING = 0.9;

/** Programs of 10,000 that use a word which no list names: an Indonesian word, and any other. */
const UNLISTED = 20;
const UNKNOWN = 4;

const NONE: readonly number[] = [];

/** The terms of a text: as numbers, and the same by the fact book's core lists alone. */
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

/**
 * Gives every term a number, and knows of each how common it is, what it does in a title and what is near it.
 * What it says about a term depends on the lists and on spelling alone, never on which texts came before.
 */
export class Vocabulary {
    private readonly core: Reading;
    private readonly wide: Reading;
    private readonly numbers = new Map<string, number>();
    private readonly texts: string[] = [];
    private readonly roles: Role[] = [];
    private readonly frequencies: number[] = [];
    private readonly neighbours: Near[][] = [];
    private readonly variants: number[][] = [];
    private readonly listedRoles = new Map<string, Role>();
    private readonly listedFrequencies = new Map<string, number>();
    private readonly shippedWords = new SpellingIndex();
    private readonly known = new Set<string>();
    private readonly subjects = new Set<string>();
    private readonly terms = new SpellingIndex();
    private readonly words = new Map<string, Word>();
    private readonly coreNumbers = new Map<string, number>();

    constructor(words: SimilarityWords = {}, lists: WordLists = shippedLists()) {
        const ownSynonyms = (words.synonyms ?? []).map(([word = '', ...names]) => ({ word, names }));
        const ownProtected = words.protectedPhrases ?? [];
        const ownBoilerplate = words.boilerplate ?? [];
        const { synonyms, protectedPhrases, boilerplate, stopWords } = lists;
        this.core = new Reading({
            synonyms: [synonyms.core, ownSynonyms],
            protectedPhrases: [...protectedPhrases.core, ...ownProtected],
            dropped: [...stopWords, ...boilerplate.core, ...ownBoilerplate],
        });
        this.wide = new Reading({
            synonyms: [synonyms.core, ownSynonyms, synonyms.wider],
            protectedPhrases: [...protectedPhrases.core, ...ownProtected, ...protectedPhrases.wider],
            dropped: [...stopWords, ...boilerplate.core, ...ownBoilerplate, ...boilerplate.wider],
        });
        this.learn(lists);
    }

    /** The numbers of the terms of a text. */
    read(text: string): TermSets {
        const words = foldWords(text).map((word) => this.word(word));
        const wide = new Set<number>();
        const core = new Set<number>();
        if (words.some((word) => word.opens)) {
            const spelled = words.map((word) => word.spelled);
            this.wide.read(spelled, (term) => wide.add(this.number(term)));
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
    place(words: readonly string[], sink: (term: number, from: number, to: number) => void): void {
        this.wide.read(this.spell(words), (term, from, to) => sink(this.number(term), from, to));
    }

    /** The same by the core lists alone; the terms are texts. */
    placeCore(words: readonly string[], sink: (term: string, from: number, to: number) => void): void {
        this.core.read(this.spell(words), sink);
    }

    /** How many terms there are; their numbers run from 0. */
    get size(): number {
        return this.texts.length;
    }

    /** The term itself. */
    text(term: number): string {
        return this.texts[term]!;
    }

    /** What the term does in a title. */
    role(term: number): Role {
        return this.roles[term]!;
    }

    /** How many of 10,000 programs use it, by the shipped list. */
    frequency(term: number): number {
        return this.frequencies[term]!;
    }

    /** The terms near it. */
    near(term: number): readonly Near[] {
        return this.neighbours[term]!;
    }

    /** The terms that are the same word but for a typing error. */
    spellings(term: number): readonly number[] {
        return this.variants[term] ?? NONE;
    }

    private learn(lists: WordLists): void {
        for (const [name, words] of lists.roles) {
            for (const word of words) {
                this.listedRoles.set(this.listed(word), ROLES[name as keyof typeof ROLES]);
            }
        }
        for (const [step, words] of lists.frequency) {
            for (const word of words) {
                this.listedFrequencies.set(this.listed(word), step);
            }
        }
        for (const { word, names } of [...lists.synonyms.core, ...lists.synonyms.wider]) {
            this.subjects.add(word);
            for (const part of [word, ...names].flatMap(foldWords)) {
                this.learnWord(part);
            }
        }
        for (const word of [lists.boilerplate.core, lists.boilerplate.wider, lists.stopWords].flat()) {
            this.learnWord(word);
        }
        for (const { head, members } of lists.related) {
            const terms = [head, ...members].map((word) => this.number(this.listed(word)));
            terms.forEach((a, i) => {
                terms.slice(0, i).forEach((b, j) => {
                    this.join(a, b, j === 0 ? NEAR_HEAD : NEAR_MEMBER);
                });
            });
        }
    }

    private listed(word: string): string {
        this.learnWord(word);
        return this.wide.term(word) || stem(word);
    }

    private learnWord(word: string): void {
        if (!this.known.has(word)) {
            this.known.add(word);
            this.shippedWords.add(word);
        }
    }

    private spell(words: readonly string[]): readonly string[] {
        return words.map((word) => this.word(word).spelled);
    }

    private word(folded: string): Word {
        let word = this.words.get(folded);
        if (word === undefined) {
            const spelled = this.correct(folded);
            const wide = this.wide.term(spelled);
            const core = this.core.term(spelled);
            word = {
                spelled,
                wide: wide === '' ? -1 : this.number(wide),
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

    /**
     * The listed word that a misspelled one stands for. Stemming finds a root in many a misspelled long word
     * (perpustakan, pusta); there a letter too few or too many is taken for an error, another letter is not.
     */
    private correct(word: string): string {
        if (this.known.has(word) || isRoot(word)) {
            return word;
        }
        const near = this.shippedWords.near(word);
        if (stem(word) === word) {
            return near[0] ?? word;
        }
        const isLong = word.length >= SHORTEST_AFFIXED;
        return (isLong ? near.find((other) => other.length !== word.length) : undefined) ?? word;
    }

    private isKnown(word: string): boolean {
        return this.known.has(word) || this.wide.knows(word) || isRoot(word) || stem(word) !== word;
    }

    private number(term: string): number {
        const known = this.numbers.get(term);
        if (known !== undefined) {
            return known;
        }
        const number = this.texts.length;
        const isWord = term.includes(' ') || this.isKnown(term);
        this.numbers.set(term, number);
        this.texts.push(term);
        this.roles.push(this.listedRoles.get(term) ?? this.unlistedRole(term, isWord));
        this.frequencies.push(this.listedFrequencies.get(term) ?? (isWord ? UNLISTED : UNKNOWN));
        this.neighbours.push([]);
        for (const other of this.terms.near(term)) {
            const near = this.numbers.get(other)!;
            if (!isWord || this.roles[near] === ROLES.name) {
                this.join(number, near, NEAR_SPELLING);
                this.addVariant(number, near);
                this.addVariant(near, number);
            }
        }
        this.terms.add(term);
        return number;
    }

    private unlistedRole(term: string, isWord: boolean): Role {
        if (this.subjects.has(term) || this.listedFrequencies.has(term)) {
            return ROLES.subject;
        }
        return isWord ? ROLES.plain : ROLES.name;
    }

    private join(a: number, b: number, nearness: number): void {
        this.joinOneWay(a, b, nearness);
        this.joinOneWay(b, a, nearness);
    }

    private addVariant(term: number, other: number): void {
        const variants = this.variants[term];
        if (variants === undefined) this.variants[term] = [other];
        else variants.push(other);
    }

    private joinOneWay(from: number, to: number, nearness: number): void {
        const near = this.neighbours[from]!;
        const known = near.findIndex((other) => other.term === to);
        if (known < 0) {
            near.push({ term: to, nearness });
        } else if (near[known]!.nearness < nearness) {
            near[known] = { term: to, nearness };
        }
    }
}
