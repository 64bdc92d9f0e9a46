import type { Day } from '../../plan/calendar.ts';
import type { IdleRaise, IdleReason, LevelGap } from '../projection-types.ts';
import { Lifts } from './lifts.ts';
import type { Lift, Measured, Track } from './track.ts';

/** What an indicator has from a day on, bars left out, and what made it so. */
export interface Change {
    readonly day: Day;
    /** The measured level, or the lower end of the scale. */
    readonly floor: number;
    /** The level that raises make of it. */
    readonly level: number;
    /** Whether something was measured on that day. */
    readonly measured: boolean;
    /** Raises that begin to act on that day (on the line's first day: that act already) and that no measurement beats. */
    readonly begun: readonly Lift[];
    /** Raises whose last day was the day before. */
    readonly lapsed: readonly Lift[];
}

/** What one pass over an indicator's days gives. */
export interface Swept {
    /** The days on which something changes, the first being the day the line begins. */
    readonly changes: readonly Change[];
    readonly gaps: readonly LevelGap[];
    readonly idle: readonly IdleRaise[];
}

/**
 * Walks once over the days on which something happens to an indicator, bars left out. An actual beats every raise that
 * acts on its day or before: the work was done when it was measured. A raise before a line begins is neither over a gap
 * nor in force before the line's first day. Costs the events, sorted, and for each the levels that raises have made.
 */
export function sweep(track: Track): Swept {
    const { scale, indicator, lifts: all } = track;
    const days = new Days(track);
    const reasons = days.never;
    const gaps: LevelGap[] = [];
    const useful = new Uint8Array(all.length);
    const gapAt = new Map<number, LevelGap>();
    const changes: Change[] = [];
    const lifts = new Lifts(scale);
    let measured: Measured | undefined;

    while (days.next()) {
        const { day } = days;
        const lapsed = days.lapsed.filter((index) => lifts.remove(all[index]!.to, index));
        for (const index of days.begun) {
            lifts.add(all[index]!.to, index);
        }
        let begun: readonly number[] = days.begun;
        if (days.measured) {
            measured = days.measured;
            lifts.clear();
            for (const index of begun) {
                reasons[index] = standing(measured);
            }
            begun = [];
        }
        const floor = measured?.level ?? scale.least;
        const level = lifts.over(floor);
        for (const index of begun) {
            const { to, program, raise } = all[index]!;
            if (to <= floor) {
                reasons[index] = standing(measured);
            } else if (scale.staged && to > level) {
                gapAt.set(index, { program, raise, indicator, have: level, on: day });
            } else {
                const rival = first(lifts.to(scale.staged ? to : level), index);
                reasons[index] = rival === undefined ? undefined : { kind: 'lifted', by: all[rival]!.program.name };
            }
        }
        // A raise that alone makes a level that counts changes the line from this day on.
        for (let made = scale.staged ? floor + 1 : level; made > floor && made <= level; made++) {
            const makers = lifts.to(made);
            if (makers?.size === 1) {
                useful[first(makers)!] = 1;
            }
        }
        const last = changes.at(-1);
        if (!last || last.floor !== floor || last.level !== level) {
            const named = (indexes: readonly number[]) => indexes.map((index) => all[index]!);
            changes.push({
                day,
                floor,
                level,
                measured: days.measured !== undefined,
                begun: named(begun),
                lapsed: named(lapsed),
            });
        }
    }
    const idle: IdleRaise[] = [];
    for (let index = 0; index < all.length; index++) {
        const gap = gapAt.get(index);
        const reason = reasons[index];
        if (gap) {
            gaps.push(gap);
        } else if (reason && !useful[index]) {
            idle.push({ program: all[index]!.program, raise: all[index]!.raise, indicator, reason });
        }
    }
    return { changes, gaps, idle };
}

/** The days on which something happens to an indicator, one after the other from the line's first, and what it is. */
class Days {
    day: Day = Number.NaN;
    /** Raises, by their place in the track, whose last day was the day before. */
    lapsed: number[] = [];
    /** Raises, by their place in the track, whose first day it is. */
    begun: number[] = [];
    measured: Measured | undefined;
    /** Why raises never come to act, by their place in the track. */
    readonly never: (IdleReason | undefined)[];
    private readonly acting: number[] = [];
    private readonly lapsing: number[] = [];
    private acted = 0;
    private gone = 0;
    private known = 0;

    constructor(private readonly track: Track) {
        const { begins, lifts, actuals } = track;
        this.never = lifts.map(() => undefined);
        for (const [index, lift] of lifts.entries()) {
            if (actuals[0] && lift.from < begins) {
                this.never[index] = standing(actuals[0]);
            } else if (lift.until < Math.max(lift.from, begins)) {
                this.never[index] = { kind: 'lapsed' };
            } else {
                this.acting.push(index);
                if (lift.until !== Infinity) {
                    this.lapsing.push(index);
                }
            }
        }
        this.acting.sort((a, b) => lifts[a]!.from - lifts[b]!.from);
        this.lapsing.sort((a, b) => lifts[a]!.until - lifts[b]!.until);
    }

    /** Goes on to the next day on which something happens; `false` when there is none. The line's first is always one. */
    next(): boolean {
        const { track, acting, lapsing } = this;
        const { begins, lifts, actuals } = track;
        const actsOn = () => Math.max(lifts[acting[this.acted]!]?.from ?? Infinity, begins);
        const lapsesOn = () => (lifts[lapsing[this.gone]!]?.until ?? Infinity) + 1;
        const measuredOn = () => actuals[this.known]?.day ?? Infinity;
        const day = Number.isNaN(this.day) ? begins : Math.min(actsOn(), lapsesOn(), measuredOn());
        this.day = day;
        this.begun = [];
        this.lapsed = [];
        if (day === Infinity) {
            return false;
        }
        for (; actsOn() === day; this.acted++) {
            this.begun.push(acting[this.acted]!);
        }
        for (; lapsesOn() === day; this.gone++) {
            this.lapsed.push(lapsing[this.gone]!);
        }
        this.measured = measuredOn() === day ? actuals[this.known++] : undefined;
        return true;
    }
}

/** A raise is idle because its level was measured, or is the lower end of the scale. */
function standing(actual: Measured | undefined): IdleReason {
    return actual ? { kind: 'measured', level: actual.level, on: actual.day } : { kind: 'lowest' };
}

function first(raises: ReadonlySet<number> | undefined, except?: number): number | undefined {
    for (const raise of raises ?? []) {
        if (raise !== except) {
            return raise;
        }
    }
    return undefined;
}
