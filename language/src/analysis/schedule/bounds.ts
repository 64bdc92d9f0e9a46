import type { Day, Length } from '../../plan/calendar.ts';
import type { Program } from '../../plan/declarations/program.ts';
import { findIndicator, type Plan } from '../../plan/plan.ts';
import type { Chains } from './chains.ts';
import { dayAfter } from './lengths.ts';

/** A `raises` clause that targets of the masterplan wait for. */
export interface Pull {
    readonly after: Length | undefined;
    /** The earliest last day among these targets. */
    readonly by: Day;
    /** Their places among the masterplan's targets. */
    readonly targets: readonly number[];
}

const NOTHING: readonly Pull[] = [];

/**
 * What bounds chains of waiting programs: targets, deadlines (`finish by`), and the starts of pinned programs. Of each of
 * these it knows the latest day on which any chain reaches it, since that chain has the least slack to it.
 */
export class Bounds {
    private readonly pulls: readonly (readonly Pull[])[];
    private readonly deadlines: Float64Array;
    /** For each program with a deadline the latest finish that a chain gives it. */
    private readonly finishes: Float64Array;
    /** For each target the latest day on which a chain's raise acts. */
    private readonly effects: Float64Array;
    /** For each pinned program the latest day from which a chain lets it start. */
    private readonly lets: Float64Array;

    constructor(plan: Plan, chains: Chains) {
        const { programs, days, next } = chains;
        this.pulls = pullsOf(plan, chains);
        this.deadlines = Float64Array.from(programs, (program) => program.finishBy?.when.last ?? Number.NaN);
        this.finishes = days.finish.slice();
        this.effects = new Float64Array(plan.masterplan?.targets.length ?? 0).fill(Number.NEGATIVE_INFINITY);
        this.lets = new Float64Array(programs.length).fill(Number.NEGATIVE_INFINITY);
        for (const node of days.order) {
            this.reach(node, days.finish[node]!);
            for (let edge = next.first[node]!; edge < next.first[node + 1]!; edge++) {
                const pinned = next.to[edge]!;
                if (chains.isPinned(pinned)) {
                    const day = chains.letFrom(edge, days.finish[node]!);
                    this.lets[pinned] = Math.max(this.lets[pinned]!, day);
                    this.reach(pinned, chains.finishFrom(pinned, day));
                }
            }
        }
    }

    /** The least slack to a deadline or target of a program whose chain gives it a finish; infinite without any. */
    slackAt(node: number, finish: Day): number {
        const deadline = this.deadlines[node]!;
        let least = Number.isNaN(deadline) ? Number.POSITIVE_INFINITY : deadline - finish;
        for (const { after, by } of this.pulls[node]!) {
            // Like a lag, the clause's own `after` counts from the day after the finish.
            least = Math.min(least, by - (dayAfter(finish, after) - 1));
        }
        return least;
    }

    /** Whether no chain has less slack to a deadline or target of a program than one that gives it this finish. */
    isTightAt(node: number, finish: Day): boolean {
        if (!Number.isNaN(this.deadlines[node]!) && finish === this.finishes[node]) {
            return true;
        }
        return this.pulls[node]!.some(({ after, targets }) => {
            const effect = dayAfter(finish, after);
            return targets.some((target) => effect === this.effects[target]);
        });
    }

    /** Whether no chain has less slack to the start of a pinned program than one that lets it start on a day. */
    isTightStart(node: number, day: Day): boolean {
        return day === this.lets[node];
    }

    /** Whether a raise of a program acts some months after its finish. */
    hasLag(node: number): boolean {
        return this.pulls[node]!.some(({ after }) => after !== undefined);
    }

    private reach(node: number, finish: Day): void {
        this.finishes[node] = Math.max(this.finishes[node]!, finish);
        for (const { after, targets } of this.pulls[node]!) {
            const effect = dayAfter(finish, after);
            for (const target of targets) {
                this.effects[target] = Math.max(this.effects[target]!, effect);
            }
        }
    }
}

/** The raises of each program that lift an indicator to at most a target's value, of itself or of its framework. */
function pullsOf(plan: Plan, { programs, days }: Chains): readonly (readonly Pull[])[] {
    const pulls = pullsIn(plan);
    return programs.map((program, node) => (Number.isNaN(days.finish[node]!) ? NOTHING : pulls(program)));
}

/** Answers for a plan which raises of a program its targets wait for. */
export function pullsIn(plan: Plan): (program: Program) => readonly Pull[] {
    const targets = plan.masterplan?.targets ?? [];
    const byMeasure = new Map<string, number[]>();
    targets.forEach(({ of }, place) => {
        const places = byMeasure.get(of.name);
        if (places === undefined) {
            byMeasure.set(of.name, [place]);
        } else {
            places.push(place);
        }
    });
    return ({ raises }) => {
        if (targets.length === 0 || raises.length === 0) {
            return NOTHING;
        }
        return raises.flatMap((raise): Pull[] => {
            const indicator = findIndicator(plan, raise.of);
            const places = indicator
                ? [indicator.name, indicator.framework].flatMap((name) => byMeasure.get(name) ?? [])
                : [];
            const lifted = places.filter((place) => raise.to.value <= targets[place]!.value.value);
            const by = Math.min(...lifted.map((place) => targets[place]!.by.last));
            return lifted.length === 0 ? [] : [{ after: raise.after, by, targets: lifted }];
        });
    };
}
