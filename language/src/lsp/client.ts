/** The editor at the other end, as the session speaks to it. Neither way of speaking throws. */
export interface Client {
    /** Tells something. */
    notify(method: string, params: unknown): void;
    /** Asks something; `undefined` when the editor refuses or is gone. */
    ask(method: string, params: unknown): Promise<unknown>;
}
