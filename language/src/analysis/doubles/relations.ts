import type { Application } from '../../plan/declarations/asset.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Lifetimes } from '../lifetimes.ts';

/** How applications stand to each other. */
export interface Relations {
    /** Whether one replaces the other, itself or through a program that delivers it. */
    replace(a: Application, b: Application): boolean;
    /** Whether the first integrates the second. */
    integrates(a: Application, b: Application): boolean;
    /** Whether they are coordinated: one of them shared, or one integrates or replaces the other. */
    coordinated(a: Application, b: Application): boolean;
}

/** Reads the relations of applications; cancelled and dropped programs replace nothing. */
export function relations(plan: Plan, lifetimes: Lifetimes): Relations {
    const replaced = new Map<string, Set<string>>();
    const integrated = new Map<string, Set<string>>();
    const put = (table: Map<string, Set<string>>, name: string, others: readonly { readonly name: string }[]) => {
        const known = table.get(name) ?? new Set();
        table.set(name, known);
        for (const other of others) {
            known.add(other.name);
        }
    };
    for (const application of plan.applications) {
        if (application.replaces) {
            put(replaced, application.name, application.replaces.refs);
        }
        if (application.integrates) {
            put(integrated, application.name, application.integrates.refs);
        }
    }
    for (const program of lifetimes.programs) {
        if (program.replaces) {
            for (const delivered of program.delivers?.refs ?? []) {
                put(replaced, delivered.name, program.replaces.refs);
            }
        }
    }
    const names = (table: Map<string, Set<string>>, a: Application, b: Application) =>
        table.get(a.name)?.has(b.name) === true;
    const integrates = (a: Application, b: Application) => names(integrated, a, b);
    const replace = (a: Application, b: Application) => names(replaced, a, b) || names(replaced, b, a);
    return {
        replace,
        integrates,
        coordinated: (a, b) =>
            a.shared !== undefined || b.shared !== undefined || integrates(a, b) || integrates(b, a) || replace(a, b),
    };
}
