import type { Length, When } from '../calendar.ts';
import type { Rupiah } from '../money.ts';
import type { AreaClause, Clause, Dated, Naming, NamingAll, Stated, Written } from './clause.ts';
import type { Named } from './named.ts';
import type { Reference } from './reference.ts';

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

/** A part of a program, scheduled inside it. */
export interface Activity extends Named {
    readonly kind: 'activity';
    readonly duration: (Clause & { readonly length: Length }) | undefined;
    readonly after: AfterClause | undefined;
}

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
