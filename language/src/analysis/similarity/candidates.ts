import { ROUNDING, TITLE_SHARE } from './comparer.ts';
import type { Group } from './group.ts';
import { ANCHOR, DESCRIPTION_ANCHOR, Reach } from './reach.ts';
import { TermStore } from './term-store.ts';
import type { TermTable } from './term-table.ts';
import type { Weights } from './weights.ts';

/** How often a group was met in a search: never, by one word, by more; and by which word, where it stands in both. */
const ONCE = 1;
const OFTEN = 2;
const IN_OWN_TITLE = 1;
const IN_OTHER_TITLE = 2;
/** The place of the group that is sought for; no other has it. */
const SEEKER = 0;

const NOBODY: ReadonlySet<Group> = new Set();

/**
 * Finds the groups that can be like a given one: they share a telling word, and one has it in its title. Most share that
 * one word alone; whether it can be enough is told by what is known of both sides, without looking at their words.
 */
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
    private readonly reach: Reach;
    /** The search in which a place was met last, how often, and what by. */
    private met = new Int32Array(1024);
    private often = new Uint8Array(1024);
    private by = new Int32Array(1024);
    private search = 0;
    private places = new Int32Array(1024);
    private found = 0;

    constructor(
        private readonly terms: TermTable,
        private readonly weights: Weights,
    ) {
        this.reach = new Reach(weights);
    }

    /** Takes a group up. */
    add(group: Group): void {
        const place = this.free.pop() ?? Math.max(1, this.groups.length);
        this.groups[place] = group;
        this.placeOf.set(group, place);
        this.reach.measure(place, group.terms);
        this.store.set(place, group.terms.title, group.terms.description, group.terms.works);
        for (const term of group.terms.title) push(this.inTitle, term, place);
        for (const term of group.terms.description) push(this.inDescription, term, place);
        for (const signature of group.signatures) {
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
        for (const signature of group.signatures) {
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
    same(group: Group): ReadonlySet<Group> {
        let found: Set<Group> | undefined;
        for (const signature of group.signatures) {
            for (const other of this.bySignature.get(signature) ?? NOBODY) {
                if (other !== group) {
                    found ??= new Set();
                    found.add(other);
                }
            }
        }
        return found ?? NOBODY;
    }

    /** The group at a place. */
    at(place: number): Group {
        return this.groups[place]!;
    }

    /** Takes note that the weights of some of a group's words have changed. */
    weigh(group: Group): void {
        this.reach.measure(this.placeOf.get(group)!, group.terms);
    }

    /**
     * The places, once each, of the other groups that share a telling word and can reach a score. Valid until the next
     * search.
     */
    find(group: Group, least: number): Int32Array {
        this.search++;
        this.found = 0;
        if (this.met.length < this.groups.length) {
            this.met = new Int32Array(this.groups.length * 2);
            this.often = new Uint8Array(this.groups.length * 2);
            this.by = new Int32Array(this.groups.length * 2);
            this.places = new Int32Array(this.groups.length * 2);
        }
        const { title, description } = group.terms;
        for (let i = 0; i < title.length; i++) {
            this.findBy(title[i]!, true);
        }
        for (let i = 0; i < description.length; i++) {
            this.findBy(description[i]!, false);
        }
        for (let i = 0; i < title.length; i++) {
            this.noteNear(title[i]!);
        }
        for (let i = 0; i < description.length; i++) {
            this.noteNear(description[i]!);
            if (this.weights.match[description[i]!]! >= DESCRIPTION_ANCHOR) {
                this.note(this.inDescription[description[i]!]);
            }
        }
        return this.sift(group, least);
    }

    /** Leaves out the group itself, and those that share one word which cannot be enough. */
    private sift(group: Group, least: number): Int32Array {
        const own = this.placeOf.get(group);
        const { often, by, places, reach } = this;
        reach.measure(SEEKER, group.terms);
        const isDescribed = reach.isDescribed(SEEKER);
        let kept = 0;
        let last = -1;
        let title = 0;
        let whole = 0;
        let enough = 0;
        for (let i = 0; i < this.found; i++) {
            const place = places[i]!;
            if (place === own) {
                continue;
            }
            if (often[place] === ONCE) {
                const word = by[place]!;
                const term = word >> 2;
                if (word !== last) {
                    // Those met by one word follow each other.
                    last = word;
                    title = reach.mostOfTitle(SEEKER, term, (word & IN_OWN_TITLE) !== 0);
                    whole = reach.mostOfWhole(SEEKER, term, (word & IN_OWN_TITLE) !== 0);
                    const most = TITLE_SHARE * Math.sqrt(title) + (1 - TITLE_SHARE) * Math.sqrt(whole);
                    enough = (least - ROUNDING) / Math.max(Math.sqrt(title), isDescribed ? most : 0);
                }
                if (reach.best[place]! < enough) {
                    continue;
                }
                const isIn = (word & IN_OTHER_TITLE) !== 0;
                const titles = Math.sqrt(title * reach.mostOfTitle(place, term, isIn));
                const most =
                    isDescribed && reach.isDescribed(place)
                        ? TITLE_SHARE * titles +
                          (1 - TITLE_SHARE) * Math.sqrt(whole * reach.mostOfWhole(place, term, isIn))
                        : titles;
                if (most < least - ROUNDING) {
                    continue;
                }
            }
            places[kept++] = place;
        }
        return places.subarray(0, kept);
    }

    private findBy(term: number, isTitle: boolean): void {
        if (this.weights.match[term]! >= ANCHOR) {
            this.takeAll(this.inTitle[term], ONCE, (term << 2) | IN_OTHER_TITLE | (isTitle ? IN_OWN_TITLE : 0));
            if (isTitle) {
                this.takeAll(this.inDescription[term], ONCE, (term << 2) | IN_OWN_TITLE);
            }
            for (const variant of this.terms.misspellings(term)) {
                if (this.weights.match[variant]! >= ANCHOR) {
                    // What a word counts for and what its misspelling does may differ: these are always looked at.
                    this.takeAll(this.inTitle[variant], OFTEN, 0);
                    if (isTitle) {
                        this.takeAll(this.inDescription[variant], OFTEN, 0);
                    }
                }
            }
        }
    }

    private takeAll(places: readonly number[] | undefined, often: number, by: number): void {
        if (places === undefined) {
            return;
        }
        const { met, search } = this;
        for (let i = 0; i < places.length; i++) {
            const place = places[i]!;
            if (met[place] === search) {
                this.often[place] = OFTEN;
            } else {
                met[place] = search;
                this.often[place] = often;
                this.by[place] = by;
                this.places[this.found++] = place;
            }
        }
    }

    /** Notes the groups, of those met, that have a word near a term: they may reach more than by one word. */
    private noteNear(term: number): void {
        const near = this.terms.near(term);
        for (let i = 0; i < near.length; i++) {
            this.note(this.inTitle[near[i]!.term]);
            this.note(this.inDescription[near[i]!.term]);
        }
    }

    private note(places: readonly number[] | undefined): void {
        if (places !== undefined) {
            for (let i = 0; i < places.length; i++) {
                // Of those that were not met nobody asks.
                this.often[places[i]!] = OFTEN;
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
