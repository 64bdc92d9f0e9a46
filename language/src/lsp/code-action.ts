import {
    type CodeAction,
    CodeActionKind,
    type Diagnostic,
    type TextDocumentEdit,
    type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Edit } from '../fixes/fix.ts';
import { fixAll, fixer } from '../fixes/fixes.ts';
import { inOrder } from '../format/edits.ts';
import type { Finding } from '../plan/finding.ts';
import { Lines } from '../plan/origin.ts';
import { refactoringsOf } from '../refactor/refactorings.ts';
import type { Checked } from '../rules/check.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { adaptEdit, textEdits } from './edits.ts';
import { offsetAt } from './positions.ts';
import { type Params, rangeOf } from './request.ts';
import type { SessionContext } from './session-context.ts';
import type { View } from './view.ts';

/** The source action that applies all safe fixes of a file; editors can run it whenever a file is saved. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.smartcity`;

/** All kinds of actions there are. */
export const ACTION_KINDS: readonly CodeActionKind[] = [
    CodeActionKind.QuickFix,
    CodeActionKind.RefactorExtract,
    'refactor.move',
    CodeActionKind.RefactorRewrite,
    FIX_ALL,
];

/** Whoever selects a whole file wants no list of a thousand fixes; editors ask at every change of the selection. */
const MOST_FINDINGS = 50;

/**
 * What can be done at a place, or with what is selected: ways out of the findings there, other ways to write it, and all
 * safe fixes of the file at once. `context.only` limits the kinds. None for editors that know commands only.
 */
export function codeActions(view: View, params: Params, context: SessionContext): CodeAction[] {
    if (!context.can.literalActions) {
        return [];
    }
    const { start, end } = params.range();
    const offsets = [offsetAt(view.lines, start), offsetAt(view.lines, end)];
    const at = { file: view.file, start: Math.min(...offsets), end: Math.max(...offsets) };
    const isWanted = kindsWanted(params);
    const texts = (file: string): string | undefined => view.text(file);
    const actions: CodeAction[] = [];
    if (isWanted(CodeActionKind.QuickFix)) {
        actions.push(...quickFixes(view, at, params, context));
    }
    if (ACTION_KINDS.some((kind) => kind.startsWith('refactor.') && isWanted(kind))) {
        for (const { kind, title, edits } of refactoringsOf(view.checked, at, texts)) {
            const edit = isWanted(`refactor.${kind}`)
                ? workspaceEdit(view, edits, title[view.locale], context)
                : undefined;
            if (edit !== undefined) {
                actions.push({ title: title[view.locale], kind: `refactor.${kind}`, edit });
            }
        }
    }
    if (isWanted(FIX_ALL)) {
        actions.push(...fixAllOf(view, context));
    }
    return actions;
}

function quickFixes(
    view: View,
    at: { readonly start: number; readonly end: number },
    params: Params,
    context: SessionContext,
): CodeAction[] {
    const { checked, locale } = view;
    const fixes = fixer(checked, (file) => view.text(file));
    const findings = findingsIn(checked, view.file)
        .filter((each) => each.waived === null && each.at.start <= at.end && at.start <= each.at.end)
        .slice(0, MOST_FINDINGS);
    // Two findings may have the same way out: it is offered once, and resolves both.
    const actions = new Map<string, CodeAction & { diagnostics: Diagnostic[] }>();
    for (const finding of findings) {
        const diagnostic = diagnosticFor(view, finding, params, context);
        for (const { title, edits, preferred } of fixes(finding)) {
            const key = JSON.stringify([title.en, edits]);
            const known = actions.get(key);
            const edit = known === undefined ? workspaceEdit(view, edits, title[locale], context) : undefined;
            if (known !== undefined) {
                known.diagnostics.push(diagnostic);
            } else if (edit !== undefined) {
                actions.set(key, {
                    title: title[locale],
                    kind: CodeActionKind.QuickFix,
                    diagnostics: [diagnostic],
                    ...(preferred === true ? { isPreferred: true } : {}),
                    edit,
                });
            }
        }
    }
    return [...actions.values()];
}

/** All safe fixes in a file, as one action; none when there are none. Edits elsewhere would surprise who saves it. */
function fixAllOf(view: View, context: SessionContext): CodeAction[] {
    const findings = findingsIn(view.checked, view.file);
    const edits = fixAll({ ...view.checked, findings }, (file) => view.text(file));
    const title = { en: 'Apply all safe fixes in this file', id: 'Terapkan semua perbaikan aman di berkas ini' };
    const edit = edits.every((each) => each.file === view.file)
        ? workspaceEdit(view, edits, title[view.locale], context)
        : undefined;
    return edit === undefined ? [] : [{ title: title[view.locale], kind: FIX_ALL, edit }];
}

function findingsIn(checked: Checked, file: string): readonly Finding[] {
    return checked.byFile.get(file) ?? [];
}

/** The diagnostic that the editor shows for a finding: its own, so that it knows it again; ours where it sent none. */
function diagnosticFor(view: View, finding: Finding, params: Params, { can }: SessionContext): Diagnostic {
    const linesOf = (file: string): Lines | undefined => {
        const text = view.text(file);
        return file === view.file ? view.lines : text === undefined ? undefined : new Lines(text);
    };
    const ours = diagnosticsOf([finding], linesOf, view.locale, can)[0]!;
    const theirs = params.list('context', 'diagnostics').find((each) => {
        const { code, message, range } = (each ?? {}) as Partial<Diagnostic>;
        return (
            code === ours.code &&
            message === ours.message &&
            JSON.stringify(rangeOf(range)) === JSON.stringify(ours.range)
        );
    });
    return (theirs as Diagnostic | undefined) ?? ours;
}

/**
 * The edits of an action as the editor takes them; `undefined` when there are none, or a file would have to be created
 * by an editor that cannot.
 */
function workspaceEdit(
    view: View,
    edits: readonly Edit[],
    label: string,
    context: SessionContext,
): WorkspaceEdit | undefined {
    const files = new Map<string, Edit[]>();
    for (const edit of edits) {
        files.set(edit.file, [...(files.get(edit.file) ?? []), edit]);
    }
    const created = [...files.keys()].filter((file) => view.text(file) === undefined).sort();
    if (files.size === 0 || (created.length > 0 && !(context.can.createsFiles && context.can.documentChanges))) {
        return undefined;
    }
    const changes = [...files]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([uri, list]): TextDocumentEdit => {
            const lines = uri === view.file ? view.lines : new Lines(view.text(uri) ?? '');
            return {
                textDocument: { uri, version: null },
                edits: textEdits(lines, inOrder(list)).map((each) => ({ ...each, annotationId: 'change' })),
            };
        });
    return adaptEdit(
        {
            documentChanges: [...created.map((uri) => ({ kind: 'create' as const, uri })), ...changes],
            changeAnnotations: { change: { label, needsConfirmation: false } },
        },
        context,
    );
}

/** Which kinds are asked for: a kind stands for all below it; without a list all are. */
function kindsWanted(params: Params): (kind: string) => boolean {
    const only = params.get('context', 'only');
    return Array.isArray(only)
        ? (kind) => only.some((each) => each === '' || kind === each || kind.startsWith(`${each}.`))
        : () => true;
}
