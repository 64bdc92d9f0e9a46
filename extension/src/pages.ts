import * as vscode from 'vscode';
import { METHOD, type PlanPage, type PlanPageParams } from '../../language/src/protocol.ts';
import { addressOfRule } from './documents.ts';
import type { Server } from './server.ts';

/** Opens the page of a rule. Without a name it asks for one; the rules found at the cursor stand first. */
export async function explainRule(server: Server, rule?: string): Promise<void> {
    const name = rule ?? (await chooseRule(server));
    if (name !== undefined) {
        await vscode.commands.executeCommand('markdown.showPreview', addressOfRule(name));
    }
}

async function chooseRule(server: Server): Promise<string | undefined> {
    const editor = vscode.window.activeTextEditor;
    const found = editor === undefined ? [] : vscode.languages.getDiagnostics(editor.document.uri);
    const line = editor?.selection.active.line;
    const here = found.filter(({ range }) => line !== undefined && range.start.line <= line && range.end.line >= line);
    const names = new Set([...here, ...found].map(codeOf).filter((code) => code !== ''));
    for (const diagnostics of vscode.languages.getDiagnostics()) {
        for (const diagnostic of diagnostics[1]) {
            if (diagnostic.source === 'smartcity') {
                names.add(codeOf(diagnostic));
            }
        }
    }
    if (names.size === 0) {
        const typed = await vscode.window.showInputBox({
            prompt: vscode.l10n.t('Nothing was found in the open plan. Which rule should be explained?'),
            placeHolder: 'duplicate-service',
        });
        return typed === '' || server.state !== 'running' ? undefined : typed;
    }
    return vscode.window.showQuickPick([...names], { placeHolder: vscode.l10n.t('Which rule should be explained?') });
}

/** The rule's name of a finding. */
export function codeOf({ code }: vscode.Diagnostic): string {
    return String(typeof code === 'object' ? code.value : (code ?? ''));
}

/** Writes the whole plan of the file in sight as one HTML page. Without a place it asks for one. */
export async function exportPage(server: Server, target?: vscode.Uri): Promise<vscode.Uri | undefined> {
    const file = vscode.window.activeTextEditor?.document.uri.toString();
    const params: PlanPageParams = file === undefined ? {} : { file };
    const page = await server.ask<PlanPage>(METHOD.planPage, params);
    if (page === undefined || page.html === null) {
        void vscode.window.showWarningMessage(
            vscode.l10n.t('There is no plan to export: open one of its files first.'),
        );
        return undefined;
    }
    return save(target, `${page.name}.html`, { HTML: ['html'] }, new TextEncoder().encode(page.html));
}

/** Writes a file where the user says, or to the place given, and offers to open it. */
export async function save(
    target: vscode.Uri | undefined,
    name: string,
    filters: Record<string, string[]>,
    bytes: Uint8Array,
): Promise<vscode.Uri | undefined> {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const place =
        target ??
        (await vscode.window.showSaveDialog({
            filters,
            ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) }),
        }));
    if (place === undefined) {
        return undefined;
    }
    await vscode.workspace.fs.writeFile(place, bytes);
    if (target === undefined) {
        const open = vscode.l10n.t('Open');
        void vscode.window
            .showInformationMessage(vscode.l10n.t('Written: {0}', vscode.workspace.asRelativePath(place)), open)
            .then((chosen) => (chosen === open ? vscode.env.openExternal(place) : undefined));
    }
    return place;
}
