import type { WorkspaceSymbol } from 'vscode-languageserver-types';
import { rangeOf } from './ranges.ts';
import type { Params } from './request.ts';
import type { SessionContext } from './session-context.ts';
import { workspaceSymbols } from './symbols.ts';

/** Names of all plans that a query may mean. */
export function findSymbols(context: SessionContext, params: Params): WorkspaceSymbol[] {
    const query = params.text('query');
    context.workspace.flush();
    const { workspace } = context.workspace;
    const plans = workspace.planRoots().map((root) => workspace.plan(root));
    return workspaceSymbols(plans, query, (origin) => ({ uri: origin.file, range: rangeOf(workspace.place(origin)) }));
}
