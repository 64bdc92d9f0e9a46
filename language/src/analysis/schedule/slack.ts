import type { Day } from '../../plan/calendar.ts';
import type { Bounds } from './bounds.ts';
import type { Chains } from './chains.ts';
import { driftsOf } from './drift.ts';

/** The slack of each program in days (infinite when nothing bounds it), and 1 for each critical one. */
export interface Slacks {
    readonly slack: Float64Array;
    readonly critical: Uint8Array;
    /** How many visits of programs on earlier days than their own it took, of as many as there may be. */
    readonly visits: { readonly made: number; readonly most: number };
}

/** A program on a day that a chain lets it start on, with what is known so far of the chains that go on from there. */
interface Visit {
    readonly node: number;
    /** Days before its scheduled start. */
    readonly early: number;
    slack: number;
    critical: boolean;
    /** Where it leads to a program on an earlier day than its own, the most urgent first. */
    readonly open: readonly Branch[];
    /** How many of them have been looked at. */
    place: number;
}

/** A step to a program on an earlier day than its own, and the least slack that can lie behind it. */
interface Branch {
    readonly node: number;
    readonly start: Day;
    readonly least: number;
}

const NOWHERE: readonly Branch[] = [];

/** How many visits of programs on earlier days than their own the slack of so many programs may take. */
function mostVisits(programs: number): number {
    return 200_000 + 20 * programs;
}

/**
 * The slack of every program: the least, over all chains of waiting programs that begin with it, of what the chain leaves
 * to a deadline, a target or the start of a pinned program.
 *
 * Taken from the last finish to the first. Where a chain lets a program start on the day it is scheduled on, all that
 * follows is known already. Where it would let it start earlier, months make the rest of the chain a little longer or
 * shorter than it is from the scheduled day, so it is measured from the earlier one; but never by more than the drift of
 * that program, and chains that even so cannot leave less than what has been found are not followed. What was measured
 * once is kept, by program and day.
 */
export function slacksOf(chains: Chains, bounds: Bounds): Slacks {
    const { days, next, programs } = chains;
    const drift = driftsOf(chains, bounds);
    const slack = new Float64Array(programs.length).fill(Number.POSITIVE_INFINITY);
    const critical = new Uint8Array(programs.length);
    const measured = new Map<number, number>();
    // A hundred times what a plan needs; keeps the time in proportion to the plan even if somebody sets out to spend it.
    // Behind it the least that a chain can leave is taken for its slack: less than it has by twice the drift at most.
    const most = mostVisits(programs.length);
    let left = most;
    for (let i = days.order.length - 1; i >= 0; i--) {
        const node = days.order[i]!;
        const visit = measure(node, 0, days.finish[node]!);
        slack[node] = visit.slack;
        critical[node] = visit.critical ? 1 : 0;
    }
    return { slack, critical, visits: { made: most - left, most } };

    /** Follows all chains that go on from a program with a finish, without recursion. */
    function measure(node: number, early: number, finish: Day): Visit {
        const root = enter(node, early, finish);
        const path = [root];
        for (;;) {
            const visit = path[path.length - 1]!;
            const branch = visit.open[visit.place++];
            if (branch === undefined) {
                path.pop();
                const above = path[path.length - 1];
                if (above === undefined) {
                    return root;
                }
                keep(visit);
                above.slack = Math.min(above.slack, visit.slack);
                above.critical ||= visit.critical;
                continue;
            }
            const gap = days.start[branch.node]! - branch.start;
            if (branch.least >= visit.slack && (visit.critical || gap > drift[branch.node]!)) {
                continue;
            }
            const known = measured.get(keyOf(branch.node, gap));
            if (known !== undefined) {
                visit.slack = Math.min(visit.slack, Math.floor(known / 2));
                visit.critical ||= known % 2 !== 0;
            } else if (left-- > 0) {
                path.push(enter(branch.node, gap, chains.finishFrom(branch.node, branch.start)));
            } else {
                visit.slack = Math.min(visit.slack, branch.least);
            }
        }
    }

    /** Looks at all that bounds a program itself, at pinned programs behind it, and at those on their scheduled day. */
    function enter(node: number, early: number, finish: Day): Visit {
        let open: Branch[] | undefined;
        let least = bounds.slackAt(node, finish);
        let tight = bounds.isTightAt(node, finish);
        for (let edge = next.first[node]!; edge < next.first[node + 1]!; edge++) {
            const other = next.to[edge]!;
            const day = chains.letFrom(edge, finish);
            if (chains.isPinned(other)) {
                const end = chains.finishFrom(other, day);
                least = Math.min(least, days.start[other]! - day, bounds.slackAt(other, end));
                tight ||= bounds.isTightStart(other, day) || bounds.isTightAt(other, end);
                continue;
            }
            const start = chains.startFrom(other, day);
            const gap = days.start[other]! - start;
            if (gap === 0) {
                least = Math.min(least, slack[other]!);
                tight ||= critical[other] === 1;
            } else if (drift[other] === 0) {
                least = Math.min(least, slack[other]! + gap);
            } else if (slack[other] !== Number.POSITIVE_INFINITY) {
                open ??= [];
                open.push({ node: other, start, least: Math.max(slack[other]!, slack[other]! + gap - drift[other]!) });
            }
        }
        open?.sort((a, b) => a.least - b.least);
        return { node, early, slack: least, critical: tight, open: open ?? NOWHERE, place: 0 };
    }

    function keep({ node, early, slack: least, critical: tight }: Visit): void {
        measured.set(keyOf(node, early), 2 * least + (tight ? 1 : 0));
    }

    function keyOf(node: number, early: number): number {
        return early * programs.length + node;
    }
}
