import type { Day } from '../../../plan/calendar.ts';
import type { Asset } from '../../../plan/declarations/asset.ts';
import type { Declaration } from '../../../plan/declarations/declaration.ts';
import type { Program } from '../../../plan/declarations/program.ts';
import { assetsOf, byName, isDeclaration, type Plan } from '../../../plan/plan.ts';
import type { pullsIn } from '../../schedule/bounds.ts';
import { type Course, coursesOf } from '../../schedule/courses.ts';
import type { AssetLife, Schedule, ScheduledProgram } from '../../schedule-types.ts';
import type { Change } from '../changes.ts';
import { leavesCircles, markStuck } from './circles.ts';
import { daysOf, deliver, type Settled, settle } from './days.ts';
import { Limits } from './limits.ts';
import { AssetNode, Nodes, ProgramNode } from './nodes.ts';
import { Patch, replacedBy, sortOf } from './patch.ts';
import { driftOf, measureSlack } from './slack.ts';
import { lifeOf, scheduledOf, versioned, withPrograms } from './writing.ts';

/** What an edit did to declarations that have days, by name. */
export type Edits = ReadonlyMap<string, Change>;

/** Gives the names of the declarations that name something. */
type Namers = (name: string) => Iterable<string>;
/** Gives the raises of a program that targets wait for; the targets are the same in all versions. */
type Pulls = ReturnType<typeof pullsIn>;

/** How something was in the last version of a schedule and how it is in the next; `undefined` where it has no days. */
export type Rewritten<T> = readonly [name: string, was: T | undefined, is: T | undefined];

/** The next version of a schedule, with all that was written into it anew, the same or not. */
export interface Next {
    readonly schedule: Schedule;
    readonly programs: readonly Rewritten<ScheduledProgram>[];
    readonly assets: readonly Rewritten<AssetLife>[];
}

/** More declarations than these in one edit are no edit: all days are worked out again. */
const MANY = 200;

/**
 * The days of a plan with all that they hang on, kept from version to version: an edit works out again the days behind it,
 * and the slack before it, until nothing changes. What it gives is what a fresh run gives; where that cannot be known it
 * gives up, and is of no use after that.
 */
export class Timetable {
    private visits = 0;

    private constructor(
        private readonly firstDay: Day,
        private readonly nodes: Nodes,
        private readonly limits: Limits,
    ) {}

    /** Takes over a schedule; `undefined` where its days do not follow from their neighbours alone. */
    static of(plan: Plan, schedule: Schedule, pulls: Pulls): Timetable | undefined {
        if (!schedule.isThorough) {
            return undefined;
        }
        const nodes = nodesOf(plan, schedule, pulls);
        for (const node of nodes.programs.values()) {
            const days = daysOf(nodes, node);
            if (days === undefined || days.start !== node.start || days.finish !== node.finish) {
                return undefined;
            }
        }
        markStuck(nodes);
        const limits = new Limits(nodes, plan.masterplan?.targets.length ?? 0);
        // What a program lets start begins after it.
        for (let i = schedule.programs.length - 1; i >= 0; i--) {
            const node = nodes.programs.get(schedule.programs[i]!.program.name)!;
            node.drift = driftOf(nodes, node);
        }
        return new Timetable(schedule.firstDay, nodes, limits);
    }

    /** Takes declarations in the places of others that say the same about days. */
    renew(pairs: ReadonlyMap<Declaration, Declaration>): void {
        for (const is of pairs.values()) {
            const program = this.nodes.programs.get(is.name);
            const asset = this.nodes.assets.get(is.name);
            if (program !== undefined) {
                program.program = is as Program;
                if (program.course.agenda.steps.length > 0) {
                    program.course = this.courseOf(is as Program);
                }
            } else if (asset !== undefined) {
                asset.asset = is as Asset;
            }
        }
    }

    /** The schedule of the next version; `undefined` where all of it has to be worked out again. */
    follow(
        before: Schedule,
        plan: Plan,
        edits: Edits,
        { namers, pulls }: { readonly namers: Namers; readonly pulls: Pulls },
    ): Next | undefined {
        const names = affectedBy(edits, plan, namers);
        if (names.size > MANY) {
            return undefined;
        }
        const patch = this.patch(names, edits, plan, pulls);
        if (patch.isTangled || !leavesCircles(this.nodes, patch.tied)) {
            return undefined;
        }
        const settled = settle(this.nodes, patch.seeds);
        if (settled === undefined) {
            return undefined;
        }
        const dirty = this.limits.follow(settled.programs, patch.targets);
        for (const node of this.loosened(settled, patch)) {
            dirty.add(node);
        }
        const followed = measureSlack(this.nodes, this.limits, dirty);
        this.visits += followed?.visits ?? 0;
        if (followed === undefined || this.visits > 100_000 + 10 * this.nodes.programs.size) {
            return undefined;
        }
        const assets = new Set([...settled.assets, ...patch.assets]);
        for (const handed of settled.handed) {
            for (const { name } of replacedBy(handed) ?? []) {
                const replaced = this.nodes.assets.get(name);
                if (replaced !== undefined) {
                    assets.add(replaced);
                }
            }
        }
        const programs = new Set([...settled.programs, ...followed.changed]);
        return this.write(before, programs, assets, patch.gone);
    }

