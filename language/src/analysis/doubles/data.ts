import type { Data } from '../../plan/declarations/asset.ts';
import type { Program } from '../../plan/declarations/program.ts';
import type { Reference } from '../../plan/declarations/reference.ts';
import { byName, type Plan } from '../../plan/plan.ts';
import { fold } from '../folding.ts';
import { join, type Lifetime } from '../lifetimes.ts';
import { type Pair, type Parties, pairsOf, putUnder, type Side, sideOf } from './sides.ts';

/** One who claims a dataset: a program that delivers it, or a declaration of it. */
export interface DataClaim extends Side<Program | Data> {
    /** The dataset's name in `delivers`; `undefined` for a declaration. */
    readonly clause: Reference | undefined;
}

/** A dataset that more than one owner makes. */
export interface ContestedData {
    /** The dataset that programs of two owners deliver; `undefined` when one title is declared with two producers. */
    readonly data: Data | undefined;
    /** By name; each lives together with one of another owner. */
    readonly claims: readonly DataClaim[];
    /** From the first day on which two owners claim it to the last. */
    readonly life: Lifetime;
    readonly pairs: readonly Pair<DataClaim>[];
}

/** Datasets that programs of two owners deliver, by name; then titles declared with different producers, by first name. */
export function contestedData(plan: Plan, parties: Parties): ContestedData[] {
    return [...deliveredTwice(plan, parties), ...declaredTwice(plan, parties)];
}

function deliveredTwice(plan: Plan, parties: Parties): ContestedData[] {
    const deliverers = new Map<Data, { readonly program: Program; readonly clause: Reference }[]>();
    for (const program of parties.lifetimes.programs) {
        for (const clause of program.delivers?.refs ?? []) {
            const data = plan.names.get(clause.name);
            if (data?.kind === 'data' && deliverers.get(data)?.at(-1)?.program !== program) {
                putUnder(deliverers, data, { program, clause });
            }
        }
    }
    const byData = [...deliverers].sort(([a], [b]) => byName(a, b));
    return byData.flatMap(([data, delivered]) => {
        const claims = delivered.flatMap(({ program, clause }): DataClaim[] => {
            const side = delivered.length > 1 ? sideOf(program, parties) : undefined;
            return side ? [{ ...side, clause }] : [];
        });
        return contest(data, claims) ?? [];
    });
}

function declaredTwice(plan: Plan, parties: Parties): ContestedData[] {
    const titles = new Map<string, DataClaim[]>();
    for (const data of plan.data) {
        const title = fold(data.title);
        const side = title === '' ? undefined : sideOf(data, parties);
        if (side) {
            putUnder(titles, title, { ...side, clause: undefined });
        }
    }
    return [...titles.values()].flatMap((claims) => contest(undefined, claims) ?? []);
}

function contest(data: Data | undefined, claims: readonly DataClaim[]): ContestedData | undefined {
    const pairs = pairsOf(claims);
    if (pairs.length === 0) {
        return undefined;
    }
    const contesting = new Set(pairs.flatMap(({ a, b }) => [a, b]));
    return {
        data,
        claims: claims.filter((claim) => contesting.has(claim)),
        life: pairs.map((pair) => pair.life).reduce(join),
        pairs,
    };
}
