/** What a run did, to be printed: figures, not promises. */
export class Counters {
    /** Texts that were read. */
    inputs = 0;
    /** UTF-16 units in them. */
    units = 0;
    /** Changes of one file in a workspace, or in a session of the language server. */
    edits = 0;
    /** Plans that were checked. */
    checks = 0;
    /** Milliseconds of the slowest single input. */
    slowest = 0;

    /** Runs something that one input causes, and fails when it takes longer than any input may: two seconds. */
    time<T>(units: number, act: () => T): T {
        const from = performance.now();
        const value = act();
        const took = performance.now() - from;
        this.inputs++;
        this.units += units;
        this.slowest = Math.max(this.slowest, took);
        if (took > LONGEST) {
            throw new Error(`took ${Math.round(took)} ms for ${units} characters`);
        }
        return value;
    }
}

/** Milliseconds that any input up to a megabyte may take. */
const LONGEST = 2000;
