import type { Ceiling, Clause, Naming, Stated, Written } from './clause.ts';
import type { Named } from './named.ts';

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

/** Where money comes from. */
export interface Fund extends Named {
    readonly kind: 'fund';
}

/** A place, perhaps within another. */
export interface Area extends Named {
    readonly kind: 'area';
    readonly within: Naming | undefined;
}
