import type { Day } from '../../plan/calendar.ts';
import type { Framework, Indicator } from '../../plan/declarations/framework.ts';
import type { Program, Raise } from '../../plan/declarations/program.ts';
import { byName, find, type Plan } from '../../plan/plan.ts';
import type { FrameworkActual } from '../projection-types.ts';
import { dayAfter } from '../schedule/lengths.ts';
import type { Schedule } from '../schedule-types.ts';
import type { Bars, Cap } from './bars.ts';
import { inScale, type Scale, scaleOf } from './level.ts';

/** A measured level, from the last day of its date on. */
export interface Measured {
    readonly day: Day;
    readonly level: number;
}

/** A raise of a program that has dates. */
export interface Lift {
    readonly program: Program;
    readonly raise: Raise;
    readonly to: number;
    /** The first day it acts: the day after the program's finish, plus the clause's own `after`. */
    readonly from: Day;
    /** The last day it acts; `Infinity` without `until`. */
    readonly until: Day;
}

/** Everything that moves one indicator. */
export interface Track {
    readonly indicator: Indicator;
    readonly scale: Scale;
    /** The first day of its line: that of its first actual, or the plan's first day. */
    readonly begins: Day;
    /** By day, one a day; empty when nothing was measured. */
    readonly actuals: readonly Measured[];
    /** By program, then in the order they are written. */
    readonly lifts: readonly Lift[];
    /** Raises of programs without dates: they lift nothing, but could supply a level. */
    readonly undated: readonly { readonly program: Program; readonly to: number }[];
    readonly bars: Bars;
}

/** A framework with the tracks of its indicators, by name. */
export interface FrameworkTracks {
    readonly framework: Framework;
    readonly scale: Scale;
    /** By date. */
    readonly actuals: readonly FrameworkActual[];
    readonly tracks: readonly Track[];
}

/**
 * Gathers what moves each indicator of each framework, by name. Actuals and raises outside their scale (and broken raises
 * in a staged one) are findings of reading and count for nothing here; a broken actual of a staged indicator counts
 * rounded down. Of two actuals on one day the one written last counts.
 */
export function tracksOf(
    plan: Plan,
    schedule: Schedule,
    barsOf: (framework: Framework, indicator: Indicator) => Bars,
): FrameworkTracks[] {
    const actuals = actualsByName(plan);
    const byIndicator = new Map<string, GrowingTrack>();
    const result: FrameworkTracks[] = [];
    for (const framework of firstOfName([...plan.frameworks].sort(byName))) {
        const scale = scaleOf(framework);
        if (!scale) {
            continue;
        }
        const counted = (name: string) => (actuals.get(name) ?? []).filter((actual) => inScale(scale, actual.value));
        const own = counted(framework.name);
        const tracks = firstOfName([...framework.indicators].sort(byName)).map((indicator): GrowingTrack => {
            const measured = counted(indicator.name);
            const levels = onePerDay(measured.length > 0 ? measured : own, scale);
            const begins = levels[0]?.day ?? schedule.firstDay;
            const bars = barsOf(framework, indicator);
            const track = { indicator, scale, begins, actuals: levels, lifts: [], undated: [], bars };
            byIndicator.set(indicator.name, track);
            return track;
        });
        result.push({ framework, scale, actuals: own, tracks });
    }
    addRaises(plan, schedule, byIndicator);
    return result;
}

/** What a bar allows on a day: levels up to this one; `Infinity` when nothing bars. */
export function capOn(caps: readonly Cap[], day: Day): number {
    let low = 0;
    let high = caps.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (caps[middle]!.from <= day) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low === 0 ? Infinity : caps[low - 1]!.cap;
}

/** A track while its raises are being gathered. */
interface GrowingTrack extends Track {
    readonly lifts: Lift[];
    readonly undated: { readonly program: Program; readonly to: number }[];
}

function addRaises(plan: Plan, schedule: Schedule, tracks: ReadonlyMap<string, GrowingTrack>): void {
    for (const program of plan.programs) {
        if (program.cancelled || program.raises.length === 0) {
            continue;
        }
        const finish = schedule.byName.get(program.name)?.finish;
        for (const raise of program.raises) {
            const track = tracks.get(raise.of.name);
            const to = raise.to.value;
            if (!track || !inScale(track.scale, to) || (track.scale.staged && !Number.isInteger(to))) {
                continue;
            }
            if (finish === undefined) {
                track.undated.push({ program, to });
            } else {
                const from = dayAfter(finish, raise.after);
                track.lifts.push({ program, raise, to, from, until: raise.until?.last ?? Infinity });
            }
        }
    }
}

/** The actuals of every framework and indicator, by day; of one day in the order they are written. */
function actualsByName(plan: Plan): Map<string, FrameworkActual[]> {
    const result = new Map<string, FrameworkActual[]>();
    for (const actual of plan.masterplan?.actuals ?? []) {
        const of = find(plan, actual.of, 'framework', 'indicator');
        if (of) {
            const list = result.get(of.name) ?? [];
            list.push({ date: actual.when.last, value: actual.value.value, source: actual.source ?? null });
            result.set(of.name, list);
        }
    }
    for (const list of result.values()) {
        list.sort((a, b) => a.date - b.date);
    }
    return result;
}

function onePerDay(actuals: readonly FrameworkActual[], scale: Scale): Measured[] {
    const result: Measured[] = [];
    for (const { date, value } of actuals) {
        if (result.at(-1)?.day === date) {
            result.pop();
        }
        result.push({ day: date, level: scale.staged ? Math.floor(value) : value });
    }
    return result;
}

/** Of declarations with one name the first: the others are `duplicate-name`. */
function firstOfName<T extends { readonly name: string }>(items: readonly T[]): T[] {
    const seen = new Set<string>();
    return items.filter((item) => !seen.has(item.name) && seen.add(item.name));
}
