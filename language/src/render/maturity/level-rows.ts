import type { FrameworkLine, TargetResult } from '../../analysis/projection-types.ts';
import type { Locale } from '../../plan/message.ts';
import type { Origin } from '../../plan/origin.ts';
import type { Checked } from '../../rules/check.ts';
import { orderDimensions, titleOf } from '../program-view.ts';
import { type SeriesStep, stepsOf } from './series.ts';

/** A row of the grid: one indicator, one domain, or the whole framework. */
export interface LevelRow {
    readonly key: string;
    readonly title: string;
    readonly at: Origin;
    readonly kind: 'indicator' | 'domain' | 'whole';
    /** Place of the dimension it measures in the order of colours. */
    readonly hue: number | undefined;
    readonly steps: readonly SeriesStep[];
    readonly targets: readonly TargetResult[];
}

/** With more indicators than this the grid shows those that move or have a target; the page's table has all. */
const MOST = 12;

/** The rows of a framework's grid: its domains with their indicators, the indicators outside any, and the whole. */
export function levelRowsOf(checked: Checked, line: FrameworkLine, locale: Locale): LevelRow[] {
    const { framework } = line;
    const whole = locale === 'id' ? 'Keseluruhan' : 'As a whole';
    const hues = new Map(orderDimensions(checked.analysis.plan).map((dimension, index) => [dimension.name, index]));
    const rowOf = (indicator: (typeof framework.indicators)[number]): LevelRow => ({
        key: indicator.name,
        title: titleOf(indicator),
        at: indicator.at,
        kind: 'indicator',
        hue: indicator.measures && hues.get(indicator.measures.name),
        steps: stepsOf(line, indicator),
        targets: line.targets.filter((target) => target.indicator === indicator),
    });
    const domains = framework.domains.flatMap((domain): LevelRow[] => {
        const values = line.domains.find((candidate) => candidate.name === domain.name);
        const rows = framework.indicators.filter((indicator) => indicator.domain === domain.name).map(rowOf);
        // A domain of one indicator is that indicator.
        return rows.length < 2
            ? rows
            : [
                  {
                      key: `${framework.name}:${domain.name}`,
                      title: titleOf(domain),
                      at: domain.at,
                      kind: 'domain',
                      hue: undefined,
                      steps: values?.steps ?? [],
                      targets: [],
                  },
                  ...rows,
              ];
    });
    return [
        ...domains,
        ...framework.indicators.filter((indicator) => indicator.domain === undefined).map(rowOf),
        {
            key: framework.name,
            title: whole,
            at: framework.at,
            kind: 'whole',
            hue: undefined,
            steps: line.steps,
            targets: line.targets.filter((target) => target.indicator === null),
        },
    ];
}

/** The rows that a grid has room for: all of a short framework's, of a long one those that tell something. */
export function tellingRowsOf(checked: Checked, line: FrameworkLine, locale: Locale): LevelRow[] {
    const rows = levelRowsOf(checked, line, locale);
    return line.framework.indicators.length > MOST ? rows.filter(isTelling) : rows;
}

/** Domains and the whole always tell something; an indicator does when it moves or has a target. */
function isTelling(row: LevelRow): boolean {
    return (
        row.kind !== 'indicator' ||
        row.targets.length > 0 ||
        row.steps.some((step) => step.value !== row.steps[0]!.value)
    );
}
