import type { CheckResult, Entry } from '../check.ts';
import { type Format, inRepository } from './format.ts';
import { waivedInWords, waivedWord } from './plain.ts';
import { tag, XML_HEAD } from './xml.ts';

/** A list of files with their findings, as many build servers read it. What is waived has the severity `ignore`. */
export const checkstyle: Format = {
    name: 'checkstyle',
    purpose: { en: 'for build servers (XML)', id: 'untuk server build (XML)' },
    *write(result, { prefix }) {
        yield `${XML_HEAD}${tag('checkstyle', { version: '4.3' })}\n`;
        for (const [file, entries] of byFile(result)) {
            yield `  ${tag('file', { name: inRepository(file, prefix) })}\n`;
            for (const entry of entries) {
                yield `    ${errorOf(result, entry)}\n`;
            }
            yield '  </file>\n';
        }
        yield '</checkstyle>\n';
    },
};

function byFile(result: CheckResult): ReadonlyMap<string, readonly Entry[]> {
    const files = new Map<string, Entry[]>();
    for (const entry of result.findings) {
        const { file } = entry.finding.at;
        const entries = files.get(file) ?? [];
        entries.push(entry);
        files.set(file, entries);
    }
    return files;
}

function errorOf(result: CheckResult, { finding, locale }: Entry): string {
    const { line, column } = result.loaded.workspace.place(finding.at);
    const why = finding.waived === null ? '' : ` (${waivedWord(locale)}: ${waivedInWords(finding.waived, locale)})`;
    return tag(
        'error',
        {
            line,
            column,
            severity: finding.waived === null ? finding.severity : 'ignore',
            message: `${finding.message[locale]}${why}`,
            source: `smartcity.${finding.rule}`,
        },
        true,
    );
}
