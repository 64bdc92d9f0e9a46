import type { Declaration, Nameable } from './declarations/declaration.ts';
import { byName } from './plan.ts';

/** A list by name without some and with others, which take the places of those of their names. */
export function merge(
    list: readonly Declaration[],
    out: ReadonlySet<Nameable> | undefined,
    into: readonly Declaration[],
): readonly Declaration[] {
    const merged = list.slice();
    const come = new Map(into.map((each) => [each.name, each]));
    for (const each of out ?? []) {
        const place = placeOf(merged, each.name);
        const instead = come.get(each.name);
        if (instead === undefined) {
            merged.splice(place, 1);
        } else {
            merged[place] = instead;
            come.delete(each.name);
        }
    }
    if (come.size > FEW) {
        return [...merged, ...come.values()].sort(byName);
    }
    for (const each of come.values()) {
        merged.splice(placeOf(merged, each.name), 0, each);
    }
    return merged;
}

/** So many are put into their places one by one; more are sorted in. */
const FEW = 50;

/** Where a name stands in a list by name, or would stand. */
function placeOf(list: readonly Declaration[], name: string): number {
    let low = 0;
    let high = list.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (list[middle]!.name < name) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}
