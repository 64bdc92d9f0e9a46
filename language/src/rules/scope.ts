import type { Program } from '../plan/declarations/program.ts';
import type { Origin } from '../plan/origin.ts';
import type { Plan } from '../plan/plan.ts';

/** The programs that rules ask anything of: the plan's own, without the cancelled ones, by name. */
export function liveProgramsOf(plan: Plan): readonly Program[] {
    return plan.programs.filter((program) => program.library === undefined && program.cancelled === undefined);
}

/**
 * The first character of the first file in path order: where a finding about the plan as a whole stands.
 * `undefined` for a plan without files, of which nothing can be said.
 */
export function firstCharacterOf(plan: Plan): Origin | undefined {
    const first = plan.fragments[0];
    return first && { file: first.file, start: 0, end: 0 };
}
