import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { Severity } from '../plan/config.ts';
import type { Finding } from '../plan/finding.ts';
import type { Locale } from '../plan/message.ts';
import type { Lines, Origin } from '../plan/origin.ts';
import { ruleAddress } from './definition.ts';
import { rangeBetween } from './positions.ts';

/** What of a diagnostic an editor understands; what it does not is left out. */
export interface DiagnosticAbilities {
    readonly related: boolean;
    readonly tags: boolean;
    readonly href: boolean;
    readonly data: boolean;
}

/** What travels with a diagnostic to the request for its fixes. */
export interface DiagnosticData {
    readonly rule: string;
    readonly fingerprint: string;
}

/** The source of all our diagnostics. */
export const SOURCE = 'smartcity';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
    error: DiagnosticSeverity.Error,
    warning: DiagnosticSeverity.Warning,
    info: DiagnosticSeverity.Information,
};

/** Rules about something that could go without loss: editors fade it out. */
const UNNECESSARY: ReadonlySet<string> = new Set([
    'unused-declaration',
    'idle-raise',
    'repeated-clause',
    'unused-waiver',
]);
const DEPRECATED: ReadonlySet<string> = new Set(['outdated-code']);

/**
 * Findings of one file as diagnostics, in their order. Waived ones are left out: who accepted something with a reason
 * need not see it at every key. `linesOf` gives the lines of any file that is named.
 */
export function diagnosticsOf(
    findings: readonly Finding[],
    linesOf: (file: string) => Lines | undefined,
    locale: Locale,
    can: DiagnosticAbilities,
): Diagnostic[] {
    const range = ({ file, start, end }: Origin): Diagnostic['range'] => {
        const lines = linesOf(file);
        return lines === undefined ? NOWHERE : rangeBetween(lines, start, end);
    };
    return findings
        .filter((finding) => finding.waived === null)
        .map((finding): Diagnostic => {
            const { rule, related } = finding;
            const tags = UNNECESSARY.has(rule)
                ? [DiagnosticTag.Unnecessary]
                : DEPRECATED.has(rule)
                  ? [DiagnosticTag.Deprecated]
                  : [];
            const data: DiagnosticData = { rule, fingerprint: finding.fingerprint };
            return {
                range: range(finding.at),
                severity: SEVERITIES[finding.severity],
                code: rule,
                ...(can.href ? { codeDescription: { href: ruleAddress(rule) } } : {}),
                source: SOURCE,
                message: finding.message[locale],
                ...(can.tags && tags.length > 0 ? { tags } : {}),
                ...(can.related && related.length > 0
                    ? {
                          relatedInformation: related.map(({ message, at }) => ({
                              location: { uri: at.file, range: range(at) },
                              message: message[locale],
                          })),
                      }
                    : {}),
                ...(can.data ? { data } : {}),
            };
        });
}

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** All files that a file's diagnostics have places in, itself included. */
export function filesNamed(file: string, findings: readonly Finding[]): ReadonlySet<string> {
    const files = new Set([file]);
    for (const { related } of findings) {
        for (const { at } of related) {
            files.add(at.file);
        }
    }
    return files;
}
