import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Locale } from '../plan/message.ts';
import { Lines } from '../plan/origin.ts';
import { SOURCE } from './diagnostics.ts';
import type { Configured } from './plan-folders.ts';
import { rangeBetween } from './positions.ts';

/** What is wrong in each `smartcity.json`, by its address: where the command line ends with "wrong configuration". */
export function configurationItems(
    configured: Iterable<Configured>,
    locale: Locale,
): ReadonlyMap<string, readonly Diagnostic[]> {
    const items = new Map<string, readonly Diagnostic[]>();
    for (const { address, text, problems } of configured) {
        if (problems.length > 0) {
            const lines = new Lines(text);
            items.set(
                address,
                problems.map(({ start, end, message }) => ({
                    range: rangeBetween(lines, start, end),
                    severity: DiagnosticSeverity.Error,
                    source: SOURCE,
                    message: message[locale],
                })),
            );
        }
    }
    return items;
}
