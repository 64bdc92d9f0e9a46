import { viewOfFile } from '../../src/lsp/plan-view.ts';
import type { View } from '../../src/lsp/view.ts';
import type { Day } from '../../src/plan/calendar.ts';
import { type Config, DEFAULT_CONFIG } from '../../src/plan/config.ts';
import type { Locale } from '../../src/plan/message.ts';
import { Workspace } from '../../src/workspace.ts';
import { type Files, TODAY } from '../support.ts';

/** The cursor in a text of a test. */
export const CURSOR = '<|>';

/** A view at a cursor. */
export interface Asked {
    readonly view: View;
    /** Where the first cursor is, in the view's file. */
    readonly offset: number;
    /** Where all cursors of that file are, in order. */
    readonly offsets: readonly number[];
    readonly workspace: Workspace;
}

/**
 * A view of the file with a cursor `<|>` in it (the first file and its first character, when there is none); the marks
 * are taken out of the text. Several marks stand for several cursors, or the ends of a selection. A single text is the
 * file `plan.smartcity`.
 */
export function viewAt(
    files: Files,
    { config = {}, today = TODAY, locale = 'en' }: { config?: Partial<Config>; today?: Day; locale?: Locale } = {},
): Asked {
    const texts = typeof files === 'string' ? { 'plan.smartcity': files } : files;
    const workspace = new Workspace(today);
    workspace.setSettings('.', {
        config: { ...DEFAULT_CONFIG, ...config },
        excludes: () => false,
        baseline: new Set(),
    });
    let asked: { readonly file: string; readonly offsets: readonly number[] } | undefined;
    for (const [file, marked] of Object.entries(texts)) {
        const pieces = marked.split(CURSOR);
        workspace.setFile(file, pieces.join(''));
        if (pieces.length > 1 && asked === undefined) {
            let at = 0;
            asked = { file, offsets: pieces.slice(0, -1).map((piece) => (at += piece.length)) };
        }
    }
    asked ??= { file: Object.keys(texts)[0]!, offsets: [0] };
    const view = viewOfFile(workspace, asked.file, { today, locale });
    if (view === undefined) {
        throw new Error(`no plan: ${asked.file}`);
    }
    return { view, offset: asked.offsets[0]!, offsets: asked.offsets, workspace };
}
