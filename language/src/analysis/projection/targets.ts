import type { Day } from '../../plan/calendar.ts';
import type { Target } from '../../plan/declarations/masterplan.ts';
import { find, type Plan } from '../../plan/plan.ts';
import type { Blocker, IndicatorLine, TargetResult, ValueStep } from '../projection-types.ts';
import type { Bars } from './bars.ts';
import { inScale, reaches } from './level.ts';
import { under } from './line.ts';
import { capOn, type FrameworkTracks, type Track } from './track.ts';
import type { Valuation } from './value.ts';

/** What a framework's targets are judged by. */
export interface Judged extends FrameworkTracks {
    readonly value: Valuation;
    readonly steps: readonly ValueStep[];
    /** In the order of the tracks. */
    readonly lines: readonly IndicatorLine[];
}

/**
 * What becomes of every target of the masterplan, by the framework's name: by date, then the framework's own before its
 * indicators' by name, then value. Targets outside their scale are findings of reading and are left out.
 */
export function judge(plan: Plan, frameworks: readonly Judged[]): Map<string, TargetResult[]> {
    const judges = new Map(frameworks.map((framework) => [framework.framework.name, new Judge(framework)]));
    const results = new Map<string, TargetResult[]>();
    for (const target of plan.masterplan?.targets ?? []) {
        const of = find(plan, target.of, 'framework', 'indicator');
        const name = of?.kind === 'indicator' ? of.framework : of?.name;
        const result = name === undefined ? undefined : judges.get(name)?.judge(target, of!.name);
        if (result) {
            const list = results.get(name!) ?? [];
            list.push(result);
            results.set(name!, list);
        }
    }
    for (const list of results.values()) {
        list.sort((a, b) => a.by - b.by || compare(nameOf(a), nameOf(b)) || a.value - b.value);
    }
    return results;
}

/**
 * The level of an indicator at the end of a day, as targets count it: with every raise whose program (plus the clause's
 * `after`) is finished by then and whose `until` is not before; what acts from the next day on is work done on this one.
 * `null` when nothing was measured by then, but later: its line has not begun.
 */
export function levelBy(track: Track, day: Day): number | null {
    const measured = track.actuals.findLast((actual) => actual.day <= day);
    if (!measured && track.actuals.length > 0) {
        return null;
    }
    const floor = measured?.level ?? track.scale.least;
    const after = measured?.day ?? -Infinity;
    const raised = new Set<number>();
    for (const lift of track.lifts) {
        if (lift.from > after && lift.from <= day + 1 && lift.until >= day) {
            raised.add(lift.to);
        }
    }
    let level = floor;
    if (track.scale.staged) {
        while (raised.has(level + 1)) {
            level++;
        }
    } else {
        for (const value of raised) {
            level = Math.max(level, value);
        }
    }
    return under({ floor, level }, capOn(track.bars.caps, day));
}

/** Judges the targets of one framework; what indicators have on a day is found once for all targets of that day. */
class Judge {
    private readonly onDay = new Map<Day, readonly (number | null)[]>();
    private readonly suppliers = new Map<Track, Map<number, readonly string[]>>();
    private readonly barredBy = new Map<Bars, Map<string, readonly string[]>>();
    private readonly position: ReadonlyMap<string, number>;

    constructor(private readonly judged: Judged) {
        this.position = new Map(judged.tracks.map((track, index) => [track.indicator.name, index]));
    }

    judge(target: Target, name: string): TargetResult | undefined {
        const { scale, tracks, lines, steps, framework } = this.judged;
        const index = this.position.get(name);
        const value = target.value.value;
        if (!inScale(scale, value) || (index === undefined && name !== framework.name)) {
            return undefined;
        }
        const by = target.by.last;
        const attained = index === undefined ? this.valueBy(by) : levelBy(tracks[index]!, by);
        const met = attained !== null && reaches(attained, value);
        const reached =
            index === undefined
                ? steps.find((step) => reaches(step.value, value))?.date
                : lines[index]!.steps.find((step) => reaches(step.level, value))?.date;
        return {
            target,
            indicator: index === undefined ? null : tracks[index]!.indicator,
            value,
            by,
            attained,
            // Work done on the target's day whose lift ends with that day is met, yet no day of the line shows it.
            reached: reached ?? (met ? by : null),
            met,
            blockers: met ? [] : this.blockers(index, value, by),
        };
    }

    private blockers(index: number | undefined, value: number, by: Day): Blocker[] {
        const { scale, tracks } = this.judged;
        const levels = index === undefined ? this.levelsBy(by) : [levelBy(tracks[index]!, by)];
        const concerned = index === undefined ? tracks : [tracks[index]!];
        return concerned.flatMap((track, i): Blocker | [] => {
            const have = levels[i]!;
            if (have !== null && reaches(have, value)) {
                return [];
            }
            const level = scale.staged ? Math.floor(have ?? scale.least) + 1 : value;
            return {
                indicator: track.indicator,
                have,
                level,
                suppliers: this.suppliersOf(track, level),
                barredBy: this.barring(track.bars, level, by),
            };
        });
    }

    private suppliersOf(track: Track, level: number): readonly string[] {
        return remembered(this.suppliers, track, level, () => {
            const supplies = ({ to }: { to: number }) => (track.scale.staged ? to === level : reaches(to, level));
            const names = [...track.lifts, ...track.undated].filter(supplies).map(({ program }) => program.name);
            return unique(names);
        });
    }

    private barring(bars: Bars, level: number, by: Day): readonly string[] {
        return remembered(this.barredBy, bars, `${level} ${by}`, () => {
            const holding = bars.bars.filter((bar) => bar.from <= by && by <= bar.to && bar.level <= level);
            return unique(holding.map(({ rule }) => rule));
        });
    }

    /** The framework's value at the end of a day; one without indicators stands at what was measured of it. */
    private valueBy(day: Day): number | null {
        const { tracks, actuals, value } = this.judged;
        if (tracks.length === 0) {
            return actuals.findLast((actual) => actual.date <= day)?.value ?? null;
        }
        const levels = this.levelsBy(day);
        return levels.every((level) => level !== null) ? value(levels) : null;
    }

    private levelsBy(day: Day): readonly (number | null)[] {
        let levels = this.onDay.get(day);
        if (!levels) {
            levels = this.judged.tracks.map((track) => levelBy(track, day));
            this.onDay.set(day, levels);
        }
        return levels;
    }
}

/** A value by two keys, made when it is first asked for. */
function remembered<A, B, T>(memory: Map<A, Map<B, T>>, first: A, second: B, make: () => T): T {
    let inner = memory.get(first);
    if (!inner) {
        inner = new Map();
        memory.set(first, inner);
    }
    let value = inner.get(second);
    if (value === undefined) {
        value = make();
        inner.set(second, value);
    }
    return value;
}

function nameOf(result: TargetResult): string {
    return result.indicator?.name ?? '';
}

function compare(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}

function unique(names: readonly string[]): string[] {
    return [...new Set(names)].sort();
}
