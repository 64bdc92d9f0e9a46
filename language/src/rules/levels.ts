import { barringRules } from '../analysis/projection/bars.ts';
import type { Program } from '../plan/declarations/program.ts';
import type { Edit } from './edit.ts';

/**
 * Whether an edit leaves all levels alone: nobody raises otherwise or on other days, and what keeps levels down is the same
 * and is about the same dimensions.
 */
export function levelsStand(edit: Edit): boolean {
    const { after } = edit;
    const raises = (name: string): boolean => {
        const program = after.names.get(name);
        return program?.kind === 'program' && program.raises.length > 0;
    };
    return (
        !edit.touches('masterplan') &&
        !edit.touches('program', 'raises', 'cancelled') &&
        !edit.reschedules(raises) &&
        !edit.finds(barringRules(after)) &&
        !edit.concerns(barringRules(after), tiedOtherwise(edit))
    );
}

/** The programs that may be about another dimension after an edit, and the assets that others may tie to one. */
function tiedOtherwise(edit: Edit): ReadonlySet<string> {
    const names = new Set<string>();
    for (const { before, after, parts } of edit.changed('program')) {
        const [old, now] = [before, after].map(assetsOf);
        if (before === undefined || after === undefined || parts.has('element')) {
            for (const name of [(before ?? after)!.name, ...old!, ...now!]) {
                names.add(name);
            }
        }
        for (const name of [...old!, ...now!]) {
            if (!old!.has(name) || !now!.has(name)) {
                names.add(name);
            }
        }
    }
    return names;
}

function assetsOf(program: Program | undefined): ReadonlySet<string> {
    const { delivers, needs, replaces } = program ?? {};
    return new Set([delivers, needs, replaces].flatMap((clause) => clause?.refs.map(({ name }) => name) ?? []));
}
