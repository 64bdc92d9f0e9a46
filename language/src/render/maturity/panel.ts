import { type Axis, yearTicks } from '../axis.ts';
import { type Child, element, lines, type Markup, path } from '../markup.ts';
import { keyed, label, nameOfBase, tooltip } from '../picture.ts';
import { titleOf } from '../program-view.ts';
import { valueBy } from '../target-view.ts';
import { truncate, widthOf } from '../text.ts';
import { count, showDay, showMean } from '../words.ts';
import { drawCertainty } from './certainty.ts';
import { type LevelAxis, levelAxisOf } from './levels.ts';
import { drawActuals, drawTargets, placesAround } from './marks.ts';
import { drawMultiples } from './multiples.ts';
import { drawOutcomes } from './outcome-list.ts';
import type { Panel } from './panel-input.ts';
import { axisOf, explainStep, sameSteps, stepPath } from './series.ts';

const CHART = 190;
/** Title, facts, and the name of the day of the run above the chart. */
const HEAD = 68;
const MARGIN = 16;

/** One framework: the line of the whole with measurements and targets, what the targets lack, and a small chart for each part. */
export function drawPanel(panel: Panel, top: number): { readonly markup: Markup; readonly height: number } {
    const { line, width } = panel;
    const chartTop = top + HEAD;
    const levels = levelAxisOf(panel, chartTop, chartTop + CHART, panel.options.locale, false);
    const left = MARGIN + 10 + Math.max(...levels.ticks.map((tick) => Math.min(150, widthOf(tick.label, 11))));
    const axis = axisOf(panel, left, width - 64);
    const places = placesAround(line, axis, levels);
    const outcomes = drawOutcomes(panel, chartTop + CHART + 30);
    const certainty = drawCertainty(panel, chartTop + CHART + 30 + outcomes.height);
    const above = outcomes.height + certainty.height;
    const multiples = drawMultiples(panel, chartTop + CHART + 30 + above);
    return {
        markup: element(
            'g',
            { class: 'sc-panel', ...keyed(`framework:${line.framework.name}`, line.framework.at) },
            drawHeading(panel, top),
            drawGround(panel, axis, levels),
            drawBefore(panel, axis, levels),
            drawWhole(panel, axis, levels),
            drawActuals(panel, axis, levels, places),
            drawTargets(panel, axis, levels, places),
            outcomes.markup,
            certainty.markup,
            multiples.markup,
        ),
        height: HEAD + CHART + 30 + above + multiples.height,
    };
}

function drawHeading(panel: Panel, top: number): Child {
    const { line, options, width } = panel;
    const { framework } = line;
    const scale = framework.scale;
    const id = options.locale === 'id';
    const range = scale ? `${scale.least}..${scale.most ?? ''}` : '';
    const kind =
        scale?.type === 'staged'
            ? id
                ? `tingkat ${range}`
                : `levels ${range}`
            : id
              ? `nilai ${range}`
              : `scores ${range}`;
    const whole =
        framework.aggregate?.by === 'minimum'
            ? id
                ? 'nilai terendah'
                : 'the lowest counts'
            : id
              ? 'rata-rata'
              : 'mean';
    const now = options.today ?? panel.checked.analysis.today;
    const value = valueBy(line.steps, now);
    const standing =
        value === undefined
            ? undefined
            : `${id ? 'menurut rencana per' : 'planned for'} ${showDay(now, options.locale)}: ${showMean(value, options.locale)}`;
    const facts = [
        kind,
        `${whole} ${id ? 'dari' : 'of'} ${count(framework.indicators.length, 'indicator', options.locale)}`,
        standing,
    ];
    return [
        label(MARGIN, top + 24, 'sc-title', truncate(titleOf(framework), width - 2 * MARGIN, 18, true)),
        label(MARGIN, top + 42, 'sc-subtitle', facts.filter(Boolean).join(' · ')),
    ];
}

