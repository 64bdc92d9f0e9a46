import type { Day } from '../plan/calendar.ts';
import type { Finding } from '../plan/finding.ts';
import type { Plan } from '../plan/plan.ts';
import { type Budget, budget } from './budget.ts';
import { project } from './projection.ts';
import type { Projection } from './projection-types.ts';
import { schedule } from './schedule.ts';
import type { Schedule } from './schedule-types.ts';

/** What follows from a plan. Each part is derived once, when it is first asked for. */
export interface Analysis {
    readonly plan: Plan;
    /** The day of the run: waivers end against it, pictures mark it. */
    readonly today: Day;
    readonly schedule: Schedule;
    readonly budget: Budget;
    /** Needs the findings that bar levels; rules that bar must not ask for it. */
    readonly projection: Projection;
}

/**
 * Opens a plan for questions. `bars` gives the un-waived findings that can keep a level down; it is asked once, and only
 * when the projection is.
 */
export function analyse(plan: Plan, today: Day, bars: (analysis: Analysis) => readonly Finding[]): Analysis {
    return {
        plan,
        today,
        get schedule() {
            return remember(this, 'schedule', schedule(plan));
        },
        get budget() {
            return remember(this, 'budget', budget(plan));
        },
        get projection() {
            return remember(this, 'projection', project(plan, this.schedule, bars(this)));
        },
    };
}

/** Replaces a getter by its value, so that it is computed once. */
function remember<T>(target: object, key: string, value: T): T {
    Object.defineProperty(target, key, { value, enumerable: true });
    return value;
}
