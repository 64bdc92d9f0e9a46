import type { Length } from '../../plan/calendar.ts';
import type { Asset } from '../../plan/declarations/asset.ts';
import type { Program } from '../../plan/declarations/program.ts';
import type { Reference } from '../../plan/declarations/reference.ts';
import { trimmed } from '../../plan/lists.ts';
import { assetsOf, type Plan } from '../../plan/plan.ts';
import { type Edges, edgesOf } from './graph.ts';

/**
 * Who waits for what, over dense integers: programs are the nodes from 0, by name, assets those from `programs.length`,
 * by name. Cancelled and dropped programs are left out, and so are names that mean nothing.
 */
export interface Network {
    readonly programs: readonly Program[];
    readonly assets: readonly Asset[];
    /** How many nodes there are. */
    readonly size: number;
    /**
     * What each node waits for, in the order it is written: a program for programs (`after`) and assets (`needs`), every
     * one of them; an asset without `since` for the programs that deliver it, any one of them.
     */
    readonly waits: Edges;
    /** The clause item of each wait of a program; `undefined` for an asset's. */
    readonly references: readonly (Reference | undefined)[];
    /** The lag of each wait. */
    readonly lags: readonly (Length | undefined)[];
    /** Who waits for each node: the other way round. */
    readonly waiters: Edges;
    /** For each asset the programs that deliver it, by name. */
    readonly deliverers: readonly (readonly Program[])[];
    /** The node of a name; `undefined` for any other name. */
    nodeOf(name: string): number | undefined;
    /** Whether a node holds back who waits for it: a program does, an asset if it has no `since` but is delivered. */
    readonly holds: Uint8Array;
}

/** Reads the network off a plan; programs that `dropped` names are left out like cancelled ones. */
export function networkOf(plan: Plan, dropped: ReadonlySet<string>): Network {
    const programs = plan.programs.filter((program) => program.cancelled === undefined && !dropped.has(program.name));
    const assets = assetsOf(plan);
    const size = programs.length + assets.length;
    const nodes = new Map<string, number>();
    programs.forEach((program, node) => {
        nodes.set(program.name, node);
    });
    assets.forEach((asset, index) => {
        nodes.set(asset.name, programs.length + index);
    });
    const sources: number[] = [];
    const targets: number[] = [];
    const references: (Reference | undefined)[] = [];
    const lags: (Length | undefined)[] = [];
    const holds = new Uint8Array(size).fill(1, 0, programs.length);
    const wait = (
        source: number,
        target: number | undefined,
        program: boolean,
        reference?: Reference,
        lag?: Length,
    ): void => {
        // A name of the other kind (`after` an asset) is a wrong reference, and no wait.
        if (target !== undefined && target < programs.length === program) {
            sources.push(source);
            targets.push(target);
            references.push(reference);
            lags.push(lag);
        }
    };
    programs.forEach((program, node) => {
        for (const { ref, lag } of program.after?.items ?? []) {
            wait(node, nodes.get(ref.name), true, ref, lag);
        }
        for (const ref of program.needs?.refs ?? []) {
            wait(node, nodes.get(ref.name), false, ref);
        }
    });
    const deliverers: Program[][] = assets.map(() => []);
    programs.forEach((program, node) => {
        for (const { name } of program.delivers?.refs ?? []) {
            const asset = nodes.get(name) ?? -1;
            const delivering = deliverers[asset - programs.length];
            if (delivering === undefined || delivering.at(-1) === program) {
                continue;
            }
            delivering.push(program);
            if (assets[asset - programs.length]!.since === undefined) {
                holds[asset] = 1;
                wait(asset, node, true);
            }
        }
    });
    const { edge, ...waits } = edgesOf(size, sources, targets);
    return {
        programs,
        assets,
        size,
        waits,
        references: Array.from(edge, (each) => references[each]),
        lags: Array.from(edge, (each) => lags[each]),
        waiters: edgesOf(size, targets, sources),
        deliverers: deliverers.map(trimmed),
        nodeOf: (name) => nodes.get(name),
        holds,
    };
}
