import * as vscode from 'vscode';
import { METHOD, type PlanPage, type PlanPageParams } from '../../language/src/protocol.ts';
import { addressOfRule } from './documents.ts';
import type { Server } from './server.ts';

/** Opens the page of a rule. Without a name it asks for one; the rules found at the cursor stand first. */
export async function explainRule(context: vscode.ExtensionContext, rule?: string): Promise<void> {
    const name = rule ?? (await chooseRule(context));
    if (name !== undefined) {
        await vscode.commands.executeCommand('markdown.showPreview', addressOfRule(name));
    }
}

/** Asks for a rule: what is found at the cursor first, then in the file, then every other. */
async function chooseRule(context: vscode.ExtensionContext): Promise<string | undefined> {
    const editor = vscode.window.activeTextEditor;
    const found = editor === undefined ? [] : vscode.languages.getDiagnostics(editor.document.uri);
    const line = editor?.selection.active.line;
    const here = found.filter(({ range }) => line !== undefined && range.start.line <= line && range.end.line >= line);
    const titles = await readTitles(context);
    const names = new Set(
        [...here.map(codeOf), ...found.map(codeOf), ...titles.keys()].filter((name) => titles.has(name)),
    );
    const items = [...names].map((label) => ({ label, description: titles.get(label) ?? '' }));
    const options = { placeHolder: vscode.l10n.t('Which rule should be explained?'), matchOnDescription: true };
    return (await vscode.window.showQuickPick(items, options))?.label;
}

/** Every rule and what it says in a line, as the schema of smartcity.json has them. */
async function readTitles(context: vscode.ExtensionContext): Promise<ReadonlyMap<string, string>> {
    const file = vscode.Uri.joinPath(context.extensionUri, 'dist', 'smartcity.schema.json');
    const schema = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file))) as {
        properties: { rules: { properties: Record<string, { markdownDescription: string }> } };
    };
    const isIndonesian = vscode.env.language.startsWith('id');
    return new Map(
        Object.entries(schema.properties.rules.properties).map(([name, { markdownDescription }]) => {
            const [english, indonesian] = markdownDescription.split('  \n');
            return [name, (isIndonesian ? indonesian?.replace(/^_|_$/g, '') : english) ?? ''];
        }),
    );
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
