import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, findings, open, replace, restore } from './plan.ts';
import { type Test, until } from './run.ts';
import { ask, preview } from './screen.ts';

const FILE = 'programs/governance.smartcity';

export const server: readonly Test[] = [
    [
        'loses nothing when the server is killed during an edit, and the panel recovers by itself',
        async () => {
            const { server: own } = await activated();
            const editor = await open(FILE);
            const before = await until('a server', () => own.processId);
            const edit = replace(editor, 'Jaringan serat optik antar-OPD', 'Bertahan');
            process.kill(before, 'SIGKILL');
            await edit;
            assert.equal(await preview.look(`document.querySelector('.row') !== null`), true);
            const begin = Date.now();
            const after = await until('another server', () =>
                own.processId !== undefined && own.processId !== before && own.state === 'running'
                    ? own.processId
                    : undefined,
            );
            assert.notEqual(after, before);
            await preview.wait(
                `document.querySelector('.row[data-row="city-fibre"]')?.textContent.includes('Bertahan') === true`,
            );
            await preview.wait(`document.querySelector('.banner').hidden === true`);
            const took = Date.now() - begin;
            await replace(editor, 'needs intra-network', 'needs intra-netwrok');
            await until(
                'a finding of the new server',
                () => findings(FILE, 'unresolved-reference').length > 0 || undefined,
            );
            await restore(FILE);
            return `back after ${took} ms`;
        },
    ],
    [
        'restarts the server when it is asked to',
        async () => {
            const { server: own } = await activated();
            const before = own.processId;
            await vscode.commands.executeCommand('smartcity.restartServer');
            await until('another server', () => (own.state === 'running' && own.processId !== before) || undefined);
            await preview.wait(`document.querySelector('.banner').hidden === true`);
        },
    ],
    [
        'tells in the status bar what is found in the plan',
        async () => {
            await open(FILE);
            await until('the counts', async () => {
                const items = await ask<string[]>('read', '.statusbar-item');
                return items.some((item) => /Kediri/.test(item) && /\d/.test(item)) || undefined;
            });
        },
    ],
    [
        'prepares a report of a problem, without the plan in it and without sending it',
        async () => {
            await vscode.commands.executeCommand('smartcity.reportProblem');
            const { document } = vscode.window.activeTextEditor!;
            assert.equal(document.isUntitled, true);
            assert.match(document.getText(), /Smartcity \d+\.\d+\.\d+/);
            assert.doesNotMatch(document.getText(), /Kediri/);
            await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
        },
    ],
];
