import fc from 'fast-check';
import { Counters } from './counters.ts';
import type { Property } from './property.ts';

/** What became of a property: `undefined` when it held for every input, else the smallest input that broke it. */
export interface Broken {
    readonly property: string;
    readonly seed: number;
    readonly input: unknown;
    readonly reason: string;
}

/** Milliseconds that one seed of a property may take, the search for a smaller input included. */
const LONGEST = 120_000;

/** Tries a property on so many inputs from a seed, no longer than until a moment; the same seed gives the same inputs. */
export async function tryProperty(
    property: Property,
    runs: number,
    seed: number,
    counters = new Counters(),
    until = Number.POSITIVE_INFINITY,
): Promise<Broken | undefined> {
    const result = await fc.check(property.build(counters), {
        numRuns: runs,
        seed,
        endOnFailure: false,
        interruptAfterTimeLimit: Math.max(1, Math.min(LONGEST, until - Date.now())),
    });
    if (!result.failed || (result.interrupted && result.counterexample === null)) {
        return undefined;
    }
    const reason = result.errorInstance;
    return {
        property: property.name,
        seed,
        input: result.counterexample,
        reason: reason instanceof Error ? (reason.stack ?? reason.message) : String(reason),
    };
}
