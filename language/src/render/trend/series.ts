import { parseDate } from '../../plan/calendar.ts';
import type { Locale, Message } from '../../plan/message.ts';
import { showMoney } from '../../plan/money.ts';
import { showEnd, showShare, showValue } from '../words.ts';
import type { TrendPoint } from './figures.ts';

/** Hues of what is bad, what is doubtful, and what is good to know. */
const [BAD, DOUBTFUL, PLAIN] = [1, 7, 0];

/** One figure over all versions of a plan. */
export interface TrendSeries {
    /** Stable, for machines and tests. */
    readonly key: string;
    readonly name: Message;
    /** A value of each version; `null` where it has none. */
    readonly values: readonly (number | null)[];
    readonly show: (value: number, locale: Locale) => string;
    /** Which of the palette's hues it is drawn in; the next one unless given. */
    readonly hue?: number;
}

/** Series that are drawn over one scale. */
export interface TrendPanel {
    readonly key: string;
    readonly title: Message;
    readonly series: readonly TrendSeries[];
    /** The scale's ends, where they are given. */
    readonly least?: number;
    readonly most?: number;
}

/** What is watched from version to version: the targets of each framework, silos, money and findings. */
export function panelsOf(points: readonly TrendPoint[]): readonly TrendPanel[] {
    const number = (value: number): string => String(value);
    const one = (
        key: string,
        name: Message,
        hue: number,
        of: (point: TrendPoint) => number | null,
        show: TrendSeries['show'] = number,
    ): TrendSeries => ({ key, name, values: points.map(of), show, hue });
    return [
        ...targetPanels(points),
        {
            key: 'linked',
            title: { en: 'Programs with a link to another OPD', id: 'Program yang terkait OPD lain' },
            least: 0,
            most: 1,
            series: [
                one(
                    'linked',
                    { en: 'programs linked', id: 'program terkait' },
                    PLAIN,
                    ({ silos }) => silos.share,
                    (value) => showShare(value, 1),
                ),
            ],
        },
        {
            key: 'silos',
            title: { en: 'Silos', id: 'Ego sektoral' },
            least: 0,
            series: [
                one(
                    'isolated',
                    { en: 'OPDs on their own', id: 'OPD terisolasi' },
                    DOUBTFUL,
                    ({ silos }) => silos.isolatedOpds,
                ),
                one(
                    'doubles',
                    { en: 'pairs that double each other', id: 'pasangan ganda' },
                    BAD,
                    ({ silos }) => silos.doubles,
                ),
            ],
        },
        {
            key: 'money',
            title: { en: 'Money of the whole plan', id: 'Anggaran seluruh rencana' },
            least: 0,
            series: [
                one(
                    'money',
                    { en: 'money', id: 'anggaran' },
                    PLAIN,
                    ({ money }) => money,
                    (value, locale) => showMoney(value)[locale],
                ),
            ],
        },
        {
            key: 'findings',
            title: { en: 'Open findings', id: 'Temuan terbuka' },
            least: 0,
            series: [
                one('error', { en: 'errors', id: 'galat' }, BAD, ({ findings }) => findings.error),
                one('warning', { en: 'warnings', id: 'peringatan' }, DOUBTFUL, ({ findings }) => findings.warning),
                one('info', { en: 'info', id: 'info' }, PLAIN, ({ findings }) => findings.info),
            ],
        },
    ];
}

/** One panel a framework, one series a target that any version has, by day and value. */
function targetPanels(points: readonly TrendPoint[]): TrendPanel[] {
    const keyOf = ({ of, value, by }: TrendPoint['targets'][number]): string => `${by} ${of} ${value}`;
    const targets = new Map(points.flatMap((point) => point.targets.map((each) => [keyOf(each), each] as const)));
    const frameworks = new Map<string, TrendSeries[]>();
    for (const [key, { of, value, by }] of [...targets].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const day = parseDate(by)!.first;
        const framework = of.split('.')[0]!;
        const found = points.map(({ targets: all }) => all.find((each) => keyOf(each) === key)?.attained ?? null);
        const name = (locale: Locale, word: string): string =>
            `${of} ${showValue(value, locale)} ${word} ${showEnd(day, locale)}`;
        const series: TrendSeries = {
            key,
            name: { en: name('en', 'by'), id: name('id', 'pada') },
            values: found,
            show: showValue,
        };
        frameworks.set(framework, [...(frameworks.get(framework) ?? []), series]);
    }
    return [...frameworks]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([framework, series]) => ({
            key: `target:${framework}`,
            title: {
                en: `Maturity on the days of the targets: ${framework}`,
                id: `Kematangan pada hari target: ${framework}`,
            },
            series,
        }));
}
