import { resolve } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { fixAll } from '../fixes/fixes.ts';
import { applyEdits, type Change } from '../format/edits.ts';
import { cwd } from './command.ts';
import { DISK } from './files.ts';
import type { Loaded, Sources } from './load.ts';

/** How often what a fix brings to light is fixed in turn; more would mean that two fixes undo each other. */
const MOST_ROUNDS = 20;

/** A file that fixes change: its whole text before and after, as it is on the disk. */
export interface Fixed {
    readonly name: string;
    readonly before: string;
    readonly after: string;
}

/**
 * Applies all safe fixes of what is reported, again and again until none is left, and gives the files that differ, by
 * name. The workspace has the new texts; nothing is written. Files that are not UTF-8, and libraries, are left alone.
 */
export function fixPlans({ workspace, roots }: Loaded, sources: Sources, reports: (rule: string) => boolean): Fixed[] {
    const textOf = (file: string): string | undefined => workspace.lines(file)?.text;
    const isOurs = (file: string): boolean => sources.files.get(file)?.badAt === undefined && sources.files.has(file);
    for (const root of roots) {
        for (let round = 0; round < MOST_ROUNDS; round++) {
            const checked = workspace.check(root);
            const findings = checked.findings.filter((finding) => reports(finding.rule) && isOurs(finding.at.file));
            const edits = fixAll({ ...checked, findings }, textOf).filter((edit) => isOurs(edit.file));
            if (edits.length === 0) {
                break;
            }
            for (const file of new Set(edits.map((edit) => edit.file))) {
                const text = textOf(file)!;
                const own = edits.filter((edit) => edit.file === file).map((edit) => withLineEnds(edit, text));
                workspace.setFile(file, applyEdits(text, own));
            }
        }
    }
    return [...sources.files].flatMap(([name, { text }]) => {
        const after = textOf(name) ?? text;
        if (after === text) {
            return [];
        }
        const mark = hasMark(name) ? '\ufeff' : '';
        return [{ name, before: mark + text, after: mark + after }];
    });
}

/** A change whose line ends are those of the text. */
function withLineEnds(change: Change, text: string): Change {
    return text.includes('\r\n') ? { ...change, text: change.text.replace(/\r?\n/g, '\r\n') } : change;
}

/** Whether a file begins with a byte order mark, which its text in the workspace has not. */
function hasMark(name: string): boolean {
    return DISK.bytes(resolve(cwd, name))
        .subarray(0, 3)
        .equals(Buffer.from([0xef, 0xbb, 0xbf]));
}

/** What fixes change, as a unified patch that `git apply` and `patch -p1` take. */
export function patchOf(fixed: readonly Fixed[]): string {
    return fixed
        .map(({ name, before, after }) => createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after))
        .map((patch) => patch.replace(/^=+\n/, ''))
        .join('');
}
