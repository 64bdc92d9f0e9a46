import type { Severity } from '../../plan/config.ts';
import type { CheckResult, Entry } from '../check.ts';
import { type Format, inRepository } from './format.ts';
import { waivedInWords, waivedWord } from './plain.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

/** GitLab's code quality report. What is waived has the severity `info` and says so: the report knows no other way. */
export const gitlab: Format = {
    name: 'gitlab',
    purpose: { en: 'GitLab code quality (JSON)', id: 'kualitas kode GitLab (JSON)' },
    *write(result, { prefix }) {
        const several = result.plans.length > 1;
        const issues = result.findings.map((entry) => JSON.stringify(issueOf(result, entry, prefix, several), null, 2));
        yield issues.length === 0 ? '[]\n' : `[\n${issues.join(',\n')}\n]\n`;
    },
};

function issueOf(result: CheckResult, { root, finding, locale }: Entry, prefix: string, several: boolean): object {
    const { line, endLine } = result.loaded.workspace.place(finding.at);
    const why = finding.waived === null ? '' : ` (${waivedWord(locale)}: ${waivedInWords(finding.waived, locale)})`;
    return {
        description: `${finding.message[locale]}${why}`,
        check_name: finding.rule,
        // Two plans may say the very same; the report takes equal fingerprints for one finding.
        fingerprint: several ? `${finding.fingerprint}-${root}` : finding.fingerprint,
        severity: finding.waived === null ? SEVERITIES[finding.severity] : 'info',
        location: {
            path: inRepository(finding.at.file, prefix),
            lines: { begin: line, end: endLine },
        },
    };
}
