/**
 * How much a run reads at most. Far beyond any plan that people wrote (100,000 programs are some 50 MB), and well within
 * what a machine can hold: what is more is refused with a sentence, before memory runs out.
 */

/** The largest file that is read, in megabytes of 1024 × 1024 bytes. */
export const MOST_MEGABYTES = 128;

/** The most `.smartcity` files below one path. */
export const MOST_FILES = 100_000;
