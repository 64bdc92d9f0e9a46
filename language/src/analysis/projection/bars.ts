import type { Day } from '../../plan/calendar.ts';
import type { Framework, Indicator, Level } from '../../plan/declarations/framework.ts';
import { byPlace, type Finding } from '../../plan/finding.ts';
import { find, type Plan } from '../../plan/plan.ts';
import { append, dimensionOf, type Ties, tiesIn } from './ties.ts';

/** A finding that keeps an indicator below a level while it holds. */
export interface Bar {
    readonly level: number;
    readonly rule: string;
    /** Both ends included; `-Infinity` and `Infinity` where open. */
    readonly from: Day;
    readonly to: Day;
    /** The programs that bring the finding about. */
    readonly programs: readonly string[];
    readonly finding: Finding;
}

/** From a day on, levels up to `cap` are allowed (`Infinity`: all). */
export interface Cap {
    readonly from: Day;
    readonly cap: number;
    /** Where the cap comes down: the programs whose findings begin to hold on that day, sorted. */
    readonly programs: readonly string[];
}

/** What bars one indicator: every finding, and what follows from them all, by day. */
export interface Bars {
    readonly bars: readonly Bar[];
    readonly caps: readonly Cap[];
}

const NONE: Bars = { bars: [], caps: [] };

/**
 * Tells for each indicator what bars it: the un-waived findings of the rules that `barred-by` names, of its framework's
 * levels and its own, for programs and assets of the dimension it measures. Nothing is barred in a scored framework, nor
 * where an indicator measures no dimension.
 */
export function readBars(
    plan: Plan,
    findings: readonly Finding[],
    ties: Ties = tiesIn(plan),
): (framework: Framework, indicator: Indicator) => Bars {
    const holding = new Map<string, Finding[]>();
    const barring = barringRules(plan);
    for (const finding of findings.filter(({ rule, waived }) => waived === null && barring.has(rule)).sort(byPlace)) {
        append(holding, finding.rule, finding);
    }
    const concerned = concernedIn(plan, ties);
    const shared = new Map<string, Bars>();
    return (framework, indicator) => {
        const levels = [...framework.levels, ...indicator.levels].filter((level) => level.barredBy.length > 0);
        const dimension = find(plan, indicator.measures, 'dimension')?.name;
        if (levels.length === 0 || dimension === undefined || framework.scale?.type !== 'staged') {
            return NONE;
        }
        // Indicators that add nothing to their framework's bars and measure the same dimension are barred alike.
        const key = indicator.levels.some((level) => level.barredBy.length > 0)
            ? indicator.name
            : `${framework.name}\u0000${dimension}`;
        let bars = shared.get(key);
        if (!bars) {
            bars = collect(levels, framework.scale.least, holding, (finding) => concerned(finding, dimension));
            shared.set(key, bars);
        }
        return bars;
    };
}

/** The rules whose findings can keep a level of a plan's frameworks down. */
export function barringRules(plan: Plan): ReadonlySet<string> {
    const rules = new Set<string>();
    for (const framework of plan.frameworks) {
        for (const { levels } of [framework, ...framework.indicators]) {
            for (const { name } of levels.flatMap((level) => level.barredBy)) {
                rules.add(name);
            }
        }
    }
    return rules;
}

function collect(
    levels: readonly Level[],
    least: number,
    holding: ReadonlyMap<string, readonly Finding[]>,
    concerned: (finding: Finding) => readonly string[] | undefined,
): Bars {
    const bars: Bar[] = [];
    for (const level of levels) {
        for (const rule of new Set(level.barredBy.map((reference) => reference.name))) {
            for (const finding of holding.get(rule) ?? []) {
                const programs = concerned(finding);
                if (programs) {
                    const from = finding.from ?? -Infinity;
                    const to = finding.to ?? Infinity;
                    bars.push({ level: level.level.value, rule, from, to, programs, finding });
                }
            }
        }
    }
    return { bars, caps: capsOf(bars, least) };
}

/** Sweeps over the days on which bars begin and end; gives the days on which the lowest barred level changes. */
function capsOf(bars: readonly Bar[], least: number): Cap[] {
    const events: { readonly day: Day; readonly bar: Bar; readonly begins: boolean }[] = [];
    for (const bar of bars) {
        events.push({ day: bar.from, bar, begins: true });
        if (bar.to !== Infinity) {
            events.push({ day: bar.to + 1, bar, begins: false });
        }
    }
    // Two open beginnings differ by NaN: they are one day.
    events.sort((a, b) => a.day - b.day || 0);
    const count = new Map<number, number>();
    const caps: Cap[] = [];
    let cap = Infinity;
    for (let i = 0; i < events.length; ) {
        const day = events[i]!.day;
        const begun: Bar[] = [];
        for (; i < events.length && events[i]!.day === day; i++) {
            const { bar, begins } = events[i]!;
            count.set(bar.level, (count.get(bar.level) ?? 0) + (begins ? 1 : -1));
            if (begins) {
                begun.push(bar);
            }
        }
        let next = Infinity;
        for (const [level, holding] of count) {
            if (holding > 0) {
                next = Math.min(next, below(level, least));
            }
        }
        if (next !== cap) {
            const binding = begun.filter((bar) => below(bar.level, least) === next);
            const programs = next < cap ? [...new Set(binding.flatMap((bar) => bar.programs))].sort() : [];
            caps.push({ from: day, cap: next, programs });
            cap = next;
        }
    }
    return caps;
}

/** The level a bar leaves: the one below, but never below the scale. */
function below(level: number, least: number): number {
    return Math.max(level - 1, least);
}

/** Whom a finding is about. */
interface Concern {
    readonly programs: readonly string[];
    /** The dimensions of these. */
    readonly dimensions: ReadonlySet<string | undefined>;
    readonly assets: readonly string[];
}

/**
 * Answers whether a finding is about a dimension: about a program by its `element`, about an asset by the programs that
 * deliver, need or replace it. If so it gives the programs that bring it about: those it is about, or else those that tie
 * its assets to the dimension; `undefined` if not.
 */
function concernedIn(plan: Plan, ties: Ties): (finding: Finding, dimension: string) => readonly string[] | undefined {
    const concerns = new Map<Finding, Concern>();
    return (finding, dimension) => {
        let concern = concerns.get(finding);
        if (concern === undefined) {
            concern = concernOf(plan, finding);
            concerns.set(finding, concern);
        }
        const { programs, dimensions, assets } = concern;
        if (programs.length > 0) {
            const concerned = dimensions.has(dimension) || assets.some((asset) => ties(asset)?.has(dimension) === true);
            return concerned ? programs : undefined;
        }
        const tying = assets.flatMap((asset) => ties(asset)?.get(dimension) ?? []);
        return tying.length > 0 ? tying : undefined;
    };
}

function concernOf(plan: Plan, { subjects }: Finding): Concern {
    const programs: string[] = [];
    const assets: string[] = [];
    const dimensions = new Set<string | undefined>();
    for (const subject of subjects) {
        const named = plan.names.get(subject);
        if (named?.kind === 'program') {
            programs.push(subject);
            dimensions.add(dimensionOf(plan, named));
        } else {
            assets.push(subject);
        }
    }
    return { programs, dimensions, assets };
}
