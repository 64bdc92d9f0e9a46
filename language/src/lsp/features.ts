import { type CompletionItem, CompletionTriggerKind } from 'vscode-languageserver-protocol';
import { METHOD } from '../protocol.ts';
import { addressOf } from './addresses.ts';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from './call-hierarchy.ts';
import { codeActions } from './code-action.ts';
import { codeLenses, resolveCodeLens } from './code-lens.ts';
import { completion } from './completion/completion.ts';
import { describe } from './completion/resolve.ts';
import { definition, implementation, typeDefinition } from './definition.ts';
import { documentLinks } from './document-link.ts';
import { adaptEdit } from './edits.ts';
import { foldingRanges } from './folding-range.ts';
import { formatDocument, formatOnType, formatRange } from './formatting.ts';
import { hover } from './hover.ts';
import { inlayHints } from './inlay-hint.ts';
import { exportOf, libraryText, planPage, rulePage } from './plan-page.ts';
import { offsetAt } from './positions.ts';
import { pullDocument, pullWorkspace } from './pull-diagnostics.ts';
import { documentHighlight, references } from './references.ts';
import { prepareRename, rename } from './rename.ts';
import { CODE, type Params, positionOf, Refusal } from './request.ts';
import { selectionRanges } from './selection-range.ts';
import type { Cancellation, SessionContext } from './session-context.ts';
import { documentSymbols } from './symbols.ts';
import { TokenMemory } from './token-memory.ts';
import type { View } from './view.ts';
import { findSymbols } from './workspace-symbols.ts';

/** Answers one kind of request. */
export type Feature = (context: SessionContext, params: Params, cancellation: Cancellation) => unknown;

/** A feature of a place in a document. */
function at(answer: (view: View, offset: number, params: Params, context: SessionContext) => unknown): Feature {
    return (context, params) => {
        const view = context.view(params.address());
        const position = params.position();
        return view === undefined ? null : answer(view, offsetAt(view.lines, position), params, context);
    };
}

/** A feature of a document. */
function of(answer: (view: View, params: Params, context: SessionContext) => unknown): Feature {
    return (context, params) => {
        const view = context.view(params.address());
        return view === undefined ? null : answer(view, params, context);
    };
}

/** A feature of a stretch of a document, between two offsets. */
function between(answer: (view: View, from: number, to: number) => unknown): Feature {
    return of((view, params) => {
        const { start, end } = params.range();
        return answer(view, offsetAt(view.lines, start), offsetAt(view.lines, end));
    });
}

/**
 * A feature that looks at whole plans: while files are being read its answer waits, since a rename of half a plan would
 * break the other half. Refuses when the document was changed meanwhile, for the position means another word then.
 */
function ofWhole(feature: Feature): Feature {
    const wait: Feature = async (context, params, cancellation) => {
        const address = addressOf(params.get('textDocument', 'uri')) ?? '';
        const before = context.workspace.document(address)?.text;
        await context.settled();
        if (cancellation.isCancellationRequested) {
            throw new Refusal(CODE.cancelled, 'taken back');
        }
        if (before !== undefined && before !== context.workspace.document(address)?.text) {
            throw new Refusal(CODE.contentModified, 'the document was changed meanwhile');
        }
        return feature(context, params, cancellation);
    };
    return (context, params, cancellation) =>
        (context.workspace.files.isReading ? wait : feature)(context, params, cancellation);
}

/** A feature of something that an earlier answer named, in a document that it named too. */
function ofItem(answer: (view: View, name: string) => unknown): Feature {
    return (context, params) => {
        const view = context.view(params.address('item', 'uri'));
        const name = params.get('item', 'data') ?? params.get('item', 'name');
        return view === undefined || typeof name !== 'string' ? null : answer(view, name);
    };
}

/** The features of a session, by the method that asks for them. */
export function featuresOf(): Readonly<Record<string, Feature>> {
    const tokens = new TokenMemory();
    return {
        'textDocument/completion': at((view, offset, params, { can }) =>
            completion(view, offset, {
                snippets: can.snippets,
                asksAgain: can.asksAgain,
                insertsOrReplaces: can.insertsOrReplaces,
                isTriggered: params.get('context', 'triggerKind') === CompletionTriggerKind.TriggerCharacter,
            }),
        ),
        'completionItem/resolve': (context, params) => {
            const address = addressOf(params.get('data', 'uri'));
            const view = address === undefined ? undefined : context.view(address);
            const isOurs = typeof params.get('data', 'name') === 'string';
            return view === undefined || !isOurs
                ? params.raw
                : describe(params.raw as CompletionItem, view, context.can.markdownItems);
        },
        'textDocument/hover': at((view, offset, _, { can }) => hover(view, offset, can.markdown)),
        'textDocument/definition': at(definition),
        'textDocument/declaration': at(definition),
        'textDocument/typeDefinition': at(typeDefinition),
        'textDocument/implementation': at(implementation),
        'textDocument/references': ofWhole(
            at((view, offset, params) =>
                references(view, offset, params.get('context', 'includeDeclaration') === true),
            ),
        ),
        'textDocument/documentHighlight': at(documentHighlight),
        'textDocument/prepareRename': ofWhole(at(prepareRename)),
        'textDocument/rename': ofWhole(
            at((view, offset, params, context) => adaptEdit(rename(view, offset, params.text('newName')), context)),
        ),
        'textDocument/documentSymbol': of(documentSymbols),
        'textDocument/documentLink': of(documentLinks),
        'textDocument/foldingRange': of(foldingRanges),
        'textDocument/selectionRange': of((view, params) =>
            selectionRanges(
                view,
                params
                    .list('positions')
                    .map((each) => offsetAt(view.lines, positionOf(each) ?? { line: 0, character: 0 })),
            ),
        ),
        'textDocument/inlayHint': between(inlayHints),
        'textDocument/codeLens': of(codeLenses),
        'codeLens/resolve': (context, params) => {
            // Some editors ask for those, too, that say all already.
            if (params.get('command') !== undefined) {
                return params.raw;
            }
            const address = addressOf(params.get('data', 'uri'));
            const view = address === undefined ? undefined : context.view(address);
            const lens = { range: params.range(), data: { uri: address, name: params.text('data', 'name') } };
            return view === undefined ? lens : resolveCodeLens(view, lens);
        },
        'textDocument/semanticTokens/full': of((view) => tokens.full(view)),
        'textDocument/semanticTokens/full/delta': of((view, params) =>
            tokens.delta(view, params.get('previousResultId')),
        ),
        'textDocument/semanticTokens/range': between((view, from, to) => tokens.range(view, from, to)),
        'textDocument/prepareCallHierarchy': at(prepareCallHierarchy),
        'callHierarchy/incomingCalls': ofWhole(ofItem(incomingCalls)),
        'callHierarchy/outgoingCalls': ofItem(outgoingCalls),
        'textDocument/codeAction': of(codeActions),
        'textDocument/formatting': of(formatDocument),
        'textDocument/rangeFormatting': between(formatRange),
        'textDocument/onTypeFormatting': at(formatOnType),
        'workspace/symbol': findSymbols,
        [METHOD.library]: libraryText,
        [METHOD.rulePage]: rulePage,
        [METHOD.planPage]: planPage,
        [METHOD.previewWhy]: (context, params) => context.preview.why({ key: params.text('key') }),
        [METHOD.previewExport]: (context, params) => context.preview.export(exportOf(params)),
        'textDocument/diagnostic': pullDocument,
        'workspace/diagnostic': pullWorkspace,
    };
}
