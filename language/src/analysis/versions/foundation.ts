import { contentOf } from '../../plan/content.ts';
import type { Declaration } from '../../plan/declarations/declaration.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Changes } from './changes.ts';

/** Parts that only the finding about the declaration itself shows: what else there is can be kept when they change. */
const WORDS = ['title', 'description', 'source', 'broken'];

/** What may change in declarations that everything rests on; with any other part the whole plan is gone through again. */
const LIGHT: Partial<Record<Declaration['kind'], ReadonlySet<string>>> = {
    masterplan: new Set([...WORDS, 'tagline', 'vision', 'code', 'ceilings', 'actuals', 'noneOf']),
    opd: new Set([...WORDS, 'capacity', 'ceilings']),
    area: new Set(['description', 'source', 'broken']),
    dimension: new Set(),
    framework: new Set(),
    fund: new Set(WORDS),
};

/**
 * Whether what everything rests on is the same in two versions of a plan: its libraries and settings, its period and targets,
 * its agencies with what they answer for, its areas, dimensions and frameworks.
 */
export function isOnSameGround(before: Plan, after: Plan, { changed, renamed }: Changes): boolean {
    if (
        before.config !== after.config ||
        before.libraries.length !== after.libraries.length ||
        before.libraries.some((library, place) => library !== after.libraries[place]) ||
        !isUsedInSameFiles(before, after) ||
        !isOneMasterplan(before, after) ||
        before.fragments.length === 0 ||
        after.fragments.length === 0
    ) {
        return false;
    }
    for (const [name, { before: was, after: is, parts }] of changed) {
        for (const declaration of [was, is]) {
            const light = declaration && LIGHT[declaration.kind];
            if (light !== undefined && (renamed.has(name) || [...parts].some((part) => !light.has(part)))) {
                return false;
            }
        }
        // Where neither mandate nor code is written, the title of an agency says what it is.
        if (is?.kind === 'opd' && parts.has('title') && is.mandate === undefined && is.code === undefined) {
            return false;
        }
        if (is?.kind === 'opd' && parts.has('broken')) {
            return false;
        }
    }
    // Without a period the plan begins with the first day that a program names, and ends with the last.
    return after.masterplan?.period !== undefined || ![...changed.values()].some(isTimed);
}

/** What is found about a library stands where the plan names it first: in another file all of it stands elsewhere. */
function isUsedInSameFiles({ libraries, libraryPlaces: before }: Plan, { libraryPlaces: after }: Plan): boolean {
    return libraries.every(({ library = '' }) => before.get(library)?.at.file === after.get(library)?.at.file);
}

function isTimed({
    before,
    after,
    parts,
}: {
    before: Declaration | undefined;
    after: Declaration | undefined;
    parts: ReadonlySet<string>;
}): boolean {
    return (
        (before?.kind === 'program' || after?.kind === 'program') &&
        [...parts].some((part) => !WORDS.includes(part) && part !== 'budgets' && part !== 'kpis')
    );
}

/** Of several masterplans one stands for the name, but all are judged. */
function isOneMasterplan({ masterplans: before }: Plan, { masterplans: after }: Plan): boolean {
    return (
        before === after ||
        (before.length < 2 && after.length < 2) ||
        (before.length === after.length && before.every((each, i) => contentOf(each) === contentOf(after[i]!)))
    );
}
