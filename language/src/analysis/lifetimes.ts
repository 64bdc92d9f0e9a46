import type { Day } from '../plan/calendar.ts';
import type { Asset, Program } from '../plan/declarations.ts';
import type { Plan } from '../plan/plan.ts';
import type { Schedule } from './schedule-types.ts';

/** A span of days, both ends included; `null` is an open end. */
export interface Lifetime {
    readonly from: Day | null;
    readonly to: Day | null;
}

/** The lifetime of what has always been there and stays. */
export const ALWAYS: Lifetime = { from: null, to: null };

/** The days on which both live; `undefined` when there is none. */
export function meet(a: Lifetime, b: Lifetime): Lifetime | undefined {
    const from = a.from === null ? b.from : b.from === null ? a.from : Math.max(a.from, b.from);
    const to = a.to === null ? b.to : b.to === null ? a.to : Math.min(a.to, b.to);
    return from !== null && to !== null && from > to ? undefined : { from, to };
}

/** The shortest span that holds both. */
export function join(a: Lifetime, b: Lifetime): Lifetime {
    return {
        from: a.from === null || b.from === null ? null : Math.min(a.from, b.from),
        to: a.to === null || b.to === null ? null : Math.max(a.to, b.to),
    };
}

/** Whether a lifetime has a day in a span of days. */
export function touches(life: Lifetime, first: Day, last: Day): boolean {
    return (life.from === null || life.from <= last) && (life.to === null || life.to >= first);
}

/** When programs and assets live. */
export interface Lifetimes {
    /** Programs that take part, by name: cancelled and dropped ones are left out. */
    readonly programs: readonly Program[];
    /**
     * A program lives through its schedule, an unscheduled one always; an asset from `since` or delivery to `until` or
     * its replacement. `undefined` for a cancelled or dropped program and for an asset that ends before it begins.
     */
    of(declaration: Program | Asset): Lifetime | undefined;
}

/** Reads the lifetimes off a schedule. */
export function lifetimes(plan: Plan, schedule: Schedule): Lifetimes {
    const known = new Map<Program | Asset, Lifetime>();
    for (const { program, start, finish } of schedule.programs) {
        known.set(program, { from: start, to: finish });
    }
    for (const program of schedule.unscheduled) {
        known.set(program, ALWAYS);
    }
    for (const { asset, from, to } of schedule.assets.values()) {
        if (from === null || to === null || from <= to) {
            known.set(asset, { from, to });
        }
    }
    return {
        programs: plan.programs.filter((program) => known.has(program)),
        of: (declaration) => known.get(declaration),
    };
}
