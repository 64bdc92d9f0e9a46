import type { Length, When } from './calendar.ts';
import type { Rupiah } from './money.ts';
import type { Origin } from './origin.ts';

/**
 * What a masterplan is made of, as it was written. Everything here is data: plain, immutable, and free of the parser.
 * Names stand as references (`Reference`) and are looked up in the plan (`Plan.find`).
 */

/** What a name may stand for where it is written; the reference rules check it, the editor completes by it. */
export type Expected =
    | 'opd'
    | 'audience'
    | 'element'
    | 'program'
    | 'activity'
    | 'service'
    | 'application'
    | 'asset'
    | 'fund'
    | 'area'
    | 'obstacle'
    | 'driver'
    | 'dimension'
    | 'indicator'
    | 'measure'
    | 'rule'
    | 'library'
    | 'subject';

/** A name someone wrote to mean something declared elsewhere: `dishub`, `governance.service`. */
export interface Reference {
    readonly name: string;
    readonly expected: Expected;
    readonly at: Origin;
}

/** A value and the place it was written at. */
export interface Written<T> {
    readonly value: T;
    readonly at: Origin;
}

/** A clause: what it says, and its place from its keyword to its end. */
export interface Clause {
    readonly clause: Origin;
}

/** A clause with one value, such as `code "2.16"`. */
export interface Stated<T> extends Clause, Written<T> {}

/** A clause that names one thing, such as `owner dishub`. */
export interface Naming extends Clause {
    readonly ref: Reference;
}

/** A clause that names several things, such as `partners dishub, disdukcapil`. */
export interface NamingAll extends Clause {
    readonly refs: readonly Reference[];
}

/** A clause with one date, such as `since 2013`. */
export interface Dated extends Clause {
    readonly when: When;
}

/** A place in the city: free text, or a declared area. */
export type AreaName = Written<string> | Reference;

/** `area "Kota", mojoroto`. */
export interface AreaClause extends Clause {
    readonly areas: readonly AreaName[];
}

/** A ceiling on the money of one year, in rupiah. */
export interface Ceiling extends Clause {
    readonly year: Written<number>;
    readonly amount: Written<Rupiah>;
}

/** What every declaration and nested declaration has. */
export interface Named {
    readonly kind: string;
    /** The qualified name: `dishub`, `governance.service`, `garuda.governance`. */
    readonly name: string;
    readonly title: string;
    /** The place of the name, where most findings stand. */
    readonly at: Origin;
    /** The place of the whole declaration, from its keyword to its closing brace. */
    readonly whole: Origin;
    readonly description: Stated<string> | undefined;
    readonly source: Stated<string> | undefined;
    /** The built-in library that declares it; `undefined` for what the plan itself declares. */
    readonly library: string | undefined;
    /** Keywords of clauses that stand here but could not be read; nothing is called missing that was tried. */
    readonly broken: readonly string[];
}

/** The plan itself: its period, its ceilings, where the city stands and what it promises. */
export interface Masterplan extends Named {
    readonly kind: 'masterplan';
    readonly region: Stated<string> | undefined;
    readonly code: Stated<string> | undefined;
    readonly tagline: Stated<string> | undefined;
    /** First day of its left date to the last day of its right one. */
    readonly period: (Clause & { readonly from: When; readonly to: When }) | undefined;
    readonly vision: Stated<string> | undefined;
    readonly ceilings: readonly Ceiling[];
    readonly actuals: readonly Actual[];
    readonly targets: readonly Target[];
    readonly noneOf: readonly NoneOf[];
}

/** `actual garuda 3 at 2019-07-09 source "…"`: a measured level; counts from the last day of its date. */
export interface Actual extends Clause {
    readonly of: Reference;
    readonly value: Written<number>;
    readonly when: When;
    readonly source: string | undefined;
}

/** `target garuda 4 by 2021`. */
export interface Target extends Clause {
    readonly of: Reference;
    readonly value: Written<number>;
    readonly by: When;
    readonly source: string | undefined;
}

/** `target none-of duplicate-service, isolated-opd by 2023`. */
export interface NoneOf extends Clause {
    readonly rules: readonly Reference[];
    readonly by: When;
    readonly source: string | undefined;
}

/** People whom services and programs are for. */
export interface Audience extends Named {
    readonly kind: 'audience';
}

