import * as vscode from 'vscode';
import {
    type LibraryParams,
    type LibraryText,
    METHOD,
    type RulePage,
    type RulePageParams,
} from '../../language/src/protocol.ts';
import type { Server } from './server.ts';

/** The scheme of the built-in libraries: `smartcity-library:/garuda.smartcity`. */
const LIBRARY = 'smartcity-library';

/** The scheme of the pages of rules: `smartcity-rule:/duplicate-service.md`. */
export const RULE = 'smartcity-rule';

/** Texts that are on no disk: libraries and pages of rules, to be read only. */
export function provideDocuments(server: Server): vscode.Disposable {
    return vscode.Disposable.from(
        vscode.workspace.registerTextDocumentContentProvider(LIBRARY, {
            async provideTextDocumentContent(uri) {
                const params: LibraryParams = { name: uri.toString(true) };
                const answer = await server.ask<LibraryText>(METHOD.library, params);
                return answer?.text ?? `// ${vscode.l10n.t('There is no library of this name.')}\n`;
            },
        }),
        vscode.workspace.registerTextDocumentContentProvider(RULE, {
            async provideTextDocumentContent(uri) {
                const params: RulePageParams = { rule: ruleOf(uri) };
                const answer = await server.ask<RulePage>(METHOD.rulePage, params);
                return answer?.markdown ?? vscode.l10n.t('There is no rule of this name.');
            },
        }),
    );
}

/** The address of a rule's page. */
export function addressOfRule(rule: string): vscode.Uri {
    return vscode.Uri.from({ scheme: RULE, path: `/${rule}.md` });
}

function ruleOf(uri: vscode.Uri): string {
    return uri.path.replace(/^\//, '').replace(/\.md$/, '');
}
