import type { Program } from '../../plan/declarations/program.ts';
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
    let all: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> | undefined;
    const known = new Map<string, ReadonlyMap<string, readonly string[]> | undefined>();
    return (asset) => {
        if (all !== undefined || known.has(asset)) {
            return (all ?? known).get(asset);
        }
        const by = namers?.(asset);
        if (by === undefined) {
            all = tiesOf(plan.programs, plan);
            return all.get(asset);
        }
        const programs = [...new Set(by)].sort().flatMap((name): Program | [] => {
            const found = plan.names.get(name);
            return found?.kind === 'program' ? found : [];
        });
        const ties = tiesOf(programs, plan).get(asset);
        known.set(asset, ties);
        return ties;
    };
}

/** The dimension of a program's element; `undefined` for a cancelled program, which is about nothing any more. */
export function dimensionOf(plan: Plan, program: Program): string | undefined {
    return program.cancelled ? undefined : findElement(plan, program.element?.ref)?.dimension;
}

function tiesOf(programs: readonly Program[], plan: Plan): Map<string, Map<string, string[]>> {
    const ties = new Map<string, Map<string, string[]>>();
    for (const program of programs) {
        const dimension = dimensionOf(plan, program);
        if (dimension === undefined) {
            continue;
        }
        for (const clause of [program.delivers, program.needs, program.replaces]) {
            for (const { name } of clause?.refs ?? []) {
                let byDimension = ties.get(name);
                if (!byDimension) {
                    byDimension = new Map();
                    ties.set(name, byDimension);
                }
                append(byDimension, dimension, program.name);
            }
        }
    }
    return ties;
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
