import fc from 'fast-check';
import { readFragment } from '../../../src/syntax/read.ts';

/** The declarations of a plan, each as its text; waivers and what is used too. */
export function piecesOf(files: Readonly<Record<string, string>>): string[] {
    return Object.entries(files).flatMap(([file, text]) => {
        const { declarations, waivers, uses } = readFragment(file, text);
        const spans = [...declarations, ...waivers].map(({ whole }) => whole);
        return [...spans, ...uses.map(({ clause }) => clause)].map(({ start, end }) => text.slice(start, end));
    });
}

/** The same plan in any order of declarations, and in any files. */
export function shuffled(files: Readonly<Record<string, string>>): fc.Arbitrary<Record<string, string>> {
    const pieces = piecesOf(files);
    return fc
        .record({
            order: fc.shuffledSubarray(
                pieces.map((_, i) => i),
                { minLength: pieces.length, maxLength: pieces.length },
            ),
            names: fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}(\/[a-z]{1,4})?$/), { minLength: 1, maxLength: 5 }),
        })
        .map(({ order, names }) => {
            const result: Record<string, string> = {};
            order.forEach((piece, i) => {
                const name = `${names[i % names.length]}.smartcity`;
                result[name] = `${result[name] ?? ''}${pieces[piece]}\n`;
            });
            return result;
        });
}

/** A name changed wherever it is written. */
export function renamed(files: Readonly<Record<string, string>>, name: string, other: string): Record<string, string> {
    const word = new RegExp(`(?<![\\w-])${name}(?![\\w-])`, 'g');
    return Object.fromEntries(Object.entries(files).map(([file, text]) => [file, text.replace(word, other)]));
}
