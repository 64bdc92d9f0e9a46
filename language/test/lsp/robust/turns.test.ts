import { describe, expect, test } from 'vitest';
import { CODE } from '../../../src/lsp/request.ts';
import { Editor } from '../in-process.ts';
import { MemoryDisk, ROOT } from '../memory-disk.ts';
import { codeOf, FILES, isWell, METHODS, OWNER, PROGRAMS, started } from './support.ts';

describe('out of turn', () => {
    test('what is asked before `initialize` is refused, what is told is left', async () => {
        const editor = new Editor(new MemoryDisk(FILES));
        expect(await codeOf(editor.request('textDocument/hover', OWNER))).toBe(CODE.notInitialized);
        expect(await codeOf(editor.request('shutdown', null))).toBe(CODE.notInitialized);
        editor.open('programs.smartcity', 'program q "Q" {}\n');
        await editor.start();
        await isWell(editor);
    });

    test('what is asked between `initialize` and `initialized` gets an answer, and the document that was opened counts', async () => {
        const editor = new Editor(new MemoryDisk(FILES));
        await editor.request('initialize', { capabilities: {}, workspaceFolders: [{ uri: ROOT, name: 'c' }] });
        for (const method of METHODS) {
            expect([undefined, CODE.invalidParams, CODE.failed]).toContain(await codeOf(editor.request(method, OWNER)));
        }
        editor.open('programs.smartcity', PROGRAMS);
        editor.send('initialized', {});
        await isWell(editor);
    });

    test('`initialize` is taken once, and nothing after `shutdown`', async () => {
        const editor = await started();
        expect(await codeOf(editor.request('initialize', { capabilities: {} }))).toBe(CODE.invalidRequest);
        await isWell(editor);
        await editor.request('shutdown', null);
        expect(await codeOf(editor.request('textDocument/definition', OWNER))).toBe(CODE.invalidRequest);
        expect(await codeOf(editor.request('shutdown', null))).toBe(CODE.invalidRequest);
        editor.send('exit', null);
        expect(editor.exitCode).toBe(0);
    });

    test('`exit` without `shutdown` is 1, also before `initialize`', async () => {
        const fresh = new Editor();
        fresh.send('exit', undefined);
        expect(fresh.exitCode).toBe(1);
        const running = await started();
        running.send('exit', undefined);
        expect(running.exitCode).toBe(1);
    });
});
