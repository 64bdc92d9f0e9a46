import { type Day, parseDate } from '../../plan/calendar.ts';
import type { Message } from '../../plan/message.ts';
import { axisOver, yearTicks } from '../axis.ts';
import { type Child, element, type Markup, path } from '../markup.ts';
import { HUES } from '../palette.ts';
import { label, type PictureOptions, picture, tooltip, widthFor } from '../picture.ts';
import { truncate } from '../text.ts';
import { CAUTION, showDay } from '../words.ts';
import type { TrendPoint } from './figures.ts';
import { panelsOf, type TrendPanel, type TrendSeries } from './series.ts';

const MARGIN = 16;
const PLOT = 110;
const LINE = 14;
/** Room for the names of series beside a panel's lines. */
const NAMES = 190;
/** A history of more days than this has years on its axis, a shorter one its first and its last day. */
const LONG = 400;
/** Up to so many versions each has a dot. */
const DOTS = 60;

/** Where each version stands, and what is written under the line. */
interface Scale {
    readonly x: (index: number) => number;
    readonly ticks: readonly { readonly x: number; readonly text: string }[];
}

/**
 * A plan's history as one picture: a panel a framework, then silos, money and findings, each over the days on which the
 * plan was changed. An empty history has only its heading.
 */
export function renderTrend(points: readonly TrendPoint[], title: Message, options: PictureOptions): string {
    const width = widthFor(options);
    const panels = points.length === 0 ? [] : panelsOf(points);
    const columns = Math.max(1, Math.floor((width - 2 * MARGIN) / 560));
    const panelWidth = (width - 2 * MARGIN + 24) / columns;
    const rows: TrendPanel[][] = [];
    panels.forEach((panel, i) => {
        const row = Math.floor(i / columns);
        rows[row] = [...(rows[row] ?? []), panel];
    });
    const drawn: Child[] = [];
    let top = 52;
    for (const row of rows) {
        const height = Math.max(...row.map((panel) => heightOf(panel)));
        row.forEach((panel, i) => {
            drawn.push(drawPanel(panel, points, MARGIN + i * panelWidth, top, panelWidth - 24, options));
        });
        top += height;
    }
    const name = title[options.locale];
    return `${
        picture(
            options,
            { width, height: top + 22 },
            name,
            '',
            label(MARGIN, 24, 'sc-heading', name),
            label(MARGIN, 40, 'sc-small', subtitle(points, options)),
            drawn,
            label(width - MARGIN, top + 12, 'sc-caution', CAUTION[options.locale], { 'text-anchor': 'end' }),
        ).source
    }\n`;
}

function subtitle(points: readonly TrendPoint[], { locale }: PictureOptions): string {
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined) {
        return locale === 'id' ? 'Belum ada versi.' : 'No versions yet.';
    }
    const span = `${showDay(dayOf(first), locale)} – ${showDay(dayOf(last), locale)}`;
    return locale === 'id'
        ? `${points.length} versi, ${span}`
        : `${points.length} ${points.length === 1 ? 'version' : 'versions'}, ${span}`;
}

function dayOf({ date }: TrendPoint): Day {
    return parseDate(date)?.first ?? 0;
}

function heightOf({ series }: TrendPanel): number {
    return 26 + Math.max(PLOT, series.length * LINE) + 34;
}

/** Days from left to right; versions of a single day stand side by side. */
function scaleOver(points: readonly TrendPoint[], left: number, right: number, options: PictureOptions): Scale {
    const days = points.map(dayOf);
    const [first, last] = [Math.min(...days), Math.max(...days)];
    if (last - first > LONG) {
        const axis = axisOver(first, last, left, right);
        return {
            x: (index) => axis.x(days[index]!),
            ticks: yearTicks(axis).map(({ from, label: text }) => ({ x: from, text })),
        };
    }
    const x = (index: number): number =>
        last > first
            ? left + ((days[index]! - first) / (last - first)) * (right - left)
            : left + (points.length < 2 ? 0 : index / (points.length - 1)) * (right - left);
    const ends = [{ x: left, text: showDay(first, options.locale) }];
    return { x, ticks: last > first ? [...ends, { x: right, text: showDay(last, options.locale) }] : ends };
}

function drawPanel(
    panel: TrendPanel,
    points: readonly TrendPoint[],
    left: number,
    top: number,
    width: number,
    options: PictureOptions,
): Markup {
    const { locale } = options;
    const right = left + width - NAMES;
    const bottom = top + 26 + PLOT;
    const scale = scaleOver(points, left, right, options);
    const values = panel.series.flatMap((series) => series.values.filter((value) => value !== null));
    const most = panel.most ?? Math.max(...values, (panel.least ?? 0) + 1);
    const least = panel.least ?? Math.min(...values, most - 1);
    const y = (value: number): number => bottom - ((value - least) / (most - least || 1)) * (PLOT - 8);
    return element(
        'g',
        { class: 'sc-figure', 'data-key': `trend:${panel.key}` },
        label(left, top + 12, 'sc-group-name', panel.title[locale]),
        element('path', { class: 'sc-grid', d: path`M${left} ${y(most)}H${right}` }),
        element('path', { class: 'sc-axis', d: path`M${left} ${bottom}H${right}` }),
        label(right, y(most) - 3, 'sc-tiny', panel.series[0]!.show(most, locale), { 'text-anchor': 'end' }),
        label(right, bottom - 3, 'sc-tiny', panel.series[0]!.show(least, locale), { 'text-anchor': 'end' }),
        scale.ticks.map(({ x, text }, i) =>
            label(x, bottom + 13, 'sc-tiny', text, { 'text-anchor': i > 0 && x >= right - 1 ? 'end' : 'start' }),
        ),
        panel.series.map((series, i) => drawSeries(series, i, points, scale, y, options)),
        panel.series.map((series, i) => {
            const last = series.values.findLast((value) => value !== null);
            const words = `${series.name[locale]}: ${last === undefined || last === null ? '–' : series.show(last, locale)}`;
            const line = top + 26 + 10 + i * LINE;
            return [
                element('path', {
                    class: lineClass(series, i),
                    d: path`M${right + 10} ${line - 4}H${right + 24}`,
                }),
                label(right + 30, line, 'sc-small', truncate(words, NAMES - 32, 10)),
            ];
        }),
    );
}

function lineClass({ hue }: TrendSeries, index: number): string {
    return `sc-line sc-l${(hue ?? index) % HUES}`;
}

/** A line that keeps its height until the next version; versions without a value leave a hole. */
function drawSeries(
    series: TrendSeries,
    index: number,
    points: readonly TrendPoint[],
    scale: Scale,
    y: (value: number) => number,
    { locale }: PictureOptions,
): Child {
    let data = '';
    let open = false;
    const dots: Markup[] = [];
    series.values.forEach((value, i) => {
        if (value === null) {
            open = false;
            return;
        }
        const at = scale.x(i);
        data += open ? path`H${at}V${y(value)}` : path`M${at} ${y(value)}`;
        open = true;
        if (points.length <= DOTS) {
            const { date, subject, commit } = points[i]!;
            dots.push(
                element(
                    'g',
                    { class: 'sc-fact' },
                    tooltip(
                        `${series.name[locale]}: ${series.show(value, locale)}`,
                        `${date} ${commit.slice(0, 8)}`,
                        subject,
                    ),
                    element('circle', { cx: at, cy: y(value), r: 2.6 }),
                ),
            );
        }
    });
    return data === ''
        ? undefined
        : [element('path', { class: lineClass(series, index), d: data, 'data-key': `trend:${series.key}` }), dots];
}
