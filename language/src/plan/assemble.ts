import type { Config } from './config.ts';
import type { Declaration, Nameable } from './declarations/declaration.ts';
import type { Element } from './declarations/dimension.ts';
import type { Indicator } from './declarations/framework.ts';
import type { Masterplan } from './declarations/masterplan.ts';
import type { Activity, Kpi } from './declarations/program.ts';
import type { Reference } from './declarations/reference.ts';
import type { Waiver } from './declarations/statement.ts';
import type { Fragment, Libraries } from './fragment.ts';
import { merge } from './merge.ts';
import { byTextOf, compare, sortByText } from './order.ts';
import { byName, isDeclaration, type Plan } from './plan.ts';
import { Versioned } from './versioned.ts';

/**
 * Puts what all files of a plan say into one: the libraries they use, one table of names, lists by name.
 * The order of the fragments changes nothing.
 */
export function assemble(root: string, config: Config, fragments: readonly Fragment[], libraries: Libraries): Plan {
    return new Assembler(root, libraries).assemble(config, fragments);
}

type Kind = Declaration['kind'];

/**
 * Puts the versions of a plan together, one after the other. Of the next version only the files that changed are gone
 * through, and the lists they change are made anew; what comes of it is the plan that a fresh start gives.
 */
export class Assembler {
    private files = new Map<string, Fragment>();
    private libraries: readonly Fragment[] = [];
    /** Who declares each name: one, or all of several in their order. */
    private readonly declared = new Map<string, Nameable | readonly Nameable[]>();
    private readonly duplicates = new Map<string, readonly Nameable[]>();
    private readonly lists = new Map<Kind, readonly Declaration[]>();
    private names = new Versioned<Nameable>(new Map());
    private masterplans: readonly Masterplan[] = [];
    private waivers: readonly Waiver[] = [];

    constructor(
        private readonly root: string,
        private readonly shelf: Libraries,
    ) {}

    /** The next version of the plan. */
    assemble(config: Config, fragments: readonly Fragment[]): Plan {
        const files = [...fragments].sort((a, b) => compare(a.file, b.file));
        const used = useLibraries(files, this.shelf);
        const everything = [...used.fragments, ...files];
        const [gone, come] = this.take(everything, files, used.fragments);
        const touched = this.declare(
            gone.flatMap((fragment) => fragment.declarations),
            come.flatMap((fragment) => fragment.declarations),
        );
        this.enlist(touched);
        const changed = [...gone, ...come];
        if (changed.some((fragment) => fragment.declarations.some(isMasterplan))) {
            this.masterplans = everything
                .flatMap((fragment) => fragment.declarations.filter(isMasterplan))
                .sort((a, b) => byName(a, b) || byTextOf(a, b));
        }
        if (changed.some((fragment) => fragment.waivers.length > 0)) {
            this.waivers = sortByText(everything.flatMap((fragment) => fragment.waivers));
        }
        return {
            root: this.root,
            config,
            masterplan: this.masterplans.find((each) => this.names.get(each.name) === each),
            masterplans: this.masterplans,
            audiences: this.list('audience'),
            opds: this.list('opd'),
            services: this.list('service'),
            data: this.list('data'),
            applications: this.list('application'),
            infrastructures: this.list('infrastructure'),
            programs: this.list('program'),
            drivers: this.list('driver'),
            obstacles: this.list('obstacle'),
            scenarios: this.list('scenario'),
            dimensions: this.list('dimension'),
            frameworks: this.list('framework'),
            funds: this.list('fund'),
            areas: this.list('area'),
            waivers: this.waivers,
            names: this.names,
            duplicates: [...this.duplicates].map(([name, declarations]) => ({ name, declarations })).sort(byName),
            fragments: files,
            libraries: used.fragments,
            libraryPlaces: used.places,
            shelf: this.shelf,
        };
    }

    /** Notes the files of the next version; gives those that go and those that come. */
    private take(
        everything: readonly Fragment[],
        files: readonly Fragment[],
        libraries: readonly Fragment[],
    ): readonly [gone: readonly Fragment[], come: readonly Fragment[]] {
        const present = new Set(everything);
        const before = new Set([...this.libraries, ...this.files.values()]);
        this.files = new Map(files.map((fragment) => [fragment.file, fragment]));
        this.libraries = libraries;
        return [
            [...before].filter((fragment) => !present.has(fragment)),
            everything.filter((fragment) => !before.has(fragment)),
        ];
    }

