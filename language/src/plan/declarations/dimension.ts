import type { Named } from './named.ts';

/** One of the sides of a smart city. */
export interface Dimension extends Named {
    readonly kind: 'dimension';
    readonly elements: readonly Element[];
}

/** A field within a dimension; programs belong to one. */
export interface Element extends Named {
    readonly kind: 'element';
    /** The name of the dimension it belongs to. */
    readonly dimension: string;
}
