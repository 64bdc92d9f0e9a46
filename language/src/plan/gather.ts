import type { Declaration } from './declarations/declaration.ts';
import type { Program } from './declarations/program.ts';
import type { Plan } from './plan.ts';

/**
 * Gathers something from all programs of a plan, file by file and each file once: versions of a plan share all files but
 * those that an edit has changed. `of` sees the programs of a file in any order. Where not all that are written count (a
 * name is declared twice, a scenario leaves some out) those that do are gone through as if they stood in one file.
 */
export function gatherPrograms<T>(of: (programs: readonly Program[]) => T): (plan: Plan) => readonly T[] {
    const known = new WeakMap<readonly Declaration[], { readonly part: T; readonly count: number }>();
    return (plan) => {
        const parts: T[] = [];
        let count = 0;
        for (const { declarations } of [...plan.libraries, ...plan.fragments]) {
            let gathered = known.get(declarations);
            if (gathered === undefined) {
                const programs = declarations.filter(isProgram);
                gathered = { part: of(programs), count: programs.length };
                known.set(declarations, gathered);
            }
            parts.push(gathered.part);
            count += gathered.count;
        }
        return plan.isPlayed !== true && count === plan.programs.length ? parts : [of(plan.programs)];
    };
}

function isProgram(declaration: Declaration): declaration is Program {
    return declaration.kind === 'program';
}
