import type { Day } from '../../plan/calendar.ts';
import type { Indicator } from '../../plan/declarations/framework.ts';
import { yearTicks } from '../axis.ts';
import { cross, diamond, sign, tick } from '../glyph.ts';
import { type Child, element, type Markup, path } from '../markup.ts';
import { HUES } from '../palette.ts';
import { keyed, label, tooltip } from '../picture.ts';
import { orderDimensions, titleOf } from '../program-view.ts';
import { truncate, widthOf } from '../text.ts';
import { showDay, showEnd, showMean, showValue } from '../words.ts';
import { levelAxisOf } from './levels.ts';
import type { Panel } from './panel-input.ts';
import { axisOf, explainStep, type SeriesStep, sameSteps, stepPath, stepsOf } from './series.ts';

const MARGIN = 16;
const GAP = 22;
const CHART = 78;
const HEIGHT = CHART + 52;
/** With more indicators than this, each domain has a chart instead; the levels of all stand in the grid. */
const MOST = 12;

/** One small chart. */
interface Part {
    readonly key: string;
    readonly title: string;
    readonly indicator: Indicator | undefined;
    /** Place of its dimension in the order of colours; `undefined` where it measures none. */
    readonly hue: number | undefined;
    readonly steps: readonly SeriesStep[];
    /** Its line in the plan to compare with, where that is another. */
    readonly before: readonly SeriesStep[] | undefined;
}

/** A small chart for each indicator, or for each domain where there are many; all on one scale, so that they compare. */
export function drawMultiples(panel: Panel, top: number): { readonly markup: Markup; readonly height: number } {
    const parts = partsOf(panel);
    const columns = Math.max(1, Math.floor((panel.width - 2 * MARGIN + GAP) / 340));
    const width = (panel.width - 2 * MARGIN + GAP) / columns - GAP;
    const drawn = parts.map((part, index) =>
        drawPart(
            panel,
            part,
            MARGIN + (index % columns) * (width + GAP),
            top + Math.floor(index / columns) * HEIGHT,
            width,
        ),
    );
    return { markup: element('g', { class: 'sc-parts' }, drawn), height: Math.ceil(parts.length / columns) * HEIGHT };
}

function partsOf(panel: Panel): Part[] {
    const { line, base, checked } = panel;
    const { framework } = line;
    const hues = new Map(orderDimensions(checked.analysis.plan).map((dimension, index) => [dimension.name, index]));
    if (framework.indicators.length > MOST && line.domains.length > 0) {
        return line.domains.map((domain) => ({
            key: `${framework.name}:${domain.name}`,
            title: domain.title === '' ? domain.name : domain.title,
            indicator: undefined,
            hue: undefined,
            steps: domain.steps,
            before: other(domain.steps, base?.domains.find(({ name }) => name === domain.name)?.steps),
        }));
    }
    return framework.indicators.map((indicator) => {
        const steps = stepsOf(line, indicator);
        return {
            key: indicator.name,
            title: titleOf(indicator),
            indicator,
            hue: indicator.measures === undefined ? undefined : hues.get(indicator.measures.name),
            steps,
            before: base && other(steps, stepsOf(base, indicator)),
        };
    });
}

/** A line to compare with, unless it is the same. */
function other(
    steps: readonly SeriesStep[],
    before: readonly SeriesStep[] | undefined,
): readonly SeriesStep[] | undefined {
    return before === undefined || sameSteps(steps, before) ? undefined : before;
}

function drawPart(panel: Panel, part: Part, left: number, top: number, width: number): Markup {
    const { checked, options } = panel;
    const chartTop = top + 24;
    const levels = levelAxisOf(panel, chartTop, chartTop + CHART, options.locale, true);
    const axis = axisOf(panel, left + 26, left + width - 34);
    const every = Math.ceil((levels.ticks.length * 11) / CHART);
    const last = part.steps.at(-1);
    const show = part.indicator ? showValue : showMean;
    const hue = part.hue === undefined ? 'none' : String(part.hue % HUES);
    return element(
        'g',
        { class: 'sc-part', ...keyed(part.key, part.indicator?.at) },
        element(
            'g',
            {},
            tooltip(part.title),
            part.hue === undefined ? undefined : sign(part.hue, left + 6, top + 10, 5),
            label(
                left + (part.hue === undefined ? 0 : 16),
                top + 14,
                'sc-group-name',
                truncate(part.title, width - 20, 12, true),
            ),
        ),
        levels.ticks.map((tick, index) => [
            element('path', { class: 'sc-grid', d: path`M${axis.left} ${levels.y(tick.value)}H${axis.right}` }),
            index % every !== 0
                ? undefined
                : label(axis.left - 5, levels.y(tick.value) + 3, 'sc-tiny', showValue(tick.value, options.locale), {
                      'text-anchor': 'end',
                  }),
        ]),
        drawYears(axis, levels.bottom),
        part.before === undefined
            ? undefined
            : element('path', { class: 'sc-before', d: stepPath(part.before, axis, levels) }),
        element('path', { class: `sc-line sc-l${hue}`, d: stepPath(part.steps, axis, levels) }),
        part.steps.map((step) =>
            element(
                'circle',
                {
                    class: step.causes.includes('actual') ? 'sc-fact' : 'sc-step',
                    cx: axis.x(step.date),
                    cy: levels.y(step.value),
                    r: step.causes.includes('actual') ? 4 : 2.5,
                    'data-causes': step.causes.join(' '),
                },
                tooltip(explainStep(checked.analysis.plan, step, part.indicator !== undefined, options.locale)),
            ),
        ),
        drawPartTargets(panel, part, axis.x, levels.y),
        last
            ? label(axis.right + 6, levels.y(last.value) + 4, 'sc-value', show(last.value, options.locale))
            : undefined,
    );
}

/** As many years under a small chart as there is room for. */
function drawYears(axis: Parameters<typeof yearTicks>[0], bottom: number): Child {
    const ticks = yearTicks(axis);
    const step = Math.max(1, Math.ceil((widthOf('2029', 9) + 8) / (ticks[0] ? ticks[0].to - ticks[0].from : 1)));
    return ticks
        .filter((_, index) => index % step === 0)
        .map((tick) =>
            label((tick.from + tick.to) / 2, bottom + 12, 'sc-tiny', tick.label, { 'text-anchor': 'middle' }),
        );
}

function drawPartTargets(panel: Panel, part: Part, x: (day: Day) => number, y: (value: number) => number): Child {
    return panel.line.targets
        .filter((target) => target.indicator !== null && target.indicator === part.indicator)
        .map((target) => {
            const [middleX, middleY] = [x(target.by + 1), y(target.value)];
            return element(
                'g',
                {
                    class: target.met ? 'sc-target sc-met' : 'sc-target sc-missed',
                    ...keyed(`target:${part.key}:${target.value}:${target.by}`, target.target.clause),
                },
                tooltip(
                    `${part.title}: ${showValue(target.value, panel.options.locale)} · ${showEnd(target.by, panel.options.locale)}`,
                    target.reached === null ? undefined : showDay(target.reached, panel.options.locale),
                ),
                element('path', { class: 'sc-diamond', d: diamond(middleX, middleY, 6.5) }),
                element('path', {
                    class: 'sc-diamond-mark',
                    d: target.met ? tick(middleX, middleY, 2.8) : cross(middleX, middleY, 2.2),
                }),
            );
        });
}
