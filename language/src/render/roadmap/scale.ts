import { horizonsFrom, quarterTicks, yearTicks } from '../axis.ts';
import { type Child, element, lines, path } from '../markup.ts';
import { label } from '../picture.ts';
import { widthOf } from '../text.ts';
import { showDay } from '../words.ts';
import type { Roadmap } from './layout.ts';

/** How tall the scale is: a line for the day of the run, then horizons, years, quarters. */
export const SCALE_HEIGHT = 66;

/** The head of the axis, from `top` down: brackets of the horizons, years, quarters. */
export function drawScale(roadmap: Roadmap, top: number): Child {
    const { axis, options } = roadmap;
    const quarters = quarterTicks(axis);
    const labelled = axis.perYear >= 64;
    return element(
        'g',
        { class: 'sc-scale' },
        drawHorizons(roadmap, top),
        yearTicks(axis).map((tick) =>
            label((tick.from + tick.to) / 2, top + 48, 'sc-year', tick.label, { 'text-anchor': 'middle' }),
        ),
        labelled
            ? quarters.map((tick) =>
                  label((tick.from + tick.to) / 2, top + 61, 'sc-quarter', quarterName(tick.label, options.locale), {
                      'text-anchor': 'middle',
                  }),
              )
            : undefined,
        element('path', { class: 'sc-axis', d: path`M${axis.left} ${top + SCALE_HEIGHT}H${axis.right}` }),
    );
}

/** Bands and lines behind the rows, between two heights. */
export function drawGround(roadmap: Roadmap, top: number, bottom: number): Child {
    const { axis } = roadmap;
    const height = bottom - top;
    const bands = horizonSpans(roadmap)
        .filter((span) => span.key === 'medium')
        .map((span) => element('rect', { class: 'sc-band', x: span.from, y: top, width: span.to - span.from, height }));
    const starts = (ticks: readonly { from: number }[]) =>
        ticks.map((tick) => path`M${tick.from} ${top}V${bottom}`).join('');
    return lines(
        bands,
        element('path', { class: 'sc-grid-fine', d: starts(quarterTicks(axis)) }),
        element('path', { class: 'sc-grid', d: `${starts(yearTicks(axis))}${path`M${axis.right} ${top}V${bottom}`}` }),
    );
}

/** Where the line of the day of the run stands; `undefined` when the day lies outside of the axis. */
function todayX({ axis, today }: Roadmap): number | undefined {
    return today < axis.first || today > axis.last ? undefined : axis.x(today);
}

/** A stretch of the line of the day of the run. */
export function drawToday(roadmap: Roadmap, top: number, bottom: number): Child {
    const x = todayX(roadmap);
    return x === undefined ? undefined : element('path', { class: 'sc-today', d: path`M${x} ${top}V${bottom}` });
}

/** The name of the day of the run, above the scale. */
export function drawTodayName(roadmap: Roadmap, middle: number): Child {
    const x = todayX(roadmap);
    if (x === undefined) {
        return undefined;
    }
    const { axis, today, options } = roadmap;
    const words = `${options.locale === 'id' ? 'hari ini' : 'today'} ${showDay(today, options.locale)}`;
    const half = widthOf(words, 9.5, true) / 2 + 4;
    const place = Math.max(axis.left + half, Math.min(axis.right - half, x));
    return element(
        'g',
        { class: 'sc-today-sign' },
        element('rect', { x: place - half, y: middle - 7, width: 2 * half, height: 14, rx: 7 }),
        label(place, middle + 3.5, 'sc-today-name', words, { 'text-anchor': 'middle' }),
    );
}

interface HorizonSpan {
    readonly key: string;
    readonly title: string;
    readonly from: number;
    readonly to: number;
}

function horizonSpans(roadmap: Roadmap): HorizonSpan[] {
    const { axis, checked, options } = roadmap;
    return horizonsFrom(checked.analysis.schedule.firstDay)
        .map(({ key, title, first, last }) => ({
            key,
            title: title[options.locale],
            from: axis.x(first),
            to: axis.x(last + 1),
        }))
        .filter((span) => span.to - span.from > 1);
}

function drawHorizons(roadmap: Roadmap, top: number): Child {
    return horizonSpans(roadmap).map((span) => {
        const words = span.to - span.from > widthOf(span.title, 10) + 2 ? span.title : undefined;
        const y = top + 27;
        return element(
            'g',
            { class: 'sc-horizon' },
            element('path', { d: path`M${span.from + 1.5} ${y + 6}v-4H${span.to - 1.5}v4` }),
            words === undefined
                ? element('title', {}, span.title)
                : label((span.from + span.to) / 2, y - 2, 'sc-horizon-name', words, { 'text-anchor': 'middle' }),
        );
    });
}

function quarterName(quarter: string, locale: string): string {
    return locale === 'id' ? ['I', 'II', 'III', 'IV'][Number(quarter) - 1]! : `Q${quarter}`;
}
