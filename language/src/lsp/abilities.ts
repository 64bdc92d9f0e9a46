import type { Locale } from '../plan/message.ts';
import type { DiagnosticAbilities } from './diagnostics.ts';
import { Params } from './request.ts';

/** What the editor at the other end can do. What it does not say it cannot. */
export interface Abilities extends DiagnosticAbilities {
    readonly locale: Locale;
    /** It asks for diagnostics itself. */
    readonly pullsDiagnostics: boolean;
    readonly refreshesDiagnostics: boolean;
    readonly refreshesHints: boolean;
    readonly refreshesLenses: boolean;
    readonly refreshesTokens: boolean;
    readonly versions: boolean;
    readonly progress: boolean;
    readonly configuration: boolean;
    readonly watchesFiles: boolean;
    readonly registersConfiguration: boolean;
    readonly snippets: boolean;
    readonly insertsOrReplaces: boolean;
    /** It knows VS Code's command to ask for completions once more; other editors complain about unknown commands. */
    readonly asksAgain: boolean;
    readonly documentChanges: boolean;
    readonly annotations: boolean;
    readonly createsFiles: boolean;
    readonly literalActions: boolean;
    readonly markdown: boolean;
    /** Of completions, where editors do not take it for granted. */
    readonly markdownItems: boolean;
}

/** Reads what an editor can do off its `initialize`. */
export function abilitiesOf(initialize: unknown): Abilities {
    const params = new Params(initialize);
    const get = (path: string): unknown => params.get('capabilities', ...path.split('.'));
    const is = (path: string): boolean => get(path) === true;
    const lists = (path: string, value: string): boolean => {
        const list = get(path);
        return Array.isArray(list) && list.includes(value);
    };
    const locale = params.get('locale');
    const client = params.get('clientInfo', 'name');
    const formats = get('textDocument.hover.contentFormat');
    return {
        // `in` is what older systems call Indonesian.
        locale: typeof locale === 'string' && /^(?:id|in)\b/i.test(locale) ? 'id' : 'en',
        related: is('textDocument.publishDiagnostics.relatedInformation'),
        tags: get('textDocument.publishDiagnostics.tagSupport') !== undefined,
        href: is('textDocument.publishDiagnostics.codeDescriptionSupport'),
        data: is('textDocument.publishDiagnostics.dataSupport'),
        versions: is('textDocument.publishDiagnostics.versionSupport'),
        pullsDiagnostics: get('textDocument.diagnostic') !== undefined,
        refreshesDiagnostics: is('workspace.diagnostics.refreshSupport'),
        refreshesHints: is('workspace.inlayHint.refreshSupport'),
        refreshesLenses: is('workspace.codeLens.refreshSupport'),
        refreshesTokens: is('workspace.semanticTokens.refreshSupport'),
        progress: is('window.workDoneProgress'),
        configuration: is('workspace.configuration'),
        watchesFiles: is('workspace.didChangeWatchedFiles.dynamicRegistration'),
        registersConfiguration: is('workspace.didChangeConfiguration.dynamicRegistration'),
        snippets: is('textDocument.completion.completionItem.snippetSupport'),
        insertsOrReplaces: is('textDocument.completion.completionItem.insertReplaceSupport'),
        asksAgain: typeof client === 'string' && /^(?:visual studio code|vscodium|code - oss)/i.test(client),
        documentChanges: is('workspace.workspaceEdit.documentChanges'),
        annotations: get('workspace.workspaceEdit.changeAnnotationSupport') !== undefined,
        createsFiles: lists('workspace.workspaceEdit.resourceOperations', 'create'),
        literalActions: get('textDocument.codeAction.codeActionLiteralSupport') !== undefined,
        markdownItems: lists('textDocument.completion.completionItem.documentationFormat', 'markdown'),
        markdown: !Array.isArray(formats) || formats.includes('markdown'),
    };
}
