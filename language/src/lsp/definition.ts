import type { Location } from 'vscode-languageserver-types';
import { libraryAddress } from '../libraries.ts';
import type { Nameable } from '../plan/declarations/declaration.ts';
import type { Reference } from '../plan/declarations/reference.ts';
import { declarationsOf, type Occurrence, occurrenceAt } from './occurrence.ts';
import { location } from './ranges.ts';
import type { View } from './view.ts';

/** Where a rule's page opens: a document that the editor asks us for. */
export function ruleAddress(rule: string): string {
    return `smartcity-rule:/${rule}.md`;
}

/** Where the name under the cursor is declared: each place, where it is declared twice. Libraries open read-only. */
export function definition(view: View, offset: number): Location[] {
    const found = occurrenceAt(view, offset);
    if (found === undefined) {
        return [];
    }
    const start = { line: 0, character: 0 };
    switch (found.space) {
        case 'library':
            return view.plan.libraryPlaces.has(found.name)
                ? [{ uri: libraryAddress(found.name), range: { start, end: start } }]
                : [];
        case 'rule':
            return [];
        default:
            return declarationsOf(view.plan, found.name).map((each) => location(view, each.at));
    }
}

/**
 * What kind of thing the named one is: a program's element, an element's dimension, what an indicator measures (or its
 * framework), the services that an application supports, the program of an activity or kpi.
 */
export function typeDefinition(view: View, offset: number): Location[] {
    return named(view, occurrenceAt(view, offset)).flatMap((each) => typesOf(view, each));
}

function typesOf(view: View, nameable: Nameable): Location[] {
    const to = (references: readonly (Reference | undefined)[]): Location[] =>
        references.flatMap((reference) =>
            reference === undefined
                ? []
                : declarationsOf(view.plan, reference.name).map((each) => location(view, each.at)),
        );
    switch (nameable.kind) {
        case 'program':
            return to([nameable.element?.ref]);
        case 'application':
            return to(nameable.supports?.refs ?? []);
        case 'indicator':
            return nameable.measures === undefined ? parentOf(view, nameable) : to([nameable.measures]);
        case 'element':
        case 'activity':
        case 'kpi':
            return parentOf(view, nameable);
        case 'area':
            return to([nameable.within?.ref]);
        default:
            return [];
    }
}

function parentOf(view: View, { name }: Nameable): Location[] {
    return declarationsOf(view.plan, name.slice(0, name.lastIndexOf('.'))).map((each) => location(view, each.at));
}

/**
 * Who makes the named thing real: the programs and applications that deliver or support a service, the programs that
 * deliver an asset, that belong to an element, raise an indicator or framework, resolve an obstacle, respond to a
 * driver, or are owned by an OPD.
 */
export function implementation(view: View, offset: number): Location[] {
    const found = named(view, occurrenceAt(view, offset));
    const names = new Set(found.map((each) => each.name));
    const isOne = (reference: Reference | undefined): boolean => reference !== undefined && names.has(reference.name);
    const has = (clause: { readonly refs: readonly Reference[] } | undefined): boolean =>
        clause?.refs.some(isOne) === true;
    const programs = view.plan.programs.filter(
        (each) =>
            has(each.delivers) ||
            isOne(each.element?.ref) ||
            each.raises.some((raise) => isOne(raise.of)) ||
            has(each.resolves) ||
            has(each.respondsTo) ||
            isOne(each.owner?.ref),
    );
    const applications = view.plan.applications.filter((each) => has(each.supports));
    return [...applications, ...programs].map((each) => location(view, each.at));
}

function named(view: View, occurrence: Occurrence | undefined): readonly Nameable[] {
    return occurrence?.space === 'plan' ? declarationsOf(view.plan, occurrence.name) : [];
}
