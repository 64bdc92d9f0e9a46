import type { Config } from './config.ts';
import type { Application, Asset, Data, Infrastructure, Service } from './declarations/asset.ts';
import type { Driver, Obstacle, Scenario } from './declarations/change.ts';
import type { Area, Audience, Fund, Opd } from './declarations/city.ts';
import type { Declaration, Nameable } from './declarations/declaration.ts';
import type { Dimension, Element } from './declarations/dimension.ts';
import type { Framework, Indicator } from './declarations/framework.ts';
import type { Masterplan } from './declarations/masterplan.ts';
import type { Program } from './declarations/program.ts';
import type { Reference } from './declarations/reference.ts';
import type { Waiver } from './declarations/statement.ts';
import type { Fragment, Libraries } from './fragment.ts';

/** A name that is declared more than once: all its declarations, in an order that no file order changes. */
export interface Duplicate {
    readonly name: string;
    readonly declarations: readonly Nameable[];
}

/**
 * A whole masterplan: all fragments and libraries, with every name in one table.
 * Immutable. Lists are sorted by name, so that file names and file order never change a result; of declarations with
 * one name the first (a library's before the plan's, then by kind and text) stands for it, the others are `duplicates`.
 */
export interface Plan {
    /** The plan's folder, as its workspace names it. */
    readonly root: string;
    readonly config: Config;
    readonly masterplan: Masterplan | undefined;
    readonly masterplans: readonly Masterplan[];
    readonly audiences: readonly Audience[];
    readonly opds: readonly Opd[];
    readonly services: readonly Service[];
    readonly data: readonly Data[];
    readonly applications: readonly Application[];
    readonly infrastructures: readonly Infrastructure[];
    readonly programs: readonly Program[];
    readonly drivers: readonly Driver[];
    readonly obstacles: readonly Obstacle[];
    readonly scenarios: readonly Scenario[];
    readonly dimensions: readonly Dimension[];
    readonly frameworks: readonly Framework[];
    readonly funds: readonly Fund[];
    readonly areas: readonly Area[];
    readonly waivers: readonly Waiver[];
    /** Every qualified name and what it stands for. */
    readonly names: ReadonlyMap<string, Nameable>;
    readonly duplicates: readonly Duplicate[];
    /** The plan's own files, in path order. */
    readonly fragments: readonly Fragment[];
    /** The built-in libraries that it uses, themselves or through another library, by name. */
    readonly libraries: readonly Fragment[];
    /** Where each used library is named first in the plan's own files, by library name: the place for its findings. */
    readonly libraryPlaces: ReadonlyMap<string, Reference>;
    /** Whether a scenario is played, so that some programs are not what the fragments say. */
    readonly isPlayed?: boolean;
    /** All libraries there are, used or not: where a missing name may be found. */
    readonly shelf?: Libraries;
}

/** Looks up what a reference names, if it is of one of these kinds; `undefined` for a missing or wrong one. */
export function find<K extends Nameable['kind']>(
    plan: Plan,
    reference: Reference | undefined,
    ...kinds: readonly K[]
): Extract<Nameable, { kind: K }> | undefined {
    const found = reference === undefined ? undefined : plan.names.get(reference.name);
    return found !== undefined && (kinds as readonly string[]).includes(found.kind)
        ? (found as Extract<Nameable, { kind: K }>)
        : undefined;
}

/** The OPD a reference names. */
export function findOpd(plan: Plan, reference: Reference | undefined): Opd | undefined {
    return find(plan, reference, 'opd');
}

/** The asset (service, data, application, infrastructure) a reference names. */
export function findAsset(plan: Plan, reference: Reference | undefined): Asset | undefined {
    return find(plan, reference, 'service', 'data', 'application', 'infrastructure');
}

/** The program a reference names. */
export function findProgram(plan: Plan, reference: Reference | undefined): Program | undefined {
    return find(plan, reference, 'program');
}

/** The element a reference names. */
export function findElement(plan: Plan, reference: Reference | undefined): Element | undefined {
    return find(plan, reference, 'element');
}

/** The indicator a reference names. */
export function findIndicator(plan: Plan, reference: Reference | undefined): Indicator | undefined {
    return find(plan, reference, 'indicator');
}

/** All assets of a plan, sorted by name. */
export function assetsOf(plan: Plan): readonly Asset[] {
    return [...plan.applications, ...plan.data, ...plan.infrastructures, ...plan.services].sort(byName);
}

/** The reference in an asset's or program's `owner` (a dataset's `producer`). */
export function ownerOf(declaration: Program | Asset): Reference | undefined {
    return (declaration.kind === 'data' ? declaration.producer : declaration.owner)?.ref;
}

/** Orders by qualified name, by code point: the order of every list that has no other. */
export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
    return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/** Whether something is a declaration of its own, not nested in another. */
export function isDeclaration(nameable: Nameable): nameable is Declaration {
    return !['element', 'indicator', 'activity', 'kpi'].includes(nameable.kind);
}
