import type { Day, Length } from '../../../plan/calendar.ts';
import type { Asset } from '../../../plan/declarations/asset.ts';
import type { Program } from '../../../plan/declarations/program.ts';
import { NONE, trimmed } from '../../../plan/lists.ts';
import type { Pull } from '../../schedule/bounds.ts';
import type { Course } from '../../schedule/courses.ts';

/** A program as the timetable knows it: its days and all that hangs on them. */
export class ProgramNode {
    /** The programs that name it under `after`. */
    waiters: readonly ProgramNode[] = NONE;
    start: Day | undefined;
    finish: Day | undefined;
    /** Of a chain that ends at it the latest day it would be let start on, and the latest finish that gives it. */
    lets: Day | undefined;
    latest: Day | undefined;
    slack = Number.POSITIVE_INFINITY;
    critical = false;
    drift = 0;
    /** Whether it is a member of a circle; whether it is one or waits for one. */
    inCircle = false;
    isStuck = false;

    constructor(
        public program: Program,
        public course: Course,
        public pulls: readonly Pull[],
    ) {}

    /** Whether its days can be known: it says how long it lasts, and waits in no circle. */
    get isDated(): boolean {
        return this.course.dated && !this.inCircle;
    }

    /** Whether its start follows from what it waits for. */
    get isFloating(): boolean {
        return this.course.start === undefined && this.course.finish === undefined;
    }

    /** Whether chains end at it: its start is written, or it is finished. */
    get isPinned(): boolean {
        return this.course.start !== undefined || this.course.status === 'finished';
    }
}

/** An asset as the timetable knows it. */
export class AssetNode {
    /** The programs that deliver it, by name. */
    deliverers: readonly ProgramNode[] = NONE;
    /** The programs that name it under `needs`. */
    needers: readonly ProgramNode[] = NONE;
    /** What names it under `replaces`. */
    replacers: readonly (ProgramNode | AssetNode)[] = NONE;
    /** How many cancelled programs say they would deliver it. */
    lost = 0;
    /** Its first day, from its `since` or its first delivery, and who delivers it then. */
    there: Day | undefined;
    deliverer: ProgramNode | undefined;
    /** Whether only programs without days deliver it: then nobody waits for it. */
    isUnknown = false;
    isStuck = false;

    constructor(public asset: Asset) {}

    /** Whether it holds back who needs it until it is delivered. */
    get holds(): boolean {
        return this.asset.since === undefined && this.deliverers.length > 0;
    }
}

/** Who waits for whom, by name, as it stands in one version of a plan. */
export class Nodes {
    readonly programs = new Map<string, ProgramNode>();
    readonly assets = new Map<string, AssetNode>();

    /** Ties a program to all that it names. */
    attach(node: ProgramNode): void {
        const { after, needs, delivers, replaces } = node.program;
        for (const { ref } of after?.items ?? []) {
            const target = this.programs.get(ref.name);
            if (target !== undefined) {
                target.waiters = added(target.waiters, node);
            }
        }
        for (const { name } of needs?.refs ?? []) {
            const asset = this.assets.get(name);
            if (asset !== undefined) {
                asset.needers = added(asset.needers, node);
            }
        }
        for (const { name } of delivers?.refs ?? []) {
            const asset = this.assets.get(name);
            if (asset !== undefined) {
                asset.deliverers = inserted(asset.deliverers, node);
            }
        }
        this.attachReplacer(node, replaces?.refs);
    }

    /** Ties what replaces assets to them. */
    attachReplacer(by: ProgramNode | AssetNode, refs: readonly { readonly name: string }[] | undefined): void {
        for (const { name } of refs ?? []) {
            const asset = this.assets.get(name);
            if (asset !== undefined && asset !== by) {
                asset.replacers = added(asset.replacers, by);
            }
        }
    }

    /** Unties a program from all that it names. */
    detach(node: ProgramNode): void {
        const { after, needs, delivers, replaces } = node.program;
        for (const { ref } of after?.items ?? []) {
            const target = this.programs.get(ref.name);
            if (target !== undefined) {
                target.waiters = without(target.waiters, node);
            }
        }
        for (const { name } of needs?.refs ?? []) {
            const asset = this.assets.get(name);
            if (asset !== undefined) {
                asset.needers = without(asset.needers, node);
            }
        }
        for (const { name } of delivers?.refs ?? []) {
            const asset = this.assets.get(name);
            if (asset !== undefined) {
                asset.deliverers = without(asset.deliverers, node);
            }
        }
        this.detachReplacer(node, replaces?.refs);
    }

