import { describe, expect, test } from 'vitest';
import { CODE, type Refusal } from '../../src/lsp/request.ts';
import { Editor } from './in-process.ts';
import { address, MemoryDisk, ROOT } from './memory-disk.ts';

const PROGRAM = 'program p "P" {\n    owner dishub\n}\n';
const FILES = {
    'opd.smartcity': 'opd dishub "Dishub"\n',
    ...Object.fromEntries(
        Array.from({ length: 60 }, (_, i) => [`p${i}.smartcity`, `program p${i} "P" { owner dishub }\n`]),
    ),
};
const OWNER = { textDocument: { uri: address('p.smartcity') }, position: { line: 1, character: 12 } };

/** An editor whose workspace has just begun to be read. */
async function beginning(): Promise<Editor> {
    const editor = new Editor(new MemoryDisk(FILES));
    await editor.request('initialize', { capabilities: {}, workspaceFolders: [{ uri: ROOT, name: 'city' }] });
    editor.send('initialized', {});
    editor.open('p.smartcity', PROGRAM);
    return editor;
}

describe('while plans are being read', () => {
    test('a rename waits for all of them', async () => {
        const editor = await beginning();
        const answer = editor.request<{ changes: object }>('textDocument/rename', { ...OWNER, newName: 'dinas' });
        expect(editor.session.workspace.files.isReading).toBe(true);
        expect(Object.keys((await answer).changes)).toHaveLength(62);
    });

    test('references wait, too', async () => {
        const editor = await beginning();
        expect(await editor.request('textDocument/references', { ...OWNER, context: {} })).toHaveLength(61);
    });

    test('a rename of a document that is changed meanwhile is refused, and so is one that was taken back', async () => {
        const editor = await beginning();
        const code = (cancelled: { isCancellationRequested: boolean }): Promise<number> =>
            editor.session.request('textDocument/rename', { ...OWNER, newName: 'dinas' }, cancelled).then(
                () => 0,
                (error: Refusal) => error.code,
            );
        const cancellation = { isCancellationRequested: false };
        const [changed, cancelled] = [code({ isCancellationRequested: false }), code(cancellation)];
        editor.change('p.smartcity', `\n${PROGRAM}`);
        cancellation.isCancellationRequested = true;
        expect([await changed, await cancelled]).toEqual([CODE.contentModified, CODE.cancelled]);
    });
});

test('what was shown beside the text of half a plan is asked for again when the rest is read, and then rests', async () => {
    const refreshSupport = true;
    const kinds = ['inlayHint', 'codeLens', 'semanticTokens'];
    const editor = new Editor(new MemoryDisk({ 'p.smartcity': '// nothing to find\n' }));
    await editor.start({
        capabilities: { workspace: Object.fromEntries(kinds.map((each) => [each, { refreshSupport }])) },
    });
    const asked = (): string[] => editor.told.map(({ method }) => method).filter((each) => each.endsWith('/refresh'));
    expect(asked()).toEqual(kinds.map((each) => `workspace/${each}/refresh`));
    editor.told.length = 0;
    editor.open('p.smartcity', '// nothing to find\n');
    editor.change('p.smartcity', '// nothing at all\n');
    await editor.session.idle();
    expect(asked()).toEqual([]);
    editor.change('p.smartcity', 'opd x "X"\n');
    await editor.session.idle();
    expect(asked()).toHaveLength(3);
});
