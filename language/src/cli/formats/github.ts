import type { Severity } from '../../plan/config.ts';
import type { CheckResult, Entry } from '../check.ts';
import { isOpen } from '../check.ts';
import { oneLine } from '../words.ts';
import { type Format, inRepository } from './format.ts';
import { countsInWords, placeInWords, waivedInWords, waivedWord } from './plain.ts';

/** How many annotations of one kind GitHub shows for a step; it drops the others without a word. */
const SHOWN = 10;

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * Annotations on the changed files of a pull request, errors first, then what is waived and how many annotations GitHub
 * does not show, for the log.
 */
export const github: Format = {
    name: 'github',
    purpose: { en: 'annotations in GitHub Actions', id: 'anotasi di GitHub Actions' },
    *write(result, { prefix }) {
        const { locale } = result;
        const open = result.findings.filter(isOpen);
        for (const severity of ['error', 'warning', 'info'] as const) {
            for (const entry of open) {
                if (entry.finding.severity === severity) {
                    yield `${annotation(result, entry, prefix)}\n`;
                }
            }
        }
        for (const entry of result.findings) {
            const { finding } = entry;
            if (finding.waived !== null) {
                const why = waivedInWords(finding.waived, entry.locale);
                yield `${oneLine(`${waivedWord(entry.locale)}: ${placeInWords(result, entry)}: ${finding.rule}: ${why}`)}\n`;
            }
        }
        yield `${countsInWords(result, locale)}\n`;
        const hidden = open.length - shownOf(open);
        if (hidden > 0) {
            yield locale === 'id'
                ? `GitHub menampilkan paling banyak ${SHOWN} galat, ${SHOWN} peringatan, dan ${SHOWN} info per langkah: ${hidden} temuan hanya ada di log ini.\n`
                : `GitHub shows at most ${SHOWN} errors, ${SHOWN} warnings and ${SHOWN} notices a step: ${hidden} ${hidden === 1 ? 'finding is' : 'findings are'} only in this log.\n`;
        }
    },
};

function shownOf(open: readonly Entry[]): number {
    return (['error', 'warning', 'info'] as const)
        .map((severity) => open.filter(({ finding }) => finding.severity === severity).length)
        .reduce((sum, count) => sum + Math.min(SHOWN, count), 0);
}

function annotation(result: CheckResult, { finding, locale }: Entry, prefix: string): string {
    const { line, column, endLine, endColumn } = result.loaded.workspace.place(finding.at);
    const properties = {
        file: inRepository(finding.at.file, prefix),
        line,
        endLine,
        // Columns are only taken where the place is on one line.
        ...(line === endLine ? { col: column, endColumn } : {}),
        title: finding.rule,
    };
    const text = Object.entries(properties)
        .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
        .join(',');
    const ways = finding.ways.map((way) => `\n- ${way[locale]}`).join('');
    return `::${COMMANDS[finding.severity]} ${text}::${escapeData(`${finding.message[locale]}${ways}`)}`;
}

function escapeData(text: string): string {
    return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
    return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
