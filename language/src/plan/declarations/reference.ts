import type { Origin } from '../origin.ts';

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
