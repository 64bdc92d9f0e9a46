import * as vscode from 'vscode';
import { open } from './plan.ts';
import { preview } from './screen.ts';

/** The file that most tests work in. */
export const PROGRAMS = 'programs/governance.smartcity';

/** The row of a program. */
export const row = (name: string): string => `.row[data-row="${name}"]`;
/** The bar of a program. */
export const bar = (name: string): string => `${row(name)} .years [data-key="${name}"]`;
/** Whether a selector finds something, as an expression. */
export const has = (selector: string): string => `document.querySelector('${selector}') !== null`;
/** The text that a selector finds, as an expression. */
export const text = (selector: string): string => `document.querySelector('${selector}')?.textContent`;

/** A view of the preview, drawn. */
export async function show(view: 'roadmap' | 'maturity' | 'silos' | 'money'): Promise<void> {
    await preview.click(`#tab-${view}`);
    await preview.wait(`document.body.dataset.view === '${view}'`);
    if (view !== 'roadmap') {
        await preview.wait(has('figure svg'));
    }
}

/** Changes the theme, and waits until the panel has followed. */
export async function setTheme(name: string, className: string): Promise<void> {
    await vscode.workspace.getConfiguration('workbench').update('colorTheme', name, vscode.ConfigurationTarget.Global);
    await preview.wait(`document.body.classList.contains('${className}')`);
}

/** Opens the preview of Kota Kediri beside a file. */
export async function openPreview(): Promise<void> {
    await open(PROGRAMS);
    await vscode.commands.executeCommand('smartcity.openPreview', 'roadmap');
    await preview.wait(
        `document.body.dataset.view === 'roadmap' && document.body.dataset.programs === '47' && ${has(row('city-fibre'))}`,
    );
}

/** Where the cursor stands after something led there. */
export function cursor(): { readonly file: string; readonly offset: number } {
    const editor = vscode.window.activeTextEditor;
    return editor === undefined
        ? { file: '', offset: -1 }
        : { file: editor.document.uri.path, offset: editor.document.offsetAt(editor.selection.active) };
}
