import type { Origin } from '../origin.ts';
import type { Stated } from './clause.ts';

/** What every declaration and nested declaration has. */
export interface Named {
    readonly kind: string;
    /** The qualified name: `dishub`, `governance.service`, `garuda.governance`. */
    readonly name: string;
    readonly title: string;
    /** The place of the name, where most findings stand. */
    readonly at: Origin;
    /** The place of the whole declaration, from its keyword to its closing brace. */
    readonly whole: Origin;
    readonly description: Stated<string> | undefined;
    readonly source: Stated<string> | undefined;
    /** The built-in library that declares it; `undefined` for what the plan itself declares. */
    readonly library: string | undefined;
    /** Keywords of clauses that stand here but could not be read; nothing is called missing that was tried. */
    readonly broken: readonly string[];
}
