import type { CeilingUse } from '../../analysis/budget.ts';
import { type Rupiah, showMoney } from '../../plan/money.ts';
import type { Checked } from '../../rules/check.ts';
import { cross, sign } from '../glyph.ts';
import { type Child, element, type Markup, path } from '../markup.ts';
import { HUES } from '../palette.ts';
import { label, type PictureOptions, picture, tooltip, widthFor } from '../picture.ts';
import { truncate, widthOf } from '../text.ts';
import { type Layer, layersOf, type MoneyBy } from './layers.ts';
import { moneySteps } from './steps.ts';

const MARGIN = 16;
const PLOT = 230;
const LEGEND = 300;

/** The plan's money year by year, stacked by fund, dimension or OPD, with the masterplan's ceilings across. */
export function renderMoney(checked: Checked, options: PictureOptions & { readonly by?: MoneyBy }): string {
    const { budget } = checked.analysis;
    const { locale } = options;
    const id = locale === 'id';
    const width = widthFor(options);
    const layers = layersOf(checked, options.by ?? 'fund', id);
    const ceilings = budget.ceilings.filter((use) => use.holder.kind === 'masterplan');
    const most = Math.max(
        1,
        ...budget.perYear.map((sum) => sum.amount),
        ...ceilings.map((use) => use.ceiling.amount.value),
    );
    const steps = moneySteps(most);
    const top = 62;
    const bottom = top + PLOT;
    const y = (amount: Rupiah) => bottom - (amount / steps.top) * (PLOT - 12);
    const left = MARGIN + Math.max(...steps.marks.map((mark) => widthOf(showMoney(mark)[locale], 10))) + 10;
    const right = width - MARGIN - LEGEND - 24;
    const step = (right - left) / Math.max(1, budget.years.length);
    const limits = new Map(ceilings.map((use) => [use.ceiling.year.value, y(use.ceiling.amount.value)]));
    const title = titleFor(options.by ?? 'fund', id);
    const height = Math.max(bottom + 46, top + layers.length * 20 + 60);
    return `${
        picture(
            options,
            { width, height },
            title,
            showMoney(budget.total.amount)[locale],
            label(MARGIN, 24, 'sc-heading', title),
            label(
                MARGIN,
                42,
                'sc-subtitle',
                `${id ? 'Seluruhnya' : 'In all'} ${showMoney(budget.total.amount)[locale]}`,
            ),
            steps.marks.map((mark) => [
                element('path', { class: 'sc-grid', d: path`M${left} ${y(mark)}H${right}` }),
                label(left - 6, y(mark) + 3.5, 'sc-small', showMoney(mark)[locale], { 'text-anchor': 'end' }),
            ]),
            budget.years.map((year, index) =>
                drawYear(checked, options, layers, index, year, left + index * step, step, y, limits.get(year)),
            ),
            ceilings.map((use) =>
                drawCeiling(use, budget.years.indexOf(use.ceiling.year.value), left, step, y, locale),
            ),
            drawLegend(layers, right + 24, top, locale, ceilings.length > 0),
        ).source
    }\n`;
}

function titleFor(by: MoneyBy, id: boolean): string {
    const layers = { fund: id ? 'sumber dana' : 'fund', dimension: id ? 'dimensi' : 'dimension', opd: 'OPD' }[by];
    return id ? `Anggaran per tahun menurut ${layers}` : `Money by year and ${layers}`;
}

