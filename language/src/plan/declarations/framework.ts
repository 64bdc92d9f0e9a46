import type { Clause, Written } from './clause.ts';
import type { Named } from './named.ts';
import type { Reference } from './reference.ts';

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

/** A group of indicators. Its name is local to the framework and referred to by nothing. */
export interface Domain extends Named {
    readonly kind: 'domain';
    readonly weight: number | undefined;
    readonly indicators: readonly Indicator[];
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
