import type { Day, Length } from '../../plan/calendar.ts';
import type { Delay } from '../../plan/declarations/change.ts';
import type { Program } from '../../plan/declarations/program.ts';
import type { Plan } from '../../plan/plan.ts';
import { type Agenda, agendaOf, lastOf } from './activities.ts';
import { finishOf, later } from './lengths.ts';

/** What a program says about its own days, before anything it waits for. */
export interface Course {
    readonly status: 'planned' | 'started' | 'finished';
    /** Whether it says how long it lasts or when it finished; one that does not is shown, and its days are not guessed. */
    readonly dated: boolean;
    /** The written start (`started`, `during`, `start`), moved if a scenario says so; `undefined` when it floats. */
    readonly start: Day | undefined;
    /** The written finish (`finished`, the end of a `during`), moved with the start; `undefined` when a length gives it. */
    readonly finish: Day | undefined;
    /** A program that floats does not start before this day, whatever it waits for. */
    readonly notBefore: Day;
    /** Days by which a scenario moves the written dates, and the activities with them. */
    readonly shift: number;
    /** What a scenario adds after all waits of a program that floats. */
    readonly delays: readonly Length[];
    readonly duration: Length | undefined;
    readonly agenda: Agenda;
}

/** `delay P, Q by 12 months`. */
export type Delayed = Pick<Delay, 'programs' | 'by'>;

const NONE: readonly Length[] = [];

/** Reads the courses of programs, in their order. */
export function coursesOf(programs: readonly Program[], firstDay: Day, delays: readonly Delayed[]): Course[] {
    const delaysOf = new Map<string, Length[]>();
    for (const { programs: delayed, by } of delays) {
        for (const { name } of delayed) {
            const list = delaysOf.get(name);
            if (list === undefined) {
                delaysOf.set(name, [by]);
            } else {
                list.push(by);
            }
        }
    }
    return programs.map((program) => courseOf(program, firstDay, delaysOf.get(program.name) ?? NONE));
}

function courseOf(program: Program, firstDay: Day, written: readonly Length[]): Course {
    const agenda = agendaOf(program);
    const duration = program.duration?.length;
    const finished = program.finished?.when.last;
    const start = program.started?.when.first ?? program.during?.from.first ?? program.start?.when.first;
    const finish = finished ?? program.during?.to.last;
    const status = finished !== undefined ? 'finished' : program.started !== undefined ? 'started' : 'planned';
    const course: Course = {
        status,
        dated: finish !== undefined || duration !== undefined || agenda.steps.length > 0,
        start: start !== undefined && finished !== undefined ? Math.min(start, finished) : start,
        // What started after the end it was planned for lasts a day at least.
        finish:
            start !== undefined && finish !== undefined && finished === undefined ? Math.max(start, finish) : finish,
        notBefore: Math.max(firstDay, program.earliest?.when.first ?? firstDay),
        shift: 0,
        // What has started is not delayed.
        delays: status === 'planned' ? written : NONE,
        duration,
        agenda,
    };
    return course.start === undefined || course.delays.length === 0 ? course : move(course, course.start);
}

/** Moves a written start by the delays, and the finish by as many days. */
function move(course: Course, start: Day): Course {
    const moved = delay(course, start);
    const finish = course.finish ?? (course.dated ? lastDayOf(course, start) : undefined);
    return {
        ...course,
        start: moved,
        finish: finish === undefined ? undefined : finish + moved - start,
        shift: moved - start,
        delays: NONE,
    };
}

/** A start, later by what a scenario delays the program by. */
export function delay({ delays }: Course, start: Day): Day {
    return delays.length === 0 ? start : delays.reduce(later, start);
}

/** The last day of a program that starts on a day and lasts its own length: its duration or its activities, the longer. */
export function lastDayOf({ duration, agenda }: Course, start: Day): Day {
    const last = duration === undefined ? start : finishOf(start, duration);
    return agenda.steps.length === 0 ? last : Math.max(last, lastOf(agenda, start));
}

/**
 * The plan's first day: the period's, or without one the first day that a program names (of a start the first day of its
 * date, of an end the last), or 0.
 */
export function firstDayOf(plan: Plan, programs: readonly Program[]): Day {
    const period = plan.masterplan?.period;
    if (period !== undefined) {
        return period.from.first;
    }
    let first = Number.POSITIVE_INFINITY;
    for (const { start, earliest, during, started, finished, finishBy } of programs) {
        const starts = [start?.when.first, earliest?.when.first, during?.from.first, started?.when.first];
        for (const day of [...starts, during?.to.last, finished?.when.last, finishBy?.when.last]) {
            first = Math.min(first, day ?? first);
        }
    }
    return first === Number.POSITIVE_INFINITY ? 0 : first;
}
