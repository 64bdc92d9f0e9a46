import { type DocumentHighlight, DocumentHighlightKind, type Location } from 'vscode-languageserver-types';
import type { Origin } from '../plan/origin.ts';
import { declarationsOf, occurrenceAt, referencesTo } from './occurrence.ts';
import { location, range } from './ranges.ts';
import type { View } from './view.ts';

/** Every place that names what is under the cursor, in the plan's own files; its declarations too, if asked for. */
export function references(view: View, offset: number, withDeclaration: boolean): Location[] {
    const found = occurrenceAt(view, offset);
    if (found === undefined) {
        return [];
    }
    const declared: readonly { readonly at: Origin }[] =
        withDeclaration && found.space === 'plan' ? declarationsOf(view.plan, found.name) : [];
    return [...declared, ...referencesTo(view.plan, found.space, found.name)].map((each) => location(view, each.at));
}

/** The places in this file that name what is under the cursor; where it is declared counts as written. */
export function documentHighlight(view: View, offset: number): DocumentHighlight[] {
    const found = occurrenceAt(view, offset);
    if (found === undefined) {
        return [];
    }
    const here = (each: { readonly at: Origin }): boolean => each.at.file === view.file;
    const declared = found.space === 'plan' ? declarationsOf(view.plan, found.name).filter(here) : [];
    return [
        ...declared.map((each) => ({ range: range(view, each.at), kind: DocumentHighlightKind.Write })),
        ...referencesTo(view.plan, found.space, found.name)
            .filter(here)
            .map((each) => ({ range: range(view, each.at), kind: DocumentHighlightKind.Read })),
    ];
}
