/** The languages a planner can read the product in: English and Indonesian. */
export type Locale = 'en' | 'id';

/** A sentence in both languages, written side by side where it is said. */
export interface Message {
    readonly en: string;
    readonly id: string;
}

/** The same words in both languages: a name, a date, an amount. */
export function same(text: string): Message {
    return { en: text, id: text };
}

/** `a, b and c` / `a, b dan c`. */
export function list(items: readonly string[]): Message {
    if (items.length < 2) {
        return same(items[0] ?? '');
    }
    const head = items.slice(0, -1).join(', ');
    const last = items[items.length - 1]!;
    return { en: `${head} and ${last}`, id: `${head} dan ${last}` };
}
