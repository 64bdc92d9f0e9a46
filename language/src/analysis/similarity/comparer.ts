import { addTitle, addWhole, clear, lack, noSums, type Sums, share } from './coverage.ts';
import type { ProgramTerms } from './program.ts';
import type { TermStore } from './term-store.ts';
import type { TermTable } from './term-table.ts';
import { PEOPLE, type Weights } from './weights.ts';

/** What a word of a title counts for when it is met in the other's description only. */
const IN_DESCRIPTION = 0.7;
/** How much the titles decide where both programs are described. */
export const TITLE_SHARE = 0.6;
/** How much is taken off where neither title's subject is met in the other program. */
const CONFLICT = 0.6;
/** How much where neither title's people are: pupils here, civil servants there. */
const PEOPLE_CONFLICT = 0.5;
/** How much where both titles name a kind of work, and not the same: a bridge repaired, a festival on the bridge. */
const WORK_CONFLICT = 0.5;
/**
 * How much more is taken off where the two share a single telling word and each names a subject that the other lacks:
 * half, from a third of the titles on. "Koperasi Susu" and "Inseminasi Sapi Susu" are about one thing, but not one work.
 */
const SINGLE_CONFLICT = 0.5;
const SINGLE_STEEPNESS = 3;
/** What a word must count for to be telling. */
const TELLING = 0.5;
/** From this nearness on two terms count as one shared word: a word and the head of its line. */
const HARDLY_ANOTHER = 0.55;
/** The weight that two programs must have in common before they can be a pair. */
const LEAST_COMMON = 0.25;
/** Below this weight in common a score falls in proportion: little evidence proves little, however short the titles. */
const EVIDENCE = 0.5;
/** More than rounding can take off a score; none that reaches the least is given up too early. */
export const ROUNDING = 1e-9;

/**
 * Says how alike two programs are. Each title is covered by the other program to some degree: what it shares
 * against what it has alone, every word by its rarity and role, a near word counting in part. The score is the
 * geometric mean of both coverages, so a long title does not swallow a short one, and it falls where both
 * titles name a subject that the other lacks. Where both are described, the whole texts count beside the
 * titles, with less weight: descriptions are mostly planning prose.
 *
 * Sums run over each program's own terms in their order, so a score is the same from either side.
 */
export class Comparer {
    private terms: readonly number[] = [];
    private titleSize = 0;
    private isDescribed = false;
    private works = 0;
    /** The place of each own term, and the first of the entries of each term near one, where the mark is present. */
    private slot = new Int32Array(0);
    private slotMarks = new Int32Array(0);
    private first = new Int32Array(0);
    private firstMarks = new Int32Array(0);
    /** Whether a term is an own one or near to one; and the same of the title's. */
    private nearMarks = new Int32Array(0);
    private titleMarks = new Int32Array(0);
    private mark = 0;
    /** The entries: which own place, how near, and the next entry of the same term. */
    private readonly places: number[] = [];
    private readonly nearness: number[] = [];
    private readonly next: number[] = [];
    /** How near the other program comes to each own term, anywhere and in its title, where `met` is present. */
    private best = new Float64Array(64);
    private bestInTitle = new Float64Array(64);
    private met = new Int32Array(64);
    private meeting = 0;
    private readonly mine = noSums();
    private readonly theirs = noSums();

    constructor(
        private readonly knowledge: TermTable,
        private readonly weights: Weights,
    ) {}

    /** Sets the program that others are compared with. */
    take(program: ProgramTerms): void {
        this.terms = [...program.title, ...program.description];
        this.titleSize = program.title.length;
        this.isDescribed = program.description.length > 0;
        this.works = program.works;
        this.makeRoom();
        for (const [slot, term] of this.terms.entries()) {
            this.slot[term] = slot;
            this.slotMarks[term] = this.mark;
            this.touch(term, slot);
            for (const near of this.knowledge.near(term)) {
                const isFirst = this.firstMarks[near.term] !== this.mark;
                this.next.push(isFirst ? -1 : this.first[near.term]!);
                this.first[near.term] = this.places.push(slot) - 1;
                this.firstMarks[near.term] = this.mark;
                this.nearness.push(near.nearness);
                this.touch(near.term, slot);
            }
        }
    }

