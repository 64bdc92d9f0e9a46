import { Pert } from './pert.ts';
import { threefry } from './threefry.ts';

/** Where lengths lie between their least and their most: a number from 0 to 1 for every run. */
export interface Draws {
    readonly runs: number;
    /**
     * One length of a program in all runs. `part` tells its lengths apart, `likely` is where the likely value lies between
     * 0 and 1. What is given is overwritten by the next call.
     */
    row(program: string, part: string, likely: number): Float64Array;
    /** The same length in one run. */
    at(program: string, part: string, likely: number, run: number): number;
}

/**
 * Draws from PERT distributions. Each length of each program has a stream of its own, known by the seed and the names:
 * what else stands in a plan, and where, changes no draw.
 */
export class SeededDraws implements Draws {
    private readonly pert = new Pert();
    private readonly bits: Uint32Array;
    private readonly fractions: Float64Array;
    private readonly one = new Uint32Array(2);

    constructor(
        private readonly seed: number,
        readonly runs: number,
    ) {
        this.bits = new Uint32Array(runs + 1);
        this.fractions = new Float64Array(runs);
    }

    row(program: string, part: string, likely: number): Float64Array {
        const { runs, bits, fractions } = this;
        const [key0, key1] = this.keyOf(program, part);
        for (let run = 0; run < runs; run += 2) {
            threefry(key0, key1, run >> 1, 0, bits, run);
        }
        for (let run = 0; run < runs; run++) {
            fractions[run] = fraction(bits[run]!);
        }
        this.pert.quantiles(likely, fractions);
        return fractions;
    }

    at(program: string, part: string, likely: number, run: number): number {
        const [key0, key1] = this.keyOf(program, part);
        threefry(key0, key1, run >> 1, 0, this.one, 0);
        return this.pert.quantile(likely, fraction(this.one[run & 1]!));
    }

    private keyOf(program: string, part: string): readonly [number, number] {
        const text = `${this.seed}\u0000${program}\u0000${part}`;
        return [hash(text, 0x811c9dc5), hash(text, 0x9747b28c)];
    }
}

/** The middle of one of 2³² equal shares: never 0 and never 1. */
function fraction(bits: number): number {
    return (bits + 0.5) / 0x1_0000_0000;
}

/** FNV-1a over UTF-16 units. Threefry mixes keys well enough not to need more. */
function hash(text: string, start: number): number {
    let value = start;
    for (let i = 0; i < text.length; i++) {
        value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
    }
    return value;
}
