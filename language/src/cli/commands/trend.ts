import { type Command, InvalidArgumentError } from 'commander';
import { isoDate, parseDate } from '../../plan/calendar.ts';
import type { Locale, Message } from '../../plan/message.ts';
import { renderTrendPage } from '../../render/trend/trend-page.ts';
import { renderTrend } from '../../render/trend/trend-picture.ts';
import { addCommand, answer, colors, cwd, type Options, todayOf } from '../command.ts';
import { EXIT, Failure } from '../failure.ts';
import { writeTrendJson, writeTrendText } from '../formats/trend.ts';
import { type History, readHistory } from '../trend/history.ts';
import { writeFiles } from '../write.ts';

/** What `smartcity trend` is asked for. */
interface TrendWords extends Options {
    readonly since?: string;
    readonly monthly?: boolean;
    readonly out?: string;
    /** A folder, or `false` for `--no-cache`. */
    readonly cache?: string | boolean;
}

/** Told by a shell when Ctrl-C ended a command: 128 and the signal's number. */
const INTERRUPTED = 130;

/** `smartcity trend [path]`: how a plan's figures moved from commit to commit. */
export function defineTrend(program: Command): void {
    addCommand(program, 'trend', 'how maturity, silos, money and findings moved from commit to commit')
        .argument('[path]', 'the plan; the working directory unless given')
        .option('--since <date>', 'only versions from this day on, such as 2024 or 2024-07-01', since)
        .option('--monthly', 'only the last version of each month')
        .option('--out <file>', 'draw a picture (.svg) or a page (.html)')
        .option('--cache <folder>', 'where to keep what was computed; the user’s cache folder unless given')
        .option('--no-cache', 'keep nothing')
        .action(async (path: string | undefined, options: TrendWords) => {
            const { out } = options;
            if (out !== undefined && !/\.(?:svg|html?)$/i.test(out)) {
                throw new Failure({
                    en: `\`--out ${out}\`: a name that ends in .svg or .html is expected.`,
                    id: `\`--out ${out}\`: diharapkan nama yang berakhir .svg atau .html.`,
                });
            }
            const history = await read(path ?? '.', options);
            if (history === undefined) {
                return;
            }
            const locale: Locale = options.locale ?? history.locale;
            answer({
                text: out === undefined ? write(history, options, locale) : draw(history, out, locale),
                exit: EXIT.fine,
            });
        });
}

function since(text: string): string {
    const span = parseDate(text);
    if (span === undefined) {
        throw new InvalidArgumentError('Write a date, such as 2024, 2024-07 or 2024-07-01.');
    }
    return isoDate(span.first);
}

function write(history: History, options: TrendWords, locale: Locale): string {
    return options.format === 'json'
        ? writeTrendJson(history, todayOf(options), locale)
        : writeTrendText(history, locale, colors);
}

function draw({ title: name, points, skipped }: History, out: string, locale: Locale): string {
    const title: Message = { en: `History: ${name}`, id: `Riwayat: ${name}` };
    const text = /\.svg$/i.test(out)
        ? renderTrend(points, title, { locale, theme: 'light' })
        : renderTrendPage(points, skipped, title, { locale, theme: 'auto' });
    return `${writeFiles(new Map([[out, text]]), cwd).join('\n')}\n`;
}

/** Reads a history; `undefined` when Ctrl-C stopped it, which has been said then. */
async function read(path: string, options: TrendWords): Promise<History | undefined> {
    let isStopped = false;
    const stop = (): void => {
        isStopped = true;
    };
    process.on('SIGINT', stop);
    try {
        const history = await readHistory(path, {
            cwd,
            today: todayOf(options),
            since: options.since,
            monthly: options.monthly === true,
            cache: options.cache === true ? undefined : options.cache,
            progress: showProgress(options.locale ?? 'en'),
            isStopped: () => isStopped,
        });
        clearProgress();
        if (history.stopped === undefined) {
            return history;
        }
        const { done, all } = history.stopped;
        process.stderr.write(
            options.locale === 'id'
                ? `smartcity: dihentikan setelah ${done} dari ${all} versi. Yang sudah dihitung disimpan untuk berikutnya.\n`
                : `smartcity: stopped after ${done} of ${all} versions. What was computed is kept for the next run.\n`,
        );
        process.exitCode = INTERRUPTED;
        return undefined;
    } finally {
        clearProgress();
        process.off('SIGINT', stop);
    }
}

/** A line on the terminal that is written over again and again; nothing where nobody looks. */
function showProgress(locale: Locale): (done: number, all: number) => void {
    return (done, all) => {
        if (process.stderr.isTTY === true) {
            const words = locale === 'id' ? 'Membaca versi' : 'Reading version';
            process.stderr.write(`\r\u001b[2K${words} ${done + 1}/${all} …`);
        }
    };
}

function clearProgress(): void {
    if (process.stderr.isTTY === true) {
        process.stderr.write('\r\u001b[2K');
    }
}