/** Bands, levels, years and the day of the run. */
function drawGround(panel: Panel, axis: Axis, levels: LevelAxis): Child {
    const { options } = panel;
    const today = options.today ?? panel.checked.analysis.today;
    return lines(
        drawBands(panel, axis, levels),
        levels.ticks.map((tick) => [
            element('path', { class: 'sc-grid', d: path`M${axis.left} ${levels.y(tick.value)}H${axis.right}` }),
            label(axis.left - 8, levels.y(tick.value) + 4, 'sc-tick-name', truncate(tick.label, 150, 11), {
                'text-anchor': 'end',
            }),
        ]),
        yearTicks(axis).map((tick) => [
            element('path', { class: 'sc-grid', d: path`M${tick.from} ${levels.top}V${levels.bottom + 5}` }),
            label((tick.from + tick.to) / 2, levels.bottom + 16, 'sc-tick-name', tick.label, {
                'text-anchor': 'middle',
            }),
        ]),
        today >= axis.first && today <= axis.last
            ? element(
                  'g',
                  {},
                  tooltip(showDay(today, options.locale)),
                  element('path', { class: 'sc-today', d: path`M${axis.x(today)} ${levels.top - 4}V${levels.bottom}` }),
                  label(axis.x(today), levels.top - 6, 'sc-now', options.locale === 'id' ? 'hari ini' : 'today', {
                      'text-anchor': 'middle',
                  }),
              )
            : undefined,
    );
}

/** The bands of a framework, with their names at the right edge. */
function drawBands(panel: Panel, axis: Axis, levels: LevelAxis): Child {
    const bands = [...panel.line.framework.bands].sort((a, b) => a.from.value - b.from.value);
    return bands.map((band, index) => {
        const top = levels.y(bands[index + 1]?.from.value ?? Number.POSITIVE_INFINITY);
        const bottom = levels.y(band.from.value);
        const box = { x: axis.left, y: top, width: axis.right - axis.left, height: bottom - top };
        return [
            index % 2 === 0 ? element('rect', { class: 'sc-band', ...box }) : undefined,
            bottom - top > 12
                ? label(axis.right - 6, top + 11, 'sc-small', band.title, { 'text-anchor': 'end' })
                : undefined,
        ];
    });
}

/** The line without the scenario or the change, dashed, where it is another one; with what it is called. */
function drawBefore({ line, base, options, width }: Panel, axis: Axis, levels: LevelAxis): Child {
    if (base === undefined || sameSteps(line.steps, base.steps)) {
        return undefined;
    }
    const words = nameOfBase(options);
    const x = width - MARGIN - widthOf(words, 11);
    const y = levels.top - 26;
    const [last, mine] = [base.steps.at(-1), line.steps.at(-1)];
    const apart = last && mine && Math.abs(levels.y(last.value) - levels.y(mine.value)) > 12;
    return element(
        'g',
        {},
        element('path', { class: 'sc-before', d: stepPath(base.steps, axis, levels) }),
        apart
            ? label(axis.right + 8, levels.y(last.value) + 4, 'sc-tick-name', showMean(last.value, options.locale))
            : undefined,
        element('path', { class: 'sc-before', d: path`M${x - 34} ${y - 4}H${x - 6}` }),
        label(x, y, 'sc-explain', words),
    );
}

/** The framework's own line, with a tooltip at every step and its value at the end. */
function drawWhole(panel: Panel, axis: Axis, levels: LevelAxis): Child {
    const { line, options } = panel;
    const last = line.steps.at(-1);
    if (!last) {
        return undefined;
    }
    const plan = panel.checked.analysis.plan;
    return element(
        'g',
        { class: 'sc-whole' },
        element('path', { class: 'sc-line', d: stepPath(line.steps, axis, levels) }),
        line.steps.map((step) =>
            element(
                'circle',
                {
                    class: 'sc-step',
                    cx: axis.x(step.date),
                    cy: levels.y(step.value),
                    r: 3,
                    'data-causes': step.causes.join(' '),
                },
                tooltip(explainStep(plan, step, false, options.locale), step.band ?? undefined),
            ),
        ),
        label(axis.right + 8, levels.y(last.value) + 4, 'sc-value', showMean(last.value, options.locale)),
    );
}
