import type fc from 'fast-check';
import type { Counters } from './counters.ts';

/** Something that must hold for every input. */
export interface Property {
    readonly name: string;
    /** Its inputs are so large that few of them are worth many others. */
    readonly rare?: boolean;
    /** How many inputs the tests try; as many as of any other unless given. */
    readonly tested?: number;
    /** The property with its inputs; what it does is counted. */
    build(counters: Counters): fc.IRawProperty<unknown>;
}
