import type { SiloYear } from '../../analysis/silos.ts';
import type { Checked } from '../../rules/check.ts';
import { element, type Markup, path } from '../markup.ts';
import { label, type PictureOptions, picture, tooltip, widthFor } from '../picture.ts';
import { CAUTION, showShare } from '../words.ts';

const MARGIN = 16;
const PLOT = 84;

/** A figure that is watched from year to year. */
interface Figure {
    readonly key: string;
    readonly title: string;
    readonly of: (year: SiloYear) => number | null;
    readonly show: (value: number) => string;
    readonly most: number;
    /** Whether less of it is better. */
    readonly bad: boolean;
}

/** How silo thinking moves from year to year: linked programs, doubled work, OPDs and programs on their own. */
export function renderSiloTrend(checked: Checked, options: PictureOptions): string {
    const { years } = checked.analysis.silos;
    const width = widthFor(options);
    const id = options.locale === 'id';
    const figures = figuresOf(years, id);
    const columns = Math.max(1, Math.min(figures.length, Math.floor(width / 290)));
    const panelWidth = (width - 2 * MARGIN + 20) / columns;
    const rows = Math.ceil(figures.length / columns);
    const height = 40 + rows * (PLOT + 62) + 20;
    const title = id ? 'Ego sektoral dari tahun ke tahun' : 'Silo thinking from year to year';
    return `${
        picture(
            options,
            { width, height },
            title,
            '',
            label(MARGIN, 24, 'sc-heading', title),
            figures.map((figure, index) =>
                drawFigure(
                    figure,
                    years,
                    MARGIN + (index % columns) * panelWidth,
                    40 + Math.floor(index / columns) * (PLOT + 62),
                    panelWidth - 20,
                ),
            ),
            label(width - MARGIN, height - 8, 'sc-caution', CAUTION[options.locale], { 'text-anchor': 'end' }),
        ).source
    }\n`;
}

function figuresOf(years: readonly SiloYear[], id: boolean): Figure[] {
    const number = (key: string, title: string, of: (year: SiloYear) => number): Figure => ({
        key,
        title,
        of,
        show: String,
        most: Math.max(1, ...years.map(of)),
        bad: true,
    });
    return [
        {
            key: 'linked',
            title: id ? 'Program yang terkait OPD lain' : 'Programs with a link to another OPD',
            of: (year) => year.share,
            show: (value) => showShare(value, 1),
            most: 1,
            bad: false,
        },
        number('doubles', id ? 'Pasangan ganda' : 'Pairs that double each other', (year) => year.doubles),
        number('isolated-opds', id ? 'OPD terisolasi' : 'OPDs on their own', (year) => year.isolatedOwners.length),
        number(
            'isolated-programs',
            id ? 'Program terisolasi' : 'Programs on their own',
            (year) => year.isolatedPrograms.length,
        ),
    ];
}

function drawFigure(figure: Figure, years: readonly SiloYear[], left: number, top: number, width: number): Markup {
    const step = width / Math.max(1, years.length);
    const bottom = top + 30 + PLOT;
    const every = Math.max(1, Math.ceil(30 / step));
    return element(
        'g',
        { class: figure.bad ? 'sc-figure sc-worse' : 'sc-figure', 'data-key': `trend:${figure.key}` },
        label(left, top + 12, 'sc-group-name', figure.title),
        years.map((year, index) => {
            const value = figure.of(year);
            const x = left + index * step;
            const height = value === null ? 0 : (value / figure.most) * (PLOT - 14);
            return element(
                'g',
                { 'data-key': `trend:${figure.key}:${year.year}` },
                tooltip(`${year.year}: ${value === null ? '–' : figure.show(value)}`),
                element('rect', {
                    class: 'sc-column-bar',
                    x: x + 2,
                    y: bottom - height,
                    width: Math.max(1, step - 4),
                    height,
                }),
                step >= 20 && value !== null
                    ? label(x + step / 2, bottom - height - 4, 'sc-tiny', figure.show(value), {
                          'text-anchor': 'middle',
                      })
                    : undefined,
                index % every === 0
                    ? label(x + step / 2, bottom + 12, 'sc-tiny', year.year, { 'text-anchor': 'middle' })
                    : undefined,
            );
        }),
        element('path', { class: 'sc-axis', d: path`M${left} ${bottom}H${left + width}` }),
    );
}
