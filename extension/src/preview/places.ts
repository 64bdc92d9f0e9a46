import * as vscode from 'vscode';

/** Brings a clause into sight and puts the cursor there: where its file is open already, else in the first column. */
export async function goTo(file: string, start: number, end: number): Promise<void> {
    const uri = vscode.Uri.parse(file, true);
    const document = await vscode.workspace.openTextDocument(uri);
    const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
    const editor = await vscode.window.showTextDocument(document, shown?.viewColumn ?? vscode.ViewColumn.One);
    const from = document.positionAt(start);
    const range = new vscode.Range(from, document.positionAt(end));
    editor.selection = new vscode.Selection(from, from);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
