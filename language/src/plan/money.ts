import { nearest } from './distance.ts';
import type { Message } from './message.ts';

/** An amount of money in whole rupiah. Exact up to Rp 9 quadrillion, beyond any plan; larger ones are refused. */
export type Rupiah = number;

const SCALES: Readonly<Record<string, number>> = { ribu: 3, juta: 6, miliar: 9, triliun: 12 };

/** Spellings found in real papers, and the word the language knows for each. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
    ['ribu', 'ribu'],
    ['rb', 'ribu'],
    ['thousand', 'ribu'],
    ['juta', 'juta'],
    ['jt', 'juta'],
    ['million', 'juta'],
    ['miliar', 'miliar'],
    ['milyar', 'miliar'],
    ['m', 'miliar'],
    ['mlr', 'miliar'],
    ['billion', 'miliar'],
    ['triliun', 'triliun'],
    ['trilyun', 'triliun'],
    ['t', 'triliun'],
    ['trillion', 'triliun'],
]);

/** What an amount of money reads as: its value, or why it does not and how it is spelled right (when that can be told). */
export type MoneyReading =
    | { readonly value: Rupiah }
    | { readonly value: undefined; readonly suggestion: string | undefined };

/**
 * Reads `Rp 850 juta`, `Rp 1.25 miliar`, `Rp 2 triliun`, `Rp 1_250_000_000`. An amount written the way papers write it
 * (`Rp 1.250.000.000`, `Rp 1,25 miliar`, `Rp. 850 jt`) is no amount here, but the suggestion spells it right.
 */
export function parseMoney(text: string): MoneyReading {
    const right = /^Rp\s+(\d+(?:_\d{3})*)(?:\.(\d+))?(?:\s+(ribu|juta|miliar|triliun))?$/.exec(text);
    if (right) {
        const value = scaled(right[1]!.replaceAll('_', ''), right[2] ?? '', right[3] ? SCALES[right[3]]! : 0);
        // A bare number with three digits behind a point is a pasted thousand, not a fraction of a rupiah.
        if (value !== undefined && (right[3] || right[2] === undefined)) {
            return { value };
        }
    }
    return { value: undefined, suggestion: suggest(text) };
}

/** An amount in the words of the language: `Rp 850 juta`, `Rp 1.25 miliar`, `Rp 1_234_567`; the shortest exact one. */
export function spellMoney(value: Rupiah): string {
    for (const [word, zeros] of [
        ['triliun', 12],
        ['miliar', 9],
        ['juta', 6],
    ] as const) {
        const thousandth = 10 ** (zeros - 3);
        if (value >= 10 ** zeros && value % thousandth === 0) {
            return `Rp ${value / thousandth / 1000} ${word}`;
        }
    }
    return `Rp ${grouped(value, '_')}`;
}

/**
 * An amount for people. The words are the plan's own in both languages, only the signs differ: `Rp 1.25 miliar` in
 * English, `Rp 1,25 miliar` in Indonesian. Rounded to two decimals of the largest unit that fits.
 */
export function showMoney(value: Rupiah): Message {
    const sign = value < 0 ? '-' : '';
    const amount = Math.abs(value);
    for (const [word, zeros] of [
        ['triliun', 12],
        ['miliar', 9],
        ['juta', 6],
    ] as const) {
        if (amount >= 10 ** zeros) {
            const number = String(Math.round((amount / 10 ** zeros) * 100) / 100);
            return { en: `Rp ${sign}${number} ${word}`, id: `Rp ${sign}${number.replace('.', ',')} ${word}` };
        }
    }
    return { en: `Rp ${sign}${grouped(amount, ',')}`, id: `Rp ${sign}${grouped(amount, '.')}` };
}

/** Where a text ends when the characters at its end that meet a pattern are left out; one look at each. */
function endOf(text: string, dropped: RegExp): number {
    let end = text.length;
    while (end > 0 && dropped.test(text[end - 1]!)) {
        end--;
    }
    return end;
}

/** Digits in groups of three. */
function grouped(value: number, separator: string): string {
    return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, separator);
}

/** `1.25` and 9 zeros are 1250000000; `undefined` when a part of a rupiah is left over or the amount is beyond exact numbers. */
function scaled(whole: string, fraction: string, zeros: number): Rupiah | undefined {
    const digits = fraction.slice(0, endOf(fraction, /0/));
    if (digits.length > zeros || whole.length + zeros > 16) {
        return undefined;
    }
    const value = digits === '' ? Number(whole) * 10 ** zeros : Number(whole + digits.padEnd(zeros, '0'));
    return Number.isSafeInteger(value) ? value : undefined;
}

/** How a wrongly written amount is spelled right; `undefined` where that would be a guess. */
function suggest(text: string): string | undefined {
    // Around the figure papers put a point behind `Rp`, brackets or quotes, `,-` and `rupiah`; between its digits, gaps.
    const words = text
        .replace(/^Rp\.?/i, '')
        .replace(/rupiah/i, '')
        .replace(/[()"'“”]/g, ' ')
        .trim();
    const bare = words.slice(0, endOf(words, /[-.,;:\s]/));
    const match = /^(\d(?:[\d._,]|\s(?=\d{3}(?!\d)))*)\s*([A-Za-z]*)$/.exec(bare);
    const zeros = match === null ? undefined : zerosOf(match[2]!);
    if (match === null || zeros === undefined) {
        return undefined;
    }
    const number = match[1]!.replace(/[_\s]/g, '');
    // Points and commas in threes group thousands; a single comma, or a point before a unit word, is a decimal sign.
    const groups = /^(\d{1,3}(?:[.,]\d{3})+)(?:[.,](\d{1,2}))?$/.exec(number);
    const plain = /^(\d+)(?:[.,](\d+))?$/.exec(number);
    const isGrouped = groups !== null && !(zeros > 0 && plain !== null);
    const whole = isGrouped ? groups[1]!.replace(/[.,]/g, '') : plain?.[1];
    const fraction = isGrouped ? (groups[2] ?? '') : (plain?.[2] ?? '');
    const value =
        whole === undefined ? undefined : scaled(whole, zeros === 0 && /^0+$/.test(fraction) ? '' : fraction, zeros);
    return value === undefined ? undefined : spellMoney(value);
}

/** How many zeros a unit word adds, however it is spelled; none for no word, `undefined` for another word. */
function zerosOf(word: string): number | undefined {
    if (word === '') {
        return 0;
    }
    const known =
        SPELLINGS.get(word.toLowerCase()) ?? (word.length > 3 ? nearest(word, Object.keys(SCALES)) : undefined);
    return known === undefined ? undefined : SCALES[known];
}
