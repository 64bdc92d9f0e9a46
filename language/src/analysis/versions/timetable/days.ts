import type { Day } from '../../../plan/calendar.ts';
import { lastDayOf } from '../../schedule/courses.ts';
import { LeastFirst } from '../../schedule/heap.ts';
import { dayAfter } from '../../schedule/lengths.ts';
import { AssetNode, holderOf, type Nodes, ProgramNode } from './nodes.ts';

/** What has to be looked at again after an edit, and what came of it. */
export interface Settled {
    /** Programs of which some wait, or they themselves, may be otherwise. */
    readonly programs: ReadonlySet<ProgramNode>;
    readonly assets: ReadonlySet<AssetNode>;
    /** Programs that have other days than before. */
    readonly moved: ReadonlySet<ProgramNode>;
    /** Assets that others deliver first than before. */
    readonly handed: ReadonlySet<AssetNode>;
}

/** So many times as there are nodes days may be looked at again; who needs more goes round in circles. */
const ROUNDS = 2;

/**
 * Works out the days of some nodes, and of whom that reaches, until nothing changes: every program and every asset then has
 * the day that its neighbours give it. Since each wait takes a day at least, there is only one way in which all days can
 * fit together, and so these are the days that a fresh run finds. `undefined` where they do not come to rest: programs
 * that wait in a circle, or for an asset that nobody with days delivers.
 */
export function settle(nodes: Nodes, seeds: Iterable<ProgramNode | AssetNode>): Settled | undefined {
    const programs = new Set<ProgramNode>();
    const assets = new Set<AssetNode>();
    const moved = new Set<ProgramNode>();
    const handed = new Set<AssetNode>();
    const waiting = new Set<ProgramNode | AssetNode>();
    const queue = new LeastFirst();
    const line: (ProgramNode | AssetNode)[] = [];
    const push = (node: ProgramNode | AssetNode): void => {
        if (!waiting.has(node)) {
            waiting.add(node);
            // Assets first: they are there on the day on which who needs them starts.
            const key = node instanceof AssetNode ? 2 * (node.there ?? 0) : 2 * (node.start ?? 0) + 1;
            queue.push(key, line.push(node) - 1);
        }
    };
    for (const seed of seeds) {
        push(seed);
    }
    let left = ROUNDS * (nodes.programs.size + nodes.assets.size) + 100;
    while (queue.size > 0) {
        if (left-- <= 0) {
            return undefined;
        }
        const node = line[queue.pop()]!;
        waiting.delete(node);
        if (node instanceof ProgramNode) {
            programs.add(node);
            const days = daysOf(nodes, node);
            if (days === undefined) {
                return undefined;
            }
            if (days.start !== node.start || days.finish !== node.finish) {
                const isLate = days.finish !== node.finish;
                node.start = days.start;
                node.finish = days.finish;
                moved.add(node);
                if (isLate) {
                    tell(node);
                }
            }
        } else {
            assets.add(node);
            if (deliver(node)) {
                handed.add(node);
                node.needers.forEach(push);
            }
        }
    }
    return { programs, assets, moved, handed };

    function tell(node: ProgramNode): void {
        node.waiters.forEach(push);
        for (const { name } of node.program.delivers?.refs ?? []) {
            const asset = nodes.assets.get(name);
            if (asset !== undefined) {
                push(asset);
                // Who delivers what it needs itself waits for the next who does.
                for (const needer of asset.needers) {
                    if (asset.deliverers.includes(needer)) {
                        push(needer);
                    }
                }
            }
        }
        for (const { name } of node.program.replaces?.refs ?? []) {
            const asset = nodes.assets.get(name);
            if (asset !== undefined) {
                assets.add(asset);
            }
        }
    }
}

/** The days that what it waits for gives a program; `undefined` for one that waits for what it alone delivers. */
export function daysOf(
    nodes: Nodes,
    node: ProgramNode,
): { readonly start: Day | undefined; readonly finish: Day | undefined } | undefined {
    const { course } = node;
    if (!node.isDated) {
        return NO_DAYS;
    }
    if (course.start !== undefined) {
        return { start: course.start, finish: course.finish ?? lastDayOf(course, course.start) };
    }
    let start = course.notBefore;
    for (const { ref, lag } of node.program.after?.items ?? []) {
        const finish = nodes.programs.get(ref.name)?.finish;
        if (finish !== undefined) {
            start = Math.max(start, dayAfter(finish, lag));
        }
    }
    for (const { name } of node.program.needs?.refs ?? []) {
        const asset = nodes.assets.get(name);
        if (asset === undefined) {
            continue;
        }
        const finish = holderOf(asset, node)?.finish;
        const day = finish === undefined ? asset.asset.since?.when.first : finish + 1;
        if (day === undefined && node.isFloating && asset.deliverers.includes(node)) {
            return undefined;
        }
        start = Math.max(start, day ?? start);
    }
    return course.finish === undefined
        ? { start, finish: lastDayOf(course, start) }
        : { start: Math.min(course.finish, start), finish: course.finish };
}

const NO_DAYS = { start: undefined, finish: undefined };

/** Finds out when an asset is there; whether that, or who delivers it, is otherwise than it was. */
export function deliver(node: AssetNode): boolean {
    const { there, deliverer, isUnknown } = node;
    node.there = node.asset.since?.when.first;
    node.deliverer = undefined;
    node.isUnknown = node.holds && !node.deliverers.some((each) => each.isDated);
    if (node.asset.since === undefined) {
        for (const each of node.deliverers) {
            if (each.finish !== undefined && (node.there === undefined || each.finish + 1 < node.there)) {
                node.there = each.finish + 1;
                node.deliverer = each;
            }
        }
    }
    return there !== node.there || deliverer !== node.deliverer || isUnknown !== node.isUnknown;
}
