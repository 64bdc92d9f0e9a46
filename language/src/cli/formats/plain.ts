import { isoDate } from '../../plan/calendar.ts';
import type { Waived } from '../../plan/finding.ts';
import type { Locale, Message } from '../../plan/message.ts';
import type { CheckResult, Entry, Scope } from '../check.ts';
import { inWords } from '../words.ts';

/** `1 error, 2 warnings, 0 info, 3 waived in 2 files, 20 programs`; with a revision ` new since main` before the files. */
export function countsInWords({ summary, scope }: CheckResult, locale: Locale): string {
    const say = (count: number, en: string, id: string): string =>
        `${count} ${locale === 'id' ? id : count === 1 ? en : `${en}s`}`;
    const counts = [
        say(summary.error, 'error', inWords('error', 'id')),
        say(summary.warning, 'warning', inWords('warning', 'id')),
        `${summary.info} info`,
        ...(summary.waived > 0 ? [`${summary.waived} ${locale === 'id' ? 'dikecualikan' : 'waived'}`] : []),
    ].join(', ');
    return locale === 'id'
        ? `${counts}${sinceInWords(scope, locale)} dalam ${summary.files} berkas, ${summary.programs} program`
        : `${counts}${sinceInWords(scope, locale)} in ${say(summary.files, 'file', '')}, ${say(summary.programs, 'program', '')}`;
}

/** What counts are about when a revision was asked for: ` new since main`; else nothing. */
export function sinceInWords({ newSince }: Scope, locale: Locale): string {
    return newSince === undefined ? '' : locale === 'id' ? ` yang baru sejak ${newSince}` : ` new since ${newSince}`;
}

/** What an empty list says, no more than was asked: that nothing is open, or new, or fails. */
export function nothingInWords({ scope, plans }: CheckResult): Message {
    const { newSince, someRules, failing } = scope;
    if (plans.length === 0) {
        return { en: 'There is no plan here.', id: 'Tidak ada rencana di sini.' };
    }
    const [since, sinceId] = [sinceInWords(scope, 'en'), sinceInWords(scope, 'id')];
    if (failing) {
        return { en: `No finding${since} fails.`, id: `Tidak ada temuan${sinceId} yang menggagalkan pemeriksaan.` };
    }
    const open = newSince === undefined ? ['open', ' terbuka'] : [since.trim(), sinceId];
    const [among, amongId] = someRules ? [' among the rules asked about', ' dari aturan yang ditanyakan'] : ['', ''];
    return { en: `Nothing is ${open[0]}${among}.`, id: `Tidak ada temuan${open[1]}${amongId}.` };
}

/** Why a finding is accepted, by whom and until when, in a line. */
export function waivedInWords({ because, by, until }: Waived, locale: Locale): string {
    if (because === 'baseline' && by === null) {
        return 'baseline';
    }
    const end = until === null ? '' : `, ${locale === 'id' ? 'sampai' : 'until'} ${isoDate(until)}`;
    return `“${because}”${by === null ? '' : ` (${by}${end})`}`;
}

/** `waived` as the word before such a reason. */
export function waivedWord(locale: Locale): string {
    return locale === 'id' ? 'dikecualikan' : 'waived';
}

/** `path/file.smartcity:12:9`. */
export function placeInWords({ loaded }: CheckResult, { finding: { at } }: Entry): string {
    const { line, column } = loaded.workspace.place(at);
    return `${at.file}:${line}:${column}`;
}

/** A finding with everything that is known about it, line by line, for formats that show plain text. */
export function detailsInWords(result: CheckResult, entry: Entry): string {
    const { finding, locale } = entry;
    const { workspace } = result.loaded;
    const lines = [
        `${inWords(finding.severity, locale)}[${finding.rule}] ${finding.message[locale]}`,
        placeInWords(result, entry),
    ];
    for (const { message, at } of finding.related) {
        const { line, column } = workspace.place(at);
        lines.push(`- ${message[locale]} (${at.file}:${line}:${column})`);
    }
    for (const way of finding.ways) {
        lines.push(`> ${way[locale]}`);
    }
    return lines.join('\n');
}
