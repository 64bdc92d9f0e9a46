import type { LevelStep } from '../projection-types.ts';
import type { Cap } from './bars.ts';
import type { Change } from './sweep.ts';
import { capOn, type Lift, type Track } from './track.ts';

/**
 * The line of an indicator: its changes under its bars, with a step wherever the level changes. A bar keeps the level
 * below the barred one but never below a measured one. A rise has the programs as causes whose raises begin to act on its
 * day and are part of it; a fall those whose raises lapsed the day before, or the programs of the findings that begin to
 * bar; a measurement is `actual`, whatever else happened on its day; the end of a bar has none.
 */
export function lineOf(track: Track, changes: readonly Change[]): LevelStep[] {
    const { caps } = track.bars;
    const steps: LevelStep[] = [];
    let state = changes[0]!;
    let level: number | undefined;
    for (const [day, change, capped] of merge(track.begins, changes, caps)) {
        state = change ?? state;
        const cap = capped ? capped.cap : capOn(caps, day);
        const next = under(state, cap);
        if (next !== level) {
            const causes = causesOf(track, level, next, state, change, capped);
            steps.push({ date: day, level: next, causes: [...new Set(causes)].sort() });
            level = next;
        }
    }
    return steps;
}

/** The level that a bar leaves of a raised one. */
export function under(state: { readonly floor: number; readonly level: number }, cap: number): number {
    return state.level <= cap ? state.level : Math.max(state.floor, cap);
}

function causesOf(
    track: Track,
    previous: number | undefined,
    after: number,
    state: Change,
    change: Change | undefined,
    capped: Cap | undefined,
): readonly string[] {
    if (change?.measured) {
        return ['actual'];
    }
    const { staged, least } = track.scale;
    const before = previous ?? least;
    const names = (lifts: readonly Lift[], counts: (to: number) => boolean) =>
        lifts.filter((lift) => counts(lift.to)).map((lift) => lift.program.name);
    if (after > before) {
        return names(change?.begun ?? [], (to) => (staged ? to > before && to <= after : to === after));
    }
    if (previous === undefined) {
        return [];
    }
    const lapsed = names(change?.lapsed ?? [], (to) => (staged ? to > state.level && to <= before : to === before));
    return state.level > after ? [...lapsed, ...(capped?.programs ?? [])] : lapsed;
}

/** The days on which something happens, in order, with what it is; what a bar does before the line begins is left out. */
function* merge(
    begins: number,
    changes: readonly Change[],
    caps: readonly Cap[],
): Generator<[day: number, change: Change | undefined, cap: Cap | undefined]> {
    let i = 0;
    let j = caps.findIndex((cap) => cap.from >= begins);
    j = j < 0 ? caps.length : j;
    while (i < changes.length || j < caps.length) {
        const day = Math.min(changes[i]?.day ?? Infinity, caps[j]?.from ?? Infinity);
        yield [day, changes[i]?.day === day ? changes[i++] : undefined, caps[j]?.from === day ? caps[j++] : undefined];
    }
}
