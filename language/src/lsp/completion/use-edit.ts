import type { TextEdit } from 'vscode-languageserver-types';
import { rangeBetween } from '../positions.ts';
import type { View } from '../view.ts';

/** Makes the plan use a library: behind the last one that this file uses, or in a line of its own at the file's top. */
export function useEdit(view: View, library: string): TextEdit {
    const { fragment, lines } = view;
    const last = fragment.uses.at(-1)?.libraries.at(-1);
    if (last !== undefined) {
        return { range: rangeBetween(lines, last.at.end, last.at.end), newText: `, ${library}` };
    }
    const eol = lines.text.includes('\r\n') ? '\r\n' : '\n';
    const blank = fragment.declarations.length + fragment.waivers.length === 0 ? '' : eol;
    return { range: rangeBetween(lines, 0, 0), newText: `use ${library}${eol}${blank}` };
}
