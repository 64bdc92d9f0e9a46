/** The shipped list counts as much as a plan of this many programs. */
const LIST_PROGRAMS = 500;
/** A word in a quarter of all programs tells next to nothing; one in a thousand tells all it can. */
const COMMONEST = Math.log(1 / 0.25);
const RAREST = Math.log(1 / 0.001);
const LEAST = 0.05;

/** Below this share of list and plan together a word is rare, however often the plan has it. */
const NOTED = 0.0025;
/** Nor is a word of fewer programs common in a small plan: two that share a rare one must not make it common by that. */
const FEWEST = 3;

/**
 * How telling a word is, from 0.05 to 1: the shipped list's frequency (of 10,000) joined with the plan's own
 * count. Both counts come in steps (`countStep`, `sizeStep`), so that one edited program seldom changes any
 * weight, and a plan gives the same weights however it came to be what it is.
 */
export function rarity(frequency: number, countStep: number, sizeStep: number): number {
    const share = ((LIST_PROGRAMS * frequency) / 10_000 + Math.max(0, countStep)) / (LIST_PROGRAMS + sizeStep);
    const weight = (Math.log(1 / share) - COMMONEST) / (RAREST - COMMONEST);
    return Math.min(1, Math.max(LEAST, weight));
}

/**
 * The step of a word's count: -1 for a word not met, 0 for what is rare in the plan, then twice the lower end of steps that
 * go from a quarter of a hundredth to one hundredth, to four, to sixteen, to all. Words move between them far more seldom
 * than their counts move.
 */
export function countStep(count: number, sizeStep: number): number {
    let from = Math.max(FEWEST, NOTED * (LIST_PROGRAMS + sizeStep));
    if (count < from) {
        return count === 0 ? -1 : 0;
    }
    while (count >= from * 4) {
        from *= 4;
    }
    return from * 2;
}

/** The step of a plan's size: powers of two. */
export function sizeStep(programs: number): number {
    return programs <= 1 ? programs : 2 ** Math.ceil(Math.log2(programs));
}
