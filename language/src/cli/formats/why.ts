import type { Colors } from 'picocolors/types.js';
import type { Reason } from '../../analysis/why/reason.ts';
import type { Locale } from '../../plan/message.ts';
import type { Origin } from '../../plan/origin.ts';
import { CAUTION } from '../../render/words.ts';
import type { Workspace } from '../../workspace.ts';
import { oneLine } from '../words.ts';

/** An explanation for people: a tree of sentences, each with the clause that says so. */
export function writeWhyText(reason: Reason, workspace: Workspace, locale: Locale, colors: Colors): string {
    const lines: string[] = [];
    const write = ({ sentence, at, because }: Reason, lead: string, rest: string): void => {
        lines.push(`${colors.dim(lead)}${oneLine(sentence[locale])}${colors.dim(placeOf(workspace, at))}`);
        because.forEach((each, i) => {
            const isLast = i === because.length - 1;
            write(each, `${rest}${isLast ? '└─ ' : '├─ '}`, `${rest}${isLast ? '   ' : '│  '}`);
        });
    };
    write(reason, '', '');
    lines.push('', colors.dim(CAUTION[locale]));
    return `${lines.join('\n')}\n`;
}

function placeOf(workspace: Workspace, at: Origin | undefined): string {
    if (at === undefined) {
        return '';
    }
    const { line, column } = workspace.place(at);
    return `  ${at.file}:${line}:${column}`;
}

/** An explanation for machines; the shape is stable (`formatVersion`). */
export function writeWhyJson(name: string, reason: Reason, workspace: Workspace, locale: Locale): string {
    const tree = ({ sentence, at, because }: Reason): object => ({
        message: sentence[locale],
        ...(at === undefined ? {} : { file: at.file, ...workspace.place(at) }),
        because: because.map(tree),
    });
    return `${JSON.stringify({ formatVersion: 1, name, ...tree(reason) }, null, 2)}\n`;
}
