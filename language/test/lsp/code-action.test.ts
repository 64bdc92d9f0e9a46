import { describe, expect, test } from 'vitest';
import type { CodeAction, Range, TextDocumentEdit, TextEdit } from 'vscode-languageserver-types';
import { applyEdits } from '../../src/format/edits.ts';
import { offsetAt } from '../../src/lsp/positions.ts';
import { Lines } from '../../src/plan/origin.ts';
import { ALL_ABILITIES, Editor } from './in-process.ts';
import { address, MemoryDisk } from './memory-disk.ts';
import { StdioEditor } from './over-stdio.ts';

const OPD = 'opd dishub "Dishub"\nopd kominfo "Kominfo"\n';
const PROGRAMS = `program toll-traffic "Rekayasa lalu lintas" {
    owner dishubb
}

program parking "Parkir" {
    owner dishub
    budget 2020 Rp 1.250.000.000
}
`;
const FILES = { 'smartcity.json': '{}', 'opd.smartcity': OPD, 'programs.smartcity': PROGRAMS };
const ALL: Range = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
const OWNER: Range = { start: { line: 1, character: 12 }, end: { line: 1, character: 12 } };

function ask(editor: Editor, path: string, range: Range, context: object = {}): Promise<CodeAction[]> {
    return editor.request('textDocument/codeAction', {
        textDocument: { uri: address(path) },
        range,
        context: { diagnostics: [], ...context },
    });
}

function applied(text: string, edits: readonly TextEdit[]): string {
    const lines = new Lines(text);
    return applyEdits(
        text,
        edits.map(({ range, newText }) => ({
            start: offsetAt(lines, range.start),
            end: offsetAt(lines, range.end),
            text: newText,
        })),
    );
}

/** Applies an action as an editor does, to files of which the editor has all open. */
function apply(editor: Editor, texts: Record<string, string>, { edit }: CodeAction): void {
    for (const { textDocument, edits } of (edit?.documentChanges ?? []) as TextDocumentEdit[]) {
        const path = textDocument.uri.slice(address('').length);
        texts[path] = applied(texts[path]!, edits as TextEdit[]);
        editor.change(path, texts[path]!);
    }
}

async function started(files: Readonly<Record<string, string>> = FILES, params: object = {}): Promise<Editor> {
    return new Editor(new MemoryDisk(files)).start(params);
}

describe('quick fixes', () => {
    test('resolve the finding they are offered for, and carry its diagnostic', async () => {
        const editor = await started();
        editor.open('programs.smartcity', PROGRAMS);
        await editor.session.idle();
        expect(editor.rules('programs.smartcity')).toContain('2 unresolved-reference');
        const shown = editor.diagnostics.get(address('programs.smartcity'))!;
        const mine = shown.find((each) => each.code === 'unresolved-reference')!;
        const actions = await ask(editor, 'programs.smartcity', OWNER, { diagnostics: [mine], only: ['quickfix'] });
        const first = actions.find((each) => each.isPreferred)!;
        expect(first).toMatchObject({ kind: 'quickfix', diagnostics: [mine] });
        expect(first.title).toContain('dishub');
        apply(editor, { 'programs.smartcity': PROGRAMS }, first);
        await editor.session.idle();
        expect(editor.rules('programs.smartcity')).not.toContain('2 unresolved-reference');
    });

    test('name the version of the open document, and carry a label', async () => {
        const editor = await started();
        editor.open('programs.smartcity', PROGRAMS);
        const [first] = await ask(editor, 'programs.smartcity', OWNER, { only: ['quickfix'] });
        const [change] = first!.edit!.documentChanges as TextDocumentEdit[];
        expect(change!.textDocument).toEqual({ uri: address('programs.smartcity'), version: 1 });
        expect(change!.edits[0]).toHaveProperty('annotationId', 'change');
        expect(first!.edit!.changeAnnotations).toEqual({
            change: { label: first!.title, needsConfirmation: false },
        });
    });

    test('come in the old form of edits where the editor knows no other, and under its own name for a document', async () => {
        const editor = await started(FILES, {
            capabilities: {
                textDocument: { codeAction: ALL_ABILITIES.textDocument.codeAction },
            },
        });
        const odd = 'file:///city/%70rograms.smartcity';
        editor.open('programs.smartcity', PROGRAMS, odd);
        const [first] = await ask(editor, 'programs.smartcity', OWNER, { only: ['quickfix'] });
        expect(Object.keys(first!.edit!)).toEqual(['changes']);
        expect(Object.keys(first!.edit!.changes!)).toEqual([odd]);
        expect(applied(PROGRAMS, first!.edit!.changes![odd]!)).toContain('    owner dishub\n}\n\nprogram parking');
    });

    test('are in Indonesian for who reads that', async () => {
        const editor = await started(FILES, { locale: 'id-ID' });
        const english = await started();
        const only = { only: ['quickfix'] };
        const there = await ask(editor, 'programs.smartcity', OWNER, only);
        const here = await ask(english, 'programs.smartcity', OWNER, only);
        expect(there.map((each) => each.edit!.documentChanges)).toEqual(here.map((each) => each.edit!.documentChanges));
        expect(there.some((each, i) => each.title === here[i]!.title)).toBe(false);
    });

    test('are none where nothing is found, in unknown documents, and for editors that only know commands', async () => {
        const editor = await started();
        const nowhere = { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } };
        expect(await ask(editor, 'programs.smartcity', nowhere, { only: ['quickfix'] })).toEqual([]);
        expect(await ask(editor, 'none.smartcity', ALL)).toBeNull();
        const old = await started(FILES, { capabilities: {} });
        expect(await ask(old, 'programs.smartcity', ALL)).toEqual([]);
    });

    test('say what they are about, so that several findings at one place can be told apart', async () => {
        const text = 'use smart-city-100\n\nopd dishub "Dishub"\n';
        const editor = await started({ 'programs.smartcity': text });
        const here = { line: 0, character: 6 };
        const actions = await ask(editor, 'programs.smartcity', { start: here, end: here }, { only: ['quickfix'] });
        const titles = actions.map((each) => each.title);
        expect(titles).toContain('Waive `empty-element` for `branding.tourism`, with a reason');
        expect(new Set(titles).size).toBe(titles.length);
    });

    test('of a waived finding are none', async () => {
        const text = `opd dinkes "Dinkes"\nprogram clinic "Klinik" {\n    owner dinkes\n}\n`;
        const at = { start: { line: 1, character: 10 }, end: { line: 1, character: 10 } };
        const before = await started({ 'smartcity.json': '{}', 'a.smartcity': text });
        const offered = await ask(before, 'a.smartcity', at, { only: ['quickfix'] });
        expect(offered.length).toBeGreaterThan(0);
        const rules = new Set(offered.flatMap((each) => each.diagnostics!.map(({ code }) => code)));
        const waived = [...rules].map((rule) => `waive ${rule} for clinic\n    because "x"\n    by dinkes\n`).join('');
        const after = await started({ 'smartcity.json': '{}', 'a.smartcity': text + waived });
        expect(await ask(after, 'a.smartcity', at, { only: ['quickfix'] })).toEqual([]);
    });

    test('stay few when much is selected', async () => {
        const many = Array.from({ length: 400 }, (_, i) => `program p${i} "P" {\n    owner nobody${i}\n}\n`).join('\n');
        const editor = await started({ 'smartcity.json': '{}', 'a.smartcity': many });
        const actions = await ask(editor, 'a.smartcity', ALL, { only: ['quickfix'] });
        const codes = new Set(actions.flatMap((each) => each.diagnostics!.map(({ range }) => range.start.line)));
        expect(actions.length).toBeGreaterThan(0);
        expect(codes.size).toBeLessThanOrEqual(50);
    });
});

