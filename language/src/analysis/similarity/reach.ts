import { DESCRIPTION_WORD } from './coverage.ts';
import type { ProgramTerms } from './program.ts';
import type { Weights } from './weights.ts';

/**
 * The least a shared word must count for to bring two programs together. Words below are in every eighth
 * program or say only where and how; their long lists are never walked.
 */
export const ANCHOR = 0.2;
/** The same for a word that stands in both descriptions, where it counts for little. */
export const DESCRIPTION_ANCHOR = 0.5;

/** How many figures there are of a program, and which stands where. */
const FIGURES = 5;
const LOOSE_TITLE = 0;
const MISS_TITLE = 1;
const LOOSE_WHOLE = 2;
const MISS_WHOLE = 3;
const IS_DESCRIBED = 4;

/**
 * What a pair of programs can reach by one shared word, told by sums over the words of each. *Loose* is what words count
 * for whose lists are not walked: they may be shared, unseen. *Miss* is what all others count for where they are not
 * shared. The figures of many programs stand in one row, so that comparing with thousands is quick.
 */
export class Reach {
    private figures = new Float64Array(1024 * FIGURES);
    /** By place: the root of the largest share that any one word can cover of the title or of the whole text. */
    best = new Float32Array(1024);

    constructor(private readonly weights: Weights) {}

    /** Works out the figures of the program at a place. */
    measure(place: number, { title, description }: ProgramTerms): void {
        if ((place + 1) * FIGURES > this.figures.length) {
            const room = new Float64Array((place + 1) * FIGURES * 2);
            room.set(this.figures);
            this.figures = room;
            const more = new Float32Array((place + 1) * 2);
            more.set(this.best);
            this.best = more;
        }
        const { match, miss } = this.weights;
        let loose = 0;
        let missed = 0;
        for (let i = 0; i < title.length; i++) {
            const term = title[i]!;
            if (match[term]! < ANCHOR) loose += match[term]!;
            else missed += miss[term]!;
        }
        const { figures } = this;
        const at = place * FIGURES;
        figures[at + LOOSE_TITLE] = loose;
        figures[at + MISS_TITLE] = missed;
        for (let i = 0; i < description.length; i++) {
            const term = description[i]!;
            if (match[term]! < DESCRIPTION_ANCHOR) loose += DESCRIPTION_WORD * match[term]!;
            else missed += DESCRIPTION_WORD * miss[term]!;
        }
        figures[at + LOOSE_WHOLE] = loose;
        figures[at + MISS_WHOLE] = missed;
        figures[at + IS_DESCRIBED] = description.length > 0 ? 1 : 0;
        let best = 0;
        for (let i = 0; i < title.length; i++) {
            const term = title[i]!;
            best = Math.max(best, this.mostOfTitle(place, term, true), this.mostOfWhole(place, term, true));
        }
        for (let i = 0; i < description.length; i++) {
            const term = description[i]!;
            best = Math.max(best, this.mostOfTitle(place, term, false), this.mostOfWhole(place, term, false));
        }
        // Rounded up, so that nothing is given up that could be enough.
        this.best[place] = Math.sqrt(best) + 1e-6;
    }

    /** Whether the program at a place has a description. */
    isDescribed(place: number): boolean {
        return this.figures[place * FIGURES + IS_DESCRIBED] === 1;
    }

    /** The most of a title that is covered when one word is shared and seen; `isIn` where it stands in that title. */
    mostOfTitle(place: number, term: number, isIn: boolean): number {
        const loose = this.figures[place * FIGURES + LOOSE_TITLE]!;
        const missed = this.figures[place * FIGURES + MISS_TITLE]!;
        if (!isIn) {
            return loose === 0 ? 0 : loose / (loose + missed);
        }
        const hit = loose + this.weights.match[term]!;
        return hit / (hit + Math.max(0, missed - this.weights.miss[term]!));
    }

    /** The same of the whole text. */
    mostOfWhole(place: number, term: number, isIn: boolean): number {
        const match = this.weights.match[term]!;
        const weight = isIn ? 1 : DESCRIPTION_WORD;
        const hit = this.figures[place * FIGURES + LOOSE_WHOLE]! + weight * match;
        const missed = this.figures[place * FIGURES + MISS_WHOLE]!;
        // A word that is loose in a description was never counted as missed.
        const own = isIn || match >= DESCRIPTION_ANCHOR ? weight * this.weights.miss[term]! : 0;
        return hit / (hit + Math.max(0, missed - own));
    }
}
