import { isoDate } from '../../plan/calendar.ts';
import type { Waived } from '../../plan/finding.ts';
import type { Locale } from '../../plan/message.ts';
import type { CheckResult, Entry } from '../check.ts';
import { inWords } from '../words.ts';

/** `1 error, 2 warnings, 0 info, 3 waived in 2 files, 20 programs`. */
export function countsInWords({ summary }: CheckResult, locale: Locale): string {
    const say = (count: number, en: string, id: string): string =>
        `${count} ${locale === 'id' ? id : count === 1 ? en : `${en}s`}`;
    const counts = [
        say(summary.error, 'error', inWords('error', 'id')),
        say(summary.warning, 'warning', inWords('warning', 'id')),
        `${summary.info} info`,
        ...(summary.waived > 0 ? [`${summary.waived} ${locale === 'id' ? 'dikecualikan' : 'waived'}`] : []),
    ].join(', ');
    return locale === 'id'
        ? `${counts} dalam ${summary.files} berkas, ${summary.programs} program`
        : `${counts} in ${say(summary.files, 'file', '')}, ${say(summary.programs, 'program', '')}`;
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
