const marks: string[] = [];
let last = 0;

/**
 * Notes that a part of the work is done. With SMARTCITY_TIMING in the environment the end of the work prints the
 * milliseconds of each part, for those who look after the speed of the start; the first counts from the process's birth.
 */
export function mark(part: string): void {
    const now = performance.now();
    marks.push(`${part} ${Math.round(now - last)}`);
    last = now;
}

/** Prints what was noted, beside the answer. */
export function tellTiming(): void {
    if (process.env.SMARTCITY_TIMING) {
        process.stderr.write(`smartcity: ${marks.join(', ')}; ${Math.round(last)} ms in all.\n`);
    }
}
