import type { CodeLens, Location } from 'vscode-languageserver-types';
import { isoDate } from '../plan/calendar.ts';
import type { Declaration } from '../plan/declarations/declaration.ts';
import type { Program } from '../plan/declarations/program.ts';
import { lift } from './lift.ts';
import { declarationsOf, referencesTo } from './occurrence.ts';
import { location, range } from './ranges.ts';
import type { View } from './view.ts';

/** The command that shows places beside the text; the VS Code extension brings it. */
export const SHOW_REFERENCES = 'smartcity.showReferences';

/** What an unresolved lens remembers. */
export interface LensData {
    readonly uri: string;
    readonly name: string;
}

/** Kinds that nothing refers to by name. */
const UNREFERRED: readonly Declaration['kind'][] = ['masterplan', 'scenario'];

/**
 * Above each declaration how often it is named (counted when the lens is shown), and above a program what it lifts:
 * "raises garuda.governance 3 → 4 on 2021-01-01".
 */
export function codeLenses(view: View): CodeLens[] {
    return view.fragment.declarations.flatMap((declaration) => {
        if (declaration.name === '' || UNREFERRED.includes(declaration.kind)) {
            return [];
        }
        const data: LensData = { uri: view.file, name: declaration.name };
        const count: CodeLens = { range: range(view, declaration.at), data };
        return declaration.kind === 'program' ? [count, ...lifts(view, declaration)] : [count];
    });
}

/** Fills in the count of a lens, with the places to show. */
export function resolveCodeLens(view: View, lens: CodeLens): CodeLens {
    const { name } = lens.data as LensData;
    const places: Location[] = referencesTo(view.plan, 'plan', name).map((each) => location(view, each.at));
    const title = {
        en: places.length === 1 ? '1 reference' : `${places.length} references`,
        id: `${places.length} rujukan`,
    };
    return {
        range: lens.range,
        command: {
            title: title[view.locale],
            command: places.length === 0 ? '' : SHOW_REFERENCES,
            arguments: [view.file, lens.range.start, places],
        },
    };
}

function lifts(view: View, program: Program): CodeLens[] {
    if (declarationsOf(view.plan, program.name)[0] !== program) {
        return [];
    }
    const lines = [...new Set(program.raises.map((each) => each.of.name))].flatMap((name) => {
        const step = lift(view.checked.analysis.projection, program.name, name);
        if (step === undefined) {
            return [];
        }
        const levels = `${name} ${step.from === null ? '' : `${step.from} → `}${step.to}`;
        return [
            {
                en: `raises ${levels} on ${isoDate(step.date)}`,
                id: `menaikkan ${levels} pada ${isoDate(step.date)}`,
            },
        ];
    });
    return lines.map((title) => ({
        range: range(view, program.at),
        command: { title: title[view.locale], command: '' },
    }));
}
