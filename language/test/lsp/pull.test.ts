import { describe, expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-types';
import { ALL_ABILITIES, Editor } from './in-process.ts';
import { address, MemoryDisk } from './memory-disk.ts';

const FILES = {
    'smartcity.json': '{}',
    'a.smartcity': 'opd dishub "Dishub"\n',
    'b.smartcity': 'program p "P" {\n    owner dishubb\n}\n',
};

interface Report {
    readonly kind: 'full' | 'unchanged';
    readonly uri: string;
    readonly resultId: string;
    readonly items: readonly Diagnostic[];
}

/** An editor that asks for diagnostics itself. */
function pulling(): Promise<Editor> {
    const capabilities = {
        ...ALL_ABILITIES,
        textDocument: { ...ALL_ABILITIES.textDocument, diagnostic: {} },
        workspace: { ...ALL_ABILITIES.workspace, diagnostics: { refreshSupport: true } },
    };
    return new Editor(new MemoryDisk(FILES)).start({ capabilities });
}

function ask(editor: Editor, path: string, previousResultId?: string): Promise<Report> {
    return editor.request('textDocument/diagnostic', { textDocument: { uri: address(path) }, previousResultId });
}

async function askAll(editor: Editor, known: readonly Report[] = []): Promise<readonly Report[]> {
    const previousResultIds = known.map(({ uri, resultId }) => ({ uri, value: resultId }));
    return (await editor.request<{ items: readonly Report[] }>('workspace/diagnostic', { previousResultIds })).items;
}

describe('editors that ask for diagnostics', () => {
    test('are told nothing unasked, and what is there when they ask', async () => {
        const ed = await pulling();
        expect(ed.told.filter((each) => each.method === 'textDocument/publishDiagnostics')).toEqual([]);
        const report = await ask(ed, 'b.smartcity');
        expect(report.kind).toBe('full');
        expect(report.items.map((each) => each.code)).toContain('unresolved-reference');
        expect(await ask(ed, 'b.smartcity', report.resultId)).toEqual({
            kind: 'unchanged',
            resultId: report.resultId,
        });
    });

    test('get what an edit in another file changed, at once, and are told to ask again', async () => {
        const ed = await pulling();
        const { resultId } = await ask(ed, 'b.smartcity');
        ed.open('a.smartcity', FILES['a.smartcity']);
        ed.told.length = 0;
        ed.change('a.smartcity', 'opd dishubb "Dishub"\n');
        const report = await ask(ed, 'b.smartcity', resultId);
        expect(report.kind).toBe('full');
        expect(report.items.map((each) => each.code)).not.toContain('unresolved-reference');
        await ed.session.idle();
        expect(ed.told.map((each) => each.method)).toContain('workspace/diagnostic/refresh');
    });

    test('get the whole workspace, then only what differs, and files that are gone as empty', async () => {
        const ed = await pulling();
        const first = await askAll(ed);
        expect(first.map((each) => each.uri)).toContain(address('b.smartcity'));
        expect((await askAll(ed, first)).every((each) => each.kind === 'unchanged')).toBe(true);
        ed.write('b.smartcity', undefined);
        const then = await askAll(ed, first);
        expect(then.find((each) => each.uri === address('b.smartcity'))).toMatchObject({ kind: 'full', items: [] });
    });

    test('may take the question back', async () => {
        const ed = await pulling();
        await expect(ed.request('workspace/diagnostic', { previousResultIds: [] }, true)).rejects.toMatchObject({
            code: -32800,
        });
    });
});
