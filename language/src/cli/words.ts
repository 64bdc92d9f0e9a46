import type { Severity } from '../plan/config.ts';
import type { Locale } from '../plan/message.ts';

/** A severity as a word. */
export function inWords(severity: Severity | 'off', locale: Locale): string {
    const indonesian = { error: 'galat', warning: 'peringatan', info: 'info', off: 'mati' };
    return locale === 'id' ? indonesian[severity] : severity;
}

/** Texts side by side in columns, two spaces apart; the last column is not padded. */
export function table(rows: readonly (readonly string[])[]): string[] {
    const widths: number[] = [];
    for (const row of rows) {
        row.forEach((cell, index) => {
            widths[index] = Math.max(widths[index] ?? 0, cell.length);
        });
    }
    return rows.map((row) =>
        row
            .map((cell, index) => (index === row.length - 1 ? cell : cell.padEnd(widths[index]!)))
            .join('  ')
            .trimEnd(),
    );
}
