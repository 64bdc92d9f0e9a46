import { nearest } from '../../plan/distance.ts';
import { Failure } from '../failure.ts';
import { writeCheckJson } from './check-json.ts';
import { writeCheckText } from './check-text.ts';
import { checkstyle } from './checkstyle.ts';
import type { Format } from './format.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { sarif } from './sarif/sarif.ts';

const text: Format = {
    name: 'text',
    purpose: { en: 'for people', id: 'untuk orang' },
    write: (result, { colors }) => writeCheckText(result, colors),
};

const json: Format = {
    name: 'json',
    purpose: { en: 'for programs; the shape is stable', id: 'untuk program; bentuknya tetap' },
    write: (result) => writeCheckJson(result),
};

/** Every format of `smartcity check`, in the order of the help. */
export const FORMATS: readonly Format[] = [text, json, sarif, junit, github, gitlab, checkstyle, markdown];

/** A format, and the file it goes to; standard output without one. */
export interface Output {
    readonly format: Format;
    readonly file: string | undefined;
}

/** Reads `--format` words: `text`, `sarif=out/findings.sarif`. Ends the command when they cannot be met together. */
export function outputsOf(words: readonly string[]): readonly Output[] {
    const outputs = (words.length === 0 ? ['text'] : words).map(outputOf);
    const onScreen = outputs.filter(({ file }) => file === undefined).map(({ format }) => format.name);
    if (onScreen.length > 1) {
        const [first, second] = onScreen;
        throw new Failure({
            en: `Only one format can be printed; there are ${onScreen.join(' and ')}. Send the others to files: \`--format ${first} --format ${second}=FILE\`.`,
            id: `Hanya satu format dapat dicetak; diminta ${onScreen.join(' dan ')}. Kirim yang lain ke berkas: \`--format ${first} --format ${second}=BERKAS\`.`,
        });
    }
    return outputs;
}

function outputOf(word: string): Output {
    const cut = word.indexOf('=');
    const name = cut < 0 ? word : word.slice(0, cut);
    const file = cut < 0 ? undefined : word.slice(cut + 1);
    const names = FORMATS.map((each) => each.name);
    const format = FORMATS.find((each) => each.name === name);
    if (format === undefined) {
        const meant = nearest(name, names);
        throw new Failure({
            en: `There is no format \`${name}\`.${meant === undefined ? '' : ` Did you mean \`${meant}\`?`} Formats: ${names.join(', ')}.`,
            id: `Tidak ada format \`${name}\`.${meant === undefined ? '' : ` Apakah maksudnya \`${meant}\`?`} Format: ${names.join(', ')}.`,
        });
    }
    if (file === '') {
        throw new Failure({
            en: `\`--format ${name}=\` lacks the file: \`--format ${name}=out/findings.${name}\`.`,
            id: `\`--format ${name}=\` tanpa nama berkas: \`--format ${name}=out/temuan.${name}\`.`,
        });
    }
    return { format, file };
}