    private patch(names: ReadonlySet<string>, edits: Edits, plan: Plan, pulls: Pulls): Patch {
        const patch = new Patch(this.nodes, this.limits);
        for (const name of names) {
            const edit = edits.get(name);
            patch.takeOut(name, edit === undefined ? declarationOf(plan, name) : edit.before, edit?.parts);
        }
        for (const name of names) {
            patch.replace(name, declarationOf(plan, name), (program) => this.courseOf(program), pulls);
        }
        for (const name of names) {
            patch.putIn(name, declarationOf(plan, name), edits.get(name)?.parts);
        }
        patch.finish(names, (name) => edits.get(name)?.parts);
        return patch;
    }

    /** The programs whose slack has to be measured anew, besides those that are bound otherwise. */
    private loosened(settled: Settled, patch: Patch): ReadonlySet<ProgramNode> {
        const loosened = new Set(patch.sources);
        for (const node of [...settled.moved, ...patch.programs]) {
            loosened.add(node);
            this.nodes.eachBefore(node, (before) => loosened.add(before));
        }
        for (const { deliverers } of settled.handed) {
            for (const each of deliverers) {
                loosened.add(each);
            }
        }
        return loosened;
    }

    private write(
        before: Schedule,
        programs: ReadonlySet<ProgramNode>,
        assets: ReadonlySet<AssetNode>,
        gone: Patch['gone'],
    ): Next {
        // All of the one version, then all of the other: turning from one to the other costs something.
        const written: Rewritten<ScheduledProgram>[] = [...gone.programs].map((name) => [
            name,
            before.byName.get(name),
            undefined,
        ]);
        for (const node of programs) {
            const { name } = node.program;
            const was = before.byName.get(name);
            if (node.finish === undefined) {
                node.slack = Number.POSITIVE_INFINITY;
                node.critical = false;
            }
            written.push([name, was, node.finish === undefined ? undefined : scheduledOf(this.nodes, node, was)]);
        }
        const lives: Rewritten<AssetLife>[] = [...gone.assets].map((name) => [
            name,
            before.assets.get(name),
            undefined,
        ]);
        for (const node of assets) {
            const { name } = node.asset;
            lives.push([name, before.assets.get(name), lifeOf(node)]);
        }
        const is = written.map(([name, , now]) => [name, now] as const);
        return {
            schedule: {
                ...before,
                programs: withPrograms(
                    before.programs,
                    written.flatMap(([, was]) => was ?? []),
                    written.flatMap(([, , now]) => now ?? []),
                ),
                byName: versioned(before.byName).with(is),
                assets: versioned(before.assets).with(lives.map(([name, , now]) => [name, now])),
                unscheduled: this.unscheduled(before.unscheduled, new Set(is.map(([name]) => name))),
            },
            programs: written,
            assets: lives,
        };
    }

    private unscheduled(before: readonly Program[], names: ReadonlySet<string>): readonly Program[] {
        const stay = before.filter(({ name }) => !names.has(name));
        const come = [...names].flatMap((name) => {
            const node = this.nodes.programs.get(name);
            return node === undefined || node.finish !== undefined ? [] : [node.program];
        });
        return come.length === 0 && stay.length === before.length ? before : [...stay, ...come].sort(byName);
    }

    private courseOf(program: Program): Course {
        return coursesOf([program], this.firstDay, [])[0]!;
    }
}

/** The nodes of a plan with the days of its schedule. */
function nodesOf(plan: Plan, schedule: Schedule, pulls: Pulls): Nodes {
    const nodes = new Nodes();
    const live = plan.programs.filter((program) => program.cancelled === undefined);
    const courses = coursesOf(live, schedule.firstDay, []);
    for (const asset of assetsOf(plan)) {
        nodes.assets.set(asset.name, new AssetNode(asset));
    }
    live.forEach((program, place) => {
        const node = new ProgramNode(program, courses[place]!, pulls(program));
        const scheduled = schedule.byName.get(program.name);
        node.inCircle = schedule.inCycle.has(program.name);
        node.start = scheduled?.start;
        node.finish = scheduled?.finish;
        node.slack = scheduled?.slack ?? Number.POSITIVE_INFINITY;
        node.critical = scheduled?.critical ?? false;
        nodes.programs.set(program.name, node);
    });
    for (const program of plan.programs) {
        const node = nodes.programs.get(program.name);
        if (node === undefined) {
            nodes.lose(program, 1);
        } else {
            nodes.attach(node);
        }
    }
    for (const node of nodes.assets.values()) {
        nodes.attachReplacer(node, replacedBy(node));
        deliver(node);
    }
    return nodes;
}

/** The names of what an edit touches: what has changed, and who names what came or went. */
function affectedBy(edits: Edits, plan: Plan, namers: Namers): ReadonlySet<string> {
    const names = new Set(edits.keys());
    for (const [name, { before, after }] of edits) {
        if (sortOf(before) !== sortOf(after)) {
            for (const by of namers(name)) {
                const kind = plan.names.get(by)?.kind;
                if (kind === 'program' || kind === 'application') {
                    names.add(by);
                }
            }
        }
    }
    return names;
}

function declarationOf(plan: Plan, name: string): Declaration | undefined {
    const found = plan.names.get(name);
    return found !== undefined && isDeclaration(found) ? found : undefined;
}
