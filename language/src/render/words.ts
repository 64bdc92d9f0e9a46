import { civil, type Day, yearOf } from '../plan/calendar.ts';
import type { Locale, Message } from '../plan/message.ts';

const MONTHS: Readonly<Record<Locale, readonly string[]>> = {
    en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    id: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
};

/** A day for people: `31 Dec 2023`, in Indonesian `31 Des 2023`. */
export function showDay(day: Day, locale: Locale): string {
    const date = civil(day);
    return `${date.day} ${MONTHS[locale][date.month - 1]} ${date.year}`;
}

/** The shortest words for the last day of a span: the year alone when the day ends one. */
export function showEnd(day: Day, locale: Locale): string {
    const date = civil(day);
    return date.month === 12 && date.day === 31 ? String(yearOf(day)) : showDay(day, locale);
}

/** A level or value with at most two decimals and the locale's decimal sign: `3.31`, in Indonesian `3,31`. */
export function showValue(value: number, locale: Locale): string {
    const text = String(Math.round(value * 100) / 100);
    return locale === 'id' ? text.replace('.', ',') : text;
}

/** A computed value with exactly two decimals; a whole level stays whole in the text around it. */
export function showMean(value: number, locale: Locale): string {
    // The ninth decimal first: 3.3149999999999995 is 3.315 to everybody but a computer.
    const text = (Math.round(Math.round(value * 1e9) / 1e7) / 100).toFixed(2);
    return locale === 'id' ? text.replace('.', ',') : text;
}

/** A share as a percentage: `37%`. */
export function showShare(part: number, whole: number): string {
    return whole === 0 ? '–' : `${Math.round((100 * part) / whole)}%`;
}

/** How sure something is, as a percentage that says `100%` and `0%` only of what always and never happens. */
export function showChance(share: number): string {
    const percent = Math.round(100 * share);
    return percent === 100 && share < 1 ? '>99%' : percent === 0 && share > 0 ? '<1%' : `${percent}%`;
}

/** A count and its noun: `1 program`, `3 programs`; Indonesian nouns take no plural. */
export function count(number: number, noun: Noun, locale: Locale): string {
    const { en, many, id } = NOUNS[noun];
    return `${number} ${locale === 'id' ? id : number === 1 ? en : many}`;
}

const NOUNS = {
    program: { en: 'program', many: 'programs', id: 'program' },
    quickWin: { en: 'quick win', many: 'quick wins', id: 'quick win' },
    critical: { en: 'critical', many: 'critical', id: 'kritis' },
    late: { en: 'late', many: 'late', id: 'terlambat' },
    unscheduled: { en: 'unscheduled', many: 'unscheduled', id: 'belum terjadwal' },
    error: { en: 'error', many: 'errors', id: 'galat' },
    warning: { en: 'warning', many: 'warnings', id: 'peringatan' },
    info: { en: 'hint', many: 'hints', id: 'info' },
    finding: { en: 'finding', many: 'findings', id: 'temuan' },
    waived: { en: 'waived', many: 'waived', id: 'dikecualikan' },
    day: { en: 'day', many: 'days', id: 'hari' },
    target: { en: 'target', many: 'targets', id: 'target' },
    indicator: { en: 'indicator', many: 'indicators', id: 'indikator' },
    opd: { en: 'OPD', many: 'OPDs', id: 'OPD' },
    year: { en: 'year', many: 'years', id: 'tahun' },
} as const;

/** Nouns that are counted. */
export type Noun = keyof typeof NOUNS;

/** The sentence that every output with a level carries. */
export const CAUTION: Message = {
    en: 'Planning simulation, not an official score.',
    id: 'Simulasi perencanaan, bukan nilai resmi.',
};

/** What stands in place of a picture of levels that would be empty. */
export const NO_LEVELS: Message = {
    en: 'This plan states no level and no target yet.',
    id: 'Rencana ini belum menyebut tingkat atau target apa pun.',
};
