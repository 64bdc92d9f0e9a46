import { type Day, dayOf, type Span, yearOf } from '../plan/calendar.ts';
import type { Plan } from '../plan/plan.ts';
import type { Schedule } from './schedule-types.ts';

/** A calendar year as far as it lies in the plan. */
export interface PlanYear extends Span {
    readonly year: number;
}

/** A period longer than this is a slip of the pen; its first years are shown. */
const MOST_YEARS = 100;

/**
 * The years a plan is looked at in: those of its period; without a period those from the first start to the last finish.
 * The first and the last are cut at the period's ends. Empty when there is neither period nor scheduled program.
 */
export function yearsOf(plan: Plan, schedule: Schedule): readonly PlanYear[] {
    const span = spanOf(plan, schedule);
    if (!span || span.last < span.first) {
        return [];
    }
    const years: PlanYear[] = [];
    for (let year = yearOf(span.first); year <= yearOf(span.last) && years.length < MOST_YEARS; year++) {
        years.push({
            year,
            first: Math.max(span.first, dayOf(year, 1, 1)),
            last: Math.min(span.last, dayOf(year, 12, 31)),
        });
    }
    return years;
}

function spanOf(plan: Plan, schedule: Schedule): Span | undefined {
    const period = plan.masterplan?.period;
    if (period) {
        return { first: period.from.first, last: period.to.last };
    }
    let first: Day | undefined;
    let last: Day | undefined;
    for (const { start, finish } of schedule.programs) {
        first = first === undefined ? start : Math.min(first, start);
        last = last === undefined ? finish : Math.max(last, finish);
    }
    return first === undefined || last === undefined ? undefined : { first, last };
}
