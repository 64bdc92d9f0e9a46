/** The languages a planner can read the product in: English and Indonesian. */
export type Locale = 'en' | 'id';

/** A sentence in both languages, written side by side where it is said. */
export interface Message {
    readonly en: string;
    readonly id: string;
}

/**
 * A sentence that is put together anew whenever it is read, in the language it is read in. A city's findings hold some
 * hundred thousand sentences, of which a run shows one language of some.
 */
class Sentence implements Message {
    constructor(
        private readonly english: () => string,
        private readonly indonesian: () => string,
    ) {}

    get en(): string {
        return this.english();
    }

    get id(): string {
        return this.indonesian();
    }

    /** Both languages, for those who write a finding down as a whole. */
    toJSON(): Message {
        return { en: this.en, id: this.id };
    }
}

/**
 * A sentence with something to fill in. What is filled in must not change later: the functions are called when somebody
 * reads, each any number of times. Sentences without anything to fill in are plain `{ en, id }`. Do not spread it.
 */
export function say(en: () => string, id: () => string): Message {
    return new Sentence(en, id);
}

/**
 * A sentence with its words, which holds nothing else: for those who keep it longer than what fills it in. What a sentence
 * is put together from may be a whole version of a plan.
 */
export function spellOut(message: Message): Message {
    return message instanceof Sentence ? { en: whole(message.en), id: whole(message.id) } : message;
}

/** A text in one piece: one that was just put together keeps its parts until somebody asks for a letter. */
function whole(text: string): string {
    return text.charCodeAt(text.length >> 1) >= 0 ? text : '';
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
    return say(
        () => `${head} and ${last}`,
        () => `${head} dan ${last}`,
    );
}
