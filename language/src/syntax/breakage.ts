import { type Message, same } from '../plan/message.ts';
import { expectation, nameOf } from './expectations.ts';
import { spellInvisible } from './invisible.ts';
import { patternOf } from './patterns.ts';

/**
 * What is said of a broken place: the construct, what was expected there, and the likely word. Every sentence begins
 * with what stands there or what is missing, so that it can be read aloud beside the text.
 */

/** A clause that ends too early. `before` is its last word. */
export function incomplete(keyword: string, before: string, expected: readonly string[]): Message {
    const wanted = expectation(before, expected);
    return wanted === undefined
        ? { en: `\`${keyword}\` is not complete.`, id: `\`${keyword}\` belum lengkap.` }
        : {
              en: `\`${keyword}\` is not complete: ${wanted.en} ${wanted.en.startsWith('names') ? 'are' : 'is'} missing.`,
              id: `\`${keyword}\` belum lengkap: kurang ${wanted.id}.`,
          };
}

/** A clause that stops making sense at a word; `before` is the one before it. */
export function broken(keyword: string, before: string, word: string, expected: readonly string[]): Message {
    const wanted = expectation(before, expected);
    return wanted === undefined
        ? {
              en: `\`${shown(word)}\` does not belong here, in \`${keyword}\`.${inFull(keyword).en}`,
              id: `\`${shown(word)}\` tidak pada tempatnya di dalam \`${keyword}\`.${inFull(keyword).id}`,
          }
        : {
              en: `\`${keyword}\` wants ${wanted.en} here, not \`${shown(word)}\`.`,
              id: `\`${keyword}\` memerlukan ${wanted.id} di sini, bukan \`${shown(word)}\`.`,
          };
}

/** A word inside of a clause, misspelt. */
export function misspelt(word: string, meant: string): Message {
    return {
        en: `\`${shown(word)}\` makes no sense here.${didYouMean(meant).en}`,
        id: `\`${shown(word)}\` tidak bermakna di sini.${didYouMean(meant).id}`,
    };
}

/** A word or a comma that is missing before another. */
export function missingWord(missing: string, word: string): Message {
    const { en, id } = nameOf(missing);
    return { en: `${upper(en)} is missing before \`${shown(word)}\`.`, id: `Kurang ${id} sebelum \`${shown(word)}\`.` };
}

/** A comma behind the last name of a list. */
export function danglingComma(): Message {
    return {
        en: 'No comma stands behind the last of a list.',
        id: 'Tidak ada koma setelah butir terakhir suatu daftar.',
    };
}

/** A sign that has no meaning where it stands. */
export function straySign(sign: string): Message {
    return {
        en: `\`${shown(sign)}\` has no meaning here: clauses need no separator.`,
        id: `\`${shown(sign)}\` tidak bermakna di sini: klausa tidak memerlukan pemisah.`,
    };
}

/** A text without any quotes. */
export function unquoted(keyword: string): Message {
    return {
        en: `\`${keyword}\` wants this text in quotes.`,
        id: `\`${keyword}\` memerlukan teks ini dalam tanda kutip.`,
    };
}

/** A word where a clause should begin. `exists` when it is a keyword of something else. */
export function noClause(word: string, keyword: string, clauses: readonly string[], exists: boolean): Message {
    const known =
        exists || clauses.length > 12
            ? same('')
            : {
                  en: ` Its clauses are ${clauses.join(', ')}.`,
                  id: ` Klausanya: ${clauses.join(', ')}.`,
              };
    return {
        en: `\`${shown(word)}\` is no clause of ${article(keyword)}.${known.en}`,
        id: `\`${shown(word)}\` bukan klausa \`${keyword}\`.${known.id}`,
    };
}

/** `after` with a duration where a clause should begin: it belongs into `raises`, before the end of the lift. */
export function lateSuffix(): Message {
    return {
        en: `\`after\` with a duration stands behind the level of \`raises\`, before \`until\`.${inFull('raises').en}`,
        id: `\`after\` dengan lama waktu ditulis setelah tingkat pada \`raises\`, sebelum \`until\`.${inFull('raises').id}`,
    };
}

/** A clause keyword, misspelt. */
export function unknownClause(word: string, keyword: string, meant: string): Message {
    return {
        en: `\`${shown(word)}\` is no clause of ${article(keyword)}.${didYouMean(meant).en}`,
        id: `\`${shown(word)}\` bukan klausa \`${keyword}\`.${didYouMean(meant).id}`,
    };
}

