import type { FrameworkLine, TargetResult } from '../../analysis/projection-types.ts';
import { dayOf, yearOf } from '../../plan/calendar.ts';
import type { Checked } from '../../rules/check.ts';
import { cross, diamond, sign, tick, triangle, triangleDown } from '../glyph.ts';
import { type Child, element, type Markup } from '../markup.ts';
import { keyed, label, type PictureOptions, picture, tooltip, widthFor } from '../picture.ts';
import { titleOf } from '../program-view.ts';
import { valueBy } from '../target-view.ts';
import { truncate, widthOf } from '../text.ts';
import { CAUTION, NO_LEVELS, showMean, showValue } from '../words.ts';
import { type LevelRow, tellingRowsOf } from './level-rows.ts';
import { explainStep, frameworksInUse, yearsOf } from './series.ts';

const MARGIN = 16;
const ROW = 24;

/** The level at the end of every year, for each dimension that a framework measures: one grid a framework, one below the other. */
export function renderLevelGrid(checked: Checked, options: PictureOptions): string {
    return `${drawGrids(checked, frameworksInUse(checked), options).source}\n`;
}

/** The same, a picture for each framework. */
export function renderLevelGridSheets(checked: Checked, options: PictureOptions): string[] {
    return frameworksInUse(checked).map((line) => drawGrids(checked, [line], options).source);
}

function drawGrids(checked: Checked, frameworks: readonly FrameworkLine[], options: PictureOptions): Markup {
    const width = widthFor(options);
    const id = options.locale === 'id';
    let top = 6;
    const grids = frameworks.map((line) => {
        const grid = drawGrid(checked, line, options, width, top);
        top += grid.height + 18;
        return grid.markup;
    });
    if (grids.length === 0) {
        grids.push(label(MARGIN, 30, 'sc-subtitle', NO_LEVELS[options.locale]));
        top = 50;
    }
    return picture(
        options,
        { width, height: top + 20 },
        id ? 'Tingkat per tahun' : 'Levels by year',
        CAUTION[options.locale],
        grids,
        label(width - MARGIN, top + 10, 'sc-caution', CAUTION[options.locale], { 'text-anchor': 'end' }),
    );
}

function drawGrid(
    checked: Checked,
    line: FrameworkLine,
    options: PictureOptions,
    width: number,
    top: number,
): { markup: Markup; height: number } {
    const { first, last } = yearsOf(checked, line);
    const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    const id = options.locale === 'id';
    const rows = tellingRowsOf(checked, line, options.locale);
    const left = MARGIN + Math.min(width * 0.36, Math.max(180, ...rows.map((row) => widthOf(row.title, 11.5) + 34)));
    const cell = Math.min(86, (width - MARGIN - left) / years.length);
    const every = Math.ceil(34 / cell);
    const head = top + 40;
    const bottom = head + 8 + rows.length * ROW;
    const hidden = line.framework.indicators.length - rows.filter((row) => row.kind === 'indicator').length;
    const note = id
        ? `${hidden} indikator lain tidak berubah dan tidak bertarget`
        : `${hidden} further indicators do not move and have no target`;
    const title = `${titleOf(line.framework)}: ${id ? 'tingkat pada akhir tahun' : 'level at the end of each year'}`;
    return {
        markup: element(
            'g',
            { class: 'sc-grid-of', ...keyed(`grid:${line.framework.name}`, line.framework.at) },
            label(MARGIN, top + 18, 'sc-heading', truncate(title, width - 2 * MARGIN, 14, true)),
            years.map((year, index) =>
                index % every === 0
                    ? label(left + (index + 0.5) * cell, head, 'sc-year', String(year), { 'text-anchor': 'middle' })
                    : undefined,
            ),
            rows.map((row, index) =>
                drawRow(checked, line, row, options, { left, top: head + 8 + index * ROW, cell, years }),
            ),
            hidden > 0 ? label(MARGIN + 18, bottom + 16, 'sc-small', note) : undefined,
        ),
        height: bottom - top + (hidden > 0 ? 24 : 0),
    };
}

interface Place {
    readonly left: number;
    readonly top: number;
    readonly cell: number;
    readonly years: readonly number[];
}