/** An agency of the city (organisasi perangkat daerah). */
export interface Opd extends Named {
    readonly kind: 'opd';
    readonly code: Stated<string> | undefined;
    readonly mandate: (Clause & { readonly bidang: readonly Written<string>[] }) | undefined;
    /** How many programs it can run at once. */
    readonly capacity: Stated<number> | undefined;
    readonly ceilings: readonly Ceiling[];
}

/** What all assets have: a life. */
interface Lived {
    readonly since: Dated | undefined;
    readonly until: Dated | undefined;
}

/** What somebody can have done for them. */
export interface Service extends Named, Lived {
    readonly kind: 'service';
    readonly owner: Naming | undefined;
    readonly serves: NamingAll | undefined;
}

/** A dataset, made by one producer. */
export interface Data extends Named, Lived {
    readonly kind: 'data';
    readonly producer: Naming | undefined;
}

/** Software that supports services and needs assets. */
export interface Application extends Named, Lived {
    readonly kind: 'application';
    readonly owner: Naming | undefined;
    readonly shared: Clause | undefined;
    readonly supports: NamingAll | undefined;
    readonly needs: NamingAll | undefined;
    readonly integrates: NamingAll | undefined;
    readonly replaces: NamingAll | undefined;
    readonly serves: NamingAll | undefined;
    readonly area: AreaClause | undefined;
}

/** Something built, of a class, at a place. */
export interface Infrastructure extends Named, Lived {
    readonly kind: 'infrastructure';
    readonly owner: Naming | undefined;
    readonly shared: Clause | undefined;
    readonly class: Stated<string> | undefined;
    readonly area: AreaClause | undefined;
}

/** What a program can need, deliver and replace. */
export type Asset = Service | Data | Application | Infrastructure;

/** One wait of a program: `after city-fibre + 1 month`. */
export interface After {
    readonly ref: Reference;
    readonly lag: Length | undefined;
}

/** `after a + 1 month, b`. */
export interface AfterClause extends Clause {
    readonly items: readonly After[];
}

/** `budget 2020 Rp 850 juta from apbd`. */
export interface Budget extends Clause {
    readonly year: Written<number>;
    readonly amount: Written<Rupiah>;
    readonly from: Reference | undefined;
}

/** `kpi answer-time "Waktu tanggap" unit "jam" from 72 to 48 by 2021 to 24 by 2022`. */
export interface Kpi extends Named, Clause {
    readonly kind: 'kpi';
    readonly unit: string | undefined;
    readonly from: number | undefined;
    readonly steps: readonly { readonly to: number; readonly by: When | undefined }[];
}

/** `raises garuda.governance to 5 after 3 months until 2027`. */
export interface Raise extends Clause {
    readonly of: Reference;
    readonly to: Written<number>;
    readonly after: Length | undefined;
    readonly until: When | undefined;
}

/** A part of a program, scheduled inside it. */
export interface Activity extends Named {
    readonly kind: 'activity';
    readonly duration: (Clause & { readonly length: Length }) | undefined;
    readonly after: AfterClause | undefined;
}

/** What an agency will do: when, with whom, with what money, and what comes of it. */
export interface Program extends Named {
    readonly kind: 'program';
    readonly owner: Naming | undefined;
    readonly partners: NamingAll | undefined;
    readonly element: Naming | undefined;
    readonly serves: NamingAll | undefined;
    readonly area: AreaClause | undefined;
    readonly code: Stated<string> | undefined;
    readonly start: Dated | undefined;
    readonly earliest: Dated | undefined;
    readonly duration: (Clause & { readonly length: Length }) | undefined;
    readonly during: (Clause & { readonly from: When; readonly to: When }) | undefined;
    readonly after: AfterClause | undefined;
    readonly finishBy: Dated | undefined;
    readonly started: Dated | undefined;
    readonly finished: Dated | undefined;
    /** Per cent, 0 to 100. */
    readonly progress: Stated<number> | undefined;
    readonly cancelled: Clause | undefined;
    readonly needs: NamingAll | undefined;
    readonly delivers: NamingAll | undefined;
    readonly replaces: NamingAll | undefined;
    readonly resolves: NamingAll | undefined;
    readonly respondsTo: NamingAll | undefined;
    readonly quickWin: Clause | undefined;
    readonly budgets: readonly Budget[];
    readonly kpis: readonly Kpi[];
    readonly raises: readonly Raise[];
    readonly activities: readonly Activity[];
}

