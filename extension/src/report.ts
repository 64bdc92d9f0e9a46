import { arch, platform, release } from 'node:os';
import * as vscode from 'vscode';
import type { Server } from './server.ts';

/** `Report a Problem`: opens a text with all that a report needs and nothing of the plan. Nothing is sent anywhere. */
export function registerProblemReport(context: vscode.ExtensionContext, server: Server): vscode.Disposable {
    return vscode.commands.registerCommand('smartcity.reportProblem', async () => {
        const { version } = context.extension.packageJSON as { version: string };
        const content = [
            `# ${vscode.l10n.t('A problem with Smartcity')}`,
            '',
            `## ${vscode.l10n.t('What happened, and what should have happened')}`,
            '',
            '',
            `## ${vscode.l10n.t('How to see it again')}`,
            '',
            '1. ',
            '',
            `## ${vscode.l10n.t('Where')}`,
            '',
            `- Smartcity ${version}, ${server.state}`,
            `- ${vscode.env.appName} ${vscode.version}, ${vscode.env.uiKind === vscode.UIKind.Web ? 'web' : 'desktop'}`,
            `- ${platform()} ${release()} ${arch()}, Node.js ${process.versions.node}`,
            `- ${vscode.env.language}`,
            '',
            vscode.l10n.t('The output of the server (Smartcity: Show Output) helps too. Nothing has been sent.'),
            '',
        ].join('\n');
        const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
        await vscode.window.showTextDocument(document);
    });
}
