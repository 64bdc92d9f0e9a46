import type { Day } from '../../plan/calendar.ts';
import { reaches } from '../projection/level.ts';
import type { Track } from '../projection/track.ts';
import type { Valuation } from '../projection/value.ts';
import type { Effect } from './effects.ts';

/** A level of an indicator with the day that its first raise is done in every run, and the program's node. */
interface Rung {
    readonly track: number;
    readonly level: number;
    readonly done: Float64Array;
    /** -1 where a program does it that has the same day in every run. */
    readonly by: Int32Array;
}

/** An indicator with what a target's day leaves open: what was measured by then, and the raises that came later. */
export interface Climb {
    readonly track: Track;
    readonly effects: readonly Effect[];
}

/**
 * The program whose raise, the last one needed, brings a target about in each run: its node, or -1 where it has the same
 * day in every run, where nothing was needed, or where the target is never reached. Bars and the end of raises are left
 * out: of a level the raise counts that is done first.
 */
export function bindersOf(
    climbs: readonly Climb[],
    value: Valuation,
    wanted: number,
    by: Day,
    runs: number,
): Int32Array {
    const binders = new Int32Array(runs).fill(-1);
    const floors = climbs.map(({ track }) => floorOf(track, by).level);
    if (reaches(value(floors), wanted)) {
        return binders;
    }
    const ladders = climbs.map(({ track, effects }, place) => rungsOf(track, effects, place, by, runs));
    const rungs = ladders.flat();
    if (rungs.every((rung) => rung.by.every((node) => node < 0))) {
        return binders;
    }
    const order = rungs.map((_, place) => place);
    const days = new Float64Array(rungs.length);
    const nodes = new Int32Array(rungs.length);
    const levels = floors.slice();
    for (let run = 0; run < runs; run++) {
        climb(run);
        order.sort((a, b) => days[a]! - days[b]! || a - b);
        for (let place = 0; place < floors.length; place++) {
            levels[place] = floors[place]!;
        }
        for (const place of order) {
            const { track, level } = rungs[place]!;
            if (days[place] === Number.POSITIVE_INFINITY) {
                break;
            }
            if (level > levels[track]!) {
                levels[track] = level;
                if (reaches(value(levels), wanted)) {
                    binders[run] = nodes[place]!;
                    break;
                }
            }
        }
    }
    return binders;

    /** When each level counts in a run: in a staged framework not before all those below it. */
    function climb(run: number): void {
        let place = 0;
        ladders.forEach((ladder, index) => {
            const { staged } = climbs[index]!.track.scale;
            let [last, node, next] = [Number.NEGATIVE_INFINITY, -1, floors[index]! + 1];
            for (const { level, done, by: doer } of ladder) {
                if (staged && level !== next) {
                    last = Number.POSITIVE_INFINITY;
                }
                if (!staged || done[run]! > last) {
                    [last, node] = [done[run]!, doer[run]!];
                }
                days[place] = last;
                nodes[place++] = node;
                next = level + 1;
            }
        });
    }
}

/** What was measured last on a day or before. */
function floorOf({ actuals, scale }: Track, day: Day): { readonly level: number; readonly after: Day } {
    const measured = actuals.findLast((actual) => actual.day <= day);
    return { level: measured?.level ?? scale.least, after: measured?.day ?? Number.NEGATIVE_INFINITY };
}

/** The levels above what was measured that raises lead to, from the lowest up. */
function rungsOf(track: Track, effects: readonly Effect[], place: number, by: Day, runs: number): Rung[] {
    const { level: floor, after } = floorOf(track, by);
    const rungs = new Map<number, Rung>();
    for (const { lift, node, done, first, last } of effects) {
        if (lift.to <= floor || lift.until < by || last < after) {
            continue;
        }
        let rung = rungs.get(lift.to);
        if (rung === undefined) {
            rung = {
                track: place,
                level: lift.to,
                done: new Float64Array(runs).fill(Number.POSITIVE_INFINITY),
                by: new Int32Array(runs).fill(-1),
            };
            rungs.set(lift.to, rung);
        }
        for (let run = 0; run < runs; run++) {
            const day = done === undefined ? first : done[run]!;
            if (day >= after && day < rung.done[run]!) {
                rung.done[run] = day;
                rung.by[run] = node;
            }
        }
    }
    return [...rungs.values()].sort((a, b) => a.level - b.level);
}
