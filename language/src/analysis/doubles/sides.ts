import type { Asset } from '../../plan/declarations/asset.ts';
import type { Program } from '../../plan/declarations/program.ts';
import { type Lifetime, type Lifetimes, meet } from '../lifetimes.ts';
import type { Owner, Owners } from '../owners.ts';

/** One side of a comparison: a program or asset with an owner and a lifetime. Without either it is no side. */
export interface Side<T extends Program | Asset = Program | Asset> {
    readonly declaration: T;
    readonly owner: Owner;
    readonly life: Lifetime;
}

/** Two sides of different owners, the first by name, and the days on which both live. */
export interface Pair<S extends Side = Side> {
    readonly a: S;
    readonly b: S;
    readonly life: Lifetime;
}

/** What takes part in comparisons. */
export interface Parties {
    readonly owners: Owners;
    readonly lifetimes: Lifetimes;
}

/** A declaration as a side; `undefined` when it has no owner or no lifetime. */
export function sideOf<T extends Program | Asset>(declaration: T, parties: Parties): Side<T> | undefined {
    const owner = parties.owners.of(declaration);
    const life = owner && parties.lifetimes.of(declaration);
    return owner && life && { declaration, owner, life };
}

/**
 * All pairs of sides whose owners differ and whose lifetimes meet, sorted by name. The sides are walked by their first
 * days, and those of one owner that follow each other are passed over at once: the work is that of the pairs there are.
 */
export function pairsOf<S extends Side>(sides: readonly S[]): Pair<S>[] {
    const pairs: Pair<S>[] = [];
    if (sides.length < 2) {
        return pairs;
    }
    const ordered = byFirstDay(sides);
    const others = nextOwners(ordered);
    for (const [index, one] of ordered.entries()) {
        const end = one.life.to ?? Infinity;
        let next = others[index]!;
        while (next < ordered.length) {
            const other = ordered[next]!;
            if ((other.life.from ?? -Infinity) > end) {
                break;
            }
            const pair = pairOf(one, other);
            if (pair) {
                pairs.push(pair);
            }
            next = one.owner === other.owner ? others[next]! : next + 1;
        }
    }
    return pairs.sort(byPair);
}

/** Sides in the order of their first days, then of their names. */
export function byFirstDay<S extends Side>(sides: readonly S[]): S[] {
    return [...sides].sort((a, b) => (a.life.from ?? -Infinity) - (b.life.from ?? -Infinity) || bySide(a, b));
}

/** Two sides as a pair, the first given being the one that begins first; `undefined` of one owner, or never at one time. */
export function pairOf<S extends Side>(first: S, second: S): Pair<S> | undefined {
    const life = first.owner === second.owner ? undefined : meet(first.life, second.life);
    return life && (bySide(first, second) < 0 ? { a: first, b: second, life } : { a: second, b: first, life });
}

/** For each side the place of the next one that belongs to somebody else; the end where there is none. */
function nextOwners(sides: readonly Side[]): Int32Array {
    const next = new Int32Array(sides.length);
    for (let index = sides.length - 1; index >= 0; index--) {
        const isLast = index === sides.length - 1;
        next[index] = isLast || sides[index]!.owner !== sides[index + 1]!.owner ? index + 1 : next[index + 1]!;
    }
    return next;
}

/** Puts a value under a key, in a list of its own for each key. */
export function putUnder<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
    const group = groups.get(key);
    if (group) {
        group.push(value);
    } else {
        groups.set(key, [value]);
    }
}

/** Orders pairs by the names of their sides. */
export function byPair(a: Pair, b: Pair): number {
    return bySide(a.a, b.a) || bySide(a.b, b.b);
}

function bySide(a: Side, b: Side): number {
    const [left, right] = [a.declaration.name, b.declaration.name];
    return left < right ? -1 : left > right ? 1 : 0;
}
