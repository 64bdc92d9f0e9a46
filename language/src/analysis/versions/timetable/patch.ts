import type { Asset } from '../../../plan/declarations/asset.ts';
import type { Declaration } from '../../../plan/declarations/declaration.ts';
import type { Program } from '../../../plan/declarations/program.ts';
import type { Course } from '../../schedule/courses.ts';
import { type Limits, noteTargets } from './limits.ts';
import { AssetNode, type Nodes, ProgramNode } from './nodes.ts';

/** Parts of programs and assets that say who waits for whom. */
const TYING: ReadonlySet<string> = new Set(['after', 'needs', 'delivers', 'cancelled', 'since', 'name']);

/** What an edit does to the nodes of a timetable, and who is to be looked at for it. */
export class Patch {
    /** Whose days are to be worked out. */
    readonly seeds = new Set<ProgramNode | AssetNode>();
    /** Programs before something that the edit touches, as it was and as it is. */
    readonly sources = new Set<ProgramNode>();
    /** Whose ties have changed. */
    readonly tied = new Set<ProgramNode | AssetNode>();
    /** Whatever has to be written anew in any case. */
    readonly programs = new Set<ProgramNode>();
    readonly assets = new Set<AssetNode>();
    /** The targets that pull other programs. */
    readonly targets = new Set<number>();
    /** The names of programs that are none any more, and those of assets. */
    readonly gone = { programs: new Set<string>(), assets: new Set<string>() };
    /** Whether it has to do with circles. */
    isTangled = false;

    constructor(
        private readonly nodes: Nodes,
        private readonly limits: Limits,
    ) {}

    /** Unties what a name stood for from all it named. `parts` are those that changed; nothing for who only names others. */
    takeOut(name: string, before: Declaration | undefined, parts: ReadonlySet<string> | undefined): void {
        const program = this.nodes.programs.get(name);
        const asset = this.nodes.assets.get(name);
        if (program !== undefined) {
            this.isTangled ||= program.inCircle || program.course.agenda.cycles.length > 0;
            this.lookAround(program, isTied(parts));
            this.limits.dismiss(program);
            noteTargets(program, this.targets);
            this.nodes.detach(program);
        } else if (asset !== undefined) {
            this.lookAt(asset, isTied(parts));
            this.nodes.detachReplacer(asset, replacedBy(asset));
        } else if (before?.kind === 'program') {
            this.lookAtLost(before);
            this.nodes.lose(before, -1);
        }
    }

    /** Lets a name stand for what it is now. */
    replace(
        name: string,
        now: Declaration | undefined,
        courseOf: (program: Program) => Course,
        pullsOf: (program: Program) => ProgramNode['pulls'],
    ): void {
        const sort = sortOf(now);
        const { programs, assets } = this.nodes;
        if (sort !== 'program' && programs.delete(name)) {
            this.gone.programs.add(name);
        }
        if (sort !== 'asset' && assets.delete(name)) {
            this.gone.assets.add(name);
        }
        if (sort === 'program') {
            const program = now as Program;
            const node = programs.get(name);
            const course = courseOf(program);
            this.isTangled ||= course.agenda.cycles.length > 0;
            if (node === undefined) {
                programs.set(name, new ProgramNode(program, course, pullsOf(program)));
            } else {
                node.program = program;
                node.course = course;
                node.pulls = pullsOf(program);
            }
        } else if (sort === 'asset') {
            const node = assets.get(name);
            if (node === undefined) {
                assets.set(name, new AssetNode(now as Asset));
            } else {
                node.asset = now as Asset;
            }
        }
    }

