import type { Day } from '../../plan/calendar.ts';
import { under } from '../projection/line.ts';
import { levelBy } from '../projection/targets.ts';
import { capOn, type Track } from '../projection/track.ts';
import type { Effect } from './effects.ts';

/** The level of an indicator at the end of a day: the same in every run, or one for each; `null` before its line begins. */
export type Levels = number | null | Float64Array;

/**
 * The level of an indicator at the end of a day in every run, as targets count it (`levelBy`): with every raise whose work
 * is done by then. Bars are those of the plan's own findings in every run. Only raises whose day lies before the date in
 * some runs and behind it in others are looked at run by run.
 */
export function levelsBy(track: Track, effects: readonly Effect[], day: Day, runs: number): Levels {
    const measured = track.actuals.findLast((actual) => actual.day <= day);
    const after = measured?.day ?? Number.NEGATIVE_INFINITY;
    const sure: Effect[] = [];
    const open: Effect[] = [];
    for (const effect of effects) {
        // What acts on a measurement's day or before is part of what was measured.
        if (effect.first <= day && effect.last >= after && effect.lift.until >= day) {
            (effect.last <= day && effect.first >= after ? sure : open).push(effect);
        }
    }
    const certain = levelBy({ ...track, lifts: sure.map(({ lift }) => ({ ...lift, from: day + 1 })) }, day);
    if (certain === null || open.length === 0) {
        return certain;
    }
    const { staged, least } = track.scale;
    const floor = measured?.level ?? least;
    const cap = capOn(track.bars.caps, day);
    const always = new Set(sure.map(({ lift }) => lift.to));
    const levels = new Float64Array(runs);
    const rungs = [...new Set([...always, ...open.map(({ lift }) => lift.to)])].sort((a, b) => a - b);
    const marks = new Map<number, Uint8Array>();
    for (const { lift, done } of open) {
        const mark = marks.get(lift.to) ?? new Uint8Array(runs);
        marks.set(lift.to, mark);
        for (let run = 0; run < runs; run++) {
            mark[run]! |= done![run]! <= day && done![run]! >= after ? 1 : 0;
        }
    }
    for (let run = 0; run < runs; run++) {
        let level = floor;
        for (const rung of rungs) {
            if (rung > level && (always.has(rung) || marks.get(rung)![run] === 1)) {
                if (staged && rung !== level + 1) {
                    break;
                }
                level = rung;
            }
        }
        levels[run] = under({ floor, level }, cap);
    }
    return levels;
}
