import type { Message } from '../../plan/message.ts';
import { element, lines, Markup } from '../markup.ts';
import { PAGE_CSS } from '../page/page-css.ts';
import { figure, section, table } from '../page/section.ts';
import { paint } from '../palette.ts';
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
    const head = element(
        'head',
        {},
        lines(
            element('meta', { charset: 'utf-8' }),
            element('meta', {
                'http-equiv': 'Content-Security-Policy',
                content: "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
            }),
            element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
            element('meta', { name: 'color-scheme', content: theme === 'auto' ? 'light dark' : theme }),
            element('title', {}, title[locale]),
            element('style', {}, new Markup(`\n${paint(`${PICTURE_CSS}\n${PAGE_CSS}`, theme)}\n`)),
        ),
    );
    return `<!doctype html>\n${element('html', { lang: locale }, head, new Markup('\n'), body).source}\n`;
}
