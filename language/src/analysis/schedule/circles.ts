import type { Reference } from '../../plan/declarations/reference.ts';
import type { Cycle } from '../schedule-types.ts';
import { componentsOf, type Edges } from './graph.ts';
import type { Network } from './network.ts';

/** A graph of waits whose circles are asked for. */
interface Waits {
    /** How many nodes there are. */
    readonly size: number;
    /** How many of them, from 0 on, count as members of a circle; the others only lead through it. */
    readonly members: number;
    readonly waits: Edges;
    /** The clause item of each wait. */
    readonly references: readonly (Reference | undefined)[];
    nameOf(node: number): string;
}

/** The circles of a graph of waits. */
export interface Circles {
    /** By name of the first member. */
    readonly cycles: readonly Cycle[];
    /** 1 for each node that is a member of one. */
    readonly inside: Uint8Array;
    /** The strongly connected component of each node; each number is greater than those of all it waits for. */
    readonly component: Int32Array;
}

/**
 * Finds the programs that wait for each other. A program waits for everything it names; an asset is there as soon as one
 * of its deliverers is done, so it closes a circle only if none of them gets by without it: an extension of a network
 * that another program builds first is no circle. What cannot start is in a circle or waits for one; the circles are the
 * strongly connected components among that.
 */
export function findCircles(network: Network): Circles {
    const { programs, assets, size, waits, references } = network;
    const nameOf = (node: number) => (programs[node] ?? assets[node - programs.length]!).name;
    return circlesAmong({ size, members: programs.length, waits, references, nameOf }, stuckNodes(network));
}

/** Finds the circles among some nodes of a graph. Members come by name if the nodes do. */
export function circlesAmong(graph: Waits, among: Uint8Array): Circles {
    const inside = new Uint8Array(graph.members);
    if (!among.includes(1)) {
        return { cycles: [], inside, component: new Int32Array(graph.size).fill(-1) };
    }
    const component = componentsOf(graph.size, graph.waits, among);
    const circles = new Map<number, number[]>();
    for (let node = 0; node < graph.members; node++) {
        if (component[node] !== -1 && waitInside(graph, component, node) !== undefined) {
            inside[node] = 1;
            const members = circles.get(component[node]!);
            if (members === undefined) {
                circles.set(component[node]!, [node]);
            } else {
                members.push(node);
            }
        }
    }
    const cycles = [...circles.values()].map((members) => ({
        members: members.map(graph.nameOf),
        path: wayRound(graph, component, members[0]!).map(graph.nameOf),
        references: members.map((node) => waitInside(graph, component, node)!),
    }));
    return { cycles, inside, component };
}

/** Marks the programs that could never start and the assets that would never be there, whatever the dates. */
function stuckNodes({ programs, waits, waiters, holds }: Network): Uint8Array {
    const stuck = holds.slice();
    const pending = new Int32Array(programs.length);
    const free: number[] = [];
    for (let node = 0; node < programs.length; node++) {
        for (let i = waits.first[node]!; i < waits.first[node + 1]!; i++) {
            pending[node]! += holds[waits.to[i]!]!;
        }
        if (pending[node] === 0) {
            stuck[node] = 0;
            free.push(node);
        }
    }
    while (free.length > 0) {
        const node = free.pop()!;
        for (let i = waiters.first[node]!; i < waiters.first[node + 1]!; i++) {
            const waiter = waiters.to[i]!;
            if (waiter < programs.length ? --pending[waiter]! === 0 : stuck[waiter] === 1) {
                stuck[waiter] = 0;
                free.push(waiter);
            }
        }
    }
    return stuck;
}

/** The first clause item that ties a node to its own component; `undefined` when nothing does. */
function waitInside({ waits, references }: Waits, component: Int32Array, node: number): Reference | undefined {
    for (let i = waits.first[node]!; i < waits.first[node + 1]!; i++) {
        if (component[waits.to[i]!] === component[node]) {
            return references[i];
        }
    }
    return undefined;
}

/** A shortest way from a node through its component back to itself; both ends included. */
function wayRound({ waits }: Waits, component: Int32Array, start: number): number[] {
    const from = new Map<number, number>();
    const queue = [start];
    for (let head = 0; head < queue.length && !from.has(start); head++) {
        const node = queue[head]!;
        for (let i = waits.first[node]!; i < waits.first[node + 1]!; i++) {
            const next = waits.to[i]!;
            if (component[next] === component[start] && !from.has(next)) {
                from.set(next, node);
                queue.push(next);
            }
        }
    }
    const path = [start];
    do {
        path.push(from.get(path[path.length - 1]!)!);
    } while (path[path.length - 1] !== start);
    return path.reverse();
}
