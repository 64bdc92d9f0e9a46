import type { Message } from '../plan/message.ts';
import { same } from '../plan/message.ts';

/** What is said of a broken place: the construct, what was expected there, and the likely word. */

/** What a token type is called by people. */
const WORDS: Readonly<Record<string, Message>> = {
    ID: { en: 'a name', id: 'sebuah nama' },
    TEXT: { en: 'a text in quotes', id: 'teks dalam tanda kutip' },
    NUMBER: { en: 'a number or a date', id: 'angka atau tanggal' },
    MONEY: { en: 'an amount such as `Rp 850 juta`', id: 'jumlah uang seperti `Rp 850 juta`' },
};

/** Behind these keywords a name means something particular. */
const NOUNS: Readonly<Record<string, Message>> = {
    owner: { en: 'the name of an opd', id: 'nama sebuah opd' },
    producer: { en: 'the name of an opd', id: 'nama sebuah opd' },
    partners: { en: 'names of opds, with commas', id: 'nama opd, dipisah koma' },
    'raised-by': { en: 'names of opds, with commas', id: 'nama opd, dipisah koma' },
    element: { en: 'the name of an element, such as `governance.service`', id: 'nama sebuah unsur, seperti `governance.service`' },
    serves: { en: 'names of audiences, with commas', id: 'nama penerima manfaat, dipisah koma' },
    raises: { en: 'the name of an indicator, such as `garuda.governance`', id: 'nama sebuah indikator, seperti `garuda.governance`' },
    after: { en: 'the name of a program', id: 'nama sebuah program' },
    duration: { en: 'a length such as `9 months` or `6..12 months`', id: 'lama seperti `9 months` atau `6..12 months`' },
    use: { en: 'names of libraries, with commas', id: 'nama pustaka, dipisah koma' },
};

function expectation(keyword: string, expected: readonly string[]): Message | undefined {
    const parts = expected.map((name) => (name === 'ID' ? NOUNS[keyword] : undefined) ?? WORDS[name] ?? same(`\`${name}\``));
    if (parts.length === 0) {
        return undefined;
    }
    if (parts.length > 6) {
        return NOUNS[keyword];
    }
    return { en: parts.map((part) => part.en).join(' or '), id: parts.map((part) => part.id).join(' atau ') };
}

function shown(word: string): string {
    return word.length > 40 ? `${word.slice(0, 39)}…` : word.replace(/\s+/g, ' ');
}

function didYouMean(meant: string | undefined): Message {
    return meant === undefined ? same('') : { en: ` Did you mean \`${meant}\`?`, id: ` Maksudnya \`${meant}\`?` };
}

/** A clause that stops making sense at a word, or too early. */
export function broken(keyword: string, word: string | undefined, expected: readonly string[]): Message {
    const wanted = expectation(keyword, expected);
    if (word === undefined) {
        return wanted === undefined
            ? { en: `\`${keyword}\` is not complete.`, id: `\`${keyword}\` belum lengkap.` }
            : { en: `\`${keyword}\` is not complete: ${wanted.en} is missing.`, id: `\`${keyword}\` belum lengkap: kurang ${wanted.id}.` };
    }
    return wanted === undefined
        ? { en: `\`${shown(word)}\` does not belong here, after \`${keyword}\`.`, id: `\`${shown(word)}\` tidak pada tempatnya di sini, setelah \`${keyword}\`.` }
        : {
            en: `\`${keyword}\` expects ${wanted.en} here, not \`${shown(word)}\`.`,
            id: `\`${keyword}\` memerlukan ${wanted.id} di sini, bukan \`${shown(word)}\`.`,
        };
}

