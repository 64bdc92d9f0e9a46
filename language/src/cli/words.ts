import type { Severity } from '../plan/config.ts';
import type { Locale } from '../plan/message.ts';

/** A severity as a word. */
export function inWords(severity: Severity | 'off', locale: Locale): string {
    const indonesian = { error: 'galat', warning: 'peringatan', info: 'info', off: 'mati' };
    return locale === 'id' ? indonesian[severity] : severity;
}

/**
 * Words that people wrote, for a terminal or the log of a build: on one line, so that none can begin with a command of a
 * build server (`::error::`), without control characters, which steer terminals, and with `##[` taken apart, which build
 * servers obey anywhere in a line.
 */
export function oneLine(text: string): string {
    return COMMANDING.test(text)
        ? text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/##(?=[\w.-]{0,40}\[)/g, '## ')
        : text;
}

/** What most texts have nothing of. */
const COMMANDING = /[\p{Cc}\p{Zl}\p{Zp}]|##/u;

/** Texts side by side in columns, two spaces apart; the last column is not padded. */
export function table(texts: readonly (readonly string[])[]): string[] {
    const rows = texts.map((row) => row.map(oneLine));
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
