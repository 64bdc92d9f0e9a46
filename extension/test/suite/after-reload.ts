import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, open, replace, restore } from './plan.ts';
import { type Test, until } from './run.ts';
import { preview, shot } from './screen.ts';

export const afterReload: readonly Test[] = [
    [
        'comes back with the window: the preview as it was left',
        async () => {
            const begin = Date.now();
            await preview.wait(`document.body.dataset.programs === '47'`, 40_000);
            const took = Date.now() - begin;
            await preview.wait(`document.querySelector('.row.group') !== null`);
            const left = await preview.look<{ by: string; top: number; zoomed: boolean }>(
                `({ by: document.querySelector('#group-by').value, top: document.querySelector('#stage').scrollTop,
                    zoomed: document.querySelector('.canvas').offsetWidth > document.querySelector('#stage').clientWidth * 1.2 })`,
            );
            assert.deepEqual(left, { by: 'opd', top: 333, zoomed: true });
            await preview.look(`document.querySelector('#stage').scrollTop = 0`);
            await preview.wait(
                `document.querySelector('.row.group[data-row="opd:bappeda"]')?.ariaExpanded === 'false'`,
            );
            await shot('after-reload');
            await preview.select('#group-by', 'dimension');
            await preview.click('#zoom-reset');
            return `${took} ms`;
        },
    ],
    [
        'goes on after the reload: an edit is followed',
        async () => {
            await activated();
            const editor = await open('programs/governance.smartcity');
            await replace(editor, 'Jaringan serat optik antar-OPD', 'Jaringan kedua');
            // Rows out of sight are not built, and the panel may still be coming back to where it was left.
            await preview.wait(
                `(document.querySelector('#stage').scrollTop = 0,
                    document.querySelector('.row[data-row="city-fibre"]')?.textContent.includes('Jaringan kedua') === true)`,
            );
            await restore('programs/governance.smartcity');
        },
    ],
    [
        'leads through the walkthrough: open, break, see, fix',
        async () => {
            await vscode.commands.executeCommand('smartcity.sample.open');
            const { document } = vscode.window.activeTextEditor!;
            assert.match(document.getText(), /masterplan minimal/);
            const errors = (): number =>
                vscode.languages
                    .getDiagnostics(document.uri)
                    .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error).length;
            await vscode.commands.executeCommand('smartcity.sample.break');
            await until('an error', () => errors() > 0 || undefined);
            await vscode.commands.executeCommand('smartcity.sample.show');
            await vscode.commands.executeCommand('smartcity.sample.fix');
            await until('no error', () => errors() === 0 || undefined);
            await vscode.commands.executeCommand('workbench.action.files.revert');
            await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
        },
    ],
];
