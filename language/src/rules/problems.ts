import type { Draft } from '../plan/finding.ts';
import type { ReadingRule } from '../plan/fragment.ts';
import type { Plan } from '../plan/plan.ts';

/** What one of the reading rules found while the plan's own files were read, each file on its own. */
export function* problemsOf(plan: Plan, rule: ReadingRule): Iterable<Draft> {
    for (const fragment of plan.fragments) {
        for (const problem of fragment.problems) {
            if (problem.rule === rule) {
                const { message, at, subjects, facts, related, replacement } = problem;
                yield {
                    message,
                    at,
                    subjects,
                    facts,
                    ...(related && { related }),
                    ...(replacement !== undefined && { replacement }),
                };
            }
        }
    }
}
