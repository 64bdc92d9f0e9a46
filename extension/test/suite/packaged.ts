import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, findings, open } from './plan.ts';
import { type Test, until } from './run.ts';
import { preview, shot } from './screen.ts';

/** What a user has after installing the package into an empty profile. */
export const packaged: readonly Test[] = [
    [
        'is installed from the package, and activates',
        async () => {
            const extension = vscode.extensions.getExtension('smartcity.smartcity');
            assert.ok(extension, 'the package is not installed');
            assert.match(extension.extensionPath, /extensions/);
            await open('programs/governance.smartcity');
            const { milliseconds } = await activated();
            assert.ok(milliseconds < 500, `activation took ${milliseconds} ms`);
            return `activation took ${milliseconds.toFixed(1)} ms`;
        },
    ],
    [
        'finds what there is to find',
        async () => {
            await until(
                'findings',
                () => findings('applications.smartcity', 'duplicate-service').length > 0 || undefined,
            );
        },
    ],
    [
        'draws the preview',
        async () => {
            await vscode.commands.executeCommand('smartcity.openPreview');
            await preview.wait(`document.body.dataset.programs === '47'`);
            await shot('package');
        },
    ],
    [
        'checks a plan with the command line that it brings',
        async () => {
            const tasks = await vscode.tasks.fetchTasks({ type: 'smartcity' });
            assert.ok(tasks.length > 0, 'no task is offered');
        },
    ],
];
