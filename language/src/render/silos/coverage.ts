import type { CoverageRow } from '../../analysis/coverage.ts';
import type { Checked } from '../../rules/check.ts';
import { sign } from '../glyph.ts';
import { type Child, element, type Markup } from '../markup.ts';
import { keyed, label, type PictureOptions, picture, tooltip, widthFor } from '../picture.ts';
import { orderDimensions, titleOf } from '../program-view.ts';
import { truncate, widthOf } from '../text.ts';
import { CAUTION } from '../words.ts';
import { emptyCells } from './cells.ts';

const MARGIN = 16;
const ROW = 21;

/** A matrix of elements: what stands above its columns, and how many programs its cells hold. */
interface Matrix {
    readonly key: string;
    readonly title: string;
    readonly columns: readonly { readonly key: string; readonly title: string }[];
    readonly slanted: boolean;
    /** Programs of a cell, and those that only support. */
    readonly cell: (
        row: CoverageRow,
        column: number,
    ) => { readonly owned: readonly string[]; readonly supported: readonly string[] };
}

/** Which OPD works on which element: owned programs as a number, support as a ring, nothing as an empty cell. */
export function renderCoverage(checked: Checked, options: PictureOptions): string {
    const { coverage } = checked.analysis;
    return drawMatrix(checked, options, {
        key: 'coverage',
        title: options.locale === 'id' ? 'Unsur × OPD: siapa mengerjakan apa' : 'Element × OPD: who works on what',
        columns: coverage.owners.map((owner) => ({ key: owner.name, title: owner.name })),
        slanted: true,
        cell: (row, column) => row.owners[column]!,
    });
}

/** In which years which element has programs. */
export function renderCoverageByYear(checked: Checked, options: PictureOptions): string {
    const { coverage } = checked.analysis;
    return drawMatrix(checked, options, {
        key: 'coverage-year',
        title: options.locale === 'id' ? 'Unsur × tahun: jumlah program' : 'Element × year: how many programs run',
        columns: coverage.years.map(({ year }) => ({ key: String(year), title: String(year) })),
        slanted: false,
        cell: (row, column) => ({ owned: row.years[column]!, supported: [] }),
    });
}

function drawMatrix(checked: Checked, options: PictureOptions, matrix: Matrix): string {
    const order = orderDimensions(checked.analysis.plan);
    const hues = new Map(order.map((dimension, index) => [dimension.name, index]));
    // Dimensions in their order of presentation; a sort keeps the elements of each as they are declared.
    const rows = [...checked.analysis.coverage.rows].sort(
        (a, b) => hues.get(a.dimension.name)! - hues.get(b.dimension.name)!,
    );
    const left = MARGIN + 300;
    const slant = matrix.slanted
        ? Math.min(110, Math.max(30, ...matrix.columns.map(({ title }) => widthOf(title, 10.5) * 0.75)))
        : 16;
    const cell = Math.max(
        18,
        Math.min(matrix.slanted ? 40 : 70, (widthFor(options) - left - 60) / Math.max(1, matrix.columns.length)),
    );
    const width = Math.max(
        widthFor(options),
        left + matrix.columns.length * cell + (matrix.slanted ? slant : 0) + MARGIN,
    );
    const top = 38 + slant;
    const height = top + rows.length * ROW + 40;
    const nobody = options.locale === 'id' ? 'belum ada program' : 'no program';
    return `${
        picture(
            options,
            { width, height },
            matrix.title,
            '',
            label(MARGIN, 24, 'sc-heading', matrix.title),
            drawColumns(matrix, left, top, cell),
            element('path', {
                class: 'sc-none',
                d: emptyCells(matrix.columns.length, rows.length, left, top, cell, ROW),
            }),
            rows.map((row, index) =>
                element(
                    'g',
                    { class: 'sc-cover-row', ...keyed(`${matrix.key}:${row.element.name}`, row.element.at) },
                    sign(hues.get(row.dimension.name)!, MARGIN + 6, top + index * ROW + ROW / 2, 4.5),
                    element(
                        'g',
                        {},
                        tooltip(titleOf(row.dimension), titleOf(row.element)),
                        nameRow(row, rows[index - 1], left, top + index * ROW + 15),
                    ),
                    row.programs.length > 0 ? undefined : label(left + 6, top + index * ROW + 15, 'sc-nobody', nobody),
                    matrix.columns.map((column, place) =>
                        drawCell(
                            matrix.cell(row, place),
                            `${matrix.key}:${row.element.name}:${column.key}`,
                            left + place * cell,
                            top + index * ROW,
                            cell,
                            `${titleOf(row.element)} · ${column.title}`,
                        ),
                    ),
                ),
            ),
            drawLegend(height - 18, matrix.slanted, options.locale === 'id'),
            label(width - MARGIN, height - 8, 'sc-caution', CAUTION[options.locale], { 'text-anchor': 'end' }),
        ).source
    }\n`;
}

