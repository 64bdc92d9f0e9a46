import type { Colors } from 'picocolors/types.js';
import { type Day, isoDate } from '../../plan/calendar.ts';
import type { Locale } from '../../plan/message.ts';
import { panelsOf } from '../../render/trend/series.ts';
import { CAUTION } from '../../render/words.ts';
import type { History } from '../trend/history.ts';
import { table } from '../words.ts';

const BARS = '▁▂▃▄▅▆▇█';

/** A longer history is shown in so many columns, each with the last of its versions. */
const WIDEST = 48;

/** A plan's history for people: each figure as a line of bars, with its first and its last value. */
export function writeTrendText({ root, points, skipped, isShallow }: History, locale: Locale, colors: Colors): string {
    const id = locale === 'id';
    const lines = [
        `${colors.bold(root)}: ${points.length} ${id ? 'versi' : points.length === 1 ? 'version' : 'versions'}${
            points.length === 0 ? '' : `, ${points[0]!.date} ${id ? 'sampai' : 'to'} ${points.at(-1)!.date}`
        }`,
    ];
    if (points.length > 0) {
        const rows = panelsOf(points).flatMap(({ series, least, most }) =>
            series.map(({ name, values, show }) => {
                const known = values.filter((value) => value !== null);
                const [first, last] = [known[0], known.at(-1)];
                const change =
                    first === undefined || last === undefined
                        ? '–'
                        : first === last
                          ? show(last, locale)
                          : `${show(first, locale)} → ${show(last, locale)}`;
                return [name[locale], sparkline(values, least, most), change];
            }),
        );
        lines.push('', ...table(rows).map((row) => `  ${row}`));
    }
    if (skipped.length > 0) {
        lines.push('', colors.bold(id ? `${skipped.length} versi dilewati:` : `${skipped.length} left out:`));
        lines.push(...skipped.map(({ commit, date, reason }) => `  ${date} ${commit.slice(0, 8)}  ${reason[locale]}`));
    }
    if (isShallow) {
        lines.push(
            '',
            id
                ? 'Hanya bagian akhir riwayat yang ada di sini; ambil sisanya dengan `git fetch --unshallow`.'
                : 'Only the last part of the history is here; fetch the rest with `git fetch --unshallow`.',
        );
    }
    lines.push('', colors.dim(CAUTION[locale]));
    return `${lines.join('\n')}\n`;
}

/** Values as bars between the least and the most of them; a version without a value is a gap. */
export function sparkline(values: readonly (number | null)[], least?: number, most?: number): string {
    const columns =
        values.length <= WIDEST
            ? values
            : Array.from({ length: WIDEST }, (_, i) => values[Math.ceil(((i + 1) * values.length) / WIDEST) - 1]!);
    const known = values.filter((value) => value !== null);
    const top = most ?? known.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    const bottom = Math.min(
        least ?? Number.POSITIVE_INFINITY,
        known.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
    );
    return columns
        .map((value) =>
            value === null ? ' ' : BARS[top === bottom ? 0 : Math.round(((value - bottom) / (top - bottom)) * 7)],
        )
        .join('');
}

/** A plan's history for machines; the shape is stable (`formatVersion`). */
export function writeTrendJson({ root, points, skipped, isShallow }: History, today: Day, locale: Locale): string {
    return `${JSON.stringify(
        {
            formatVersion: 1,
            note: CAUTION.en,
            plan: root,
            today: isoDate(today),
            shallow: isShallow,
            versions: points,
            skipped: skipped.map(({ commit, date, subject, reason }) => ({
                commit,
                date,
                subject,
                reason: reason[locale],
            })),
        },
        null,
        2,
    )}\n`;
}
