import type { Length } from '../../plan/calendar.ts';
import { type Course, coursesOf, type Delayed } from '../schedule/courses.ts';
import { componentsOf, type Edges, edgesOf } from '../schedule/graph.ts';
import type { AssetLife, Schedule, ScheduledProgram } from '../schedule-types.ts';
import { isUncertain } from './strides.ts';

/** Something that a floating program waits for, and the lag behind it. */
export interface Waiting {
    readonly node: number;
    readonly lag: Length | undefined;
    /** What the draws of the lag are known by. */
    readonly part: string;
}

/**
 * Who is uncertain, over dense integers: programs with days are the nodes from 0, in the schedule's order, and the assets
 * that somebody waits for follow them. An uncertain node has a spread itself or waits for one that has.
 */
export interface Reach {
    readonly schedule: Schedule;
    readonly programs: readonly ScheduledProgram[];
    readonly courses: readonly Course[];
    readonly nodeOf: ReadonlyMap<string, number>;
    /** 1 for programs with a spread of their own: of their duration, an activity, or a lag. */
    readonly own: Uint8Array;
    /** 1 for uncertain nodes. */
    readonly uncertain: Uint8Array;
    /** The first day on which written dates let a program start: its own, the plan's, and those of assets it needs. */
    readonly notBefore: Float64Array;
    /** What a program that floats waits for besides dates. */
    readonly waits: readonly (readonly Waiting[])[];
    /** The programs that deliver each asset, by its node less the number of programs. */
    readonly deliverers: readonly (readonly number[])[];
    /** Uncertain nodes, each list behind those it waits for; several in one list wait for each other through assets. */
    readonly order: readonly (readonly number[])[];
}

const NOTHING: readonly Waiting[] = [];

/**
 * Finds out what a spread reaches. Waits are those that the schedule kept: what has no days is not waited for. `delays`
 * are those that the schedule was made with. Linear in the plan.
 */
export function reachOf(schedule: Schedule, delays: readonly Delayed[]): Reach {
    const { programs } = schedule;
    const courses = coursesOf(
        programs.map(({ program }) => program),
        schedule.firstDay,
        delays,
    );
    const nodeOf = new Map(programs.map(({ program }, node) => [program.name, node]));
    const assets = new Map<string, number>();
    const deliverers: number[][] = [];
    const notBefore = Float64Array.from(courses, (course) => course.notBefore);
    const waits = programs.map((each, node) => (floats(courses[node]!) ? waitsOf(each, node) : NOTHING));
    const own = Uint8Array.from(programs, (each, node) => (hasSpread(each, courses[node]!, waits[node]!) ? 1 : 0));
    const size = programs.length + deliverers.length;
    const sources: number[] = [];
    const targets: number[] = [];
    waits.forEach((list, node) => {
        for (const wait of list) {
            sources.push(node);
            targets.push(wait.node);
        }
    });
    deliverers.forEach((list, asset) => {
        for (const node of list) {
            sources.push(programs.length + asset);
            targets.push(node);
        }
    });
    const uncertain = spread(own, size, edgesOf(size, targets, sources));
    const order = orderOf(uncertain, edgesOf(size, sources, targets), programs);
    return { schedule, programs, courses, nodeOf, own, uncertain, notBefore, waits, deliverers, order };

    function waitsOf({ program, waits: kept }: ScheduledProgram, place: number): readonly Waiting[] {
        if (kept.length === 0) {
            return NOTHING;
        }
        const names = new Set(kept.map((wait) => wait.name));
        const list: Waiting[] = [];
        const times = new Map<string, number>();
        for (const { ref, lag } of program.after?.items ?? []) {
            const node = nodeOf.get(ref.name);
            if (node !== undefined && names.has(ref.name)) {
                const time = times.get(ref.name) ?? 0;
                times.set(ref.name, time + 1);
                list.push({ node, lag, part: `after ${ref.name} ${time}` });
            }
        }
        for (const { name } of program.needs?.refs ?? []) {
            const life = names.has(name) ? schedule.assets.get(name) : undefined;
            const since = life?.asset.since?.when.first;
            if (since !== undefined) {
                notBefore[place] = Math.max(notBefore[place]!, since);
            } else if (life !== undefined) {
                list.push({ node: assetOf(life), lag: undefined, part: '' });
            }
        }
        return list;
    }

    /** The node of an asset that is delivered. */
    function assetOf({ asset, deliverers: by }: AssetLife): number {
        let node = assets.get(asset.name);
        if (node === undefined) {
            node = programs.length + deliverers.length;
            assets.set(asset.name, node);
            deliverers.push(by.flatMap((program) => nodeOf.get(program.name) ?? []));
        }
        return node;
    }
}

/** Whether no written day holds a program: it starts as early as it can. */
export function floats({ start, status }: Course): boolean {
    return start === undefined && status !== 'finished';
}

/** Whether its last day is written: a finished program has it, and one that says `during`. */
export function hasWrittenFinish({ program, status }: ScheduledProgram): boolean {
    return status === 'finished' || program.during !== undefined;
}

function hasSpread(each: ScheduledProgram, { duration, agenda }: Course, waits: readonly Waiting[]): boolean {
    return (
        !hasWrittenFinish(each) &&
        (isUncertain(duration) ||
            agenda.steps.some((step) => isUncertain(step.length) || step.after.some(({ lag }) => isUncertain(lag))) ||
            waits.some(({ lag }) => isUncertain(lag)))
    );
}

/** Marks what waits, directly or not, for the nodes that are marked. */
function spread(own: Uint8Array, size: number, waiters: Edges): Uint8Array {
    const marked = new Uint8Array(size);
    const open: number[] = [];
    own.forEach((mark, node) => {
        if (mark === 1) {
            marked[node] = 1;
            open.push(node);
        }
    });
    while (open.length > 0) {
        const node = open.pop()!;
        for (let i = waiters.first[node]!; i < waiters.first[node + 1]!; i++) {
            const waiter = waiters.to[i]!;
            if (marked[waiter] === 0) {
                marked[waiter] = 1;
                open.push(waiter);
            }
        }
    }
    return marked;
}

/**
 * Components of what waits for each other, each behind those it waits for (that is how they are numbered). Inside of one,
 * programs stand in the order of their finish in the schedule, and assets behind all of them.
 */
function orderOf(uncertain: Uint8Array, waits: Edges, programs: readonly ScheduledProgram[]): number[][] {
    const component = componentsOf(uncertain.length, waits, uncertain);
    const lists: number[][] = [];
    component.forEach((number, node) => {
        if (number >= 0) {
            lists[number] ??= [];
            lists[number].push(node);
        }
    });
    const finish = (node: number): number => programs[node]?.finish ?? Number.POSITIVE_INFINITY;
    return lists.map((list) => (list.length < 2 ? list : list.sort((a, b) => finish(a) - finish(b) || a - b)));
}
