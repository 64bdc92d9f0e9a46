import type { Length } from '../calendar.ts';
import type { Clause, Dated, NamingAll } from './clause.ts';
import type { Named } from './named.ts';
import type { Reference } from './reference.ts';

/** A change from outside, with its effects on elements. */
export interface Driver extends Named {
    readonly kind: 'driver';
    readonly from: Dated | undefined;
    readonly impacts: readonly Impact[];
}

/** `impact negative living.mobility "Antrean di pintu keluar"`. */
export interface Impact extends Clause {
    readonly effect: 'positive' | 'negative';
    readonly element: Reference;
    readonly text: string | undefined;
}

/** What stands in the way until a program resolves it. */
export interface Obstacle extends Named {
    readonly kind: 'obstacle';
    readonly raisedBy: NamingAll | undefined;
}

/** A what-if: programs that come later or not at all. */
export interface Scenario extends Named {
    readonly kind: 'scenario';
    readonly delays: readonly Delay[];
    readonly drops: readonly NamingAll[];
}

/** `delay city-fibre by 12 months`. */
export interface Delay extends Clause {
    readonly programs: readonly Reference[];
    readonly by: Length;
}
