import { foldWords } from './fold.ts';
import { Reading } from './reading.ts';
import { ROLES, type Role } from './roles.ts';
import { Speller } from './speller.ts';
import { stem } from './stem.ts';
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

/** A term near another one, by its name. */
export interface Related {
    readonly term: string;
    readonly nearness: number;
}

/** How near a word and the head of its line in the list of related words are. */
const NEAR_HEAD = 0.6;
/** How near two words of one line are. */
const NEAR_MEMBER = 0.25;

/** Programs of 10,000 that use a word which no list names: an Indonesian word, and any other. */
const UNLISTED = 20;
const UNKNOWN = 4;

const NONE: readonly Related[] = [];

/** Stands before the term of a name that follows a word for a kind of place: the Dhoho of "Jalan Dhoho". */
export const PLACE = '@';
/** Words that such a name follows. */
const PLACES = new Set(
    (
        'jalan jl kelurahan kecamatan kampung desa dusun taman sungai kali gunung bukit pasar alun simpang jembatan ' +
        'terminal stasiun bandara kawasan gua goa perumahan lingkungan lapangan stadion pantai pulau danau waduk'
    ).split(' '),
);

/**
 * What is known of words before any plan is seen: the shipped lists joined with a plan's own words. It never changes, so
 * one serves every plan of a process that has no words of its own.
 */
export class Lexicon {
    /** Reads by the fact book's core lists alone. */
    readonly core: Reading;
    /** Reads by all lists. */
    readonly wide: Reading;
    readonly speller = new Speller();
    private readonly roles = new Map<string, Role>();
    private readonly frequencies = new Map<string, number>();
    private readonly neighbours = new Map<string, Related[]>();
    private readonly works = new Map<string, number>();

    private constructor(own: SimilarityWords, lists: WordLists) {
        const ownSynonyms = (own.synonyms ?? []).map((names) => {
            const [word = '', ...others] = names.map(foldText);
            return { word, names: others };
        });
        const ownPhrases = (own.protectedPhrases ?? []).map(foldText);
        const ownBoilerplate = (own.boilerplate ?? []).flatMap(foldWords);
        const { synonyms, protectedPhrases, boilerplate, stopWords } = lists;
        this.core = new Reading({
            synonyms: [synonyms.core, ownSynonyms],
            protectedPhrases: [protectedPhrases.core, ownPhrases],
            dropped: [stopWords, boilerplate.core, ownBoilerplate],
        });
        this.wide = new Reading({
            synonyms: [synonyms.core, ownSynonyms, synonyms.wider],
            protectedPhrases: [protectedPhrases.core, ownPhrases, protectedPhrases.wider],
            dropped: [stopWords, boilerplate.core, ownBoilerplate, boilerplate.wider],
        });
        // The wide reading knows all that the core one does.
        this.wide.tellWords((word) => this.speller.learn(word));
        this.takeRoles(lists);
        this.relate(lists);
        lists.works.forEach((words, kind) => {
            for (const word of words) {
                this.works.set(word, 1 << kind);
            }
        });
    }

    /** The one for a plan with these words of its own; for a plan without any it is made once. */
    static of(own: SimilarityWords = {}): Lexicon {
        const isPlain = [own.synonyms, own.boilerplate, own.protectedPhrases].every(
            (words) => (words ?? []).length === 0,
        );
        if (!isPlain) {
            return new Lexicon(own, shippedLists());
        }
        plain ??= new Lexicon({}, shippedLists());
        return plain;
    }

    /** What a term does in a title. */
    role(term: string): Role {
        if (term.startsWith(PLACE)) {
            return ROLES.place;
        }
        const listed = this.roles.get(term);
        if (listed !== undefined) {
            return listed;
        }
        const isSubject = this.frequencies.has(term) || this.wide.isGroup(term);
        return isSubject ? ROLES.subject : this.isWord(term) ? ROLES.plain : ROLES.name;
    }

    /** How many of 10,000 programs use a term, by the shipped list. */
    frequency(term: string): number {
        return this.frequencies.get(term) ?? (this.isWord(term) ? UNLISTED : UNKNOWN);
    }

    /** Whether a term is a phrase or a word of a list or of the language; else it is mostly a name. */
    isWord(term: string): boolean {
        return term.includes(' ') || this.speller.isWord(term);
    }

    /** The terms near a term, by their names. */
    related(term: string): readonly Related[] {
        return this.neighbours.get(term) ?? NONE;
    }

    /** Whether names behind a folded word are those of a place. */
    isPlace(word: string): boolean {
        return PLACES.has(word);
    }

    /** The kind of work that a folded word tells, one bit for each kind; 0 for none. */
    work(word: string): number {
        return this.works.get(word) ?? 0;
    }

    private takeRoles(lists: WordLists): void {
        for (const [name, words] of lists.roles) {
            for (const word of words) {
                this.roles.set(this.term(word), ROLES[name as keyof typeof ROLES]);
            }
        }
        for (const [step, words] of lists.frequency) {
            for (const word of words) {
                this.frequencies.set(this.term(word), step);
            }
        }
    }

    private relate(lists: WordLists): void {
        for (const { head, members } of lists.related) {
            const terms = [head, ...members].map((word) => this.term(word));
            terms.forEach((a, i) => {
                terms.slice(0, i).forEach((b, j) => {
                    this.join(a, b, j === 0 ? NEAR_HEAD : NEAR_MEMBER);
                    this.join(b, a, j === 0 ? NEAR_HEAD : NEAR_MEMBER);
                });
            });
        }
    }

    private join(from: string, term: string, nearness: number): void {
        const near = this.neighbours.get(from);
        if (near === undefined) this.neighbours.set(from, [{ term, nearness }]);
        else near.push({ term, nearness });
    }

    /** The term of a listed word, which counts as known. */
    private term(word: string): string {
        const folded = foldWords(word);
        for (const each of folded) {
            this.speller.learn(each);
        }
        return folded.length === 1 ? this.wide.term(folded[0]!) || stem(folded[0]!) : folded.join(' ');
    }
}

function foldText(text: string): string {
    return foldWords(text).join(' ');
}

let plain: Lexicon | undefined;
