import {
    FileOperationPatternKind,
    type FileOperationRegistrationOptions,
    PositionEncodingKind,
    type ServerCapabilities,
    TextDocumentSyncKind,
} from 'vscode-languageserver-protocol';
import type { Abilities } from './abilities.ts';
import { ACTION_KINDS } from './code-action.ts';
import { TRIGGERS } from './completion/completion.ts';
import { LEGEND } from './semantic-tokens.ts';

const FILES: FileOperationRegistrationOptions = {
    filters: [
        { scheme: 'file', pattern: { glob: '**/*.smartcity', matches: FileOperationPatternKind.file } },
        { scheme: 'file', pattern: { glob: '**/smartcity.json', matches: FileOperationPatternKind.file } },
        { scheme: 'file', pattern: { glob: '**', matches: FileOperationPatternKind.folder } },
    ],
};

/** What this server can do for an editor. */
export function capabilitiesFor(can: Abilities): ServerCapabilities {
    return {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: {
            openClose: true,
            change: TextDocumentSyncKind.Incremental,
            save: { includeText: false },
        },
        completionProvider: { triggerCharacters: [...TRIGGERS], resolveProvider: true },
        hoverProvider: true,
        declarationProvider: true,
        definitionProvider: true,
        typeDefinitionProvider: true,
        implementationProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        documentSymbolProvider: { label: 'Smartcity' },
        workspaceSymbolProvider: true,
        codeActionProvider: { codeActionKinds: [...ACTION_KINDS] },
        codeLensProvider: { resolveProvider: true },
        documentLinkProvider: {},
        documentFormattingProvider: true,
        documentRangeFormattingProvider: true,
        documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n'] },
        renameProvider: { prepareProvider: true },
        foldingRangeProvider: true,
        selectionRangeProvider: true,
        callHierarchyProvider: true,
        semanticTokensProvider: { legend: LEGEND, full: { delta: true }, range: true },
        inlayHintProvider: { resolveProvider: false },
        ...(can.pullsDiagnostics
            ? {
                  diagnosticProvider: {
                      identifier: 'smartcity',
                      interFileDependencies: true,
                      workspaceDiagnostics: true,
                  },
              }
            : {}),
        workspace: {
            workspaceFolders: { supported: true, changeNotifications: true },
            fileOperations: { didCreate: FILES, didRename: FILES, didDelete: FILES },
        },
    };
}
