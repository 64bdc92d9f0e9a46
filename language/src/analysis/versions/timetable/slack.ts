import type { Day } from '../../../plan/calendar.ts';
import { driftThrough, lastDrift, runOf } from '../../schedule/drift.ts';
import { LeastFirst } from '../../schedule/heap.ts';
import { dayAfter } from '../../schedule/lengths.ts';
import { finishFrom, type Limits } from './limits.ts';
import type { Nodes, ProgramNode } from './nodes.ts';

/** What a chain leaves, as far as it is known. */
interface Left {
    readonly slack: number;
    readonly critical: boolean;
}

/** A step to a program on an earlier day than its own, and the least slack that can lie behind it. */
interface Branch {
    readonly node: ProgramNode;
    readonly start: Day;
    readonly least: number;
}

/** What following chains anew came to. */
export interface Followed {
    /** Programs with another slack, or critical otherwise than before. */
    readonly changed: ReadonlySet<ProgramNode>;
    /** How many visits of programs on earlier days than their own it took. */
    readonly visits: number;
}

/** Chains on earlier days are followed so far at most, and so many programs are visited. */
const DEEPEST = 500;
const MOST = 50_000;

/**
 * Measures the slack of some programs anew, with those before programs that have other days, and of all whose chains lead through them where that can change anything, from
 * the last finish to the first. As in `slacksOf` a program on its scheduled day leaves the slack it has, and on an earlier
 * one is followed from there, but where months play no part. `undefined` where that is too much.
 */
export function measureSlack(nodes: Nodes, limits: Limits, dirty: Iterable<ProgramNode>): Followed | undefined {
    const anew = new Set<ProgramNode>();
    const changed = new Set<ProgramNode>();
    const queued = new Set<ProgramNode>();
    const queue = new LeastFirst();
    const line: ProgramNode[] = [];
    const known = new Map<ProgramNode, Map<number, Left>>();
    let visits = 0;
    const push = (node: ProgramNode): void => {
        if (!queued.has(node) && node.finish !== undefined) {
            queued.add(node);
            queue.push(-node.finish, line.push(node) - 1);
        }
    };
    for (const node of dirty) {
        anew.add(node);
        push(node);
        // Chains that end at a pinned program look at itself alone.
        if (node.isPinned && node.finish !== undefined) {
            nodes.eachBefore(node, (before) => {
                anew.add(before);
                push(before);
            });
        }
    }
    while (queue.size > 0) {
        const node = line[queue.pop()]!;
        const isOther = anew.has(node) && measure(node);
        if (isOther === undefined) {
            return undefined;
        }
        if (node.isPinned) {
            continue;
        }
        nodes.eachBefore(node, (before, lag) => {
            push(before);
            const gap = node.start! - dayAfter(before.finish!, lag);
            // On an earlier day than its own it may leave something else although it leaves the same on its own.
            if (isOther || (gap !== 0 && node.drift !== 0)) {
                anew.add(before);
            }
        });
    }
    return { changed, visits };

    /** Measures a program; whether it comes out otherwise than before, `undefined` where that is too much. */
    function measure(node: ProgramNode): boolean | undefined {
        const { slack, critical, drift } = node;
        node.drift = driftOf(nodes, node);
        const left = visit(node, node.finish!, 0);
        if (left === undefined) {
            return undefined;
        }
        node.slack = left.slack;
        node.critical = left.critical;
        if (slack !== left.slack || critical !== left.critical) {
            changed.add(node);
            return true;
        }
        return drift !== node.drift;
    }

    /** Follows all chains that go on from a program with a finish. */
    function visit(node: ProgramNode, finish: Day, depth: number): Left | undefined {
        if (depth > DEEPEST || visits > MOST) {
            return undefined;
        }
        const open: Branch[] = [];
        let slack = limits.slackAt(node, finish);
        let critical = limits.isTightAt(node, finish);
        nodes.eachNext(node, (other, lag) => {
            const day = dayAfter(finish, lag);
            if (other.isPinned) {
                const end = finishFrom(other, day);
                slack = Math.min(slack, other.start! - day, limits.slackAt(other, end));
                critical ||= day === other.lets || limits.isTightAt(other, end);
                return;
            }
            const gap = other.start! - day;
            if (gap === 0) {
                slack = Math.min(slack, other.slack);
                critical ||= other.critical;
            } else if (other.drift === 0) {
                slack = Math.min(slack, other.slack + gap);
            } else if (other.slack !== Number.POSITIVE_INFINITY) {
                const least = Math.max(other.slack, other.slack + gap - other.drift);
                open.push({ node: other, start: day, least });
            }
        });
        open.sort((a, b) => a.least - b.least);
        for (const { node: other, start, least } of open) {
            const gap = other.start! - start;
            if (least >= slack && (critical || gap > other.drift)) {
                continue;
            }
            let left = known.get(other)?.get(gap);
            if (left === undefined) {
                visits++;
                left = visit(other, finishFrom(other, start), depth + 1);
                if (left === undefined) {
                    return undefined;
                }
                const days = known.get(other) ?? new Map<number, Left>();
                known.set(other, days.set(gap, left));
            }
            slack = Math.min(slack, left.slack);
            critical ||= left.critical;
        }
        return { slack, critical };
    }
}

/** How far the chains of a program can drift, from what those have that it lets start. */
export function driftOf(nodes: Nodes, node: ProgramNode): number {
    const own = runOf(node.course);
    let most = lastOf(node);
    nodes.eachNext(node, (other, lag) => {
        const behind = other.isPinned ? lastOf(other) : other.drift;
        most = Math.max(most, driftThrough(own, [lag], runOf(other.course), behind));
    });
    return most;
}

function lastOf({ course, pulls }: ProgramNode): number {
    return lastDrift(
        runOf(course),
        pulls.some(({ after }) => after !== undefined),
    );
}