    /** Unties what replaces assets from them. */
    detachReplacer(by: ProgramNode | AssetNode, refs: readonly { readonly name: string }[] | undefined): void {
        for (const { name } of refs ?? []) {
            const asset = this.assets.get(name);
            if (asset !== undefined) {
                asset.replacers = without(asset.replacers, by);
            }
        }
    }

    /** Counts what a cancelled program would have delivered. */
    lose(program: Program, step: 1 | -1): void {
        for (const name of new Set(program.delivers?.refs.map((ref) => ref.name))) {
            const asset = this.assets.get(name);
            if (asset !== undefined) {
                asset.lost += step;
            }
        }
    }

    /** The program with days that each wait of a program hangs on, with the lag. */
    eachBefore(node: ProgramNode, visit: (before: ProgramNode, lag: Length | undefined) => void): void {
        for (const { ref, lag } of node.program.after?.items ?? []) {
            const before = this.programs.get(ref.name);
            if (before?.finish !== undefined) {
                visit(before, lag);
            }
        }
        for (const { name } of node.program.needs?.refs ?? []) {
            const asset = this.assets.get(name);
            const before = asset && holderOf(asset, node);
            if (before !== undefined) {
                visit(before, undefined);
            }
        }
    }

    /** The programs with days that a program lets start, with the lag of each wait. */
    eachNext(node: ProgramNode, visit: (next: ProgramNode, lag: Length | undefined) => void): void {
        const { name } = node.program;
        for (const waiter of node.waiters) {
            if (waiter.finish !== undefined) {
                for (const { ref, lag } of waiter.program.after!.items) {
                    if (ref.name === name) {
                        visit(waiter, lag);
                    }
                }
            }
        }
        for (const delivered of node.program.delivers?.refs ?? []) {
            const asset = this.assets.get(delivered.name);
            if (asset?.holds === true) {
                for (const needer of asset.needers) {
                    if (needer.finish !== undefined && holderOf(asset, needer) === node) {
                        visit(needer, undefined);
                    }
                }
            }
        }
    }
}

/** The program whose finish decides when an asset is there for one that needs it: the first that delivers it but itself. */
export function holderOf(asset: AssetNode, needer: ProgramNode): ProgramNode | undefined {
    const before = asset.isUnknown ? undefined : asset.deliverer;
    if (before !== needer) {
        return before?.finish === undefined ? undefined : before;
    }
    let other: ProgramNode | undefined;
    for (const each of asset.deliverers) {
        if (each !== needer && each.finish !== undefined && (other === undefined || each.finish < other.finish!)) {
            other = each;
        }
    }
    return other;
}

/** A list that grows is given room for sixteen more, and most here stay shorter than this: they are made anew instead. */
const FEW = 8;

/** A list with a node at its end, once: all that one node is put into is put one after the other. */
function added<T>(list: readonly T[], node: T): readonly T[] {
    if (list[list.length - 1] === node) {
        return list;
    }
    if (list.length < FEW) {
        return [...list, node];
    }
    (list as T[]).push(node);
    return list;
}

/** A list with a program in its place by name, once. */
function inserted(list: readonly ProgramNode[], node: ProgramNode): readonly ProgramNode[] {
    const { name } = node.program;
    let place = list.length;
    while (place > 0 && list[place - 1]!.program.name >= name) {
        place--;
    }
    return list[place] === node ? list : spliced(list, place, 0, node);
}

function without<T>(list: readonly T[], node: T): readonly T[] {
    const place = list.indexOf(node);
    return place < 0 ? list : spliced(list, place, 1);
}

function spliced<T>(list: readonly T[], place: number, out: number, ...into: readonly T[]): readonly T[] {
    const changed = list.length < FEW ? list.slice() : (list as T[]);
    changed.splice(place, out, ...into);
    return list.length < FEW ? trimmed(changed) : list;
}
