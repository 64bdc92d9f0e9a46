import {
    type CallHierarchyIncomingCall,
    type CallHierarchyItem,
    type CallHierarchyOutgoingCall,
    type Range,
    SymbolKind,
} from 'vscode-languageserver-types';
import type { Application, Asset } from '../plan/declarations/asset.ts';
import type { Nameable } from '../plan/declarations/declaration.ts';
import type { Program } from '../plan/declarations/program.ts';
import type { Reference } from '../plan/declarations/reference.ts';
import { byName, ownerOf } from '../plan/plan.ts';
import { declarationAt, declarationsOf, occurrenceAt } from './occurrence.ts';
import { range } from './ranges.ts';
import type { View } from './view.ts';

/** What can wait, or be waited for. */
type Knot = Program | Asset;

const KNOTS: readonly string[] = ['program', 'service', 'data', 'application', 'infrastructure'];

/** The program or asset under the cursor, or around it: what to ask for its waits. */
export function prepareCallHierarchy(view: View, offset: number): CallHierarchyItem[] {
    const found = occurrenceAt(view, offset);
    const named = found?.space === 'plan' ? declarationsOf(view.plan, found.name) : [];
    const knots = named.filter(isKnot);
    const around = declarationAt(view.fragment, offset);
    if (knots.length === 0 && around !== undefined && isKnot(around)) {
        return [itemOf(view, around)];
    }
    return knots.map((each) => itemOf(view, each));
}

/** What a program waits for (`after`, `needs`), an application needs, and an asset is delivered by. */
export function outgoingCalls(view: View, name: string): CallHierarchyOutgoingCall[] {
    const knot = knotOf(view, name);
    if (knot === undefined) {
        return [];
    }
    const own = waitsOf(knot).flatMap(({ name: to, at }): readonly [Knot, Range][] => {
        const target = knotOf(view, to);
        return target === undefined ? [] : [[target, range(view, at)]];
    });
    const delivering = view.plan.programs.flatMap((program): readonly [Knot, Range][] =>
        refs(program.delivers)
            .filter((each) => each.name === name)
            .map(() => [program, range(view, knot.at)]),
    );
    return gather([...own, ...delivering]).map(([to, fromRanges]) => ({ to: itemOf(view, to), fromRanges }));
}

/** Who waits for a program or asset: programs and applications that name it, and the assets that a program delivers. */
export function incomingCalls(view: View, name: string): CallHierarchyIncomingCall[] {
    const knot = knotOf(view, name);
    if (knot === undefined) {
        return [];
    }
    const waiting = [...view.plan.programs, ...view.plan.applications].flatMap((each): readonly [Knot, Range][] =>
        waitsOf(each)
            .filter((reference) => reference.name === name)
            .map((reference) => [each, range(view, reference.at)]),
    );
    const delivered = (knot.kind === 'program' ? refs(knot.delivers) : []).flatMap(
        (reference): readonly [Knot, Range][] => {
            const asset = knotOf(view, reference.name);
            return asset === undefined ? [] : [[asset, range(view, asset.at)]];
        },
    );
    return gather([...waiting, ...delivered]).map(([from, fromRanges]) => ({ from: itemOf(view, from), fromRanges }));
}

function waitsOf(knot: Knot): readonly Reference[] {
    switch (knot.kind) {
        case 'program':
            return [...(knot.after?.items.map((each) => each.ref) ?? []), ...refs(knot.needs)];
        case 'application':
            return [...refs((knot as Application).needs), ...refs((knot as Application).integrates)];
        default:
            return [];
    }
}

function refs(clause: { readonly refs: readonly Reference[] } | undefined): readonly Reference[] {
    return clause?.refs ?? [];
}

function gather(pairs: readonly (readonly [Knot, Range])[]): [Knot, Range[]][] {
    const found = new Map<Knot, Range[]>();
    for (const [knot, at] of pairs) {
        found.set(knot, [...(found.get(knot) ?? []), at]);
    }
    return [...found].sort(([a], [b]) => byName(a, b));
}

function knotOf(view: View, name: string): Knot | undefined {
    const found = view.plan.names.get(name);
    return found !== undefined && isKnot(found) ? found : undefined;
}

function isKnot(nameable: Nameable): nameable is Knot {
    return KNOTS.includes(nameable.kind);
}

function itemOf(view: View, knot: Knot): CallHierarchyItem {
    const owner = ownerOf(knot)?.name;
    return {
        name: knot.name,
        detail: owner === undefined ? knot.title : `${knot.title} (${owner})`,
        kind: knot.kind === 'program' ? SymbolKind.Function : SymbolKind.Interface,
        uri: knot.at.file,
        range: range(view, knot.whole),
        selectionRange: range(view, knot.at),
        data: knot.name,
    };
}
