import * as vscode from 'vscode';
import type { Api } from '../../src/extension.ts';
import { until } from './run.ts';

/** The address of a file of the opened plan. */
export function at(file: string): vscode.Uri {
    return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, file);
}

/** Opens a file of the plan in the first column. */
export async function open(file: string): Promise<vscode.TextEditor> {
    const document = await vscode.workspace.openTextDocument(at(file));
    return vscode.window.showTextDocument(document, vscode.ViewColumn.One);
}

/** The extension, activated. */
export async function activated(): Promise<Api> {
    const extension = vscode.extensions.getExtension<Api>('smartcity.smartcity');
    if (extension === undefined) {
        throw new Error('the extension is not installed');
    }
    return extension.activate();
}

/** The findings of a rule in a file. */
export function findings(file: string, rule?: string): vscode.Diagnostic[] {
    return vscode.languages.getDiagnostics(at(file)).filter((found) => rule === undefined || codeOf(found) === rule);
}

/** The rule's name of a finding. */
export function codeOf({ code }: vscode.Diagnostic): string {
    return String(typeof code === 'object' ? code.value : code);
}

/** Where a text first stands in a document, from a given text on. */
export function find(document: vscode.TextDocument, text: string, behind = ''): vscode.Position {
    const all = document.getText();
    const index = all.indexOf(text, Math.max(0, all.indexOf(behind)));
    if (index < 0) {
        throw new Error(`the document does not hold ${text}`);
    }
    return document.positionAt(index);
}

/** Replaces the first occurrence of a text. */
export async function replace(editor: vscode.TextEditor, from: string, to: string): Promise<void> {
    const start = find(editor.document, from);
    const end = editor.document.positionAt(editor.document.offsetAt(start) + from.length);
    await editor.edit((edit) => edit.replace(new vscode.Range(start, end), to));
}

/** Takes all changes back, so that the next test finds the plan as it was. */
export async function restore(...files: readonly string[]): Promise<void> {
    for (const file of files) {
        const editor = await open(file);
        if (editor.document.isDirty) {
            await vscode.commands.executeCommand('workbench.action.files.revert');
            await until(`${file} is as on the disk`, () => !editor.document.isDirty || undefined);
        }
    }
}
