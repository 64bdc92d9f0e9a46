import { describe, expect, test } from 'vitest';
import { CODE } from '../../../src/lsp/request.ts';
import { address } from '../memory-disk.ts';
import { codeOf, isWell, METHODS, OPD, OWNER, POSITIONS, PROGRAMS, started, URI } from './support.ts';

describe('positions', () => {
    test('outside the text are cut to it, in every question', async () => {
        const editor = await started();
        for (const position of POSITIONS) {
            for (const method of METHODS) {
                const range = { start: position, end: { line: 0, character: 0 } };
                const params = { ...OWNER, position, range, positions: [position], newName: 'x', ch: '}', query: '' };
                expect([undefined, CODE.failed, CODE.invalidParams], method).toContain(
                    await codeOf(editor.request(method, { ...params, context: { diagnostics: [] } })),
                );
            }
        }
        await isWell(editor);
    });

    test('of wrong types refuse the request', async () => {
        const editor = await started();
        for (const position of [
            null,
            7,
            'x',
            [],
            {},
            { line: '1', character: 0 },
            { line: 1 },
            { line: null, character: 0 },
        ]) {
            expect(await codeOf(editor.request('textDocument/definition', { ...OWNER, position }))).toBe(
                CODE.invalidParams,
            );
        }
        await isWell(editor);
    });
});

describe('edits', () => {
    test('out of range are cut to the text; backwards they are turned round', async () => {
        const editor = await started();
        const end = { line: 1e9, character: 1e9 };
        editor.change('programs.smartcity', 'xyz', { start: end, end });
        editor.change('programs.smartcity', '', { start: end, end: { line: -3, character: -3 } });
        editor.change('programs.smartcity', PROGRAMS, {
            start: { line: 9, character: 0 },
            end: { line: 4, character: 2 },
        });
        await isWell(editor);
    });

    test('that cannot be understood change nothing, not even by those beside them', async () => {
        const editor = await started();
        const send = (contentChanges: unknown): void =>
            editor.send('textDocument/didChange', { textDocument: { uri: URI, version: 9 }, contentChanges });
        for (const wrong of [null, 7, {}, { text: 7 }, { text: 'x', range: 7 }, { text: 'x', range: { start: 1 } }]) {
            send([{ text: '' }, wrong]);
        }
        for (const wrong of [null, 7, 'x', {}, []]) {
            send(wrong);
        }
        await isWell(editor);
    });

    test('within a pair of UTF-16 leave a half of it and can be put right', async () => {
        const editor = await started();
        editor.open('opd.smartcity', OPD);
        const within = { line: 0, character: OPD.indexOf('🚦') + 1 };
        editor.change('opd.smartcity', 'x', { start: within, end: within });
        await editor.session.idle();
        for (const method of METHODS) {
            const at = { textDocument: { uri: address('opd.smartcity') }, position: within };
            const range = { start: within, end: within };
            await codeOf(editor.request(method, { ...at, range, newName: 'x', positions: [within], query: '\ud83d' }));
        }
        editor.change('opd.smartcity', '', { start: within, end: { ...within, character: within.character + 1 } });
        await isWell(editor);
        expect(editor.session.view(address('opd.smartcity'))?.lines.text).toBe(OPD);
    });
});
