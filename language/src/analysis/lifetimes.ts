import type { Day } from '../plan/calendar.ts';
import type { Asset } from '../plan/declarations/asset.ts';
import type { Program } from '../plan/declarations/program.ts';
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

/** Reads the lifetimes off a schedule, each when it is asked for. */
export function lifetimes(plan: Plan, schedule: Schedule): Lifetimes {
    let unscheduled: ReadonlySet<Program> | undefined;
    let programs: readonly Program[] | undefined;
    const ofProgram = (program: Program): Lifetime | undefined => {
        const scheduled = schedule.byName.get(program.name);
        if (scheduled?.program === program) {
            return { from: scheduled.start, to: scheduled.finish };
        }
        unscheduled ??= new Set(schedule.unscheduled);
        return unscheduled.has(program) ? ALWAYS : undefined;
    };
    const ofAsset = (asset: Asset): Lifetime | undefined => {
        const life = schedule.assets.get(asset.name);
        return life?.asset === asset && (life.from === null || life.to === null || life.from <= life.to)
            ? { from: life.from, to: life.to }
            : undefined;
    };
    return {
        get programs() {
            programs ??= plan.programs.filter((program) => ofProgram(program) !== undefined);
            return programs;
        },
        of: (declaration) => (declaration.kind === 'program' ? ofProgram(declaration) : ofAsset(declaration)),
    };
}
