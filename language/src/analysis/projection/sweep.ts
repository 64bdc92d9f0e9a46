import type { Day } from '../../plan/calendar.ts';
import type { IdleRaise, IdleReason, LevelGap } from '../projection-types.ts';
import { Lifts } from './lifts.ts';
import type { Lift, Measured, Track } from './track.ts';

/** What an indicator has from a day on, bars left out, and what happened on that day. */
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
    /** By day, the first on the day the line begins. */
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
    const { scale, indicator } = track;
    const { days, acting, lapsing, measuring, never } = agendaOf(track);
    const reasons = new Map<Lift, IdleReason>(never);
    const useful = new Set<Lift>();
    const gaps = new Map<Lift, LevelGap>();
    const changes: Change[] = [];
    const lifts = new Lifts(scale);
    let measured: Measured | undefined;
    let floor = scale.least;

    for (const day of days) {
        const lapsed = lapsing.take(day).filter((lift) => lifts.remove(lift));
        let begun = acting.take(day);
        for (const lift of begun) {
            lifts.add(lift);
        }
        const actual = measuring.take(day).at(-1);
        if (actual) {
            measured = actual;
            floor = actual.level;
            lifts.clear();
            for (const lift of begun) {
                reasons.set(lift, standing(actual));
            }
            begun = [];
        }
        const level = lifts.over(floor);
        for (const lift of begun) {
            if (lift.to <= floor) {
                reasons.set(lift, standing(measured));
            } else if (scale.staged && lift.to > level) {
                gaps.set(lift, { program: lift.program, raise: lift.raise, indicator, have: level, on: day });
            } else {
                const rival = first(lifts.to(scale.staged ? lift.to : level), lift);
                if (rival) {
                    reasons.set(lift, { kind: 'lifted', by: rival.program.name });
                }
            }
        }
        // A raise that alone makes a level that counts changes the line from this day on.
        for (let made = scale.staged ? floor + 1 : level; made > floor && made <= level; made++) {
            const makers = lifts.to(made);
            if (makers?.size === 1) {
                for (const lift of makers) {
                    useful.add(lift);
                }
            }
        }
        changes.push({ day, floor, level, measured: actual !== undefined, begun, lapsed });
    }
    const idle = track.lifts.flatMap((lift): IdleRaise | [] => {
        const reason = reasons.get(lift);
        return reason && !useful.has(lift) ? { program: lift.program, raise: lift.raise, indicator, reason } : [];
    });
    return { changes, gaps: track.lifts.flatMap((lift) => gaps.get(lift) ?? []), idle };
}

/** What happens to an indicator, by day, and the raises that never come to act, with the reason. */
function agendaOf(track: Track) {
    const { begins, actuals } = track;
    const never = new Map<Lift, IdleReason>();
    const acting: Dated<Lift>[] = [];
    const lapsing: Dated<Lift>[] = [];
    for (const lift of track.lifts) {
        if (actuals[0] && lift.from < begins) {
            never.set(lift, standing(actuals[0]));
            continue;
        }
        const from = Math.max(lift.from, begins);
        if (lift.until < from) {
            never.set(lift, { kind: 'lapsed' });
            continue;
        }
        acting.push({ day: from, item: lift });
        if (lift.until !== Infinity) {
            lapsing.push({ day: lift.until + 1, item: lift });
        }
    }
    const measuring = actuals.map((actual) => ({ day: actual.day, item: actual }));
    const days = new Set([begins]);
    for (const { day } of [...acting, ...lapsing, ...measuring]) {
        days.add(day);
    }
    return {
        days: [...days].sort((a, b) => a - b),
        acting: new Agenda(acting),
        lapsing: new Agenda(lapsing),
        measuring: new Agenda(measuring),
        never,
    };
}

/** A raise is idle because its level was measured, or is the lower end of the scale. */
function standing(actual: Measured | undefined): IdleReason {
    return actual ? { kind: 'measured', level: actual.level, on: actual.day } : { kind: 'lowest' };
}

interface Dated<T> {
    readonly day: Day;
    readonly item: T;
}

/** Items by day, to be taken day by day. */
class Agenda<T> {
    private next = 0;

    constructor(private readonly items: Dated<T>[]) {
        items.sort((a, b) => a.day - b.day);
    }

    /** The items of a day; days must rise from call to call. */
    take(day: Day): T[] {
        const taken: T[] = [];
        for (; this.items[this.next]?.day === day; this.next++) {
            taken.push(this.items[this.next]!.item);
        }
        return taken;
    }
}

function first(lifts: ReadonlySet<Lift> | undefined, except: Lift): Lift | undefined {
    for (const lift of lifts ?? []) {
        if (lift !== except) {
            return lift;
        }
    }
    return undefined;
}
