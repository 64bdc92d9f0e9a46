import * as vscode from 'vscode';
import plan from '../../examples/minimal/plan.smartcity';
import settings from '../../examples/minimal/smartcity.json';

/** The clause that is taken away and brought back, in the sample's program. */
const OWNER = 'owner disdukcapil';
const PROGRAM = 'program online-letters';

/** The sample city of the walkthrough. Its steps are done when the plan says so, however the user got there. */
export function registerSample(context: vscode.ExtensionContext): vscode.Disposable {
    const folder = vscode.Uri.joinPath(context.globalStorageUri, 'sample');
    const file = vscode.Uri.joinPath(folder, 'plan.smartcity');
    let broken = false;
    const set = (name: string, value: boolean) =>
        vscode.commands.executeCommand('setContext', `smartcity.${name}`, value);
    const open = async (): Promise<vscode.TextEditor> => {
        await vscode.workspace.fs.createDirectory(folder);
        const exists = await vscode.workspace.fs.stat(file).then(
            () => true,
            () => false,
        );
        if (!exists) {
            const encode = (text: string) => new TextEncoder().encode(text);
            await vscode.workspace.fs.writeFile(
                vscode.Uri.joinPath(folder, 'smartcity.json'),
                encode(JSON.stringify(settings)),
            );
            await vscode.workspace.fs.writeFile(file, encode(plan));
        }
        const editor = await vscode.window.showTextDocument(file, { viewColumn: vscode.ViewColumn.One });
        await set('sampleOpen', true);
        return editor;
    };
    const judge = (): void => {
        const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
        if (document === undefined) {
            return;
        }
        const wrong = vscode.languages
            .getDiagnostics(file)
            .some(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
        if (wrong && !broken) {
            broken = true;
            void set('sampleBroken', true);
        } else if (!wrong && broken) {
            broken = false;
            void set('sampleFixed', true);
        }
    };
    return vscode.Disposable.from(
        vscode.languages.onDidChangeDiagnostics(({ uris }) => {
            if (uris.some((uri) => uri.toString() === file.toString())) {
                judge();
            }
        }),
        vscode.commands.registerCommand('smartcity.sample.open', open),
        vscode.commands.registerCommand('smartcity.sample.break', async () => {
            const { edit, document } = await open();
            const text = document.getText();
            const at = text.indexOf(OWNER, text.indexOf(PROGRAM));
            if (at >= 0) {
                const [start, end] = [document.positionAt(at), document.positionAt(at + OWNER.length)];
                await edit((change) => change.delete(new vscode.Range(start, end)));
            }
        }),
        vscode.commands.registerCommand('smartcity.sample.show', async () => {
            const editor = await open();
            const [first] = vscode.languages.getDiagnostics(file);
            if (first !== undefined) {
                editor.selection = new vscode.Selection(first.range.start, first.range.start);
                editor.revealRange(first.range);
            }
            await vscode.commands.executeCommand('workbench.actions.view.problems');
        }),
        vscode.commands.registerCommand('smartcity.sample.fix', async () => {
            const { edit, document } = await open();
            const text = document.getText();
            const program = text.indexOf(PROGRAM);
            if (!text.includes(OWNER, program)) {
                const behind = document.positionAt(text.indexOf('{', program) + 1);
                await edit((change) => change.insert(behind, `\n    ${OWNER}`));
            }
        }),
    );
}
