import type { FrameworkLine } from '../../analysis/projection-types.ts';
import type { Axis } from '../axis.ts';
import { cross, diamond, tick } from '../glyph.ts';
import { type Box, LabelPlaces } from '../label-places.ts';
import { type Child, element, path } from '../markup.ts';
import { keyed, label, tooltip } from '../picture.ts';
import { valueBy } from '../target-view.ts';
import { widthOf } from '../text.ts';
import { showDay, showEnd, showMean, showValue } from '../words.ts';
import type { LevelAxis } from './levels.ts';
import type { Panel } from './panel-input.ts';

/** What words must not cover: the line itself, points and targets. */
export function placesAround(line: FrameworkLine, axis: Axis, levels: LevelAxis): LabelPlaces {
    const places = new LabelPlaces();
    line.steps.forEach((step, index) => {
        const before = line.steps[index - 1];
        const [x, y] = [axis.x(step.date), levels.y(step.value)];
        const end = line.steps[index + 1];
        places.take({ x, y: y - 3, width: (end ? axis.x(end.date) : axis.right) - x, height: 6 });
        if (before) {
            const from = levels.y(before.value);
            places.take({ x: x - 2, y: Math.min(from, y), width: 4, height: Math.abs(from - y) });
        }
    });
    for (const { date, value } of line.actuals) {
        places.take({ x: axis.x(date) - 6, y: levels.y(value) - 6, width: 12, height: 12 });
    }
    for (const { by, value, indicator } of line.targets) {
        if (indicator === null) {
            places.take({ x: axis.x(by + 1) - 9, y: levels.y(value) - 9, width: 18, height: 18 });
        }
    }
    return places;
}

/** Words beside a point: right or left of it, above or below, and further away where it is crowded. */
function besides(
    places: LabelPlaces,
    x: number,
    y: number,
    words: string,
    limits: { left: number; right: number },
): Box {
    const width = widthOf(words, 11, true);
    const candidates: Box[] = [];
    for (const away of [0, 16, 32, 48]) {
        for (const dy of [-17 - away, 4 + away]) {
            for (const dx of [10, -width / 2, -10 - width]) {
                const box = { x: x + dx, y: y + dy, width, height: 14 };
                if (box.x >= limits.left && box.x + width <= limits.right) {
                    candidates.push(box);
                }
            }
        }
    }
    return places.choose(candidates.length > 0 ? candidates : [{ x: x + 10, y: y - 17, width, height: 14 }]);
}

/** What was measured: points with their values, which the line of the plan may pass above or below. */
export function drawActuals(panel: Panel, axis: Axis, levels: LevelAxis, places: LabelPlaces): Child {
    const { locale } = panel.options;
    return panel.line.actuals.map((actual) => {
        const x = axis.x(actual.date);
        const y = levels.y(actual.value);
        const text = showValue(actual.value, locale);
        const half = widthOf(text, 11, true) / 2;
        const box = places.choose([
            { x: x - half, y: y - 21, width: 2 * half, height: 13 },
            { x: x - half, y: y + 8, width: 2 * half, height: 13 },
        ]);
        return element(
            'g',
            { class: 'sc-actual' },
            tooltip(`${text} · ${showDay(actual.date, locale)}`, actual.source ?? undefined),
            element('circle', { cx: x, cy: y, r: 5 }),
            label(x, box.y + 11, 'sc-value', text, { 'text-anchor': 'middle' }),
        );
    });
}

/** Targets of the framework itself; a missed one hangs on a line to what is reached on its day. */
export function drawTargets(panel: Panel, axis: Axis, levels: LevelAxis, places: LabelPlaces): Child {
    const { line, options } = panel;
    const id = options.locale === 'id';
    const limits = { left: axis.left, right: panel.width - 6 };
    return line.targets
        .filter((target) => target.indicator === null)
        .map((target) => {
            const x = axis.x(target.by + 1);
            const y = levels.y(target.value);
            const then = valueBy(line.steps, target.by);
            const outcome = target.met ? (id ? 'tercapai' : 'met') : id ? 'meleset' : 'missed';
            const words = `Target ${showValue(target.value, options.locale)} ${outcome}`;
            const box = besides(places, x, y, words, limits);
            const low = then === undefined ? y : levels.y(then);
            const gap = !target.met && Math.abs(low - y) > 14;
            const value = gap && then !== undefined ? showMean(then, options.locale) : '';
            // Where a measurement stands on the same spot, its own figure says it already.
            const measured = line.actuals.some((actual) => Math.abs(axis.x(actual.date) - x) < 8);
            const valueBox = gap && !measured ? besides(places, x, low, value, limits) : undefined;
            return element(
                'g',
                {
                    class: target.met ? 'sc-target sc-met' : 'sc-target sc-missed',
                    ...keyed(`target:${line.framework.name}:${target.value}:${target.by}`, target.target.clause),
                },
                tooltip(`${words}, ${showEnd(target.by, options.locale)}`),
                gap ? element('path', { class: 'sc-gap', d: path`M${x} ${y + 8}V${low - 4}` }) : undefined,
                valueBox ? label(valueBox.x, valueBox.y + 11, 'sc-lateness', value) : undefined,
                element('path', { class: 'sc-diamond', d: diamond(x, y, 8) }),
                element('path', { class: 'sc-diamond-mark', d: target.met ? tick(x, y, 3.4) : cross(x, y, 2.8) }),
                label(box.x, box.y + 11, 'sc-target-words', words),
            );
        });
}
