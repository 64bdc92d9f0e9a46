import {
    type Amount,
    add,
    dayOf,
    type Length,
    parseDate,
    UNIT_WORDS,
    type Unit,
    unitOf,
    type When,
} from '../../plan/calendar.ts';
import { nearest } from '../../plan/distance.ts';
import type * as Ast from '../generated/ast.ts';
import type { Context } from './context.ts';
import { readNumber } from './values.ts';

/** The longest duration that is taken seriously, in days: two centuries. Longer ones are slips, and would cost for ever. */
const LONGEST = 73_050;
/** So many of any unit are no longer than that. */
const SURELY_SHORT = 200;

/** A date, or `undefined` with an `invalid-value`. */
export function readDate(context: Context, node: Ast.Num | undefined): When | undefined {
    if (node === undefined) {
        return undefined;
    }
    const span = parseDate(node.text);
    if (span !== undefined) {
        return { first: span.first, last: span.last, text: context.once(node.text), at: context.at(node) };
    }
    const right = respellDate(node.text);
    return context.invalid(
        node,
        node.text,
        {
            en: `\`${node.text}\` is no date. Write ${right === undefined ? '`2019`, `2019-Q3`, `2019-07` or `2019-07-09`' : `\`${right}\``}.`,
            id: `\`${node.text}\` bukan tanggal. Tulis ${right === undefined ? '`2019`, `2019-Q3`, `2019-07` atau `2019-07-09`' : `\`${right}\``}.`,
        },
        right,
    );
}

const MONTHS: readonly string[] = ['jan', 'feb', 'mar', 'apr', 'me', 'jun', 'jul', 'ag', 'sep', 'okt', 'nov', 'des'];
const ENGLISH_MONTHS: Readonly<Record<string, string>> = { may: 'me', aug: 'ag', oct: 'okt', dec: 'des' };

/** `09/07/2019`, `9-7-2019`, `9 Juli 2019`, `2019/07/09` are 9 July 2019, as papers write it; `2019-q3` is `2019-Q3`. */
function respellDate(text: string): string | undefined {
    const day = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
    const year = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/.exec(text);
    const words = /^(\d{1,2})\s+([A-Za-z]+)\s+(\d{4})$/.exec(text);
    const iso =
        day !== null
            ? isoOf(day[3]!, day[2]!, day[1]!)
            : year !== null
              ? isoOf(year[1]!, year[2]!, year[3]!)
              : words !== null
                ? isoOf(words[3]!, String(monthOf(words[2]!)), words[1]!)
                : text.toUpperCase();
    return iso !== text && parseDate(iso) !== undefined ? iso : undefined;
}

function isoOf(year: string, month: string, day: string): string {
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The number of a month by its Indonesian or English name, long or short; 0 for any other word. */
function monthOf(word: string): number {
    const folded = word.toLowerCase();
    const name = ENGLISH_MONTHS[folded.slice(0, 3)] ?? folded;
    return MONTHS.findIndex((month) => name.startsWith(month)) + 1;
}

/** A span of two dates, left before right. With one date alone, that date's days. */
export function readSpan(
    context: Context,
    clause: Ast.SpanClause,
): { readonly from: When; readonly to: When } | undefined {
    const years = /^(\d{4})-(\d{4})$/.exec(clause.from.text);
    if (years !== null && clause.to === undefined) {
        const right = `${years[1]}..${years[2]}`;
        return context.invalid(
            clause.from,
            clause.from.text,
            {
                en: `\`${clause.from.text}\` is no span of dates. Write \`${right}\`.`,
                id: `\`${clause.from.text}\` bukan rentang tanggal. Tulis \`${right}\`.`,
            },
            right,
        );
    }
    const from = readDate(context, clause.from);
    const to = clause.to === undefined ? from : readDate(context, clause.to);
    if (from === undefined || to === undefined) {
        return undefined;
    }
    if (to.last < from.first) {
        const message = {
            en: `\`${from.text}..${to.text}\` ends before it begins.`,
            id: `\`${from.text}..${to.text}\` berakhir sebelum dimulai.`,
        };
        // Neither end is wrong without the other.
        const at = { ...context.at(clause.from), end: context.at(clause.to ?? clause.from).end };
        context.problem('invalid-value', message, at, `${from.text}..${to.text}`);
        return undefined;
    }
    return { from, to };
}

