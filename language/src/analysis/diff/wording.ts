import { type Day, isoDate } from '../../plan/calendar.ts';
import { list, type Message } from '../../plan/message.ts';
import { type Rupiah, showMoney } from '../../plan/money.ts';

/** A name in a sentence. */
export function code(name: string): string {
    return `\`${name}\``;
}

/** Names in a sentence: `a`, `b` and `c`; of many the first and how many more. */
export function codes(names: readonly string[], most = 6): Message {
    if (names.length <= most) {
        return list(names.map(code));
    }
    const head = names.slice(0, most - 1).map(code);
    const more = names.length - head.length;
    return { en: `${head.join(', ')} and ${more} more`, id: `${head.join(', ')} dan ${more} lagi` };
}

/** A title in a sentence, on one line and without signs that would end or begin a name. Empty for an empty title. */
export function titled(title: string): string {
    const line = title
        .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
        .replaceAll('`', '’')
        .trim();
    return line === '' ? '' : ` “${line.length > 80 ? `${line.slice(0, 79)}…` : line}”`;
}

/** `31 days` / `31 hari`; the sign is left out. */
export function days(count: number): Message {
    const size = Math.abs(count);
    return { en: `${size} ${size === 1 ? 'day' : 'days'}`, id: `${size} hari` };
}

/** `31 days later` or `31 days earlier`. */
export function shifted(count: number): Message {
    const { en, id } = days(count);
    return count < 0
        ? { en: `${en} earlier`, id: `${id} lebih awal` }
        : { en: `${en} later`, id: `${id} lebih lambat` };
}

/** `2021-02-01`, or the word for no date at all. */
export function date(day: Day | null): Message {
    return day === null ? { en: 'never', id: 'tidak pernah' } : { en: isoDate(day), id: isoDate(day) };
}

/** `Rp 1 miliar more` or `Rp 1 miliar less`. */
export function difference(amount: Rupiah): Message {
    const { en, id } = showMoney(Math.abs(amount));
    return amount < 0
        ? { en: `${en} less`, id: `${id} lebih sedikit` }
        : { en: `${en} more`, id: `${id} lebih banyak` };
}

/** Sentences, or parts of one, put together in both languages. */
export function join(parts: readonly Message[], separator: Message | string): Message {
    const [en, id] = typeof separator === 'string' ? [separator, separator] : [separator.en, separator.id];
    return { en: parts.map((part) => part.en).join(en), id: parts.map((part) => part.id).join(id) };
}

/** `a, b and c` of parts that differ between the languages. */
export function enumerate(parts: readonly Message[]): Message {
    return {
        en: list(parts.map((part) => part.en)).en,
        id: list(parts.map((part) => part.id)).id,
    };
}
