import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Change } from '../format/edits.ts';
import type { Lines } from '../plan/origin.ts';
import { rangeBetween } from './positions.ts';
import type { SessionContext } from './session-context.ts';

/** Changes of a text, by offsets, as an editor takes them. */
export function textEdits(lines: Lines, changes: readonly Change[]): TextEdit[] {
    return changes.map(({ start, end, text }) => ({ range: rangeBetween(lines, start, end), newText: text }));
}

/**
 * An edit as the editor can take it: with the versions that open documents have, without labels where it shows none,
 * and in the old form where it knows no other.
 */
export function adaptEdit(edit: WorkspaceEdit, { can, workspace }: SessionContext): WorkspaceEdit {
    const documents = (edit.documentChanges ?? []).filter((each): each is TextDocumentEdit => 'edits' in each);
    if (!can.documentChanges) {
        return {
            changes: Object.fromEntries(
                documents.map(({ textDocument: { uri }, edits }) => [
                    workspace.document(uri)?.uri ?? uri,
                    edits.map((each) => bare(each as TextEdit)),
                ]),
            ),
        };
    }
    const documentChanges = (edit.documentChanges ?? []).map((each) => {
        if (!('edits' in each)) {
            return each;
        }
        // An open document by the name that the editor has for it.
        const document = workspace.document(each.textDocument.uri);
        return {
            textDocument: { uri: document?.uri ?? each.textDocument.uri, version: document?.version ?? null },
            edits: can.annotations ? each.edits : each.edits.map((one) => bare(one as TextEdit)),
        };
    });
    return can.annotations && edit.changeAnnotations !== undefined
        ? { documentChanges, changeAnnotations: edit.changeAnnotations }
        : { documentChanges };
}

function bare({ range, newText }: TextEdit): TextEdit {
    return { range, newText };
}
