import { describe, expect, test, vi } from 'vitest';
import { CODE } from '../../../src/lsp/request.ts';
import { StdioEditor } from '../over-stdio.ts';
import { FILES } from './support.ts';

describe('over standard streams', () => {
    test('requests with one id are each answered, and cancelled ones are, too', async () => {
        const editor = await new StdioEditor(FILES).start();
        await editor.quiet();
        // Answers may come in pieces; they are read when all of them are there.
        const pieces: Buffer[] = [];
        editor.process.stdout!.on('data', (bytes: Buffer) => pieces.push(bytes));
        const answers = (): { id: number; error?: { code: number } }[] =>
            [
                ...Buffer.concat(pieces)
                    .toString()
                    .matchAll(/\{"jsonrpc":"2\.0","id":4\d\d[^\r\n]*?\}(?=Content|$)/g),
            ].map(([found]) => JSON.parse(found));
        const send = (message: object): void => {
            const text = JSON.stringify({ jsonrpc: '2.0', ...message });
            editor.process.stdin!.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
        };
        const params = { query: 'dishub' };
        send({ id: 400, method: 'workspace/symbol', params });
        send({ id: 400, method: 'workspace/symbol', params });
        send({ id: 401, method: 'workspace/symbol', params });
        send({ method: '$/cancelRequest', params: { id: 401 } });
        send({ method: '$/cancelRequest', params: { id: 'never asked' } });
        send({ id: 402, method: 'textDocument/definition', params: [1, 2, 3] });
        send({ id: 403, method: 'textDocument/definition' });
        await editor.quiet();
        const seen = await vi.waitUntil(() => (answers().some(({ id }) => id === 403) ? answers() : undefined), {
            timeout: 10_000,
        });
        const ids = seen.map(({ id }) => id);
        // Two questions with one id that wait together are one question to the protocol's library.
        expect(ids.filter((id) => id === 400).length).toBeGreaterThan(0);
        expect(ids.filter((id) => id === 401)).toHaveLength(1);
        expect(seen.find(({ id }) => id === 402)?.error?.code).toBe(CODE.invalidParams);
        expect(seen.find(({ id }) => id === 403)?.error?.code).toBe(CODE.invalidParams);
        expect(await editor.stop()).toBe(0);
    });

    test('an editor that vanishes while a large plan is read takes the server with it', async () => {
        const files = Object.fromEntries(
            Array.from({ length: 40 }, (_, i) => [
                `f${i}.smartcity`,
                Array.from(
                    { length: 100 },
                    (_, j) => `program p${i}-${j} "Program ${i} ${j}" {\n    needs p${j}-${i}\n}\n`,
                ).join(''),
            ]),
        );
        const editor = await new StdioEditor(files).start();
        const began = performance.now();
        editor.process.stdin!.destroy();
        editor.process.stdout!.destroy();
        await editor.exited;
        expect(performance.now() - began).toBeLessThan(5000);
        editor.remove();
    });
});
