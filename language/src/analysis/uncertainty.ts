import { type Day, dayOf, yearOf } from '../plan/calendar.ts';
import type { Target } from '../plan/declarations/masterplan.ts';
import type { Finding } from '../plan/finding.ts';
import { byName, type Plan } from '../plan/plan.ts';
import { readBars } from './projection/bars.ts';
import { reaches } from './projection/level.ts';
import { type FrameworkTracks, tracksOf } from './projection/track.ts';
import { type Valuation, valuationOf } from './projection/value.ts';
import type { Projection, TargetResult } from './projection-types.ts';
import type { Delayed } from './schedule/courses.ts';
import type { Schedule } from './schedule-types.ts';
import { bindersOf, type Climb } from './uncertainty/binding.ts';
import { type Draws, SeededDraws } from './uncertainty/draws.ts';
import { type Effect, effectsOf } from './uncertainty/effects.ts';
import { Forward } from './uncertainty/forward.ts';
import { percentilesOf } from './uncertainty/percentiles.ts';
import { reachOf } from './uncertainty/reach.ts';
import { type Levels, levelsBy } from './uncertainty/shares.ts';
import { isUncertain } from './uncertainty/strides.ts';
import type { Chance, Decider, Percentiles, Simulation, TargetChances, Uncertainty } from './uncertainty-types.ts';

/** What is simulated: a plan with its schedule and its projection. */
export interface Simulated {
    readonly plan: Plan;
    readonly schedule: Schedule;
    readonly projection: Projection;
    /** The delays that the schedule was made with. */
    readonly delays: readonly Delayed[];
    /** The findings that bar levels in the projection; they do in every run. */
    readonly bars: readonly Finding[];
}

/** A curve shows so many years behind the plan's own at most. */
const YEARS_BEYOND = 5;

/**
 * Runs a plan many times over, each with lengths drawn anew (Monte-Carlo): durations of programs and activities, lags,
 * and the `after` of raises, wherever least and most differ; each by itself, from a PERT distribution between the two,
 * counted in days from where it begins in that run and rounded to whole days. The lengths of a scenario's delays are not
 * drawn: they are what is asked. What started or finished has that day in every run. `draws` replaces the seeded ones.
 */
export function simulate(
    { plan, schedule, projection, delays, bars }: Simulated,
    { seed, runs }: Simulation,
    draws: Draws = new SeededDraws(seed, runs),
): Uncertainty {
    const reach = reachOf(schedule, delays);
    const forward = new Forward(reach, draws);
    const known = new Map<number, Percentiles>();
    const targets = new Map<Target, TargetChances>();
    const wanted = projection.frameworks.filter((line) => line.targets.length > 0);
    const tracks = new Map(
        (wanted.length > 0 ? tracksOf(plan, schedule, readBars(plan, bars)) : []).map((each) => [
            each.framework.name,
            each,
        ]),
    );
    for (const line of wanted) {
        const judge = new Judge(tracks.get(line.framework.name)!, forward, draws);
        for (const result of line.targets) {
            targets.set(result.target, judge.judge(result, endOf(plan, result.by)));
        }
    }
    return {
        seed,
        runs,
        isUncertain: reach.uncertain.includes(1),
        targets,
        get whole() {
            return wholeOf(forward, runs);
        },
        finishOf(program) {
            const node = reach.nodeOf.get(program);
            if (node === undefined) {
                return undefined;
            }
            let percentiles = known.get(node);
            if (percentiles === undefined) {
                const finishes = forward.finishes(node);
                const { finish } = reach.programs[node]!;
                percentiles = finishes ? percentilesOf(finishes) : { p10: finish, p50: finish, p90: finish };
                known.set(node, percentiles);
            }
            return percentiles;
        },
    };
}

/** The last finish of any program in each run. */
function wholeOf(forward: Forward, runs: number): Percentiles {
    const last = new Int32Array(runs);
    forward.reach.programs.forEach(({ finish }, node) => {
        const finishes = forward.finishes(node);
        for (let run = 0; run < runs; run++) {
            const day = finishes === undefined ? finish : finishes[run]!;
            last[run] = node === 0 ? day : Math.max(last[run]!, day);
        }
    });
    return percentilesOf(last);
}

/** The last year that a curve may show, at most some years behind the plan's end. */
function endOf(plan: Plan, by: Day): number {
    const end = plan.masterplan?.period?.to.last;
    return Math.max(yearOf(by), end === undefined ? 0 : yearOf(end)) + YEARS_BEYOND;
}

