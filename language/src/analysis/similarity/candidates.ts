import type { Group } from './group.ts';
import { TermStore } from './term-store.ts';
import type { TermTable } from './term-table.ts';
import type { Weights } from './weights.ts';

/**
 * The least a shared word must count for to bring two programs together. Words below are in every eighth
 * program or say only where and how; their long lists are never walked.
 */
const ANCHOR = 0.2;

/** Finds the groups that can be like a given one: they share a telling word, and one has it in its title. */
export class Candidates {
    /** The terms of the groups, by their place. */
    readonly store = new TermStore();
    /** The groups by their place, which stands for them in the lists, and the places that are free again. */
    private readonly groups: (Group | undefined)[] = [];
    private readonly free: number[] = [];
    private readonly inTitle: number[][] = [];
    private readonly inDescription: number[][] = [];
    private readonly bySignature = new Map<string, Set<Group>>();
    private readonly placeOf = new Map<Group, number>();
    private met = new Int32Array(1024);
    private search = 0;
    private places = new Int32Array(1024);
    private found = 0;

    constructor(
        private readonly terms: TermTable,
        private readonly weights: Weights,
    ) {}

    /** Takes a group up. */
    add(group: Group): void {
        const place = this.free.pop() ?? this.groups.length;
        this.groups[place] = group;
        this.placeOf.set(group, place);
        this.store.set(place, group.terms.title, group.terms.description);
        for (const term of group.terms.title) push(this.inTitle, term, place);
        for (const term of group.terms.description) push(this.inDescription, term, place);
        for (const signature of group.signatures()) {
            const groups = this.bySignature.get(signature);
            if (groups === undefined) this.bySignature.set(signature, new Set([group]));
            else groups.add(group);
        }
    }

    /** Forgets a group. */
    remove(group: Group): void {
        const place = this.placeOf.get(group)!;
        this.placeOf.delete(group);
        this.groups[place] = undefined;
        this.free.push(place);
        this.store.clear(place);
        for (const term of group.terms.title) drop(this.inTitle, term, place);
        for (const term of group.terms.description) drop(this.inDescription, term, place);
        for (const signature of group.signatures()) {
            const groups = this.bySignature.get(signature)!;
            groups.delete(group);
            if (groups.size === 0) this.bySignature.delete(signature);
        }
    }

    /** The groups that use a term. */
    using(term: number): Group[] {
        return [...(this.inTitle[term] ?? []), ...(this.inDescription[term] ?? [])].map((place) => this.groups[place]!);
    }

    /** The other groups with the same words left. */
    same(group: Group): Set<Group> {
        const found = new Set<Group>();
        for (const signature of group.signatures()) {
            for (const other of this.bySignature.get(signature) ?? []) {
                found.add(other);
            }
        }
        found.delete(group);
        return found;
    }

    /** The group at a place. */
    at(place: number): Group {
        return this.groups[place]!;
    }

    /** The places, once each, of the other groups that share a telling word. Valid until the next search. */
    find(group: Group): Int32Array {
        this.search++;
        this.found = 0;
        if (this.met.length < this.groups.length) {
            this.met = new Int32Array(this.groups.length * 2);
            this.places = new Int32Array(this.groups.length * 2);
        }
        const own = this.placeOf.get(group);
        if (own !== undefined) {
            this.met[own] = this.search;
        }
        for (const term of group.terms.title) {
            this.findBy(term, true);
        }
        for (const term of group.terms.description) {
            this.findBy(term, false);
        }
        return this.places.subarray(0, this.found);
    }

    private findBy(term: number, isTitle: boolean): void {
        if (this.weights.match[term]! >= ANCHOR) {
            this.take(term, isTitle);
            for (const variant of this.terms.misspellings(term)) {
                if (this.weights.match[variant]! >= ANCHOR) {
                    this.take(variant, isTitle);
                }
            }
        }
    }

    private take(term: number, isTitle: boolean): void {
        this.takeAll(this.inTitle[term]);
        if (isTitle) {
            this.takeAll(this.inDescription[term]);
        }
    }

    private takeAll(places: readonly number[] | undefined): void {
        if (places !== undefined) {
            for (let i = 0; i < places.length; i++) {
                const place = places[i]!;
                if (this.met[place] !== this.search) {
                    this.met[place] = this.search;
                    this.places[this.found++] = place;
                }
            }
        }
    }
}

function push(lists: number[][], term: number, place: number): void {
    const places = lists[term];
    if (places === undefined) lists[term] = [place];
    else places.push(place);
}

function drop(lists: number[][], term: number, place: number): void {
    const places = lists[term]!;
    const last = places.pop()!;
    if (last !== place) {
        places[places.indexOf(place)] = last;
    }
}
