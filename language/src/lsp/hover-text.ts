import type { Reason } from '../analysis/why/reason.ts';
import { civil, type Day } from '../plan/calendar.ts';
import type { Locale } from '../plan/message.ts';
import { escapeMarkdown } from '../render/markdown.ts';
import type { View } from './view.ts';

/** How a card is written: as Markdown, or plainly where an editor shows no Markdown. */
export interface Style {
    /** Words that people wrote, or a sentence: its backticks stay code, nothing else in it means anything. */
    text(words: string): string;
    strong(words: string): string;
    name(name: string): string;
}

/** For editors that show Markdown. */
export const MARKDOWN: Style = {
    text: escapeMarkdown,
    strong: (words) => `**${escapeMarkdown(words)}**`,
    name: (name) => `\`${name}\``,
};

/** For editors that show words as they are. */
export const PLAIN: Style = {
    text: (words) => words,
    strong: (words) => words,
    name: (name) => name,
};

/** So many reasons and so many steps down a card shows; `smartcity why` shows the rest. */
const MOST = 12;
const DEEPEST = 4;

/** A chain of reasons as a nested list. */
export function reasonLines(reason: Reason, style: Style, locale: Locale, name: string): readonly string[] {
    const lines: string[] = [];
    let left = 0;
    const write = ({ sentence, because }: Reason, depth: number): void => {
        if (lines.length >= MOST || depth > DEEPEST) {
            left++;
            return;
        }
        lines.push(`${'  '.repeat(depth)}- ${style.text(sentence[locale])}`);
        for (const each of because) {
            write(each, depth + 1);
        }
    };
    write(reason, 0);
    if (left > 0) {
        const rest = { en: 'More', id: 'Selengkapnya' }[locale];
        lines.push(`- ${rest}: ${style.name(`smartcity why ${name}`)}`);
    }
    return lines;
}

/** A name with its title in front, where it has one. */
export function titled({ plan }: View, name: string, style: Style): string {
    const title = plan.names.get(name)?.title ?? '';
    return title === '' ? style.name(name) : `${style.text(title)} (${style.name(name)})`;
}

const MONTHS: Readonly<Record<Locale, readonly string[]>> = {
    en: 'January February March April May June July August September October November December'.split(' '),
    id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
};

/** A day in a sentence: `1 July 2020`. */
export function longDay(day: Day, locale: Locale): string {
    const { year, month, day: date } = civil(day);
    return `${date} ${MONTHS[locale][month - 1]} ${year}`;
}
