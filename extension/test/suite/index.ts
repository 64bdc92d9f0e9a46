import * as vscode from 'vscode';
import { afterReload } from './after-reload.ts';
import { language } from './language.ts';
import { packaged } from './packaged.ts';
import { panel } from './panel.ts';
import { edges } from './panel-edges.ts';
import { runAll } from './run.ts';
import { ask } from './screen.ts';
import { server } from './server.ts';

/** What VS Code calls inside its extension host. The suite is loaded again when the window is. */
export async function run(): Promise<void> {
    const part = process.env.SMARTCITY_PART;
    const stage = await ask<'first' | 'second'>('stage');
    if (part === 'package') {
        await runAll(packaged);
    } else if (stage === 'first') {
        await runAll([...language, ...panel, ...edges]);
        // This host ends with its window; what follows runs in the next one.
        await ask('reload');
        await vscode.commands.executeCommand('workbench.action.reloadWindow');
        await new Promise(() => undefined);
    } else {
        await runAll([...afterReload, ...server]);
    }
    await ask('finish');
}
