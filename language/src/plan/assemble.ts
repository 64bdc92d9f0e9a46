import type { Config } from './config.ts';
import type { Activity, Declaration, Element, Indicator, Kpi, Nameable, Reference, Waiver } from './declarations.ts';
import type { Fragment, Libraries } from './fragment.ts';
import { byName, type Duplicate, type Plan } from './plan.ts';

/**
 * Puts what all files of a plan say into one: the libraries they use, one table of names, lists by name.
 * The order of the fragments changes nothing.
 */
export function assemble(root: string, config: Config, fragments: readonly Fragment[], libraries: Libraries): Plan {
    const files = [...fragments].sort((a, b) => compare(a.file, b.file));
    const used = useLibraries(files, libraries);
    const everything = [...used.fragments, ...files];
    const { names, duplicates } = nameTable(everything);
    const chosen = new Set<Nameable>(names.values());
    const lists = new Map<string, Declaration[]>();
    for (const fragment of everything) {
        for (const declaration of fragment.declarations) {
            if (chosen.has(declaration)) {
                const list = lists.get(declaration.kind) ?? [];
                list.push(declaration);
                lists.set(declaration.kind, list);
            }
        }
    }
    const list = <K extends Declaration['kind']>(kind: K): readonly Extract<Declaration, { kind: K }>[] =>
        ((lists.get(kind) ?? []) as Extract<Declaration, { kind: K }>[]).sort(byName);
    const masterplans = everything
        .flatMap((fragment) => fragment.declarations.filter((each) => each.kind === 'masterplan'))
        .sort((a, b) => byName(a, b) || byTextOf(a, b));
    return {
        root,
        config,
        masterplan: masterplans.find((each) => chosen.has(each)),
        masterplans,
        audiences: list('audience'),
        opds: list('opd'),
        services: list('service'),
        data: list('data'),
        applications: list('application'),
        infrastructures: list('infrastructure'),
        programs: list('program'),
        drivers: list('driver'),
        obstacles: list('obstacle'),
        scenarios: list('scenario'),
        dimensions: list('dimension'),
        frameworks: list('framework'),
        funds: list('fund'),
        areas: list('area'),
        waivers: sortByText(everything.flatMap((fragment) => fragment.waivers)),
        names,
        duplicates,
        fragments: files,
        libraries: used.fragments,
        libraryPlaces: used.places,
        shelf: libraries,
    };
}

/** The libraries that files use, and those that the libraries use themselves; and where each is named first. */
function useLibraries(
    files: readonly Fragment[],
    libraries: Libraries,
): { fragments: Fragment[]; places: Map<string, Reference> } {
    const fragments = new Map<string, Fragment>();
    const places = new Map<string, Reference>();
    const take = (reference: Reference, place: Reference): void => {
        const library = libraries(reference.name);
        if (library === undefined) {
            return;
        }
        // A library named by the plan itself is reported there, not where another library brings it in.
        const named = reference === place;
        if (!places.has(reference.name) || (named && places.get(reference.name)!.name !== reference.name)) {
            places.set(reference.name, place);
        }
        if (!fragments.has(reference.name)) {
            fragments.set(reference.name, library);
            for (const use of library.uses.flatMap((each) => each.libraries)) {
                take(use, place);
            }
        }
    };
    for (const reference of files.flatMap((file) => file.uses.flatMap((use) => use.libraries))) {
        take(reference, reference);
    }
    return { fragments: [...fragments.values()].sort((a, b) => compare(a.library ?? '', b.library ?? '')), places };
}

function nameTable(fragments: readonly Fragment[]): { names: Map<string, Nameable>; duplicates: Duplicate[] } {
    const names = new Map<string, Nameable>();
    const taken = new Map<string, Nameable[]>();
    for (const fragment of fragments) {
        for (const declaration of fragment.declarations) {
            add(declaration);
            nested(declaration).forEach(add);
        }
    }
    const duplicates: Duplicate[] = [];
    for (const [name, declarations] of taken) {
        declarations.sort(byTextOf);
        names.set(name, declarations[0]!);
        duplicates.push({ name, declarations });
    }
    return { names, duplicates: duplicates.sort(byName) };

    function add(nameable: Nameable): void {
        const earlier = names.get(nameable.name);
        if (nameable.name === '' || nameable.name.endsWith('.')) {
            return;
        }
        if (earlier === undefined) {
            names.set(nameable.name, nameable);
        } else {
            const all = taken.get(nameable.name) ?? [earlier];
            all.push(nameable);
            taken.set(nameable.name, all);
        }
    }
}

/** What is declared inside a declaration and has a name of its own. */
export function nested(declaration: Declaration): readonly (Element | Indicator | Activity | Kpi)[] {
    switch (declaration.kind) {
        case 'dimension':
            return declaration.elements;
        case 'framework':
            return declaration.indicators;
        case 'program':
            return [...declaration.activities, ...declaration.kpis];
        default:
            return [];
    }
}

/** Libraries first, then by kind, then by what is written: an order that no file name and no place decides. */
function byTextOf(a: Nameable, b: Nameable): number {
    return (
        Number(a.library === undefined) - Number(b.library === undefined) ||
        compare(a.kind, b.kind) ||
        compare(textOf(a), textOf(b)) ||
        compare(a.at.file, b.at.file) ||
        a.at.start - b.at.start
    );
}

function textOf(nameable: unknown): string {
    return JSON.stringify(nameable, (key, value) =>
        key === 'at' || key === 'clause' || key === 'whole' ? undefined : value,
    );
}

/** What has no name is ordered by what is written; each text is made once. */
function sortByText(waivers: readonly Waiver[]): readonly Waiver[] {
    return waivers
        .map((waiver) => ({ waiver, text: textOf(waiver) }))
        .sort(
            (a, b) =>
                compare(a.text, b.text) ||
                compare(a.waiver.at.file, b.waiver.at.file) ||
                a.waiver.at.start - b.waiver.at.start,
        )
        .map(({ waiver }) => waiver);
}

function compare(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}
