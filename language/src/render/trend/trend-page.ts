import type { Message } from '../../plan/message.ts';
import { writeHtmlDocument } from '../html-document.ts';
import { element, lines } from '../markup.ts';
import { PAGE_CSS } from '../page/page-css.ts';
import { figure, section, table } from '../page/section.ts';
import type { PictureOptions } from '../picture.ts';
import { PICTURE_CSS } from '../picture-css.ts';
import { CAUTION } from '../words.ts';
import type { TrendPoint } from './figures.ts';
import { panelsOf } from './series.ts';
import { renderTrend } from './trend-picture.ts';

/** A version that could not be read, and why. */
export interface SkippedVersion extends Pick<TrendPoint, 'commit' | 'date' | 'subject'> {
    readonly reason: Message;
}

/** A plan's history as one HTML page that needs nothing else: the picture, and every version in a table. */
export function renderTrendPage(
    points: readonly TrendPoint[],
    skipped: readonly SkippedVersion[],
    title: Message,
    options: PictureOptions,
): string {
    const { locale, theme } = options;
    const id = locale === 'id';
    const series = points.length === 0 ? [] : panelsOf(points).flatMap((panel) => panel.series);
    const rows = points.map((point, i) => [
        element('span', { class: 'sc-place' }, `${point.date} ${point.commit.slice(0, 8)}`),
        point.subject,
        ...series.map(({ values, show }) => (values[i] === null ? '–' : show(values[i]!, locale))),
    ]);
    const body = element(
        'body',
        { class: 'sc' },
        lines(
            element('header', {}, element('h1', {}, title[locale])),
            element(
                'main',
                {},
                lines(
                    figure(renderTrend(points, title, { ...options, embedded: true })),
                    section(
                        'versions',
                        id ? 'Semua versi' : 'Every version',
                        table(
                            id ? 'Angka setiap versi' : 'The figures of each version',
                            [
                                id ? 'versi' : 'version',
                                id ? 'perubahan' : 'change',
                                ...series.map(({ name }) => name[locale]),
                            ],
                            rows,
                        ),
                    ),
                    skipped.length === 0
                        ? undefined
                        : section(
                              'skipped',
                              id ? 'Versi yang dilewati' : 'Versions left out',
                              element(
                                  'ul',
                                  {},
                                  skipped.map(({ commit, date, reason }) =>
                                      element('li', {}, `${date} ${commit.slice(0, 8)}: ${reason[locale]}`),
                                  ),
                              ),
                          ),
                ),
            ),
            element('footer', {}, CAUTION[locale]),
        ),
    );
    return writeHtmlDocument({ title: title[locale], locale, theme, css: `${PICTURE_CSS}\n${PAGE_CSS}`, body });
}