    /** Takes declarations out and others in; gives what each name that this touches stood for before. */
    private declare(
        gone: readonly Declaration[],
        come: readonly Declaration[],
    ): ReadonlyMap<string, Nameable | undefined> {
        const stay = new Set<Declaration>(gone.length === 0 ? [] : come);
        const touched = new Map<string, Nameable | undefined>();
        const left = new Set<Nameable>();
        for (const declaration of gone) {
            if (stay.has(declaration)) {
                stay.delete(declaration);
                left.add(declaration);
            } else {
                eachNamed(declaration, (nameable) => this.remove(nameable, touched));
            }
        }
        for (const declaration of come) {
            if (!left.has(declaration)) {
                eachNamed(declaration, (nameable) => this.add(nameable, touched));
            }
        }
        const changes: [string, Nameable | undefined][] = [];
        for (const [name, before] of touched) {
            const declared = this.declared.get(name);
            if (Array.isArray(declared)) {
                const sorted = (declared as Nameable[]).sort(byTextOf);
                this.duplicates.set(name, [...sorted]);
            } else {
                this.duplicates.delete(name);
            }
            const now = firstOf(declared);
            if (now !== before) {
                changes.push([name, now]);
            }
        }
        if (changes.length > 0) {
            this.names = this.names.with(changes);
        }
        return new Map(changes.map(([name]) => [name, touched.get(name)]));
    }

    private remove(nameable: Nameable, touched: Map<string, Nameable | undefined>): void {
        const { name } = nameable;
        const declared = this.declared.get(name);
        if (!touched.has(name)) {
            touched.set(name, firstOf(declared));
        }
        if (!Array.isArray(declared)) {
            this.declared.delete(name);
            return;
        }
        const others = declared.filter((each) => each !== nameable);
        this.declared.set(name, others.length === 1 ? others[0]! : others);
    }

    private add(nameable: Nameable, touched: Map<string, Nameable | undefined>): void {
        const { name } = nameable;
        const declared = this.declared.get(name);
        if (!touched.has(name)) {
            touched.set(name, firstOf(declared));
        }
        if (Array.isArray(declared)) {
            // The list is ours alone: what a plan shows of it are copies.
            declared.push(nameable);
        } else {
            this.declared.set(name, declared === undefined ? nameable : [declared as Nameable, nameable]);
        }
    }

    /** Brings the lists up to date with names that stand for something else than before. */
    private enlist(touched: ReadonlyMap<string, Nameable | undefined>): void {
        const out = new Map<Kind, Set<Nameable>>();
        const into = new Map<Kind, Declaration[]>();
        for (const [name, before] of touched) {
            if (before !== undefined && isDeclaration(before)) {
                out.set(before.kind, (out.get(before.kind) ?? new Set()).add(before));
            }
            const now = this.names.get(name);
            if (now !== undefined && isDeclaration(now)) {
                const list = into.get(now.kind);
                if (list === undefined) {
                    into.set(now.kind, [now]);
                } else {
                    list.push(now);
                }
            }
        }
        for (const kind of new Set([...out.keys(), ...into.keys()])) {
            this.lists.set(kind, merge(this.lists.get(kind) ?? [], out.get(kind), into.get(kind) ?? []));
        }
    }

    private list<K extends Kind>(kind: K): readonly Extract<Declaration, { kind: K }>[] {
        return (this.lists.get(kind) ?? []) as readonly Extract<Declaration, { kind: K }>[];
    }
}

function firstOf(declared: Nameable | readonly Nameable[] | undefined): Nameable | undefined {
    return Array.isArray(declared) ? declared[0] : (declared as Nameable | undefined);
}

/** Everything a declaration names: itself and what is declared inside it; what has no name is left out. */
function eachNamed(declaration: Declaration, action: (nameable: Nameable) => void): void {
    for (const nameable of [declaration, ...nested(declaration)]) {
        if (nameable.name !== '' && !nameable.name.endsWith('.')) {
            action(nameable);
        }
    }
}

function isMasterplan(declaration: Declaration): declaration is Masterplan {
    return declaration.kind === 'masterplan';
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
