import type { When } from '../calendar.ts';
import type { Ceiling, Clause, Stated, Written } from './clause.ts';
import type { Named } from './named.ts';
import type { Reference } from './reference.ts';

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
