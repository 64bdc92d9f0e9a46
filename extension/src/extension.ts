import * as vscode from 'vscode';
import { METHOD } from '../../language/src/protocol.ts';
import { provideDocuments } from './documents.ts';
import { registerNewMasterplan } from './new-masterplan.ts';
import { explainRule, exportPage } from './pages.ts';
import { Preview } from './preview/preview.ts';
import { showReferences } from './references.ts';
import { registerProblemReport } from './report.ts';
import { registerSample } from './sample.ts';
import { Server } from './server.ts';
import { showStatus } from './status.ts';
import { provideTasks } from './tasks.ts';

/** What the extension tells others, its own tests among them. */
export interface Api {
    /** How long activation took, in milliseconds; the server starts meanwhile and is not waited for. */
    readonly milliseconds: number;
    readonly server: Server;
    readonly preview: Preview;
}

/** Called once, when the first `.smartcity` file is opened or a preview comes back after a reload. */
export function activate(context: vscode.ExtensionContext): Api {
    const begin = performance.now();
    const server = new Server(context);
    const preview = new Preview(context, server);
    context.subscriptions.push(
        server,
        preview,
        showStatus(server),
        provideDocuments(server),
        provideTasks(context),
        registerNewMasterplan(),
        registerSample(context),
        registerProblemReport(context, server),
        register('smartcity.restartServer', () => server.restart()),
        register('smartcity.showOutput', () => server.output.show(true)),
        register('smartcity.exportPage', (target?: vscode.Uri) => exportPage(server, target)),
        register('smartcity.explainRule', (rule?: string) => explainRule(context, rule)),
        register('smartcity.showReferences', showReferences),
        register('smartcity.openWalkthrough', () =>
            vscode.commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#start`, false),
        ),
        server.on(METHOD.previewUpdate, (update) => preview.show(update)),
    );
    void vscode.commands.executeCommand('setContext', 'smartcity.active', true);
    void server.start();
    return { milliseconds: performance.now() - begin, server, preview };
}

function register<T extends unknown[]>(command: string, run: (...words: T) => unknown): vscode.Disposable {
    return vscode.commands.registerCommand(command, run);
}