function drawYear(
    checked: Checked,
    options: PictureOptions,
    layers: readonly Layer[],
    index: number,
    year: number,
    x: number,
    step: number,
    y: (amount: Rupiah) => number,
    ceiling: number | undefined,
): Markup {
    const { locale } = options;
    const total = checked.analysis.budget.perYear[index]!.amount;
    const width = Math.min(56, step * 0.66);
    const left = x + (step - width) / 2;
    let sum = 0;
    const blocks = layers.map((layer) => {
        const amount = layer.years[index]!;
        if (amount === 0) {
            return undefined;
        }
        const from = y(sum);
        sum += amount;
        const to = y(sum);
        return element(
            'g',
            {
                class: `sc-bar sc-b${layer.hue === undefined ? 'none' : layer.hue % HUES}`,
                'data-key': `money:${layer.key}:${year}`,
            },
            tooltip(`${layer.title} ${year}: ${showMoney(amount)[locale]}`),
            element('rect', { class: 'sc-box', x: left, y: to, width, height: from - to }),
            layer.hue !== undefined && from - to > 13 && width > 20
                ? sign(layer.hue, left + width / 2, (from + to) / 2, 4)
                : undefined,
        );
    });
    return element(
        'g',
        { class: 'sc-money-year' },
        blocks,
        total > 0 && step > 44
            ? label(
                  x + step / 2,
                  clearOf(ceiling, y(total) - 5),
                  'sc-small',
                  showMoney(total)[locale].replace('Rp ', ''),
                  { 'text-anchor': 'middle' },
              )
            : undefined,
        step > 30 || index % Math.ceil(34 / step) === 0
            ? label(x + step / 2, y(0) + 16, 'sc-year', year, { 'text-anchor': 'middle' })
            : undefined,
    );
}

/** A baseline that keeps words off the line of a ceiling. */
function clearOf(ceiling: number | undefined, baseline: number): number {
    return ceiling !== undefined && ceiling > baseline - 11 && ceiling < baseline + 4 ? ceiling - 4 : baseline;
}

/** The masterplan's ceiling of a year: a line over its column, with a cross where it is exceeded. */
function drawCeiling(
    use: CeilingUse,
    index: number,
    left: number,
    step: number,
    y: (amount: Rupiah) => number,
    locale: 'en' | 'id',
): Child {
    if (index < 0) {
        return undefined;
    }
    const x = left + index * step;
    const top = y(use.ceiling.amount.value);
    const words = `${locale === 'id' ? 'Pagu' : 'Ceiling'} ${use.ceiling.year.value}: ${showMoney(use.ceiling.amount.value)[locale]}`;
    const rest = `${use.left < 0 ? (locale === 'id' ? 'terlampaui' : 'exceeded by') : locale === 'id' ? 'sisa' : 'left'} ${showMoney(Math.abs(use.left))[locale]}`;
    return element(
        'g',
        {
            class: use.left < 0 ? 'sc-ceiling sc-exceeded' : 'sc-ceiling',
            'data-key': `ceiling:${use.ceiling.year.value}`,
            'data-file': use.ceiling.clause.file,
            'data-start': use.ceiling.clause.start,
            'data-end': use.ceiling.clause.end,
        },
        tooltip(words, rest),
        element('path', { d: path`M${x + step * 0.06} ${top}H${x + step * 0.94}` }),
        use.left < 0 ? element('path', { class: 'sc-no', d: cross(x + step * 0.9, top - 8, 4) }) : undefined,
    );
}

/** Layers from top to bottom as they are stacked, with what each is worth in all. */
function drawLegend(layers: readonly Layer[], x: number, top: number, locale: 'en' | 'id', ceilings: boolean): Child {
    const rows = [...layers].reverse().map((layer, index) => {
        const y = top + 8 + index * 20;
        const amount = showMoney(layer.total)[locale];
        return [
            element(
                'g',
                { class: `sc-bar sc-b${layer.hue === undefined ? 'none' : layer.hue % HUES}` },
                element('rect', { class: 'sc-box', x, y: y - 7, width: 18, height: 14 }),
            ),
            layer.hue === undefined ? undefined : sign(layer.hue, x + 9, y, 4),
            element(
                'g',
                {},
                tooltip(layer.title),
                label(x + 26, y + 4, 'sc-name', truncate(layer.title, LEGEND - 40 - widthOf(amount, 10), 11.5)),
            ),
            label(x + LEGEND, y + 4, 'sc-small', amount, { 'text-anchor': 'end' }),
        ];
    });
    const y = top + 8 + layers.length * 20;
    const line = ceilings
        ? element(
              'g',
              { class: 'sc-ceiling' },
              element('path', { d: path`M${x - 2} ${y}h22` }),
              label(x + 26, y + 4, 'sc-name', locale === 'id' ? 'pagu' : 'ceiling'),
          )
        : undefined;
    return element('g', { class: 'sc-legend' }, rows, line);
}
