/** Two programs of different owners that are alike; `a` comes before `b`. */
export interface SimilarPair {
    readonly a: string;
    readonly b: string;
    /** From the threshold to 1. */
    readonly score: number;
    /** The words that both have, as the planner wrote them, the most telling first. */
    readonly shared: readonly string[];
}
