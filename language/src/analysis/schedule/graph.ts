/** Edges of a graph over dense integers: those of node `v` are `to[first[v]]` up to, not including, `to[first[v + 1]]`. */
export interface Edges {
    readonly first: Int32Array;
    readonly to: Int32Array;
}

/** Puts lists of edges, given by their sources and targets, into rows by source; within a row the given order stays. */
export function edgesOf(
    size: number,
    sources: ArrayLike<number>,
    targets: ArrayLike<number>,
): Edges & { readonly edge: Int32Array } {
    const first = new Int32Array(size + 1);
    for (let i = 0; i < sources.length; i++) {
        first[sources[i]! + 1]!++;
    }
    for (let v = 0; v < size; v++) {
        first[v + 1]! += first[v]!;
    }
    const next = first.slice(0, size);
    const to = new Int32Array(sources.length);
    const edge = new Int32Array(sources.length);
    for (let i = 0; i < sources.length; i++) {
        const place = next[sources[i]!]!++;
        to[place] = targets[i]!;
        edge[place] = i;
    }
    return { first, to, edge };
}

/**
 * The strongly connected component of each node, as a number; nodes that are not `among` have -1 and are not passed
 * through. R. Tarjan, "Depth-first search and linear graph algorithms" (1972), with a stack of its own instead of
 * recursion, so that a chain of any length fits.
 */
export function componentsOf(size: number, edges: Edges, among: Uint8Array): Int32Array {
    const component = new Int32Array(size).fill(-1);
    const index = new Int32Array(size);
    const low = new Int32Array(size);
    const next = new Int32Array(size);
    const path: number[] = [];
    const open: number[] = [];
    let counter = 0;
    let components = 0;
    for (let root = 0; root < size; root++) {
        if (among[root] === 0 || index[root] !== 0) {
            continue;
        }
        enter(root);
        while (path.length > 0) {
            const node = path[path.length - 1]!;
            if (next[node]! < edges.first[node + 1]!) {
                const other = edges.to[next[node]!++]!;
                if (among[other] === 0) {
                    continue;
                }
                if (index[other] === 0) {
                    enter(other);
                } else if (component[other] === -1) {
                    low[node] = Math.min(low[node]!, index[other]!);
                }
                continue;
            }
            path.pop();
            const above = path[path.length - 1];
            if (above !== undefined) {
                low[above] = Math.min(low[above]!, low[node]!);
            }
            if (low[node] === index[node]) {
                close(node);
            }
        }
    }
    return component;

    function enter(node: number): void {
        counter++;
        index[node] = counter;
        low[node] = counter;
        next[node] = edges.first[node]!;
        path.push(node);
        open.push(node);
    }

    function close(node: number): void {
        let member: number;
        do {
            member = open.pop()!;
            component[member] = components;
        } while (member !== node);
        components++;
    }
}
