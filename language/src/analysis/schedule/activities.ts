import type { Day, Length } from '../../plan/calendar.ts';
import type { Activity, After, Program } from '../../plan/declarations/program.ts';
import { byName } from '../../plan/plan.ts';
import type { Cycle, ScheduledActivity } from '../schedule-types.ts';
import { circlesAmong } from './circles.ts';
import { edgesOf } from './graph.ts';
import { dayAfter, finishOf, strideOf } from './lengths.ts';

/** A wait of an activity for a sibling: its place in a list, and the clause item. */
interface Wait {
    readonly place: number;
    readonly item: After;
}

/** An activity with a duration, and the earlier steps it waits for. */
interface Step {
    readonly activity: Activity;
    readonly length: Length;
    readonly after: readonly { readonly step: number; readonly lag: Length | undefined }[];
}

/** The activities of a program that get days. */
export interface Agenda {
    /** Each stands behind all that it waits for. */
    readonly steps: readonly Step[];
    /** Activities that wait for each other. */
    readonly cycles: readonly Cycle[];
    /** How many of its lengths are counted in months. */
    readonly inMonths: number;
}

const EMPTY: Agenda = { steps: [], cycles: [], inMonths: 0 };
const FREE: readonly Wait[] = [];

/**
 * Brings the activities of a program into an order in which they can be scheduled. Those without a duration and those that
 * wait for each other get no days, and waiting for them is ignored.
 */
export function agendaOf(program: Program): Agenda {
    const { activities } = program;
    if (activities.length === 0) {
        return EMPTY;
    }
    const waits = waitsOf(program.name, activities);
    if (waits.every((list, place) => list.every((wait) => wait.place < place))) {
        // As most people write them: each below what it waits for.
        return agenda(activities, waits, activities.keys(), []);
    }
    const sorted = [...activities].sort(byName);
    return untangle(sorted, waitsOf(program.name, sorted));
}

/** Puts activities that stand in any order behind what they wait for, and takes out the circles. Activities by name. */
function untangle(activities: readonly Activity[], waits: readonly (readonly Wait[])[]): Agenda {
    const size = activities.length;
    const sources = waits.flatMap((list, place) => list.map(() => place));
    const edges = edgesOf(
        size,
        sources,
        waits.flat().map((wait) => wait.place),
    );
    const references = waits.flat().map((wait) => wait.item.ref);
    const nameOf = (place: number) => activities[place]!.name;
    const { cycles, inside, component } = circlesAmong(
        { size, members: size, waits: edges, references, nameOf },
        new Uint8Array(size).fill(1),
    );
    const order = [...activities.keys()].filter((place) => inside[place] === 0);
    order.sort((a, b) => component[a]! - component[b]!);
    return agenda(activities, waits, order, cycles);
}

/** For each activity the siblings it waits for; other names are no wait. */
function waitsOf(program: string, activities: readonly Activity[]): readonly (readonly Wait[])[] {
    const placeOf = new Map<string, number>();
    return activities.map(({ after }) => {
        if (after === undefined) {
            return FREE;
        }
        if (placeOf.size === 0) {
            activities.forEach((activity, place) => {
                placeOf.set(activity.name, place);
            });
        }
        const waits: Wait[] = [];
        for (const item of after.items) {
            const place = placeOf.get(item.ref.name) ?? placeOf.get(`${program}.${item.ref.name}`);
            if (place !== undefined) {
                waits.push({ place, item });
            }
        }
        return waits;
    });
}

/** The agenda of activities in an order; what stands later, or has no duration, is not waited for. */
function agenda(
    activities: readonly Activity[],
    waits: readonly (readonly Wait[])[],
    order: Iterable<number>,
    cycles: readonly Cycle[],
): Agenda {
    const steps: Step[] = [];
    const stepOf = new Int32Array(activities.length).fill(-1);
    let inMonths = 0;
    for (const place of order) {
        const activity = activities[place]!;
        const length = activity.duration?.length;
        if (length === undefined) {
            continue;
        }
        const after: { step: number; lag: Length | undefined }[] = [];
        for (const { place: other, item } of waits[place]!) {
            if (stepOf[other] !== -1) {
                after.push({ step: stepOf[other]!, lag: item.lag });
                inMonths += item.lag === undefined || strideOf(item.lag) === 'days' ? 0 : 1;
            }
        }
        inMonths += strideOf(length) === 'days' ? 0 : 1;
        stepOf[place] = steps.length;
        steps.push({ activity, length, after });
    }
    return { steps, cycles, inMonths };
}

/** The activities with their days, in a program that starts on a day; in the order of the agenda. */
export function runAgenda({ steps }: Agenda, start: Day): readonly ScheduledActivity[] {
    const scheduled: ScheduledActivity[] = [];
    for (const { activity, length, after } of steps) {
        let begin = start;
        for (const { step, lag } of after) {
            begin = Math.max(begin, dayAfter(scheduled[step]!.finish, lag));
        }
        scheduled.push({ activity, start: begin, finish: finishOf(begin, length) });
    }
    return scheduled;
}

/** The last day of all activities in a program that starts on a day; the day before it when none has days. */
export function lastOf({ steps }: Agenda, start: Day): Day {
    const finishes: Day[] = [];
    let last = start - 1;
    for (const { length, after } of steps) {
        let begin = start;
        for (const { step, lag } of after) {
            begin = Math.max(begin, dayAfter(finishes[step]!, lag));
        }
        const finish = finishOf(begin, length);
        finishes.push(finish);
        last = Math.max(last, finish);
    }
    return last;
}
