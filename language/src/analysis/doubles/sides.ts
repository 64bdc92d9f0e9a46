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
 * days, so that only those are compared that live at the same time. Of those only the pairs are made that `isPair` takes.
 */
export function pairsOf<S extends Side>(sides: readonly S[], isPair: (a: S, b: S) => boolean = () => true): Pair<S>[] {
    const pairs: Pair<S>[] = [];
    if (sides.length < 2) {
        return pairs;
    }
    const ordered = [...sides].sort((a, b) => (a.life.from ?? -Infinity) - (b.life.from ?? -Infinity) || bySide(a, b));
    for (const [index, one] of ordered.entries()) {
        const end = one.life.to ?? Infinity;
        for (let next = index + 1; next < ordered.length; next++) {
            const other = ordered[next]!;
            if ((other.life.from ?? -Infinity) > end) {
                break;
            }
            const life = one.owner === other.owner ? undefined : meet(one.life, other.life);
            if (life && isPair(one, other)) {
                pairs.push(bySide(one, other) < 0 ? { a: one, b: other, life } : { a: other, b: one, life });
            }
        }
    }
    return pairs.sort(byPair);
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