function drawRow(checked: Checked, line: FrameworkLine, row: LevelRow, options: PictureOptions, place: Place): Markup {
    const { left, top } = place;
    const indent = row.kind === 'indicator' ? 18 : 0;
    const name = row.kind === 'indicator' ? 'sc-name' : 'sc-group-name';
    return element(
        'g',
        { class: `sc-level-row sc-${row.kind}`, ...keyed(`row:${row.key}`, row.at) },
        row.hue === undefined ? undefined : sign(row.hue, MARGIN + 8, top + ROW / 2, 5),
        element(
            'g',
            {},
            tooltip(row.title),
            label(
                MARGIN + indent,
                top + ROW / 2 + 4,
                name,
                truncate(row.title, left - MARGIN - indent - 10, 12, row.kind !== 'indicator'),
            ),
        ),
        place.years.map((year, index) =>
            drawCell(checked, line, row, options, year, left + index * place.cell, top, place.cell),
        ),
    );
}

function drawCell(
    checked: Checked,
    line: FrameworkLine,
    row: LevelRow,
    options: PictureOptions,
    year: number,
    left: number,
    top: number,
    width: number,
): Child {
    const value = valueBy(row.steps, dayOf(year, 12, 31));
    const before = valueBy(row.steps, dayOf(year - 1, 12, 31));
    const targets = row.targets.filter((target) => yearOf(target.by) === year);
    const level = row.kind === 'indicator';
    const text = value === undefined ? '' : level ? showValue(value, options.locale) : showMean(value, options.locale);
    const steps = row.steps.filter((step) => yearOf(step.date) === year);
    const middle = { x: left + width / 2, y: top + ROW / 2 };
    const change = value === undefined || before === undefined ? 0 : value - before;
    const cell = element('rect', {
        x: left + 1,
        y: top + 1,
        width: width - 2,
        height: ROW - 2,
        class: 'sc-heat',
        'fill-opacity': heatOf(line, value),
    });
    if (value === undefined) {
        return undefined;
    }
    return element(
        'g',
        { 'data-key': `${row.key}@${year}` },
        steps.length === 0 && targets.length === 0
            ? undefined
            : tooltip(
                  `${row.title} ${year}: ${text}`,
                  ...steps.map((step) => explainStep(checked.analysis.plan, step, level, options.locale)),
                  ...targets.map((target) => `Target ${showValue(target.value, options.locale)}`),
              ),
        cell,
        label(middle.x - (change !== 0 && width > 34 ? 5 : 0), middle.y + 4, 'sc-cell-value', text),
        change !== 0 && width > 34
            ? element('path', {
                  class: change > 0 ? 'sc-up' : 'sc-down',
                  d: (change > 0 ? triangle : triangleDown)(middle.x + 15, middle.y, 3.4),
              })
            : undefined,
        targets.map((target) => drawTarget(row, target, left, top, width)),
    );
}

/** A target of the cell's year: a frame, and a sign in its corner that says whether it is met. */
function drawTarget(row: LevelRow, target: TargetResult, left: number, top: number, width: number): Markup {
    const [x, y] = [left + width - 2, top + 4];
    return element(
        'g',
        {
            class: target.met ? 'sc-target sc-met' : 'sc-target sc-missed',
            ...keyed(`cell-target:${row.key}:${target.value}:${target.by}`, target.target.clause),
        },
        element('rect', { class: 'sc-wanted', x: left + 1.5, y: top + 1.5, width: width - 3, height: ROW - 3, rx: 2 }),
        element('path', { class: 'sc-diamond', d: diamond(x, y, 5.5) }),
        element('path', { class: 'sc-diamond-mark', d: target.met ? tick(x, y, 2.4) : cross(x, y, 1.9) }),
    );
}

/** How strongly a cell is filled: from the scale's lower end to its upper, or to the highest value there is. */
function heatOf(line: FrameworkLine, value: number | undefined): number {
    const least = line.framework.scale?.least ?? 0;
    let most = line.framework.scale?.most ?? least + 1;
    if (line.framework.scale?.most === undefined) {
        for (const { value: reached } of line.steps) {
            most = Math.max(most, reached);
        }
    }
    return value === undefined
        ? 0
        : Math.max(0.04, Math.min(0.5, (0.5 * (value - least)) / Math.max(1e-9, most - least)));
}
