import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, at, find, findings, open, replace, restore } from './plan.ts';
import { type Test, until } from './run.ts';
import { ask } from './screen.ts';

const PROGRAMS = 'programs/governance.smartcity';

/** A file of the plan as tests name it. */
function fileOf(uri: vscode.Uri): string {
    return uri.path.slice(at('.').path.length).replace(/^\//, '');
}

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
            const { document } = await open('infrastructure.smartcity');
            const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
                'vscode.executeDocumentRenameProvider',
                document.uri,
                find(document, 'intra-network', 'infrastructure intra-network'),
                'city-network',
            );
            const files = edit.entries().map(([uri]) => fileOf(uri));
            assert.ok(files.includes('infrastructure.smartcity') && files.includes(PROGRAMS), files.join());
            await vscode.workspace.applyEdit(edit);
            const programs = await vscode.workspace.openTextDocument(at(PROGRAMS));
            assert.match(programs.getText(), /needs city-network/);
            // A wrong name beside the renamed one: its finding shows that the plan has been read again.
            const editor = await open(PROGRAMS);
            await replace(editor, 'partners dishub', 'partners dishuub');
            await until('a finding', () => findings(PROGRAMS, 'unresolved-reference').length > 0 || undefined);
            assert.deepEqual(
                findings(PROGRAMS, 'unresolved-reference').map(({ range }) => editor.document.getText(range)),
                ['dishuub'],
            );
            await restore(...files);
            await until('no finding', () => findings(PROGRAMS, 'unresolved-reference').length === 0 || undefined);
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
        'counts above a declaration where it is named, and shows the places',
        async () => {
            const { document } = await open('infrastructure.smartcity');
            const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
                'vscode.executeCodeLensProvider',
                document.uri,
                5,
            );
            const lens = lenses.find(({ command }) => /\d references/.test(command?.title ?? ''));
            assert.ok(lens?.command, lenses.map(({ command }) => command?.title).join());
            const { command, arguments: words } = lens.command;
            await vscode.commands.executeCommand(command, ...(words ?? []));
            await until('the places on the screen', async () => {
                const shown = await ask<string[]>('read', '.reference-zone-widget .ref-tree');
                return shown.length > 0 || undefined;
            });
            await vscode.commands.executeCommand('closeReferenceSearch');
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
        'writes a new masterplan without errors',
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
            const errors = (): number =>
                vscode.languages
                    .getDiagnostics(file)
                    .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error).length;
            await until('an error', () => errors() > 0 || undefined);
            await vscode.commands.executeCommand('workbench.action.files.revert');
            await until('no errors', () => errors() === 0 || undefined);
            assert.equal(editor.document.getText(), text);
            await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
        },
    ],
    [
        'offers to check the plan as a task, whose findings go into the list of problems',
        async () => {
            const tasks = await vscode.tasks.fetchTasks({ type: 'smartcity' });
            const task = tasks.find(({ definition }) => definition.path === '.');
            assert.ok(task, 'no task for the workspace folder');
            assert.deepEqual([...task.problemMatchers], ['$smartcity-error', '$smartcity-warning', '$smartcity-info']);
            assert.ok(task.execution instanceof vscode.ProcessExecution);
            assert.deepEqual(task.execution.args.slice(1), ['check', '.']);
        },
    ],
];
