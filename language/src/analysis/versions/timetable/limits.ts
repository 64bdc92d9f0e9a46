import type { Day } from '../../../plan/calendar.ts';
import { lastDayOf } from '../../schedule/courses.ts';
import { dayAfter } from '../../schedule/lengths.ts';
import type { Nodes, ProgramNode } from './nodes.ts';

/** What bounds the chains of a plan, as `Bounds` has it, kept from version to version. */
export class Limits {
    /** For each target the latest day on which a raise that it waits for acts. */
    private readonly effects: (Day | undefined)[];
    private readonly pullers = new Set<ProgramNode>();

    constructor(
        private readonly nodes: Nodes,
        targets: number,
    ) {
        this.effects = new Array<Day | undefined>(targets).fill(undefined);
        for (const node of nodes.programs.values()) {
            this.reach(node);
            this.enlist(node);
        }
        for (let target = 0; target < targets; target++) {
            this.effects[target] = this.latestOf(target);
        }
    }

    /** Takes a program in that may pull targets. */
    enlist(node: ProgramNode): void {
        if (node.pulls.length > 0) {
            this.pullers.add(node);
        }
    }

    /** Takes a program out. */
    dismiss(node: ProgramNode): void {
        this.pullers.delete(node);
    }

    /**
     * Goes on to the days of the next version: looks at the programs that have changed and at the targets that others pull
     * now. Gives the programs whose place among what bounds them may be another.
     */
    follow(changed: Iterable<ProgramNode>, targets: Set<number>): Set<ProgramNode> {
        const dirty = new Set<ProgramNode>();
        for (const node of changed) {
            const { lets, latest } = node;
            this.reach(node);
            if (lets !== node.lets || latest !== node.latest) {
                dirty.add(node);
                noteTargets(node, targets);
            }
        }
        for (const target of targets) {
            this.compare(target, dirty);
        }
        return dirty;
    }

    /** The least slack to a deadline or target of a program that a chain gives a finish; infinite without any. */
    slackAt({ program, pulls }: ProgramNode, finish: Day): number {
        const deadline = program.finishBy?.when.last;
        let least = deadline === undefined ? Number.POSITIVE_INFINITY : deadline - finish;
        for (const { after, by } of pulls) {
            least = Math.min(least, by - (dayAfter(finish, after) - 1));
        }
        return least;
    }

    /** Whether no chain has less slack to a deadline or target of a program than one that gives it this finish. */
    isTightAt({ program, pulls, latest }: ProgramNode, finish: Day): boolean {
        if (program.finishBy !== undefined && finish === latest) {
            return true;
        }
        return pulls.some(({ after, targets }) => {
            const effect = dayAfter(finish, after);
            return targets.some((target) => effect === this.effects[target]);
        });
    }

    /** Finds the latest days that chains which end at a program give it. */
    private reach(node: ProgramNode): void {
        const { finish } = node;
        node.lets = undefined;
        node.latest = finish;
        if (finish === undefined || !node.isPinned) {
            return;
        }
        this.nodes.eachBefore(node, (before, lag) => {
            const day = dayAfter(before.finish!, lag);
            node.lets = Math.max(node.lets ?? day, day);
            node.latest = Math.max(node.latest!, finishFrom(node, day));
        });
    }

    /** Finds out the latest effect for a target; where it is another, those that have or had it are no longer as they were. */
    private compare(target: number, dirty: Set<ProgramNode>): void {
        const before = this.effects[target];
        const after = this.latestOf(target);
        if (before === after) {
            return;
        }
        this.effects[target] = after;
        for (const node of this.pullers) {
            const effect = effectOf(node, target);
            if (effect !== undefined && (effect === before || effect === after)) {
                dirty.add(node);
            }
        }
    }

    private latestOf(target: number): Day | undefined {
        let latest: Day | undefined;
        for (const node of this.pullers) {
            const effect = effectOf(node, target);
            if (effect !== undefined && (latest === undefined || effect > latest)) {
                latest = effect;
            }
        }
        return latest;
    }
}

/** Adds the targets that a program pulls. */
export function noteTargets({ pulls }: ProgramNode, targets: Set<number>): void {
    for (const pull of pulls) {
        for (const target of pull.targets) {
            targets.add(target);
        }
    }
}

/** The latest day on which a raise of a program acts that a target waits for. */
function effectOf({ pulls, latest }: ProgramNode, target: number): Day | undefined {
    let effect: Day | undefined;
    for (const { after, targets } of pulls) {
        if (latest !== undefined && targets.includes(target)) {
            const day = dayAfter(latest, after);
            effect = effect === undefined || day > effect ? day : effect;
        }
    }
    return effect;
}

/** The finish of a program with its own length, from a start; it must have days. */
export function finishFrom({ course, start, finish }: ProgramNode, from: Day): Day {
    return course.finish === undefined ? lastDayOf(course, from) : from + finish! - start!;
}
