import type { Day } from '../../plan/calendar.ts';
import type { Framework, Indicator, Level } from '../../plan/declarations/framework.ts';
import type { Program } from '../../plan/declarations/program.ts';
import { byPlace, type Finding } from '../../plan/finding.ts';
import { find, findElement, type Plan } from '../../plan/plan.ts';

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
): (framework: Framework, indicator: Indicator) => Bars {
    const holding = new Map<string, Finding[]>();
    const barring = barringRules(plan);
    for (const finding of findings.filter(({ rule, waived }) => waived === null && barring.has(rule)).sort(byPlace)) {
        append(holding, finding.rule, finding);
    }
    const concerned = concernedIn(plan);
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

/**
 * Answers whether a finding is about a dimension: about a program by its `element`, about an asset by the programs that
 * deliver, need or replace it. If so it gives the programs that bring it about: those it is about, or else those that tie
 * its assets to the dimension; `undefined` if not.
 */
function concernedIn(plan: Plan): (finding: Finding, dimension: string) => readonly string[] | undefined {
    let ties: Map<string, Map<string, string[]>> | undefined;
    return (finding, dimension) => {
        const programs: string[] = [];
        const tying: string[] = [];
        let concerned = false;
        for (const subject of finding.subjects) {
            const named = plan.names.get(subject);
            if (named?.kind === 'program') {
                programs.push(subject);
                concerned ||= dimensionOf(plan, named) === dimension;
                continue;
            }
            ties ??= tiesOf(plan);
            const tied = ties.get(subject)?.get(dimension);
            concerned ||= tied !== undefined;
            // Lists can be as long as the plan; they are read only where the finding names no program itself.
            if (tied && programs.length === 0) {
                for (const program of tied) {
                    tying.push(program);
                }
            }
        }
        return concerned ? (programs.length > 0 ? programs : tying) : undefined;
    };
}

/** The programs that deliver, need or replace each asset, by the asset's name and the programs' dimension. */
function tiesOf(plan: Plan): Map<string, Map<string, string[]>> {
    const ties = new Map<string, Map<string, string[]>>();
    for (const program of plan.programs) {
        const dimension = dimensionOf(plan, program);
        if (dimension === undefined) {
            continue;
        }
        for (const clause of [program.delivers, program.needs, program.replaces]) {
            for (const { name } of clause?.refs ?? []) {
                let byDimension = ties.get(name);
                if (!byDimension) {
                    byDimension = new Map();
                    ties.set(name, byDimension);
                }
                append(byDimension, dimension, program.name);
            }
        }
    }
    return ties;
}

/** The dimension of a program's element; `undefined` for a cancelled program, which is about nothing any more. */
function dimensionOf(plan: Plan, program: Program): string | undefined {
    return program.cancelled ? undefined : findElement(plan, program.element?.ref)?.dimension;
}

function append<T>(map: Map<string, T[]>, key: string, item: T): void {
    const list = map.get(key);
    if (list) {
        list.push(item);
    } else {
        map.set(key, [item]);
    }
}