/** `impact negative living.mobility "Antrean di pintu keluar"`. */
export interface Impact extends Clause {
    readonly effect: 'positive' | 'negative';
    readonly element: Reference;
    readonly text: string | undefined;
}

/** A change from outside, with its effects on elements. */
export interface Driver extends Named {
    readonly kind: 'driver';
    readonly from: Dated | undefined;
    readonly impacts: readonly Impact[];
}

/** What stands in the way until a program resolves it. */
export interface Obstacle extends Named {
    readonly kind: 'obstacle';
    readonly raisedBy: NamingAll | undefined;
}

/** `delay city-fibre by 12 months`. */
export interface Delay extends Clause {
    readonly programs: readonly Reference[];
    readonly by: Length;
}

/** A what-if: programs that come later or not at all. */
export interface Scenario extends Named {
    readonly kind: 'scenario';
    readonly delays: readonly Delay[];
    readonly drops: readonly NamingAll[];
}

/** `waive missing-kpi for toll-traffic because "…" by dishub until 2099`. It has no name of its own. */
export interface Waiver {
    readonly kind: 'waiver';
    /** The word `waive`, where the waiver rules report. */
    readonly at: Origin;
    readonly whole: Origin;
    readonly rule: Reference;
    readonly subjects: readonly Reference[];
    readonly because: Stated<string> | undefined;
    readonly by: Naming | undefined;
    readonly until: Dated | undefined;
    readonly library: string | undefined;
    readonly broken: readonly string[];
}

/** A field within a dimension; programs belong to one. */
export interface Element extends Named {
    readonly kind: 'element';
    /** The name of the dimension it belongs to. */
    readonly dimension: string;
}

/** One of the sides of a smart city. */
export interface Dimension extends Named {
    readonly kind: 'dimension';
    readonly elements: readonly Element[];
}

/** `level 4 "Integrative" barred-by duplicate-service`: of a framework, or of one indicator. */
export interface Level extends Clause {
    readonly level: Written<number>;
    readonly title: string | undefined;
    readonly barredBy: readonly Reference[];
}

/** `band "Baik" from 2.6`. */
export interface Band extends Clause {
    readonly title: string;
    readonly from: Written<number>;
}

/** What a framework measures, with its levels. */
export interface Indicator extends Named {
    readonly kind: 'indicator';
    /** The name of its framework. */
    readonly framework: string;
    /** The local name of the domain it is grouped in; `undefined` directly in the framework. */
    readonly domain: string | undefined;
    readonly weight: number | undefined;
    readonly measures: Reference | undefined;
    readonly levels: readonly Level[];
}

/** A group of indicators. Its name is local to the framework and referred to by nothing. */
export interface Domain extends Named {
    readonly kind: 'domain';
    readonly weight: number | undefined;
    readonly indicators: readonly Indicator[];
}

/** A way of measuring maturity: a scale, indicators and how they add up. */
export interface Framework extends Named {
    readonly kind: 'framework';
    /** Levels: least and most; `most` is `undefined` where no maximum is published. */
    readonly scale:
        | (Clause & { readonly least: number; readonly most: number | undefined; readonly type: 'staged' | 'scored' })
        | undefined;
    readonly aggregate: (Clause & { readonly by: 'mean' | 'minimum' }) | undefined;
    readonly levels: readonly Level[];
    readonly bands: readonly Band[];
    readonly domains: readonly Domain[];
    /** All indicators, those inside domains too, in the order they are written. */
    readonly indicators: readonly Indicator[];
}

/** Where money comes from. */
export interface Fund extends Named {
    readonly kind: 'fund';
}

/** A place, perhaps within another. */
export interface Area extends Named {
    readonly kind: 'area';
    readonly within: Naming | undefined;
}

/** `use smart-city-100, garuda`. */
export interface Use extends Clause {
    readonly kind: 'use';
    readonly libraries: readonly Reference[];
}

/** A declaration that stands for itself in a file and has a name in the plan. */
export type Declaration =
    | Masterplan
    | Audience
    | Opd
    | Service
    | Data
    | Application
    | Infrastructure
    | Program
    | Driver
    | Obstacle
    | Scenario
    | Dimension
    | Framework
    | Fund
    | Area;

/** Everything a qualified name can stand for. */
export type Nameable = Declaration | Element | Indicator | Activity | Kpi;

/** The kinds of declarations that have a name of their own. */
export type DeclarationKind = Declaration['kind'];
