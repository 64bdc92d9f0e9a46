import type { AreaClause, Clause, Dated, Naming, NamingAll, Stated } from './clause.ts';
import type { Named } from './named.ts';

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
