import type {
    DocumentDiagnosticReport,
    WorkspaceDiagnosticReport,
    WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol';
import { addressOf } from './addresses.ts';
import { CODE, type Params, Refusal } from './request.ts';
import type { Cancellation, SessionContext } from './session-context.ts';
import { turn } from './turn.ts';

/** The name of the answer for a file in which nothing is reported. */
const NOTHING = 'none';

/** What is reported in a document, for editors that ask. */
export async function pullDocument(context: SessionContext, params: Params): Promise<DocumentDiagnosticReport> {
    const address = params.address();
    await context.settled();
    const { workspace } = context;
    workspace.flush();
    const root = workspace.workspace.rootOf(address);
    if (root !== undefined) {
        context.report(root);
    }
    const report = context.publisher.report(address);
    const resultId = report?.resultId || NOTHING;
    return params.get('previousResultId') === resultId
        ? { kind: 'unchanged', resultId }
        : { kind: 'full', resultId, items: [...(report?.items ?? [])] };
}

/** What is reported in all files of all plans: what differs from the answers that the editor still has. */
export async function pullWorkspace(
    context: SessionContext,
    params: Params,
    cancellation: Cancellation,
): Promise<WorkspaceDiagnosticReport> {
    const known = new Map<string, unknown>();
    for (const each of params.list('previousResultIds')) {
        const { uri, value } = (each ?? {}) as { uri?: unknown; value?: unknown };
        const address = addressOf(uri);
        if (address !== undefined) {
            known.set(address, value);
        }
    }
    await context.settled();
    const { workspace, publisher } = context;
    await workspace.flushInTurns();
    for (const root of workspace.workspace.planRoots()) {
        if (cancellation.isCancellationRequested) {
            throw new Refusal(CODE.cancelled, 'taken back');
        }
        // Plans may come and go while others have their turn.
        if (workspace.workspace.planRoots().includes(root)) {
            context.report(root);
        }
        await turn();
    }
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    for (const { file, items: found, resultId } of publisher.reports()) {
        if (found.length > 0) {
            const about = { uri: file, version: workspace.document(file)?.version ?? null, resultId };
            items.push(
                known.get(file) === resultId
                    ? { ...about, kind: 'unchanged' }
                    : { ...about, kind: 'full', items: [...found] },
            );
        }
    }
    const full = new Set(items.map((each) => each.uri));
    for (const [file, value] of known) {
        if (!full.has(file)) {
            const about = { uri: file, version: workspace.document(file)?.version ?? null, resultId: NOTHING };
            items.push(value === NOTHING ? { ...about, kind: 'unchanged' } : { ...about, kind: 'full', items: [] });
        }
    }
    return { items };
}
