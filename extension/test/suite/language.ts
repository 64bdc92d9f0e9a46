import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, at, find, findings, open, replace, restore } from './plan.ts';
import { type Test, until } from './run.ts';

const PROGRAMS = 'programs/governance.smartcity';

/** The text of a hover. */
function textOf(hovers: readonly vscode.Hover[]): string {
    return hovers
        .flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)))
        .join('\n');
}

export const language: readonly Test[] = [
    [
        'sleeps until a .smartcity file is opened, and then activates within 500 ms',
        async () => {
            const extension = vscode.extensions.getExtension('smartcity.smartcity')!;
            assert.equal(extension.isActive, false);
            await open(PROGRAMS);
            await until('activation', () => extension.isActive || undefined);
            const { milliseconds } = await activated();
            assert.ok(milliseconds < 500, `activation took ${milliseconds} ms`);
            return `activation took ${milliseconds.toFixed(1)} ms`;
        },
    ],
    [
        'finds in the whole plan what the command line finds, also in files that are not open',
        async () => {
            const begin = Date.now();
            const [found] = await until('duplicate-service', () => {
                const list = findings('applications.smartcity', 'duplicate-service');
                return list.length > 0 ? list : undefined;
            });
            assert.match(found!.message, /agency-hotline/);
            assert.equal(found!.severity, vscode.DiagnosticSeverity.Error);
            assert.equal(found!.source, 'smartcity');
            return `${Date.now() - begin} ms after activation`;
        },
    ],
    [
        'offers quick fixes, and one of them resolves its finding',
        async () => {
            const editor = await open(PROGRAMS);
            await replace(editor, 'needs intra-network', 'needs intra-netwrok');
            const [broken] = await until('unresolved-reference', () => {
                const list = findings(PROGRAMS, 'unresolved-reference');
                return list.length > 0 ? list : undefined;
            });
            const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
                'vscode.executeCodeActionProvider',
                at(PROGRAMS),
                broken!.range,
                vscode.CodeActionKind.QuickFix.value,
                20,
            );
            const fix = actions.find(({ title }) => title.includes('intra-network'));
            assert.ok(fix?.edit, `no fix among: ${actions.map(({ title }) => title).join(', ')}`);
            await vscode.workspace.applyEdit(fix.edit);
            await until(
                'no unresolved-reference',
                () => findings(PROGRAMS, 'unresolved-reference').length === 0 || undefined,
            );
            assert.ok(!editor.document.getText().includes('intra-netwrok'));
            await restore(PROGRAMS);
        },
    ],
    [
        'renames across files',
        async () => {
            const { document } = await open('services-and-data.smartcity');
            const text = (await vscode.workspace.openTextDocument(at('applications.smartcity'))).getText();
            assert.ok(text.includes('public-complaints'));
            const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
                'vscode.executeDocumentRenameProvider',
                document.uri,
                find(document, 'public-complaints', 'service public-complaints'),
                'citizen-complaints',
            );
            const files = edit.entries().map(([uri]) => uri.path.split('/').pop());
            assert.ok(
                files.includes('services-and-data.smartcity') && files.includes('applications.smartcity'),
                files.join(),
            );
            await vscode.workspace.applyEdit(edit);
            await until(
                'findings about the new name',
                () =>
                    findings('applications.smartcity', 'duplicate-service').some(({ message }) =>
                        message.includes('citizen-complaints'),
                    ) || undefined,
            );
            for (const [uri] of edit.entries()) {
                await restore(uri.path.slice(at('').path.length).replace(/^\//, ''));
            }
            await until(
                'findings about the old name',
                () =>
                    findings('applications.smartcity', 'duplicate-service').some(({ message }) =>
                        message.includes('public-complaints'),
                    ) || undefined,
            );
        },
    ],
    [
        'completes names of the right kind',
        async () => {
            const { document } = await open(PROGRAMS);
            const position = find(document, 'diskominfo', 'owner diskominfo').translate(0, 3);
            const list = await vscode.commands.executeCommand<vscode.CompletionList>(
                'vscode.executeCompletionItemProvider',
                document.uri,
                position,
            );
            const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
            assert.ok(labels.includes('diskominfo'), labels.slice(0, 20).join());
        },
    ],
    [
        'says in a hover what a name stands for',
        async () => {
            const { document } = await open(PROGRAMS);
            const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
                'vscode.executeHoverProvider',
                document.uri,
                find(document, 'diskominfo', 'owner diskominfo'),
            );
            assert.match(textOf(hovers), /Dinas Komunikasi/);
        },
    ],
    [
        'opens a built-in library, read-only, where a name of it is declared',
        async () => {
            const { document } = await open(PROGRAMS);
            const places = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
                'vscode.executeDefinitionProvider',
                document.uri,
                find(document, 'governance.bureaucracy').translate(0, 12),
            );
            const uri = places.map((place) => ('targetUri' in place ? place.targetUri : place.uri))[0]!;
            assert.equal(uri.scheme, 'smartcity-library');
            const library = await vscode.workspace.openTextDocument(uri);
            assert.match(library.getText(), /dimension governance/);
        },
    ],
    [
        'shows the page of a rule',
        async () => {
            const page = await vscode.workspace.openTextDocument(
                vscode.Uri.parse('smartcity-rule:/duplicate-service.md'),
            );
            assert.match(page.getText(), /^# `duplicate-service`/);
        },
    ],
    [
        'checks smartcity.json against its schema',
        async () => {
            const file = at('smartcity.json');
            const editor = await open('smartcity.json');
            await editor.edit((edit) =>
                edit.insert(new vscode.Position(1, 0), '    "rules": { "single-fund": "loud" },\n'),
            );
            await until(
                'a complaint about the severity',
                () => vscode.languages.getDiagnostics(file).length > 0 || undefined,
            );
            await restore('smartcity.json');
            await until('no complaint', () => vscode.languages.getDiagnostics(file).length === 0 || undefined);
        },
    ],
    [
        'writes a new masterplan in which nothing is wrong',
        async () => {
            const folder = at('.');
            const file = await vscode.commands.executeCommand<vscode.Uri>('smartcity.newMasterplan', {
                city: 'Kota Blitar',
                firstYear: 2027,
                lastYear: 2031,
                folder,
            });
            assert.ok(file.path.endsWith('/blitar/masterplan.smartcity'), file.path);
            // Deliberately wrong first: an empty list of findings could also mean that nobody has looked.
            const editor = await vscode.window.showTextDocument(file);
            const text = editor.document.getText();
            await replace(editor, 'owner disdukcapil\n    partners', 'partners');
            await until('a finding', () => vscode.languages.getDiagnostics(file).length > 0 || undefined);
            await vscode.commands.executeCommand('workbench.action.files.revert');
            await until('no findings', () => vscode.languages.getDiagnostics(file).length === 0 || undefined);
            assert.equal(editor.document.getText(), text);
            await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
            await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, 'blitar'), { recursive: true });
        },
    ],
    [
        'offers to check the plan as a task, and the task puts its findings into the list of problems',
        async () => {
            const tasks = await vscode.tasks.fetchTasks({ type: 'smartcity' });
            const task = tasks.find(({ definition }) => definition.path === '.');
            assert.ok(task, 'no task for the workspace folder');
            assert.deepEqual([...task.problemMatchers], ['$smartcity-error', '$smartcity-warning', '$smartcity-info']);
            const code = await new Promise<number | undefined>((ended, failed) => {
                const listener = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
                    if (execution.task.name === task.name) {
                        listener.dispose();
                        ended(exitCode);
                    }
                });
                vscode.tasks.executeTask(task).then(undefined, failed);
            });
            assert.equal(code, 1);
        },
    ],
];