    /** Ties what a name stands for now to all it names. */
    putIn(name: string, now: Declaration | undefined, parts: ReadonlySet<string> | undefined): void {
        const program = this.nodes.programs.get(name);
        const asset = this.nodes.assets.get(name);
        if (program !== undefined) {
            this.nodes.attach(program);
            this.limits.enlist(program);
            noteTargets(program, this.targets);
        } else if (asset !== undefined) {
            this.nodes.attachReplacer(asset, replacedBy(asset));
        } else if (now?.kind === 'program') {
            this.nodes.lose(now, 1);
            this.lookAtLost(now);
        }
        if (program !== undefined) {
            this.programs.add(program);
        }
        if (isTied(parts) && (program ?? asset) !== undefined) {
            this.tied.add((program ?? asset)!);
        }
    }

    /** Looks around when all is tied, and forgets what is gone. */
    finish(names: Iterable<string>, partsOf: (name: string) => ReadonlySet<string> | undefined): void {
        for (const name of names) {
            const program = this.nodes.programs.get(name);
            const asset = this.nodes.assets.get(name);
            if (program !== undefined) {
                this.lookAround(program, isTied(partsOf(name)));
            } else if (asset !== undefined) {
                this.lookAt(asset, isTied(partsOf(name)));
            }
        }
        for (const nodes of [this.seeds, this.sources, this.tied, this.programs, this.assets]) {
            for (const node of nodes as Set<ProgramNode | AssetNode>) {
                const now =
                    node instanceof ProgramNode
                        ? this.nodes.programs.get(node.program.name)
                        : this.nodes.assets.get(node.asset.name);
                if (now !== node) {
                    (nodes as Set<ProgramNode | AssetNode>).delete(node);
                }
            }
        }
    }

    /** Whom a program has to do with, as things stand. */
    private lookAround(node: ProgramNode, tied: boolean): void {
        const { after, needs, delivers, replaces } = node.program;
        this.seeds.add(node);
        for (const waiter of node.waiters) {
            this.seeds.add(waiter);
        }
        for (const { ref } of after?.items ?? []) {
            const before = this.nodes.programs.get(ref.name);
            if (before !== undefined) {
                this.sources.add(before);
            }
        }
        for (const { name } of needs?.refs ?? []) {
            for (const before of this.nodes.assets.get(name)?.deliverers ?? []) {
                this.sources.add(before);
            }
        }
        for (const { name } of delivers?.refs ?? []) {
            const asset = this.nodes.assets.get(name);
            if (asset !== undefined) {
                this.lookAt(asset, tied);
            }
        }
        this.lookAtReplaced(replaces?.refs);
    }

    private lookAt(asset: AssetNode, tied: boolean): void {
        this.seeds.add(asset);
        this.assets.add(asset);
        if (tied) {
            this.tied.add(asset);
        }
        for (const needer of asset.needers) {
            this.seeds.add(needer);
        }
        for (const deliverer of asset.deliverers) {
            this.sources.add(deliverer);
        }
        this.lookAtReplaced(replacedBy(asset));
    }

    private lookAtReplaced(refs: Refs): void {
        for (const { name } of refs ?? []) {
            const asset = this.nodes.assets.get(name);
            if (asset !== undefined) {
                this.assets.add(asset);
            }
        }
    }

    /** What a cancelled program would have delivered is told of otherwise. */
    private lookAtLost(program: Program): void {
        this.lookAtReplaced(program.delivers?.refs);
    }
}

type Refs = readonly { readonly name: string }[] | undefined;

/** The assets that an asset takes the place of: applications alone can. */
export function replacedBy({ asset }: AssetNode): Refs {
    return asset.kind === 'application' ? asset.replaces?.refs : undefined;
}

function isTied(parts: ReadonlySet<string> | undefined): boolean {
    return parts === undefined || [...parts].some((part) => TYING.has(part));
}

/** What a declaration is in a timetable: cancelled programs are nothing. */
export function sortOf(declaration: Declaration | undefined): 'program' | 'asset' | undefined {
    switch (declaration?.kind) {
        case 'program':
            return declaration.cancelled === undefined ? 'program' : undefined;
        case 'service':
        case 'data':
        case 'application':
        case 'infrastructure':
            return 'asset';
        default:
            return undefined;
    }
}
