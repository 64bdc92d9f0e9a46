import { writeTextMateGrammar } from './grammar.ts';
import { writeSettingsSchema } from './schema.ts';
import { writeStyles } from './styles.ts';

/** The files of the extension that follow from the language: texts by name. `langium` is the text of the grammar. */
export function writeFiles(langium: string): Map<string, string> {
    const json = (value: object): string => `${JSON.stringify(value, undefined, 1)}\n`;
    return new Map([
        ['smartcity.tmLanguage.json', json(writeTextMateGrammar(langium))],
        ['smartcity.schema.json', json(writeSettingsSchema())],
        ['webview.css', writeStyles()],
    ]);
}