/** Something between a keyword, its name, its title and its block. */
export function misplaced(word: string): Message {
    return {
        en: `\`${shown(word)}\` does not belong here.`,
        id: `\`${shown(word)}\` tidak pada tempatnya di sini.`,
    };
}

/** A declaration inside of one that cannot hold it. */
export function nestedDeclaration(keyword: string, outer: string): Message {
    return {
        en: `${upper(article(keyword))} is not declared inside of ${article(outer)}: it stands for itself.`,
        id: `\`${keyword}\` tidak dideklarasikan di dalam \`${outer}\`: ia berdiri sendiri.`,
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

/** A closing brace where one should open. */
export function wrongBrace(): Message {
    return { en: 'This `}` should be a `{`.', id: '`}` ini seharusnya `{`.' };
}

/** A closing brace with more clauses behind it. */
export function earlyClose(name: string): Message {
    return {
        en: `This \`}\` closes \`${name}\` too early: clauses of it follow.`,
        id: `\`}\` ini menutup \`${name}\` terlalu awal: masih ada klausanya sesudah ini.`,
    };
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
export function missingOpen(name: string): Message {
    return {
        en: `A \`{\` is missing before the clauses of \`${name}\`.`,
        id: `Kurang \`{\` sebelum klausa \`${name}\`.`,
    };
}

/** A block that is never closed. */
export function missingClose(keyword: string, name: string): Message {
    return {
        en: `\`${keyword} ${name}\` is not closed: a \`}\` is missing.`,
        id: `\`${keyword} ${name}\` belum ditutup: kurang \`}\`.`,
    };
}

/** Beside the place of a declaration that is not closed. */
export function beginsHere(): Message {
    return { en: 'It begins here.', id: 'Dimulai di sini.' };
}

/** A name with a dot where one is declared. */
export function dottedName(name: string): Message {
    return {
        en: `\`${name}\` cannot be declared: a name has no dot. What is nested is declared inside of its parent.`,
        id: `\`${name}\` tidak dapat dideklarasikan: nama tidak memuat titik. Yang bersarang dideklarasikan di dalam induknya.`,
    };
}

/** A text without its closing quote. */
export function unclosedText(image: string): Message {
    const isBlock = image.startsWith('"""');
    const quote = isBlock ? '"""' : '"';
    return {
        en: `This text is not closed: \`${quote}\` is missing${isBlock ? '' : ' before the end of the line'}.`,
        id: `Teks ini belum ditutup: kurang \`${quote}\`${isBlock ? '' : ' sebelum akhir baris'}.`,
    };
}

/** A line on which a quote is missing somewhere in the middle. */
export function unpairedQuotes(): Message {
    return {
        en: 'The quotes of this line do not pair up: one is missing, or a quote inside of a text lacks its `\\`.',
        id: 'Tanda kutip pada baris ini tidak berpasangan: ada yang kurang, atau kutip di dalam teks belum diberi `\\`.',
    };
}

/** A text between the quotes of a word processor. */
export function curlyQuotes(): Message {
    return { en: 'Texts stand between straight quotes: `"`.', id: 'Teks ditulis di antara tanda kutip lurus: `"`.' };
}

/** A comment without its end. */
export function unclosedComment(): Message {
    return { en: 'This comment is not closed: `*/` is missing.', id: 'Komentar ini belum ditutup: kurang `*/`.' };
}

/** Signs of direction in a text or a comment, by their code points. */
export function turnedRound(signs: readonly string[]): Message {
    const all = signs.join(', ');
    return {
        en: `Invisible signs of direction (${all}) stand here: this is shown otherwise than it is read. Take them out.`,
        id: `Ada tanda arah yang tidak terlihat (${all}) di sini: yang tampak berbeda dari yang dibaca. Hapuslah.`,
    };
}

function shown(word: string): string {
    const line = spellInvisible(word.replace(/\s+/g, ' '));
    return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

function inFull(keyword: string): Message {
    const pattern = patternOf(keyword);
    return pattern === undefined
        ? same('')
        : { en: ` It is written so: \`${pattern}\`.`, id: ` Penulisannya: \`${pattern}\`.` };
}

function didYouMean(meant: string | undefined): Message {
    return meant === undefined ? same('') : { en: ` Did you mean \`${meant}\`?`, id: ` Maksudnya \`${meant}\`?` };
}

function article(keyword: string): string {
    return `${/^[aeio]/.test(keyword) ? 'an' : 'a'} ${keyword}`;
}

function upper(sentence: string): string {
    return sentence[0]!.toUpperCase() + sentence.slice(1);
}
