import { isoDate } from '../../plan/calendar.ts';
import type { Finding } from '../../plan/finding.ts';
import type { CheckResult } from '../check.ts';

/** The findings of `smartcity check` for machines; the shape is stable (`formatVersion`). */
export function writeCheckJson(result: CheckResult): string {
    const { loaded, locale } = result;
    const place = (at: Finding['at']): object => ({ file: at.file, ...loaded.workspace.place(at) });
    return `${JSON.stringify(
        {
            formatVersion: 1,
            plans: result.plans.map(({ root, checked }) => ({
                root,
                masterplan: checked.analysis.plan.masterplan?.name ?? null,
            })),
            findings: result.findings.map(({ root, finding }) => ({
                rule: finding.rule,
                severity: finding.severity,
                message: finding.message[locale],
                plan: root,
                ...place(finding.at),
                subjects: finding.subjects,
                evidence: finding.evidence.map(({ label, value, at }) => ({
                    label,
                    value,
                    ...(at === undefined ? {} : place(at)),
                })),
                related: finding.related.map(({ message, at }) => ({ message: message[locale], ...place(at) })),
                from: finding.from === null ? null : isoDate(finding.from),
                to: finding.to === null ? null : isoDate(finding.to),
                waived:
                    finding.waived === null
                        ? null
                        : {
                              ...finding.waived,
                              until: finding.waived.until === null ? null : isoDate(finding.waived.until),
                          },
                waysOut: finding.ways.map((way) => way[locale]),
                fingerprint: finding.fingerprint,
            })),
            summary: result.summary,
        },
        null,
        2,
    )}\n`;
}
