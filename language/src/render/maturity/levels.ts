import type { FrameworkLine } from '../../analysis/projection-types.ts';
import type { Framework } from '../../plan/declarations/framework.ts';
import type { Locale } from '../../plan/message.ts';
import { showValue } from '../words.ts';

/** The levels or values of a framework laid out from bottom to top. */
export interface LevelAxis {
    readonly least: number;
    readonly most: number;
    readonly top: number;
    readonly bottom: number;
    readonly ticks: readonly LevelTick[];
    /** Where a value lies; values outside lie on the nearer edge. */
    y(value: number): number;
}

/** A line of the axis. */
export interface LevelTick {
    readonly value: number;
    /** `4 Integrative`; for a scored framework the number alone. */
    readonly label: string;
}

/**
 * The axis of a framework between two heights. A staged one shows its whole ladder. A scored one, whose upper end may be
 * open, shows round numbers around what was measured, planned and wanted, so that a small fall can be seen: of the
 * framework itself, or of all its parts.
 */
export function levelAxisOf(
    { line, base }: { readonly line: FrameworkLine; readonly base: FrameworkLine | undefined },
    top: number,
    bottom: number,
    locale: Locale,
    parts: boolean,
): LevelAxis {
    const { framework } = line;
    const scale = framework.scale;
    const [least, most, ticks] =
        scale?.type === 'staged' && scale.most !== undefined && scale.most - scale.least <= 12
            ? ladderOf(framework, scale.least, scale.most, locale)
            : roundNumbersAround([line, ...(base ? [base] : [])].flatMap(parts ? valuesOfParts : valuesOf), locale);
    const air = (most - least) * 0.08;
    const height = (bottom - top) / (most - least + 2 * air);
    return {
        least,
        most,
        top,
        bottom,
        ticks,
        y: (value) => bottom - (Math.max(least - air, Math.min(most + air, value)) - least + air) * height,
    };
}

function ladderOf(framework: Framework, least: number, most: number, locale: Locale): [number, number, LevelTick[]] {
    const titles = new Map(framework.levels.map((level) => [level.level.value, level.title]));
    const ticks: LevelTick[] = [];
    for (let value = least; value <= most; value++) {
        ticks.push({ value, label: [showValue(value, locale), titles.get(value)].filter(Boolean).join(' ') });
    }
    return [least, Math.max(most, least + 1), ticks];
}

function roundNumbersAround(values: readonly number[], locale: Locale): [number, number, LevelTick[]] {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (const value of values) {
        low = Math.min(low, value);
        high = Math.max(high, value);
    }
    if (low > high) {
        [low, high] = [0, 1];
    }
    const span = Math.max(high - low, Math.abs(high) * 0.05, 0.2);
    const magnitude = 10 ** Math.floor(Math.log10(span / 4));
    const step = [1, 2, 2.5, 5, 10].map((factor) => factor * magnitude).find((size) => span / size <= 4.5) ?? span;
    const from = Math.floor(low / step);
    const to = Math.max(Math.ceil(high / step), from + 1);
    const ticks: LevelTick[] = [];
    for (let index = from; index <= to; index++) {
        ticks.push({ value: index * step, label: showValue(index * step, locale) });
    }
    return [from * step, to * step, ticks];
}

function valuesOf(line: FrameworkLine): number[] {
    return [
        ...line.steps.map((step) => step.value),
        ...line.actuals.map((actual) => actual.value),
        ...line.targets.filter((target) => target.indicator === null).map((target) => target.value),
    ];
}

function valuesOfParts(line: FrameworkLine): number[] {
    return [
        ...line.domains.flatMap(({ steps }) => steps.map((step) => step.value)),
        ...line.indicators.flatMap(({ steps }) => steps.map((step) => step.level)),
        ...line.targets.filter((target) => target.indicator !== null).map((target) => target.value),
    ];
}
