import type { Domain, Framework } from '../../plan/declarations/framework.ts';
import type { IndicatorLine, ValueStep } from '../projection-types.ts';
import { rounded } from './level.ts';
import type { Track } from './track.ts';

/** How the levels of indicators, in the order of a framework's tracks, make a value. */
export type Valuation = (levels: readonly number[]) => number;

/** How one domain is valued: which indicators, and what they make. */
export interface DomainValuation {
    readonly domain: Domain;
    /** Positions of its indicators among the framework's tracks; empty for an empty domain, which has no value. */
    readonly members: readonly number[];
    readonly value: Valuation;
}

/**
 * How a framework's value and those of its domains follow from levels.
 *
 * With `aggregate minimum` the lowest level counts. With `mean`, weights are divided by their sum and a missing one counts
 * 1; where a domain carries a weight, the framework's value is the weighted mean of its domains, each the mean of its
 * indicators; else domains only group, and it is the mean of all indicators. Beside weighted domains an indicator outside
 * any domain is a finding of reading; it counts like a domain of its own.
 */
export function valuationOf(
    framework: Framework,
    tracks: readonly Track[],
): { readonly value: Valuation; readonly domains: readonly DomainValuation[] } {
    const minimum = framework.aggregate?.by === 'minimum';
    const position = new Map(tracks.map((track, index) => [track.indicator.name, index]));
    const weight = (index: number) => tracks[index]!.indicator.weight;
    const combined = (members: readonly number[]) =>
        minimum ? lowest(members) : mean(members.map(at), members.map(weight));
    const domains = framework.domains.map((domain): DomainValuation => {
        const members = domain.indicators.map(({ name }) => position.get(name)).filter((index) => index !== undefined);
        return { domain, members, value: combined(members) };
    });
    const all = tracks.map((_, index) => index);
    if (minimum || !domains.some(({ domain }) => domain.weight !== undefined)) {
        return { value: combined(all), domains };
    }
    const filled = domains.filter(({ members }) => members.length > 0);
    const grouped = new Set(filled.flatMap(({ members }) => members));
    const loose = all.filter((index) => !grouped.has(index));
    const parts = [...filled.map(({ value }) => value), ...loose.map(at)];
    const weights = [...filled.map(({ domain }) => domain.weight), ...loose.map(weight)];
    return { value: mean(parts, weights), domains };
}

/**
 * The line that several indicators make together: all `lines`, or the `members` among them. It begins on the day the last
 * of them does, and has a step wherever its value changes (to nine decimals), with the causes of every step of that day.
 * `value` is asked with the levels of all lines, those of others being 0. Without members there is no line.
 */
export function combine(
    lines: readonly IndicatorLine[],
    value: Valuation,
    members: readonly number[] = lines.map((_, index) => index),
): ValueStep[] {
    const events = members.flatMap((index) => lines[index]!.steps.map((step) => ({ index, step })));
    events.sort((a, b) => a.step.date - b.step.date || a.index - b.index);
    const begins = members.reduce((last, index) => Math.max(last, lines[index]!.steps[0]!.date), -Infinity);
    const levels = lines.map(() => 0);
    const result: ValueStep[] = [];
    for (let i = 0; i < events.length; ) {
        const { date } = events[i]!.step;
        const causes = new Set<string>();
        for (; events[i]?.step.date === date; i++) {
            const { index, step } = events[i]!;
            levels[index] = step.level;
            for (const cause of step.causes) {
                causes.add(cause);
            }
        }
        if (date < begins) {
            continue;
        }
        const next = value(levels);
        const last = result.at(-1);
        if (!last || rounded(last.value) !== rounded(next)) {
            result.push({ date, value: next, causes: [...causes].sort() });
        }
    }
    return result;
}

/** The title of the highest band that a value lies in, compared to nine decimals; `null` below all, or without any. */
export function bandOf(framework: Framework, value: number): string | null {
    let best: { readonly title: string; readonly from: number } | undefined;
    for (const band of framework.bands) {
        const from = rounded(band.from.value);
        if (from <= rounded(value) && (best === undefined || from > best.from)) {
            best = { title: band.title, from };
        }
    }
    return best?.title ?? null;
}

function at(index: number): Valuation {
    return (levels) => levels[index]!;
}

function lowest(members: readonly number[]): Valuation {
    return (levels) => members.reduce((least, index) => Math.min(least, levels[index]!), Infinity);
}

function mean(parts: readonly Valuation[], written: readonly (number | undefined)[]): Valuation {
    const weights = whole(written.map((weight) => weight ?? 1));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return (levels) => {
        let total = 0;
        for (let i = 0; i < parts.length; i++) {
            total += weights[i]! * parts[i]!(levels);
        }
        return total / sum;
    };
}

/**
 * Weights as whole numbers in the same proportion, where six decimals are enough: then sums of whole levels are exact, and
 * 47 indicators at 3 make 3 and not 2.9999999999999996. Weights that are all zero count alike.
 */
function whole(weights: readonly number[]): readonly number[] {
    if (weights.every((weight) => weight === 0)) {
        return weights.map(() => 1);
    }
    const scaled = weights.map((weight) => Math.round(weight * 1e6));
    return scaled.every((weight, i) => weight / 1e6 === weights[i]) ? scaled : weights;
}
