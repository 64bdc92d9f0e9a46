import type { Day } from '../../plan/calendar.ts';
import { type Course, delay, lastDayOf } from './courses.ts';
import { LeastFirst } from './heap.ts';
import { dayAfter } from './lengths.ts';
import type { Network } from './network.ts';

/** The days of all nodes of a network; `NaN` where there is none. */
export interface Days {
    readonly start: Float64Array;
    readonly finish: Float64Array;
    /** The first day each asset is there, by its place among the assets: from its `since` or its first delivery. */
    readonly there: Float64Array;
    /** The program whose finish gives that day, or -1. */
    readonly deliverer: Int32Array;
    /** 1 for assets that programs wait for in vain, since who could deliver them first has no days: nobody waits. */
    readonly unknown: Uint8Array;
    /** Programs in the order of their finish: each that floats stands behind all that it waits for. */
    readonly order: readonly number[];
}

/**
 * Finds the days of every program: pinned ones have theirs, and a program that floats gets its own as soon as everything
 * it waits for has. Programs are taken in the order of their finish, so that the first who delivers an asset gives its day
 * (D. Knuth, "A generalization of Dijkstra's algorithm", 1977: nothing starts before what it waits for is finished, so
 * nothing taken later can be there earlier). Waiting for a program without days is ignored.
 */
export function daysOf(network: Network, courses: readonly Course[], inCircle: Uint8Array): Days {
    const { programs, assets, waits, waiters, holds } = network;
    const count = programs.length;
    const start = new Float64Array(count).fill(Number.NaN);
    const finish = new Float64Array(count).fill(Number.NaN);
    const there = Float64Array.from(assets, (asset) => asset.since?.when.first ?? Number.NaN);
    const deliverer = new Int32Array(assets.length).fill(-1);
    const unknown = new Uint8Array(assets.length);
    const pending = new Int32Array(count);
    const order: number[] = [];
    const queue = new LeastFirst();
    const isDated = (node: number): boolean => courses[node]!.dated && inCircle[node] === 0;
    const isDelivered = (asset: number): boolean => {
        for (let i = waits.first[asset]!; i < waits.first[asset + 1]!; i++) {
            if (isDated(waits.to[i]!)) {
                return true;
            }
        }
        return false;
    };
    const floating = (node: number): boolean =>
        courses[node]!.start === undefined && courses[node]!.finish === undefined;
    for (let asset = count; asset < network.size; asset++) {
        unknown[asset - count] = holds[asset] === 1 && !isDelivered(asset) ? 1 : 0;
    }
    for (let node = 0; node < count; node++) {
        if (!isDated(node)) {
            continue;
        }
        const course = courses[node]!;
        if (!floating(node)) {
            start[node] = course.start ?? Number.NaN;
            finish[node] = course.finish ?? lastDayOf(course, course.start!);
            queue.push(finish[node]!, node);
            continue;
        }
        for (let i = waits.first[node]!; i < waits.first[node + 1]!; i++) {
            pending[node]! += isOpen(waits.to[i]!) ? 1 : 0;
        }
        if (pending[node] === 0) {
            begin(node);
        }
    }
    drain();
    // Whoever is left waits, in a circle, for an asset that a program without days would deliver first.
    if (order.length < count && giveUp()) {
        drain();
    }
    for (const node of order) {
        if (Number.isNaN(start[node]!)) {
            start[node] = Math.min(finish[node]!, earliestOf(node));
        }
    }
    return { start, finish, there, deliverer, unknown, order };

    /** Whether somebody who waits for a node has to be told when it is there. */
    function isOpen(node: number): boolean {
        return node < count ? isDated(node) : holds[node] === 1 && unknown[node - count] === 0;
    }

    /** The first day on which everything that a program waits for lets it start; all of that must have its days. */
    function earliestOf(node: number): Day {
        let day = courses[node]!.notBefore;
        for (let i = waits.first[node]!; i < waits.first[node + 1]!; i++) {
            day = Math.max(day, freeFrom({ finish, there, deliverer, unknown }, network, node, i) ?? day);
        }
        return day;
    }

    function begin(node: number): void {
        start[node] = delay(courses[node]!, earliestOf(node));
        finish[node] = lastDayOf(courses[node]!, start[node]!);
        queue.push(finish[node]!, node);
    }

    function tell(node: number): void {
        for (let i = waiters.first[node]!; i < waiters.first[node + 1]!; i++) {
            const waiter = waiters.to[i]!;
            if (waiter >= count) {
                deliver(waiter, node);
            } else if (floating(waiter) && isDated(waiter) && --pending[waiter]! === 0) {
                begin(waiter);
            }
        }
    }

    function deliver(asset: number, node: number): void {
        if (Number.isNaN(there[asset - count]!)) {
            there[asset - count] = finish[node]! + 1;
            deliverer[asset - count] = node;
            if (unknown[asset - count] === 0) {
                tell(asset);
            }
        }
    }

    function drain(): void {
        while (queue.size > 0) {
            const node = queue.pop();
            order.push(node);
            tell(node);
        }
    }

    /** Stops waiting for the assets that are still missing although a program without days delivers them. */
    function giveUp(): boolean {
        let any = false;
        for (let asset = count; asset < network.size; asset++) {
            const missing = isOpen(asset) && Number.isNaN(there[asset - count]!);
            if (
                missing &&
                waits.to.subarray(waits.first[asset], waits.first[asset + 1]).some((node) => !isDated(node))
            ) {
                unknown[asset - count] = 1;
                any = true;
                tell(asset);
            }
        }
        return any;
    }
}

/** What the days of a wait are read off. */
type Known = Pick<Days, 'finish' | 'there' | 'deliverer' | 'unknown'>;

/** The first day on which a wait no longer holds its program back; `undefined` when that is unknown. */
export function freeFrom(days: Known, network: Network, node: number, wait: number): Day | undefined {
    const before = heldBy(days, network, node, wait);
    if (before !== undefined) {
        return dayAfter(days.finish[before]!, network.lags[wait]);
    }
    const asset = network.waits.to[wait]! - network.programs.length;
    const since = asset < 0 ? undefined : network.assets[asset]!.since;
    return since?.when.first;
}

/** The program whose finish decides a wait; `undefined` when none does, or it has no days. */
export function heldBy(
    { finish, deliverer, unknown }: Known,
    network: Network,
    node: number,
    wait: number,
): number | undefined {
    const { programs, waits } = network;
    const target = waits.to[wait]!;
    const asset = target - programs.length;
    let before = asset < 0 ? target : unknown[asset] === 1 ? -1 : deliverer[asset]!;
    if (asset >= 0 && before === node) {
        // What a pinned program delivers itself is no help to it: the next who delivers the same is.
        before = -1;
        for (let i = waits.first[target]!; i < waits.first[target + 1]!; i++) {
            const other = waits.to[i]!;
            if (other !== node && !Number.isNaN(finish[other]!) && (before < 0 || finish[other]! < finish[before]!)) {
                before = other;
            }
        }
    }
    return before < 0 || Number.isNaN(finish[before]!) ? undefined : before;
}