    private touch(term: number, slot: number): void {
        this.nearMarks[term] = this.mark;
        if (slot < this.titleSize) {
            this.titleMarks[term] = this.mark;
        }
    }

    /** How alike the taken program and the one at a place of the store are, from 0 to 1; below `least` perhaps 0. */
    score(store: TermStore, place: number, least: number): number {
        const { terms } = store;
        const start = store.start[place]!;
        const middle = store.middle[place]!;
        const end = store.end[place]!;
        if (!touch(terms, start, middle, this.nearMarks, this.mark)) {
            return 0;
        }
        if (!touch(terms, start, end, this.titleMarks, this.mark)) {
            return 0;
        }
        this.meeting++;
        this.meetShared(terms, start, middle, 1);
        this.meetShared(terms, middle, end, IN_DESCRIPTION);
        this.addTheirs(terms, start, middle, end);
        const { mine, theirs } = this;
        const isWhole = this.isDescribed && middle !== end;
        if (theirs.whole < LEAST_COMMON || mostOf(theirs, isWhole) < least - ROUNDING) {
            return 0;
        }
        this.addMine();
        const lacks = lack(mine.subject, mine.subjectMiss) * lack(theirs.subject, theirs.subjectMiss);
        const subjects = 1 - CONFLICT * lacks;
        const people =
            1 - PEOPLE_CONFLICT * lack(mine.people, mine.peopleMiss) * lack(theirs.people, theirs.peopleMiss);
        const titles = Math.sqrt(share(mine.title, mine.titleMiss) * share(theirs.title, theirs.titleMiss));
        const works = store.works[place]!;
        const isOther = works !== 0 && this.works !== 0 && (works & this.works) === 0;
        const evidence = Math.min(1, Math.min(mine.whole, theirs.whole) / EVIDENCE);
        const score = titles * subjects * people * evidence * (isOther ? 1 - WORK_CONFLICT : 1);
        if (Math.min(mine.whole, theirs.whole) < LEAST_COMMON) {
            return 0;
        }
        if (isWhole && TITLE_SHARE * score + 1 - TITLE_SHARE < least) {
            return 0;
        }
        const whole = isWhole
            ? Math.sqrt(share(mine.whole, mine.wholeMiss) * share(theirs.whole, theirs.wholeMiss))
            : 0;
        const alike = isWhole ? TITLE_SHARE * score + (1 - TITLE_SHARE) * whole : score;
        if (alike < least || lacks === 0 || !this.isSingle(terms, start, middle, end)) {
            return alike;
        }
        return alike - (isWhole ? TITLE_SHARE : 1) * score * SINGLE_CONFLICT * Math.min(1, SINGLE_STEEPNESS * lacks);
    }

    /** Notes the words that both programs have; one that stands in both titles is near to no third. */
    private meetShared(terms: Int32Array, start: number, end: number, place: number): void {
        for (let i = start; i < end; i++) {
            const term = terms[i]!;
            if (this.slotMarks[term] === this.mark) {
                const slot = this.slot[term]!;
                this.met[slot] = this.meeting;
                this.best[slot] = 1;
                this.bestInTitle[slot] = place;
            }
        }
    }

    private addTheirs(terms: Int32Array, start: number, middle: number, end: number): void {
        const { theirs, meeting } = this;
        const { match, miss, kind } = this.weights;
        clear(theirs);
        for (let i = start; i < end; i++) {
            const isTitle = i < middle;
            const term = terms[i]!;
            let near = 0;
            let nearInTitle = 0;
            if (this.slotMarks[term] === this.mark) {
                near = 1;
                nearInTitle = this.slot[term]! < this.titleSize ? 1 : IN_DESCRIPTION;
            }
            const isPaired = isTitle && nearInTitle === 1;
            if (!isPaired && this.firstMarks[term] === this.mark) {
                for (let entry = this.first[term]!; entry >= 0; entry = this.next[entry]!) {
                    const slot = this.places[entry]!;
                    const isTaken = slot < this.titleSize && this.met[slot] === meeting && this.bestInTitle[slot] === 1;
                    if (!isTaken) {
                        const nearness = this.nearness[entry]!;
                        near = Math.max(near, nearness);
                        nearInTitle = Math.max(
                            nearInTitle,
                            slot < this.titleSize ? nearness : nearness * IN_DESCRIPTION,
                        );
                        this.meetNear(slot, nearness, isTitle ? 1 : IN_DESCRIPTION);
                    }
                }
            }
            if (isTitle) {
                addTitle(theirs, match[term]!, miss[term]!, kind[term]!, nearInTitle);
            }
            addWhole(theirs, match[term]!, miss[term]!, isTitle, near);
        }
    }

