import { type Lexicon, PLACE } from './lexicon.ts';
import { ROLES, type Role } from './roles.ts';
import { SpellingIndex } from './spelling.ts';

/** A term near another one, and how near. */
export interface Near {
    readonly term: number;
    readonly nearness: number;
}

/** How near two spellings are that one typing error parts. */
const NEAR_SPELLING = 0.9;

const NONE: readonly number[] = [];

/**
 * Gives every term a number, and knows of each how common it is, what it does in a title and what is near it.
 * What it says of a term depends on the lists and on spelling alone, never on which texts came before.
 */
export class TermTable {
    private readonly numbers = new Map<string, number>();
    private readonly names: string[] = [];
    private readonly roles: Role[] = [];
    private readonly frequencies: number[] = [];
    private readonly neighbours: Near[][] = [];
    private readonly variants: number[][] = [];
    private readonly spellings = new SpellingIndex();

    constructor(private readonly lexicon: Lexicon) {}

    /** How many terms there are; their numbers run from 0. */
    get size(): number {
        return this.roles.length;
    }

    /** The number of a term; a new one for a new term. */
    number(term: string): number {
        const known = this.numbers.get(term);
        if (known !== undefined) {
            return known;
        }
        const number = this.size;
        const isWord = this.lexicon.isWord(term);
        this.numbers.set(term, number);
        this.names.push(term);
        this.roles.push(this.lexicon.role(term));
        this.frequencies.push(this.lexicon.frequency(term));
        this.neighbours.push([]);
        for (const { term: other, nearness } of this.lexicon.related(term)) {
            const near = this.numbers.get(other);
            if (near !== undefined) {
                this.join(number, near, nearness);
            }
        }
        const twin = this.numbers.get(term.startsWith(PLACE) ? term.slice(PLACE.length) : PLACE + term);
        if (twin !== undefined) {
            this.join(number, twin, NEAR_SPELLING);
        }
        for (const other of this.spellings.near(term)) {
            const near = this.numbers.get(other)!;
            if (!isWord || this.roles[near] === ROLES.name) {
                this.join(number, near, NEAR_SPELLING);
                this.addVariant(number, near);
                this.addVariant(near, number);
            }
        }
        this.spellings.add(term);
        return number;
    }

    /** The number of the place that a name is, where it follows the word for one; of all other terms their own. */
    placed(term: number): number {
        return this.roles[term] === ROLES.name ? this.number(PLACE + this.names[term]!) : term;
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
    misspellings(term: number): readonly number[] {
        return this.variants[term] ?? NONE;
    }

    /** Makes two terms near; of two figures the larger counts. */
    private join(a: number, b: number, nearness: number): void {
        this.joinOneWay(a, b, nearness);
        this.joinOneWay(b, a, nearness);
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

    private addVariant(term: number, other: number): void {
        const variants = this.variants[term];
        if (variants === undefined) this.variants[term] = [other];
        else variants.push(other);
    }
}
