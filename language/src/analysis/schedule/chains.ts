import type { Day, Length } from '../../plan/calendar.ts';
import type { Program } from '../../plan/declarations/program.ts';
import { type Course, delay, lastDayOf } from './courses.ts';
import { type Days, heldBy } from './days.ts';
import { type Edges, edgesOf } from './graph.ts';
import { dayAfter } from './lengths.ts';
import type { Network } from './network.ts';

/**
 * Which program lets which start: the other way round of waiting, from program to program. Through an asset a program
 * waits for the one that delivers it first. Programs without days are in no chain.
 */
export class Chains {
    readonly programs: readonly Program[];
    /** The programs each program lets start. */
    readonly next: Edges;
    private readonly lags: readonly (Length | undefined)[];
    private readonly pinned: Uint8Array;

    constructor(
        network: Network,
        readonly courses: readonly Course[],
        readonly days: Days,
    ) {
        const { programs, waits } = network;
        const sources: number[] = [];
        const targets: number[] = [];
        const lags: (Length | undefined)[] = [];
        for (const node of days.order) {
            for (let i = waits.first[node]!; i < waits.first[node + 1]!; i++) {
                const before = heldBy(days, network, node, i);
                if (before !== undefined) {
                    sources.push(before);
                    targets.push(node);
                    lags.push(network.lags[i]);
                }
            }
        }
        const { edge, ...next } = edgesOf(programs.length, sources, targets);
        this.programs = programs;
        this.next = next;
        this.lags = Array.from(edge, (each) => lags[each]);
        this.pinned = Uint8Array.from(courses, ({ start, status }) =>
            start !== undefined || status === 'finished' ? 1 : 0,
        );
    }

    /** Whether a chain ends at a program: no wait moves one with a written start, or one that is finished. */
    isPinned(node: number): boolean {
        return this.pinned[node] === 1;
    }

    /** The first day that a finish lets the next program of a chain start, before any delay of that program. */
    letFrom(edge: number, finish: Day): Day {
        return dayAfter(finish, this.lags[edge]);
    }

    /** The finish of a program with its own length, from a start. */
    finishFrom(node: number, start: Day): Day {
        const course = this.courses[node]!;
        return course.finish === undefined
            ? lastDayOf(course, start)
            : start + this.days.finish[node]! - this.days.start[node]!;
    }

    /** The start of a program that floats, where a chain alone lets it start on a day. */
    startFrom(node: number, day: Day): Day {
        return delay(this.courses[node]!, day);
    }

    /** The lag of an edge. */
    lagOf(edge: number): Length | undefined {
        return this.lags[edge];
    }
}