    private meetNear(slot: number, nearness: number, place: number): void {
        const isNew = this.met[slot] !== this.meeting;
        this.met[slot] = this.meeting;
        this.best[slot] = isNew ? nearness : Math.max(this.best[slot]!, nearness);
        this.bestInTitle[slot] = isNew ? nearness * place : Math.max(this.bestInTitle[slot]!, nearness * place);
    }

    /**
     * Whether both programs have no more than one telling word in common that stands in a title of theirs. That of the
     * other words one is hardly another than one of the other program's counts as one more.
     */
    private isSingle(terms: Int32Array, start: number, middle: number, end: number): boolean {
        const { kind, match } = this.weights;
        let shared = 0;
        let isNear = false;
        for (let i = start; i < end; i++) {
            const term = terms[i]!;
            if (this.slotMarks[term] !== this.mark) {
                isNear ||= this.isHardlyAnother(term);
            } else if (kind[term] !== PEOPLE && match[term]! >= TELLING) {
                shared += i < middle || this.slot[term]! < this.titleSize ? 1 : 0;
            }
        }
        return shared + (isNear ? 1 : 0) < 2;
    }

    private isHardlyAnother(term: number): boolean {
        if (this.firstMarks[term] === this.mark) {
            for (let entry = this.first[term]!; entry >= 0; entry = this.next[entry]!) {
                const slot = this.places[entry]!;
                const isShared = this.met[slot] === this.meeting && this.best[slot] === 1;
                if (this.nearness[entry]! >= HARDLY_ANOTHER && !isShared) {
                    return true;
                }
            }
        }
        return false;
    }

    private addMine(): void {
        const { mine, meeting } = this;
        const { match, miss, kind } = this.weights;
        clear(mine);
        for (let slot = 0; slot < this.terms.length; slot++) {
            const term = this.terms[slot]!;
            const isMet = this.met[slot] === meeting;
            const isTitle = slot < this.titleSize;
            if (isTitle) {
                addTitle(mine, match[term]!, miss[term]!, kind[term]!, isMet ? this.bestInTitle[slot]! : 0);
            }
            addWhole(mine, match[term]!, miss[term]!, isTitle, isMet ? this.best[slot]! : 0);
        }
    }

    private makeRoom(): void {
        this.mark++;
        this.places.length = this.nearness.length = this.next.length = 0;
        if (this.slot.length < this.knowledge.size) {
            const room = this.knowledge.size * 2;
            this.slot = new Int32Array(room);
            this.slotMarks = new Int32Array(room);
            this.first = new Int32Array(room);
            this.firstMarks = new Int32Array(room);
            this.nearMarks = new Int32Array(room);
            this.titleMarks = new Int32Array(room);
        }
        if (this.best.length < this.terms.length) {
            this.best = new Float64Array(this.terms.length * 2);
            this.bestInTitle = new Float64Array(this.terms.length * 2);
            this.met = new Int32Array(this.terms.length * 2);
        }
    }
}

/** The most that a score can be by one side alone: the other one covered whole, and nothing at odds. */
function mostOf(sums: Sums, isWhole: boolean): number {
    const titles = Math.sqrt(share(sums.title, sums.titleMiss));
    return isWhole ? TITLE_SHARE * titles + (1 - TITLE_SHARE) * Math.sqrt(share(sums.whole, sums.wholeMiss)) : titles;
}

/** Whether any of these terms is marked; where none is, one program's title is not covered at all. */
function touch(terms: Int32Array, start: number, end: number, marks: Int32Array, mark: number): boolean {
    for (let i = start; i < end; i++) {
        if (marks[terms[i]!] === mark) {
            return true;
        }
    }
    return false;
}