describe('refactorings', () => {
    const at = { start: { line: 4, character: 3 }, end: { line: 4, character: 3 } };

    test('are offered with the kind of what they do, and hold what they promise', async () => {
        const editor = await started();
        const actions = await ask(editor, 'programs.smartcity', at, { only: ['refactor'] });
        const move = actions.find((each) => each.kind === 'refactor.move')!;
        expect(move.title).toBe('Move `parking` to city/opd.smartcity');
        const texts: Record<string, string> = { ...FILES };
        for (const path of ['opd.smartcity', 'programs.smartcity']) {
            editor.open(path, texts[path]!);
        }
        apply(editor, texts, move);
        await editor.session.idle();
        expect(texts['opd.smartcity']).toContain('program parking "Parkir" {');
        expect(texts['programs.smartcity']).not.toContain('parking');
    });

    test('are left out when others are asked for, and one kind when another is', async () => {
        const editor = await started();
        const kinds = async (...only: string[]): Promise<Set<string | undefined>> =>
            new Set((await ask(editor, 'programs.smartcity', ALL, { only })).map((each) => each.kind));
        expect(await kinds('quickfix')).toEqual(new Set(['quickfix']));
        expect(await kinds('refactor.move')).toEqual(new Set(['refactor.move']));
        expect(await kinds('source.organizeImports')).toEqual(new Set());
        expect(await kinds('refact')).toEqual(new Set());
        expect(await kinds('')).toEqual(await kinds('quickfix', 'refactor', 'source'));
    });
});

test('"fix all" applies every safe fix of its file and touches no other', async () => {
    const bad = 'program b "B" {\n    budget 2020 Rp 2.500.000.000\n}\n';
    const editor = await started({ ...FILES, 'other.smartcity': bad });
    editor.open('programs.smartcity', PROGRAMS);
    const [only, ...more] = await ask(editor, 'programs.smartcity', ALL, { only: ['source.fixAll'] });
    expect(more).toEqual([]);
    expect(only).toMatchObject({ kind: 'source.fixAll.smartcity' });
    const texts = { 'programs.smartcity': PROGRAMS };
    apply(editor, texts, only!);
    expect(texts['programs.smartcity']).toContain('budget 2020 Rp 1.25 miliar');
    expect(await ask(editor, 'programs.smartcity', ALL, { only: ['source.fixAll'] })).toEqual([]);
});

test('an unresolved reference is fixed through a real client', async () => {
    const editor = await new StdioEditor(FILES).start();
    const uri = editor.uri('programs.smartcity');
    const codes = (): unknown[] => (editor.diagnostics.get(uri) ?? []).map(({ code }) => code);
    await editor.open('programs.smartcity', PROGRAMS);
    await editor.quiet();
    expect(codes()).toContain('unresolved-reference');
    const finding = editor.diagnostics.get(uri)!.find((each) => each.code === 'unresolved-reference')!;
    const actions = await editor.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: finding.range,
        context: { diagnostics: [finding], only: ['quickfix'] },
    });
    const [fix] = actions.filter((each) => each.isPreferred);
    expect(fix!.diagnostics).toEqual([finding]);
    const [change] = fix!.edit!.documentChanges as TextDocumentEdit[];
    await editor.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: 2 },
        contentChanges: change!.edits.map((each) => {
            const { range, newText } = each as TextEdit;
            return { range, text: newText };
        }),
    });
    await editor.quiet();
    expect(codes()).not.toContain('unresolved-reference');
    expect(await editor.stop()).toBe(0);
});
