import type { Day } from '../../plan/calendar.ts';
import type { Lift, Track } from '../projection/track.ts';
import type { Draws } from './draws.ts';
import type { Forward } from './forward.ts';
import { advance, isUncertain, likelyPlace, stretchOf } from './strides.ts';

/** A raise of a program with days, and the last day of its work (with the clause's `after`) in every run. */
export interface Effect {
    readonly lift: Lift;
    /** The program's node; -1 when it has the same day in every run. */
    readonly node: number;
    /** The day before it acts, in every run; `undefined` when it is the schedule's in all of them. */
    readonly done: Int32Array | undefined;
    readonly first: Day;
    readonly last: Day;
}

/** The effects of all raises of an indicator, in the order of its lifts. */
export function effectsOf(track: Track, forward: Forward, draws: Draws): readonly Effect[] {
    const { nodeOf } = forward.reach;
    return track.lifts.map((lift, place): Effect => {
        const { program, raise, from } = lift;
        const node = nodeOf.get(program.name) ?? -1;
        const finishes = node < 0 ? undefined : forward.finishes(node);
        const lag = raise.after;
        if (finishes === undefined && !isUncertain(lag)) {
            return { lift, node: -1, done: undefined, first: from - 1, last: from - 1 };
        }
        if (lag === undefined) {
            return { lift, node, done: finishes, ...extentOf(finishes!) };
        }
        const finish = forward.reach.programs[node]!.finish;
        const days = finishes?.map((day) => day + 1) ?? new Int32Array(draws.runs).fill(finish + 1);
        const stretch = stretchOf(lag);
        // Of two raises of one program to one level, the place among the track's lifts tells which is which.
        const part = `raises ${track.indicator.name} ${lift.to} ${placeAmong(track, place)}`;
        const fractions = stretch.isUncertain
            ? draws.row(program.name, part, likelyPlace(finish + 1, stretch))
            : undefined;
        advance(days, stretch, fractions);
        const done = days.map((day) => day - 1);
        return { lift, node, done, ...extentOf(done) };
    });
}

/** How many raises of the same program to the same level stand before one. */
function placeAmong({ lifts }: Track, place: number): number {
    const { program, to } = lifts[place]!;
    let before = 0;
    for (let i = place - 1; i >= 0 && lifts[i]!.program === program; i--) {
        before += lifts[i]!.to === to ? 1 : 0;
    }
    return before;
}

function extentOf(days: Int32Array): { readonly first: Day; readonly last: Day } {
    let [first, last] = [days[0]!, days[0]!];
    for (const day of days) {
        first = Math.min(first, day);
        last = Math.max(last, day);
    }
    return { first, last };
}
