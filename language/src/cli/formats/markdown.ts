import { codeSpan, escapeMarkdown } from '../../render/markdown.ts';
import { CAUTION } from '../../render/words.ts';
import { type CheckResult, type Entry, isOpen } from '../check.ts';
import type { Format } from './format.ts';
import { countsInWords, nothingInWords, placeInWords, waivedInWords } from './plain.ts';

const HEADINGS = {
    error: { en: 'Errors', id: 'Galat' },
    warning: { en: 'Warnings', id: 'Peringatan' },
    info: { en: 'Info', id: 'Info' },
} as const;

const MARKS = { error: '🔴', warning: '🟡', info: '🔵' } as const;

/** A report for a page or a comment: what is open, with ways out, and what is waived, folded away. */
export const markdown: Format = {
    name: 'markdown',
    purpose: { en: 'a report for a page or a comment', id: 'laporan untuk halaman atau komentar' },
    *write(result) {
        const id = result.locale === 'id';
        yield `# ${id ? 'Pemeriksaan rencana' : 'Plan check'}\n\n${escapeMarkdown(countsInWords(result, result.locale))}.\n`;
        const open = result.findings.filter(isOpen);
        if (open.length === 0) {
            yield `\n${escapeMarkdown(nothingInWords(result)[result.locale])}\n`;
        }
        for (const severity of ['error', 'warning', 'info'] as const) {
            const entries = open.filter(({ finding }) => finding.severity === severity);
            if (entries.length > 0) {
                yield `\n## ${MARKS[severity]} ${HEADINGS[severity][result.locale]} (${entries.length})\n\n`;
                for (const entry of entries) {
                    yield itemOf(result, entry);
                }
            }
        }
        const waived = result.findings.filter((entry) => !isOpen(entry));
        if (waived.length > 0) {
            yield `\n<details><summary>${waived.length} ${id ? 'dikecualikan' : 'waived'}</summary>\n\n`;
            for (const { finding, locale } of waived) {
                const why = escapeMarkdown(waivedInWords(finding.waived!, locale));
                yield `- \`${finding.rule}\`: ${code(finding.subjects)}: ${why}\n`;
            }
            yield '\n</details>\n';
        }
        yield `\n_${CAUTION[result.locale]}_\n`;
    },
};

function itemOf(result: CheckResult, entry: Entry): string {
    const { finding, locale } = entry;
    const lines = [`- **\`${finding.rule}\`** ${escapeMarkdown(finding.message[locale])}`];
    lines.push(`  <br>${code([placeInWords(result, entry)])}`);
    if (finding.ways.length > 0) {
        const ways = finding.ways.map((way) => escapeMarkdown(way[locale])).join(' · ');
        lines.push(`  <br>${locale === 'id' ? 'Jalan keluar' : 'Ways out'}: ${ways}`);
    }
    return `${lines.join('\n')}\n`;
}

/** Words as code, one after the other. */
function code(words: readonly string[]): string {
    return words.map(codeSpan).join(', ');
}
