import { barringRules } from '../analysis/projection/bars.ts';
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
        // A program that comes or goes has its own findings, and those about assets that it ties to its dimension.
        !(
            (edit.touches('program', 'delivers', 'needs', 'replaces') || edit.revises('program', 'element')) &&
            barringRules(after).size > 0
        ) &&
        !edit.reschedules(raises) &&
        !edit.finds(barringRules(after))
    );
}
