import type { Projection } from '../analysis/projection-types.ts';
import type { Day } from '../plan/calendar.ts';

/** A step of a line that a program causes. */
export interface Lift {
    readonly date: Day;
    /** The level before; `null` when the line begins with this step. */
    readonly from: number | null;
    readonly to: number;
}

/**
 * The first step that a program lifts: of an indicator, or of a framework as a whole. `undefined` when it lifts none, or
 * when nothing of that name has a line.
 */
export function lift(projection: Projection, program: string, name: string): Lift | undefined {
    for (const line of projection.frameworks) {
        const steps =
            line.framework.name === name
                ? line.steps.map(({ date, value, causes }) => ({ date, level: value, causes }))
                : line.indicators.find((each) => each.indicator.name === name)?.steps;
        const index = steps?.findIndex((each) => each.causes.includes(program)) ?? -1;
        if (steps !== undefined && index >= 0) {
            const { date, level } = steps[index]!;
            return { date, from: steps[index - 1]?.level ?? null, to: Math.round(level * 100) / 100 };
        }
    }
    return undefined;
}
