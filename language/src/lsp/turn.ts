/** Lets the event loop turn once: what the editor sent meanwhile is answered first. */
export function turn(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
}
