import type { Day } from '../plan/calendar.ts';
import { trimmed } from '../plan/lists.ts';
import type { Plan } from '../plan/plan.ts';
import { runAgenda } from './schedule/activities.ts';
import { Bounds } from './schedule/bounds.ts';
import { Chains } from './schedule/chains.ts';
import { findCircles } from './schedule/circles.ts';
import { type Course, coursesOf, type Delayed, firstDayOf } from './schedule/courses.ts';
import { type Days, daysOf, freeFrom, heldBy } from './schedule/days.ts';
import { livesOf } from './schedule/lives.ts';
import { type Network, networkOf } from './schedule/network.ts';
import { slacksOf } from './schedule/slack.ts';
import type { Cycle, Schedule, ScheduledActivity, ScheduledProgram, Wait } from './schedule-types.ts';

/** What a scenario changes in a schedule. */
export interface ScheduleOptions {
    /** `delay` clauses, in the order they are written; programs that are not there are passed over. */
    readonly delays?: readonly Delayed[];
    /** Names of programs that are left out altogether. */
    readonly drops?: readonly string[];
}

/**
 * The days of everything in a plan. Never fails: what cannot be dated is left undated, names that mean nothing are no
 * waits. The order of the plan's lists changes nothing.
 */
export function schedule(plan: Plan, options: ScheduleOptions = {}): Schedule {
    const network = networkOf(plan, new Set(options.drops));
    const firstDay = firstDayOf(plan, network.programs);
    const courses = coursesOf(network.programs, firstDay, options.delays ?? []);
    const circles = findCircles(network);
    const days = daysOf(network, courses, circles.inside);
    const chains = new Chains(network, courses, days);
    const { slack, critical, visits } = slacksOf(chains, new Bounds(plan, chains));
    const assets = livesOf(plan, network, days);
    const programs: ScheduledProgram[] = [];
    // Nodes are numbered by name.
    for (const node of [...days.order].sort((a, b) => days.start[a]! - days.start[b]! || a - b)) {
        const activities = activitiesOf(courses[node]!, days.start[node]!, days.finish[node]!);
        programs.push({
            program: network.programs[node]!,
            start: days.start[node]!,
            finish: days.finish[node]!,
            status: courses[node]!.status,
            pinned: courses[node]!.start !== undefined,
            waits: waitsOf(network, days, node),
            slack: Number.isFinite(slack[node]!) ? slack[node]! : null,
            critical: critical[node] === 1,
            activities,
            overrun: overrunOf(courses[node]!, activities, days.finish[node]!),
        });
    }
    const cycles = [...circles.cycles, ...courses.flatMap((course) => course.agenda.cycles)];
    return {
        firstDay,
        programs,
        byName: new Map(programs.map((scheduled) => [scheduled.program.name, scheduled])),
        unscheduled: network.programs.filter((_, node) => Number.isNaN(days.finish[node]!)),
        inCycle: new Set(cycles.flatMap((cycle) => cycle.members)),
        cycles: cycles.sort(byFirstMember),
        assets,
        isThorough: visits.made <= visits.most / 2,
    };
}

/** What a program waits for, by name; of one thing named twice the wait that holds it longer. */
function waitsOf(network: Network, days: Days, node: number): readonly Wait[] {
    const { programs, assets, waits: edges, references } = network;
    const waits: Wait[] = [];
    for (let i = edges.first[node]!; i < edges.first[node + 1]!; i++) {
        const until = freeFrom(days, network, node, i);
        if (until !== undefined) {
            const target = edges.to[i]!;
            const asset = target - programs.length;
            const { name } = asset < 0 ? programs[target]! : assets[asset]!;
            waits.push({
                name,
                reference: references[i]!,
                until,
                program: programs[heldBy(days, network, node, i) ?? -1],
            });
        }
    }
    return inOrder(waits);
}

/** Waits by name; of one thing waited for twice the one that holds longer. */
export function inOrder(waits: Wait[]): readonly Wait[] {
    return trimmed(
        waits.length < 2
            ? waits
            : waits
                  .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : b.until - a.until))
                  .filter((wait, i) => wait.name !== waits[i - 1]?.name),
    );
}

/** The activities with days. They move with a delayed program, and end with one that is finished. */
export function activitiesOf({ agenda, shift, status }: Course, start: Day, finish: Day): readonly ScheduledActivity[] {
    const planned = runAgenda(agenda, start - shift);
    if (planned.length === 0) {
        return planned;
    }
    const last = status === 'finished' ? finish : Number.POSITIVE_INFINITY;
    return planned
        .map((each) => ({
            activity: each.activity,
            start: Math.min(each.start + shift, last),
            finish: Math.min(each.finish + shift, last),
        }))
        .sort((a, b) => a.start - b.start || (a.activity.name < b.activity.name ? -1 : 1));
}

/** The last day of the activities that run over the end of a `during`. */
export function overrunOf(
    { finish: written }: Course,
    activities: readonly ScheduledActivity[],
    finish: Day,
): Day | undefined {
    const last = written === undefined ? finish : activities.reduce((day, each) => Math.max(day, each.finish), finish);
    return last > finish ? last : undefined;
}

function byFirstMember(a: Cycle, b: Cycle): number {
    return a.members[0]! < b.members[0]! ? -1 : 1;
}
