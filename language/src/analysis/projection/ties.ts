import type { Program } from '../../plan/declarations/program.ts';
import { trimmed } from '../../plan/lists.ts';
import { findElement, type Plan } from '../../plan/plan.ts';

/**
 * The programs that deliver, need or replace an asset, by their dimension: of each dimension in the order of their names,
 * as often as they name it. `undefined` for an asset that no program of a dimension names.
 */
export type Ties = (asset: string) => ReadonlyMap<string, readonly string[]> | undefined;

/** Gives the names of all declarations that name something; `undefined` where that is not known. */
export type Namers = (name: string) => Iterable<string> | undefined;

/** Answers for a plan. Where it is known who names what, only they are asked, else all programs at the first question. */
export function tiesIn(plan: Plan, namers?: Namers): Ties {
    let all: ReadonlyMap<string, readonly string[]> | undefined;
    const known = new Map<string, ReadonlyMap<string, readonly string[]> | undefined>();
    return (asset) => {
        if (all !== undefined) {
            return byDimension(all.get(asset));
        }
        if (known.has(asset)) {
            return known.get(asset);
        }
        const by = namers?.(asset);
        if (by === undefined) {
            all = tiesOf(plan.programs, plan);
            return byDimension(all.get(asset));
        }
        const programs = [...new Set(by)].sort().flatMap((name): Program | [] => {
            const found = plan.names.get(name);
            return found?.kind === 'program' ? found : [];
        });
        const ties = byDimension(tiesOf(programs, plan).get(asset));
        known.set(asset, ties);
        return ties;
    };
}

/** The dimension of a program's element; `undefined` for a cancelled program, which is about nothing any more. */
export function dimensionOf(plan: Plan, program: Program): string | undefined {
    return program.cancelled ? undefined : findElement(plan, program.element?.ref)?.dimension;
}

/** By asset who names it, each behind its dimension: a table for each asset would take several times as much. */
function tiesOf(programs: readonly Program[], plan: Plan): ReadonlyMap<string, readonly string[]> {
    const ties = new Map<string, readonly string[]>();
    for (const program of programs) {
        const dimension = dimensionOf(plan, program);
        if (dimension === undefined) {
            continue;
        }
        for (const clause of [program.delivers, program.needs, program.replaces]) {
            for (const { name } of clause?.refs ?? []) {
                const list = ties.get(name);
                if (list === undefined) {
                    ties.set(name, [dimension, program.name]);
                } else {
                    (list as string[]).push(dimension, program.name);
                }
            }
        }
    }
    for (const [name, list] of ties) {
        if (list.length > 2) {
            ties.set(name, trimmed(list));
        }
    }
    return ties;
}

function byDimension(list: readonly string[] | undefined): ReadonlyMap<string, readonly string[]> | undefined {
    if (list === undefined) {
        return undefined;
    }
    const grouped = new Map<string, string[]>();
    for (let i = 0; i < list.length; i += 2) {
        append(grouped, list[i]!, list[i + 1]!);
    }
    return grouped;
}

/** Adds an item to the list under a key. */
export function append<T>(map: Map<string, T[]>, key: string, item: T): void {
    const list = map.get(key);
    if (list) {
        list.push(item);
    } else {
        map.set(key, [item]);
    }
}
