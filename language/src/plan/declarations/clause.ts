import type { When } from '../calendar.ts';
import type { Rupiah } from '../money.ts';
import type { Origin } from '../origin.ts';
import type { Reference } from './reference.ts';

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
