import type { TextEdit } from 'vscode-languageserver-types';
import { format } from '../format/format.ts';
import { indentLine } from '../format/on-type.ts';
import { textEdits } from './edits.ts';
import type { View } from './view.ts';

/** Lays the document out in the house style, whatever the editor's settings for indentation: a city has one style. */
export function formatDocument({ lines }: View): TextEdit[] {
    return textEdits(lines, format(lines.text));
}

/** Lays out the lines that a stretch touches. */
export function formatRange({ lines }: View, start: number, end: number): TextEdit[] {
    return textEdits(lines, format(lines.text, { range: { start, end } }));
}

/** Indents the line where something was typed that moves it: a new line, or a closing brace. */
export function formatOnType({ lines }: View, offset: number): TextEdit[] {
    return textEdits(lines, indentLine(lines.text, offset));
}
