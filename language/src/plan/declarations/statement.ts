import type { Origin } from '../origin.ts';
import type { Clause, Dated, Naming, Stated } from './clause.ts';
import type { Reference } from './reference.ts';

/** `use smart-city-100, garuda`. */
export interface Use extends Clause {
    readonly kind: 'use';
    readonly libraries: readonly Reference[];
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
