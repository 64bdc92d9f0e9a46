import * as vscode from 'vscode';
import { type NewPlan, nameOf, readPeriod, writeNewPlan } from './new-plan.ts';

/** `New Masterplan`: asks for the city and the period, writes a small valid plan into a folder of its own, and opens it. */
export function registerNewMasterplan(): vscode.Disposable {
    return vscode.commands.registerCommand(
        'smartcity.newMasterplan',
        async (given?: NewPlan & { folder: vscode.Uri }) => {
            const plan = given ?? (await ask());
            const parent = given?.folder ?? (plan && (await askFolder()));
            if (plan === undefined || parent === undefined) {
                return undefined;
            }
            const folder = await freeFolder(parent, nameOf(plan.city));
            await vscode.workspace.fs.createDirectory(folder);
            for (const [name, text] of writeNewPlan(plan)) {
                await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), new TextEncoder().encode(text));
            }
            const file = vscode.Uri.joinPath(folder, 'masterplan.smartcity');
            await vscode.window.showTextDocument(file);
            return file;
        },
    );
}

async function ask(): Promise<NewPlan | undefined> {
    const city = await vscode.window.showInputBox({
        title: vscode.l10n.t('New masterplan (1/2)'),
        prompt: vscode.l10n.t('Which city or regency is it for?'),
        placeHolder: 'Kota Kediri',
        validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('The name of the city, please.') : undefined),
    });
    if (city === undefined) {
        return undefined;
    }
    const year = new Date().getFullYear() + 1;
    const period = await vscode.window.showInputBox({
        title: vscode.l10n.t('New masterplan (2/2)'),
        prompt: vscode.l10n.t('From which year to which year?'),
        value: `${year}-${year + 4}`,
        validateInput: (text) =>
            readPeriod(text) === undefined
                ? vscode.l10n.t('Two years, the later one second, such as 2026-2030.')
                : undefined,
    });
    const years = period === undefined ? undefined : readPeriod(period);
    return years === undefined ? undefined : { city: city.trim(), ...years };
}

async function askFolder(): Promise<vscode.Uri | undefined> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    if (folders.length === 1) {
        return folders[0]!.uri;
    }
    if (folders.length > 1) {
        return (await vscode.window.showWorkspaceFolderPick())?.uri;
    }
    const chosen = await vscode.window.showOpenDialog({
        canSelectFiles: false,
        canSelectFolders: true,
        openLabel: vscode.l10n.t('Put the plan here'),
    });
    return chosen?.[0];
}

/** A folder that is not there yet: what a city has written is never overwritten. */
async function freeFolder(parent: vscode.Uri, name: string): Promise<vscode.Uri> {
    for (let count = 1; ; count++) {
        const folder = vscode.Uri.joinPath(parent, count === 1 ? name : `${name}-${count}`);
        try {
            await vscode.workspace.fs.stat(folder);
        } catch {
            return folder;
        }
    }
}