/** A word where a clause should begin. */
export function unexpected(word: string, keyword: string, clauses: readonly string[]): Message {
    const known = clauses.length > 0 && clauses.length <= 12
        ? { en: ` Its clauses are ${clauses.join(', ')}.`, id: ` Klausanya: ${clauses.join(', ')}.` }
        : same('');
    return {
        en: `\`${shown(word)}\` is no clause of ${article(keyword)}.${known.en}`,
        id: `\`${shown(word)}\` bukan klausa \`${keyword}\`.${known.id}`,
    };
}

/** A clause keyword, misspelt. */
export function unknownClause(word: string, keyword: string, meant: string): Message {
    return {
        en: `\`${shown(word)}\` is no clause of ${article(keyword)}.${didYouMean(meant).en}`,
        id: `\`${shown(word)}\` bukan klausa \`${keyword}\`.${didYouMean(meant).id}`,
    };
}

/** A clause that exists, but not in this kind of declaration. */
export function misplaced(word: string, keyword: string): Message {
    return {
        en: `\`${word}\` cannot stand in ${article(keyword)}, or is not complete before it.`,
        id: `\`${word}\` tidak boleh berada di dalam \`${keyword}\`, atau bagian sebelumnya belum lengkap.`,
    };
}

/** A declaration keyword, misspelt. */
export function unknownDeclaration(word: string, meant: string): Message {
    return {
        en: `\`${shown(word)}\` begins no declaration.${didYouMean(meant).en}`,
        id: `\`${shown(word)}\` bukan awal deklarasi.${didYouMean(meant).id}`,
    };
}

/** Words outside of any declaration. */
export function noDeclaration(word: string, meant: string | undefined): Message {
    return {
        en: `A declaration such as \`program name "Title" { … }\` is expected here, not \`${shown(word)}\`.${didYouMean(meant).en}`,
        id: `Di sini seharusnya deklarasi seperti \`program nama "Judul" { … }\`, bukan \`${shown(word)}\`.${didYouMean(meant).id}`,
    };
}

/** A closing brace that nothing opened. */
export function strayClose(): Message {
    return { en: 'This `}` closes nothing.', id: '`}` ini tidak menutup apa pun.' };
}

/** A declaration without a name. */
export function missingName(keyword: string): Message {
    return {
        en: `\`${keyword}\` needs a name before its title, such as \`${keyword} my-name "Title"\`.`,
        id: `\`${keyword}\` memerlukan nama sebelum judulnya, seperti \`${keyword} nama-saya "Judul"\`.`,
    };
}

/** A declaration without a title. */
export function missingTitle(keyword: string, name: string): Message {
    return {
        en: `\`${keyword} ${name}\` needs a title in quotes behind its name.`,
        id: `\`${keyword} ${name}\` memerlukan judul dalam tanda kutip setelah namanya.`,
    };
}

/** A block that is never opened. */
export function missingOpen(keyword: string, name: string): Message {
    return {
        en: `A \`{\` is missing before the clauses of \`${keyword} ${name}\`.`,
        id: `Kurang \`{\` sebelum klausa \`${keyword} ${name}\`.`,
    };
}

/** A block that is never closed. */
export function missingClose(keyword: string, name: string): Message {
    return {
        en: `\`${keyword} ${name}\` is not closed: a \`}\` is missing.`,
        id: `\`${keyword} ${name}\` belum ditutup: kurang \`}\`.`,
    };
}

/** A text without its closing quote. */
export function unclosedText(block: boolean): Message {
    const quote = block ? '"""' : '"';
    return {
        en: `This text is not closed: \`${quote}\` is missing${block ? '' : ' at the end of the line'}.`,
        id: `Teks ini belum ditutup: kurang \`${quote}\`${block ? '' : ' di akhir baris'}.`,
    };
}

/** A comment without its end. */
export function unclosedComment(): Message {
    return { en: 'This comment is not closed: `*/` is missing.', id: 'Komentar ini belum ditutup: kurang `*/`.' };
}

function article(keyword: string): string {
    return `${/^[aeio]/.test(keyword) ? 'an' : 'a'} ${keyword}`;
}