/** A duration. `least` is the smallest count allowed: a program lasts at least one unit, a lag may be none. */
export function readLength(context: Context, node: Ast.Length, least: number): Length | undefined {
    const text = context.once(`${node.parts.map((part) => part.text).join('..')} ${node.unit.word}`);
    const unit = unitOf(node.unit.word);
    if (unit === undefined) {
        const right = INDONESIAN_UNITS[node.unit.word.toLowerCase()] ?? nearest(node.unit.word, UNIT_WORDS);
        return context.invalid(
            node.unit,
            node.unit.word,
            {
                en: `\`${node.unit.word}\` is no unit of time. Write ${right === undefined ? 'days, weeks, months, quarters or years' : `\`${right}\``}.`,
                id: `\`${node.unit.word}\` bukan satuan waktu. Tulis ${right === undefined ? 'days, weeks, months, quarters atau years' : `\`${right}\``}.`,
            },
            right,
        );
    }
    if (node.parts.length > 3) {
        return context.invalid(node, text, {
            en: `\`${text}\` has too many parts: write least..most or least..likely..most.`,
            id: `\`${text}\` terlalu banyak bagian: tulis terpendek..terpanjang atau terpendek..wajar..terpanjang.`,
        });
    }
    const counts: number[] = [];
    for (const part of node.parts) {
        if (/^\d+-\d+$/.test(part.text)) {
            const right = part.text.replace('-', '..');
            return context.invalid(
                part,
                part.text,
                {
                    en: `\`${part.text}\` is no length. Write \`${right}\`.`,
                    id: `\`${part.text}\` bukan lama waktu. Tulis \`${right}\`.`,
                },
                right,
            );
        }
        const count = readNumber(context, part, { whole: true, least });
        if (count === undefined) {
            return undefined;
        }
        counts.push(count);
    }
    if (counts.some((count, index) => index > 0 && count < counts[index - 1]!)) {
        return context.invalid(node, text, {
            en: `\`${text}\` falls: the shortest length comes first.`,
            id: `\`${text}\` menurun: lama terpendek ditulis lebih dulu.`,
        });
    }
    const amounts = counts.map((count) => amountOf(count, unit));
    const most = amounts[amounts.length - 1]!;
    if (
        most.count > SURELY_SHORT &&
        (most.count > LONGEST || add(dayOf(2000, 1, 1), most) - dayOf(2000, 1, 1) > LONGEST)
    ) {
        return context.invalid(node, text, {
            en: `\`${text}\` is longer than two centuries.`,
            id: `\`${text}\` lebih dari dua abad.`,
        });
    }
    return { least: amounts[0]!, likely: likelyOf(amounts), most, text, at: context.at(node) };
}

const AMOUNTS = new Map<Unit, Amount[]>();

/** An amount: of those that plans are made of, one for all who say it. */
function amountOf(count: number, unit: Unit): Amount {
    if (count > SURELY_SHORT || !Number.isInteger(count)) {
        return { count, unit };
    }
    const known = AMOUNTS.get(unit) ?? Array.from({ length: SURELY_SHORT + 1 }, (_, each) => ({ count: each, unit }));
    AMOUNTS.set(unit, known);
    return known[count]!;
}

function likelyOf(amounts: readonly Amount[]): Amount | undefined {
    return amounts.length === 2 ? undefined : amounts[amounts.length === 3 ? 1 : 0];
}

const INDONESIAN_UNITS: Readonly<Record<string, string>> = {
    hari: 'days',
    minggu: 'weeks',
    bulan: 'months',
    bln: 'months',
    triwulan: 'quarters',
    tahun: 'years',
    th: 'years',
    thn: 'years',
};
