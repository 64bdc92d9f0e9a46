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

/** What a form is filled in with: it holds nothing but itself. */
export type Word = string | number | boolean | undefined | Message;

/** A sentence with places to fill in, in both languages. A message among the words is asked for the language at hand. */
export interface Form<W extends readonly Word[]> {
    en(...words: W): string;
    id(...words: W): string;
}

/** A form that is filled in. The words stand in fields, since a list of them would take as much again. */
class Filled implements Message {
    constructor(
        readonly form: Form<readonly Word[]>,
        readonly first: Word,
        readonly second: Word,
        readonly third: Word,
        readonly fourth: Word,
    ) {}

    get en(): string {
        return this.form.en(this.first, this.second, this.third, this.fourth);
    }

    get id(): string {
        return this.form.id(this.first, this.second, this.third, this.fourth);
    }

    /** Both languages, for those who write a finding down as a whole. */
    toJSON(): Message {
        return { en: this.en, id: this.id };
    }
}

/**
 * A sentence of up to four words filled into a form that is written once: the shape for findings that a city has thousands
 * of. It holds only its words, so it can be kept; what `say` makes holds all that is at hand where it is made.
 */
export function fill<W extends readonly [Word?, Word?, Word?, Word?]>(form: Form<W>, ...words: W): Message {
    const [first, second, third, fourth] = words;
    return new Filled(form as unknown as Form<readonly Word[]>, first, second, third, fourth);
}

/**
 * A sentence with its words, which holds nothing else: for those who keep it longer than what fills it in. What a sentence
 * is put together from may be a whole version of a plan.
 */
export function spellOut(message: Message): Message {
    if (message instanceof Sentence) {
        return { en: whole(message.en), id: whole(message.id) };
    }
    if (!(message instanceof Filled)) {
        return message;
    }
    const { form, first, second, third, fourth } = message;
    const words = [spellWord(first), spellWord(second), spellWord(third), spellWord(fourth)] as const;
    return words[0] === first && words[1] === second && words[2] === third && words[3] === fourth
        ? message
        : new Filled(form, ...words);
}

function spellWord(word: Word): Word {
    return typeof word === 'object' ? spellOut(word) : word;
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
    return fill(LAST, head, last);
}

const LAST: Form<[head: string, last: string]> = {
    en: (head, last) => `${head} and ${last}`,
    id: (head, last) => `${head} dan ${last}`,
};
