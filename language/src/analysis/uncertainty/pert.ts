/** How much the likely value weighs; four is the weight of the original method. */
const LAMBDA = 4;
/** Into how many cells the distribution is cut. */
const CELLS = 1024;
/** More distributions are not remembered at a time. */
const MOST = 512;

/** A distribution between 0 and 1, laid out for fast look-up. */
interface Table {
    /** The probability of lying below the lower end of each cell, and 1 at the end. */
    readonly below: Float64Array;
    /** For every equal share of probability the cell in which it begins. */
    readonly guide: Uint16Array;
}

/**
 * PERT distributions between 0 and 1: beta distributions with α = 1 + λ·m and β = 1 + λ·(1 − m), where m is the place of
 * the likely value between least (0) and most (1), and λ = 4. (D. G. Malcolm, J. H. Roseboom, C. E. Clark, W. Fazar,
 * "Application of a technique for research and development program evaluation", Operations Research 7, 1959; with λ as
 * in D. Vose, "Risk Analysis", 2000.)
 *
 * Drawn by inversion: the distribution function is summed up over 1024 cells and taken to be linear inside of each, which
 * is off by less than a thousandth of the range; the cell is found through a guide table (H.-C. Chen, Y. Asau, "On
 * generating random variates from an empirical distribution", AIIE Transactions 6, 1974).
 */
export class Pert {
    private readonly tables = new Map<number, Table>();

    /** What the shape of a likely value at `place` (0 to 1) makes of a probability `share` (0 to 1): a place from 0 to 1. */
    quantile(place: number, share: number): number {
        return invert(this.table(place), share);
    }

    /** The same for many probabilities, written over them. */
    quantiles(place: number, shares: Float64Array): void {
        const table = this.table(place);
        for (let i = 0; i < shares.length; i++) {
            shares[i] = invert(table, shares[i]!);
        }
    }

    private table(place: number): Table {
        let table = this.tables.get(place);
        if (table === undefined) {
            if (this.tables.size >= MOST) {
                this.tables.clear();
            }
            table = layOut(LAMBDA * place, LAMBDA * (1 - place));
            this.tables.set(place, table);
        }
        return table;
    }
}

function invert({ below, guide }: Table, share: number): number {
    let cell = guide[Math.min(CELLS - 1, Math.floor(share * CELLS))]!;
    while (cell < CELLS - 1 && below[cell + 1]! < share) {
        cell++;
    }
    const inside = below[cell + 1]! - below[cell]!;
    return (cell + (inside > 0 ? (share - below[cell]!) / inside : 0.5)) / CELLS;
}

/** The logarithm of the middle of each cell. */
let logs: Float64Array | undefined;

/** The beta density to the power of `low` near 0 and `high` near 1, summed up. */
function layOut(low: number, high: number): Table {
    logs ??= Float64Array.from({ length: CELLS }, (_, cell) => Math.log((cell + 0.5) / CELLS));
    const below = new Float64Array(CELLS + 1);
    for (let cell = 0; cell < CELLS; cell++) {
        below[cell + 1] = below[cell]! + Math.exp(low * logs[cell]! + high * logs[CELLS - 1 - cell]!);
    }
    const sum = below[CELLS]!;
    for (let cell = 0; cell <= CELLS; cell++) {
        below[cell]! /= sum;
    }
    const guide = new Uint16Array(CELLS);
    let cell = 0;
    for (let i = 0; i < CELLS; i++) {
        while (cell < CELLS - 1 && below[cell + 1]! <= i / CELLS) {
            cell++;
        }
        guide[i] = cell;
    }
    return { below, guide };
}
