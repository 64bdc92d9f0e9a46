import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { InitializeResult } from 'vscode-languageserver-protocol';
import { StdioEditor } from './over-stdio.ts';

const FILES = {
    'smartcity.json': '{}',
    'opd.smartcity': 'opd dishub "Dishub"\n',
    'sub/programs.smartcity': 'program p "P" {\n    owner dishubb\n}\n',
};

describe('the built server over standard streams', () => {
    test('reads the folder, reports, answers and ends', async () => {
        const ed = await new StdioEditor(FILES).start();
        await ed.quiet();
        const found = ed.diagnostics.get(ed.uri('sub/programs.smartcity')) ?? [];
        expect(found.map((each) => each.code)).toContain('unresolved-reference');
        await ed.open('sub/programs.smartcity', FILES['sub/programs.smartcity'].replace('dishubb', 'dishub'));
        await ed.quiet();
        const now = ed.diagnostics.get(ed.uri('sub/programs.smartcity')) ?? [];
        expect(now.map((each) => each.code)).not.toContain('unresolved-reference');
        const definition = await ed.connection.sendRequest('textDocument/definition', {
            textDocument: { uri: ed.uri('sub/programs.smartcity') },
            position: { line: 1, character: 12 },
        });
        expect(definition).toEqual([
            {
                uri: ed.uri('opd.smartcity'),
                range: { start: { line: 0, character: 4 }, end: { line: 0, character: 10 } },
            },
        ]);
        const library = await ed.connection.sendRequest<{ text: string }>('smartcity/library', { name: 'garuda' });
        expect(library.text).toContain('framework garuda');
        expect(await ed.stop()).toBe(0);
    });

    test('says what it can do', async () => {
        const ed = new StdioEditor(FILES);
        const { capabilities, serverInfo } = await ed.connection.sendRequest<InitializeResult>('initialize', {
            processId: null,
            rootUri: null,
            capabilities: {},
        });
        expect(serverInfo?.name).toBe('smartcity');
        expect(capabilities.positionEncoding).toBe('utf-16');
        const provided = Object.keys(capabilities).filter((each) => each.endsWith('Provider'));
        expect(provided).toEqual(
            expect.arrayContaining([
                'declarationProvider',
                'definitionProvider',
                'referencesProvider',
                'renameProvider',
                'semanticTokensProvider',
                'inlayHintProvider',
                'callHierarchyProvider',
                'documentFormattingProvider',
            ]),
        );
        expect(await ed.stop()).toBe(0);
    });

    test('ends with 1 when told to without having been shut down', async () => {
        const ed = await new StdioEditor(FILES).start();
        await ed.connection.sendNotification('exit');
        expect(await ed.exited).toBe(1);
        ed.remove();
    });

    test('goes when its input is closed', async () => {
        const ed = await new StdioEditor(FILES).start();
        const began = Date.now();
        ed.process.stdin!.end();
        await ed.exited;
        expect(Date.now() - began).toBeLessThan(5000);
        ed.remove();
    });

    test('goes when the process of the editor is gone, though its input stays open', async () => {
        const ed = new StdioEditor(FILES);
        const editor = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
        await ed.start({ processId: editor.pid });
        editor.kill('SIGKILL');
        const began = Date.now();
        await ed.exited;
        expect(Date.now() - began).toBeLessThan(5000);
        ed.remove();
    });

    test('survives bytes that are no message', async () => {
        const ed = await new StdioEditor(FILES).start();
        await ed.quiet();
        ed.process.stdin!.write('Content-Length: 9\r\n\r\n{"json": ');
        ed.process.stdin!.write('Content-Length: 4\r\n\r\nnull');
        expect(await ed.connection.sendRequest('workspace/symbol', { query: 'dishub' })).toHaveLength(1);
        expect(await ed.stop()).toBe(0);
    });
});

test('the server that VS Code starts speaks over the channel between processes', async () => {
    const child = spawn(process.execPath, [join(import.meta.dirname, '../../../dist/server.cjs'), '--node-ipc'], {
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const answer = new Promise<{ id: number; result: InitializeResult }>((resolve) =>
        child.once('message', (message) => resolve(message as { id: number; result: InitializeResult })),
    );
    child.send({ jsonrpc: '2.0', id: 7, method: 'initialize', params: { capabilities: {} } });
    expect(await answer).toMatchObject({ id: 7, result: { serverInfo: { name: 'smartcity' } } });
    const exited = new Promise((resolve) => child.on('exit', resolve));
    child.disconnect();
    await exited;
});