/** Judges the targets of one framework over all runs; what is known of a day is kept for the next target. */
class Judge {
    private readonly effects: readonly (readonly Effect[])[];
    private readonly value: Valuation;
    private readonly onDay = new Map<Day, readonly Levels[]>();

    constructor(
        private readonly tracks: FrameworkTracks,
        private readonly forward: Forward,
        private readonly draws: Draws,
    ) {
        this.effects = tracks.tracks.map((track) => effectsOf(track, forward, draws));
        this.value = valuationOf(tracks.framework, tracks.tracks).value;
    }

    judge(result: TargetResult, lastYear: number): TargetChances {
        const { indicator, by, value } = result;
        const place = this.tracks.tracks.findIndex((track) => track.indicator === indicator);
        const curve: Chance[] = [{ by, share: this.shareOn(place, value, by) }];
        const last = this.lastChange(place, by, lastYear);
        for (let year = yearOf(by + 1); year <= last; year++) {
            const end = dayOf(year, 12, 31);
            curve.push({ by: end, share: this.shareOn(place, value, end) });
        }
        return { probability: curve[0]!.share, curve, deciders: this.decidersOf(place, value, by) };
    }

    /** The share of runs in which an indicator, or at -1 the framework, has a value on a day. */
    private shareOn(place: number, wanted: number, day: Day): number {
        const { runs } = this.draws;
        const { tracks, actuals } = this.tracks;
        if (tracks.length === 0) {
            const measured = actuals.findLast((actual) => actual.date <= day);
            return measured !== undefined && reaches(measured.value, wanted) ? 1 : 0;
        }
        const levels = this.levelsOn(day);
        const concerned = place < 0 ? levels : [levels[place]!];
        if (concerned.includes(null)) {
            return 0;
        }
        const value = place < 0 ? this.value : ([level]: readonly number[]) => level!;
        const current = concerned.map((each) => (typeof each === 'number' ? each : 0));
        const moving = concerned.flatMap((each, index) => (each instanceof Float64Array ? [{ each, index }] : []));
        if (moving.length === 0) {
            return reaches(value(current), wanted) ? 1 : 0;
        }
        let met = 0;
        for (let run = 0; run < runs; run++) {
            for (const { each, index } of moving) {
                current[index] = each[run]!;
            }
            met += reaches(value(current), wanted) ? 1 : 0;
        }
        return met / runs;
    }

    private levelsOn(day: Day): readonly Levels[] {
        let levels = this.onDay.get(day);
        if (levels === undefined) {
            const { runs } = this.draws;
            levels = this.tracks.tracks.map((track, index) => levelsBy(track, this.effects[index]!, day, runs));
            this.onDay.set(day, levels);
        }
        return levels;
    }

    /** The last year in which something can change for a target: a raise, its end, a measurement, or the plan's own end. */
    private lastChange(place: number, by: Day, most: number): number {
        let last = by;
        this.tracks.tracks.forEach(({ actuals }, index) => {
            if (place < 0 || place === index) {
                for (const { last: done, lift } of this.effects[index]!) {
                    last = Math.max(last, done, Number.isFinite(lift.until) ? lift.until + 1 : done);
                }
                last = Math.max(last, actuals.at(-1)?.day ?? last);
            }
        });
        return Math.min(most, Math.max(yearOf(last), most - YEARS_BEYOND));
    }

    private decidersOf(place: number, wanted: number, by: Day): Decider[] {
        const { forward } = this;
        const { programs, own } = forward.reach;
        const climbs = this.tracks.tracks.map((track, index): Climb => ({ track, effects: this.effects[index]! }));
        const concerned = place < 0 ? climbs : [climbs[place]!];
        if (concerned.every(({ effects }) => effects.every(({ node }) => node < 0))) {
            return [];
        }
        const value = place < 0 ? this.value : ([level]: readonly number[]) => level!;
        const { runs } = this.draws;
        const binders = bindersOf(concerned, value, wanted, by, runs);
        const times = new Map<number, number>();
        binders.forEach((binder, run) => {
            for (let node = binder; node >= 0; node = forward.heldBy(node, run)) {
                const spread = own[node] === 1 || (node === binder && programs[node]!.program.raises.some(hasSpread));
                if (spread) {
                    times.set(node, (times.get(node) ?? 0) + 1);
                }
            }
        });
        return [...times]
            .map(([node, count]) => ({ program: programs[node]!.program, share: count / runs }))
            .sort((a, b) => b.share - a.share || byName(a.program, b.program));
    }
}

function hasSpread({ after }: { readonly after: Parameters<typeof isUncertain>[0] }): boolean {
    return isUncertain(after);
}
