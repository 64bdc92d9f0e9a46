import { Candidates } from './candidates.ts';
import { Comparer } from './comparer.ts';
import { Group, groupId, link, type Member, unlink } from './group.ts';
import type { SimilarityWords } from './lexicon.ts';
import { PairTeller } from './pair-teller.ts';
import { readProgram, type SimilarityText } from './program.ts';
import { SharedWords } from './shared-words.ts';
import type { SimilarPair } from './similar-pair.ts';
import { Vocabulary } from './vocabulary.ts';
import { Weights } from './weights.ts';

/**
 * From this score on two programs are a pair. The score is the share of both titles, by weight, that the other program
 * covers. Below a half each title has more of its own than it shares; somewhat lower still admits pairs whose one title
 * is covered whole and whose other has one more subject, less what near words count for. In the six parts of the labelled
 * pairs precision rises slowly up to 0.44 and hardly above, while recall falls from there on.
 */
export const SIMILARITY_THRESHOLD = 0.44;

/**
 * Finds the programs of a plan that are alike, and keeps up with edits: only what an edit can change is
 * compared again, and the result is always that of a fresh build from the same texts.
 */
export class SimilarityIndex {
    private readonly vocabulary: Vocabulary;
    private readonly weights: Weights;
    private readonly comparer: Comparer;
    private readonly teller: PairTeller;
    private readonly groups = new Map<string, Group>();
    private readonly members = new Map<string, Member>();
    private candidates: Candidates;
    /** All programs by name, once somebody asked. */
    private ranked: Member[] | undefined;

    private constructor(
        words: SimilarityWords,
        private readonly threshold: number,
    ) {
        this.vocabulary = new Vocabulary(words);
        const { terms } = this.vocabulary;
        this.weights = new Weights(terms);
        this.comparer = new Comparer(terms, this.weights);
        this.teller = new PairTeller(new SharedWords(this.vocabulary, this.weights));
        this.candidates = new Candidates(terms, this.weights);
    }

    /** Reads and compares all programs of a plan. Of two with one key the last counts. */
    static build(
        texts: Iterable<SimilarityText>,
        words: SimilarityWords = {},
        threshold: number = SIMILARITY_THRESHOLD,
    ): SimilarityIndex {
        const index = new SimilarityIndex(words, threshold);
        const last = new Map<string, SimilarityText>();
        for (const text of texts) {
            last.set(text.key, text);
        }
        for (const text of last.values()) {
            index.join(text);
        }
        index.weights.start([...index.members.values()].map(({ group }) => group.all));
        index.compareAll();
        return index;
    }

    /**
     * Takes a program's new text, or, without one, forgets the program. Gives the programs whose pairs may not be what they
     * were, by name; `undefined` for all of them.
     */
    update(key: string, text: SimilarityText | undefined): ReadonlySet<string> | undefined {
        const member = this.members.get(key);
        const before = member?.group;
        const left = this.leave(key);
        const joined = text === undefined ? undefined : this.join({ ...text, key });
        const after = joined?.group;
        this.rankAgain(member, joined);
        if (before === after) {
            return new Set([key]);
        }
        const change = this.weights.replace(before?.all, after?.all);
        if (left !== undefined) {
            unlink(left);
            this.candidates.remove(left);
        }
        if (change.all) {
            this.compareAll();
            return undefined;
        }
        const affected = new Set<Group>();
        for (const term of change.terms) {
            for (const group of this.candidates.using(term)) {
                affected.add(group);
            }
        }
        if (after !== undefined && after.members.size === 1) {
            this.candidates.add(after);
            affected.add(after);
        }
        for (const group of affected) {
            unlink(group);
            this.candidates.weigh(group);
        }
        const done = new Set<Group>();
        for (const group of affected) {
            this.compare(group, done);
            done.add(group);
        }
        const names = new Set([key]);
        for (const group of affected) {
            for (const { text: of } of group.members) {
                names.add(of.key);
            }
        }
        return names;
    }

    /** Puts one member in the place of another, or into its own place, or takes it out. */
    private rankAgain(gone: Member | undefined, come: Member | undefined): void {
        const { ranked } = this;
        if (ranked === undefined) {
            return;
        }
        if (gone !== undefined && come !== undefined) {
            come.rank = gone.rank;
            ranked[come.rank] = come;
            return;
        }
        let from = gone?.rank ?? 0;
        if (come !== undefined) {
            let high = ranked.length;
            while (from < high) {
                const middle = (from + high) >> 1;
                if (ranked[middle]!.text.key < come.text.key) {
                    from = middle + 1;
                } else {
                    high = middle;
                }
            }
            ranked.splice(from, 0, come);
        } else if (gone !== undefined) {
            ranked.splice(from, 1);
        }
        for (; from < ranked.length; from++) {
            ranked[from]!.rank = from;
        }
    }

    /** All pairs, by the names of their programs. */
    pairs(): SimilarPair[] {
        const pairs: SimilarPair[] = [];
        for (const member of this.rank()) {
            this.teller.tell(member, member.rank, pairs);
        }
        return pairs;
    }

    /** The pairs of one program, by the name of the other. */
    pairsOf(key: string): SimilarPair[] {
        const pairs: SimilarPair[] = [];
        this.rank();
        const member = this.members.get(key);
        if (member !== undefined) {
            this.teller.tell(member, -1, pairs);
        }
        return pairs;
    }

    private rank(): readonly Member[] {
        if (this.ranked === undefined) {
            this.ranked = [...this.members.values()].sort((x, y) => (x.text.key < y.text.key ? -1 : 1));
            this.ranked.forEach((member, rank) => {
                member.rank = rank;
            });
        }
        return this.ranked;
    }

    private join(text: SimilarityText): Member {
        const terms = readProgram(text, this.vocabulary);
        const id = groupId(terms);
        let group = this.groups.get(id);
        if (group === undefined) {
            group = new Group(id, terms);
            this.groups.set(id, group);
        }
        const member: Member = { text, group, rank: 0, written: undefined };
        group.members.add(member);
        this.members.set(text.key, member);
        return member;
    }

    /** Takes a program out of its group; gives the group if nobody is left in it. */
    private leave(key: string): Group | undefined {
        const member = this.members.get(key);
        this.members.delete(key);
        member?.group.members.delete(member);
        if (member === undefined || member.group.members.size > 0) {
            return undefined;
        }
        this.groups.delete(member.group.id);
        return member.group;
    }

    private compareAll(): void {
        this.candidates = new Candidates(this.vocabulary.terms, this.weights);
        for (const group of this.groups.values()) {
            group.links.length = 0;
        }
        for (const group of this.groups.values()) {
            this.compare(group, NOBODY);
            this.candidates.add(group);
        }
    }

    /** Links a group with those like it, but for those that were just compared with all others. */
    private compare(group: Group, done: ReadonlySet<Group>): void {
        const same = this.candidates.same(group);
        if (group.signatures.length > 0) {
            link(group, group, 1);
        }
        for (const other of same) {
            if (!done.has(other)) {
                link(group, other, 1);
            }
        }
        const { candidates, threshold } = this;
        const places = candidates.find(group, threshold);
        if (places.length > 0) {
            this.comparer.take(group.terms);
        }
        for (const place of places) {
            const score = this.comparer.score(candidates.store, place, threshold);
            if (score >= threshold) {
                const other = candidates.at(place);
                if (!same.has(other) && !done.has(other)) {
                    link(group, other, score);
                }
            }
        }
    }
}

const NOBODY: ReadonlySet<Group> = new Set();
