import type { Scenario } from '../plan/declarations/change.ts';
import type { Nameable } from '../plan/declarations/declaration.ts';
import type { Program } from '../plan/declarations/program.ts';
import type { Plan } from '../plan/plan.ts';

/**
 * The plan as it would be with what a scenario drops: a dropped program counts as `cancelled`, the clause that drops it
 * standing for the one that would cancel it. So it lifts, delivers and costs nothing, and names that refer to it still
 * mean something. Names that are no program are passed over. Delays are no part of a plan: they go to the schedule.
 */
export function withScenario(plan: Plan, scenario: Scenario): Plan {
    const gone = new Map<Program, Program>();
    for (const { clause, refs } of scenario.drops) {
        for (const { name } of refs) {
            const program = plan.names.get(name);
            if (program?.kind === 'program' && program.cancelled === undefined && !gone.has(program)) {
                gone.set(program, { ...program, cancelled: { clause } });
            }
        }
    }
    if (gone.size === 0) {
        return plan;
    }
    const names = new Map<string, Nameable>(plan.names);
    for (const [program, cancelled] of gone) {
        names.set(program.name, cancelled);
    }
    return { ...plan, programs: plan.programs.map((program) => gone.get(program) ?? program), names, isPlayed: true };
}

/** The programs that a scenario drops, by name; those cancelled anyway are none of them. */
export function droppedBy(plan: Plan, scenario: Scenario): readonly Program[] {
    const named = new Set(scenario.drops.flatMap(({ refs }) => refs.map((ref) => ref.name)));
    return plan.programs.filter((program) => named.has(program.name) && program.cancelled === undefined);
}
