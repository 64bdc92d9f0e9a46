import * as vscode from 'vscode';
import { METHOD, type PlanStatus } from '../../language/src/protocol.ts';
import type { Server } from './server.ts';

/** The item in the status bar: the plan of the file in sight, what is found in it, and whether the server runs. */
export function showStatus(server: Server): vscode.Disposable {
    const item = vscode.window.createStatusBarItem('smartcity.status', vscode.StatusBarAlignment.Left, 10);
    item.name = 'Smartcity';
    const plans = new Map<string, PlanStatus>();
    // A preview or a list has the focus: the plan worked on is still that of the file before.
    let file: string | undefined;
    const update = (): void => {
        const document = vscode.window.activeTextEditor?.document;
        const isOurs = document?.languageId === 'smartcity' || document?.uri.path.endsWith('/smartcity.json') === true;
        if (document !== undefined && !isOurs) {
            item.hide();
            return;
        }
        file = document?.uri.toString() ?? file;
        const plan = planOf(plans, file);
        paint(item, server, plan);
        if (document !== undefined || plan !== undefined) {
            item.show();
        }
    };
    const subscriptions = [
        item,
        vscode.window.onDidChangeActiveTextEditor(update),
        server.onDidChange(update),
        server.on(METHOD.status, (plan) => {
            plans.set(plan.root, plan);
            update();
        }),
    ];
    update();
    return vscode.Disposable.from(...subscriptions);
}

/** The plan with the longest root above a file; without a file the only plan there is. */
function planOf(plans: ReadonlyMap<string, PlanStatus>, file: string | undefined): PlanStatus | undefined {
    if (file === undefined) {
        return plans.size === 1 ? [...plans.values()][0] : undefined;
    }
    return [...plans.values()]
        .filter(({ root }) => file === root || file.startsWith(`${root.replace(/\/$/, '')}/`))
        .sort((a, b) => b.root.length - a.root.length)[0];
}

function paint(item: vscode.StatusBarItem, server: Server, plan: PlanStatus | undefined): void {
    item.backgroundColor = undefined;
    item.command = 'workbench.actions.view.problems';
    switch (server.state) {
        case 'starting':
            item.text = `$(loading~spin) Smartcity`;
            item.tooltip = vscode.l10n.t('The Smartcity server is starting.');
            return;
        case 'stopped':
            item.text = `$(debug-disconnect) Smartcity`;
            item.tooltip = vscode.l10n.t('The Smartcity server has stopped. Click to start it again.');
            item.command = 'smartcity.restartServer';
            item.backgroundColor = new vscode.ThemeColor('statusBarItem.errorBackground');
            return;
        case 'running':
            if (plan === undefined) {
                item.text = `$(organization) Smartcity`;
                item.tooltip = vscode.l10n.t('The Smartcity server is running.');
                return;
            }
    }
    const { error, warning, info, title, programs } = plan;
    const counts = [error > 0 ? `$(error) ${error}` : '', warning > 0 ? `$(warning) ${warning}` : ''].filter(Boolean);
    item.text = `$(organization) ${shorten(title)} ${counts.length > 0 ? counts.join(' ') : '$(check)'}`;
    item.tooltip = vscode.l10n.t(
        '{0}: {1} programs, {2} errors, {3} warnings, {4} hints. Click for the list.',
        title,
        programs,
        error,
        warning,
        info,
    );
    item.accessibilityInformation = { label: item.tooltip, role: 'button' };
}

/** A status bar has little room; the name of the city stands at the end of most titles. */
function shorten(title: string): string {
    return title.length <= 36 ? title : `…${title.slice(-34)}`;
}