/** What a number and a ring mean. */
function drawLegend(y: number, rings: boolean, id: boolean): Child {
    const number = id ? 'jumlah program' : 'number of programs';
    return element(
        'g',
        { class: 'sc-legend' },
        element('rect', { class: 'sc-heat', 'fill-opacity': 0.3, x: MARGIN, y: y - 9, width: 22, height: 17 }),
        label(MARGIN + 11, y + 4, 'sc-cell-value', 2),
        label(MARGIN + 29, y + 3.5, 'sc-small', rings ? `${number} ${id ? 'yang dipimpin' : 'it leads'}` : number),
        rings ? element('circle', { class: 'sc-supports', cx: MARGIN + 170, cy: y, r: 4 }) : undefined,
        rings ? label(MARGIN + 182, y + 3.5, 'sc-small', id ? 'hanya sebagai mitra' : 'partner only') : undefined,
    );
}

function drawColumns(matrix: Matrix, left: number, top: number, cell: number): Child {
    const every = matrix.slanted ? 1 : Math.ceil(34 / cell);
    return matrix.columns.map(({ title }, index) => {
        const x = left + (index + 0.5) * cell;
        if (index % every !== 0) {
            return undefined;
        }
        return matrix.slanted
            ? label(x, top - 6, 'sc-column', truncate(title, 130, 10.5), {
                  transform: `rotate(-48 ${Math.round(x)} ${top - 6})`,
              })
            : label(x, top - 6, 'sc-year', title, { 'text-anchor': 'middle' });
    });
}

/** The element's name; the first of a dimension has the dimension's before it. */
function nameRow(row: CoverageRow, before: CoverageRow | undefined, left: number, y: number): Markup {
    const first = before?.dimension !== row.dimension;
    const dimension = first ? `${titleOf(row.dimension)} · ` : '';
    const name = truncate(titleOf(row.element), left - MARGIN - 30 - widthOf(dimension, 11, true), 11);
    return label(MARGIN + 18, y, 'sc-name', [
        dimension ? element('tspan', { class: 'sc-strong' }, dimension) : undefined,
        name,
    ]);
}

function drawCell(
    programs: { readonly owned: readonly string[]; readonly supported: readonly string[] },
    key: string,
    x: number,
    y: number,
    width: number,
    title: string,
): Child {
    const { owned, supported } = programs;
    const box = { x: x + 1, y: y + 1, width: width - 2, height: ROW - 2 };
    if (owned.length + supported.length === 0) {
        return undefined;
    }
    return element(
        'g',
        { class: 'sc-cover', 'data-key': key },
        tooltip(title, owned.join(', '), supported.length ? `+ ${supported.join(', ')}` : ''),
        element('rect', {
            class: 'sc-heat',
            'fill-opacity': owned.length === 0 ? 0 : Math.min(0.5, 0.14 + owned.length * 0.08),
            ...box,
        }),
        owned.length > 0
            ? label(x + width / 2, y + 15, 'sc-cell-value', owned.length)
            : element('circle', { class: 'sc-supports', cx: x + width / 2, cy: y + ROW / 2, r: 4 }),
    );
}
