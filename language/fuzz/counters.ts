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
    /** Milliseconds of the processor that the slowest single input took. */
    slowest = 0;

    /**
     * Runs something that one input causes, and fails when it takes longer than any input may: two seconds. What counts
     * is the time of the processor: what else the machine does meanwhile is nobody's fault.
     */
    time<T>(units: number, act: () => T): T {
        const from = process.cpuUsage();
        const value = act();
        const { user, system } = process.cpuUsage(from);
        const took = (user + system) / 1000;
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
