import { join } from 'node:path';
import * as vscode from 'vscode';

/** Offers `smartcity check` as a task: for the workspace folder, and for every plan below it. */
export function provideTasks(context: vscode.ExtensionContext): vscode.Disposable {
    const program = context.asAbsolutePath(join('dist', 'smartcity.cjs'));
    const make = (definition: vscode.TaskDefinition, folder: vscode.WorkspaceFolder): vscode.Task => {
        const path = String(definition.path ?? '.');
        // VS Code's own Node runs it: nobody has to have installed one.
        const execution = new vscode.ProcessExecution(process.execPath, [program, 'check', path], {
            cwd: folder.uri.fsPath,
            env: { ELECTRON_RUN_AS_NODE: '1', NO_COLOR: '1' },
        });
        const matchers = ['$smartcity-error', '$smartcity-warning', '$smartcity-info'];
        const task = new vscode.Task(definition, folder, `check ${path}`, 'smartcity', execution, matchers);
        task.group = vscode.TaskGroup.Test;
        task.presentationOptions = { clear: true, reveal: vscode.TaskRevealKind.Always };
        return task;
    };
    return vscode.tasks.registerTaskProvider('smartcity', {
        async provideTasks(token) {
            const tasks: vscode.Task[] = [];
            for (const folder of vscode.workspace.workspaceFolders ?? []) {
                if (folder.uri.scheme !== 'file') {
                    continue;
                }
                const pattern = new vscode.RelativePattern(folder, '**/smartcity.json');
                const files = await vscode.workspace.findFiles(pattern, '**/node_modules/**', 20, token);
                const paths = new Set(['.', ...files.map((file) => pathIn(folder, file))]);
                tasks.push(...[...paths].sort().map((path) => make({ type: 'smartcity', path }, folder)));
            }
            return tasks;
        },
        resolveTask(task) {
            const folder = task.scope;
            return typeof folder === 'object' && folder !== null ? make(task.definition, folder) : undefined;
        },
    });
}

/** The folder that a file lies in, from the workspace folder. */
function pathIn(folder: vscode.WorkspaceFolder, file: vscode.Uri): string {
    const path = file.path.slice(folder.uri.path.length).replace(/^\//, '');
    return path.replace(/\/?smartcity\.json$/, '') || '.';
}
