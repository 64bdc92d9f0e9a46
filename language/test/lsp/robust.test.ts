import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { featuresOf } from '../../src/lsp/features.ts';
import { CODE, type Refusal } from '../../src/lsp/request.ts';
import { Editor } from './in-process.ts';
import { address, MemoryDisk, ROOT } from './memory-disk.ts';
import { StdioEditor } from './over-stdio.ts';

const OPD = 'opd dishub "Dishub 🚦"\n';
const PROGRAMS = 'program p "P" {\n    owner dishub\n    serves nobody\n}\n';
const FILES = { 'smartcity.json': '{}', 'opd.smartcity': OPD, 'programs.smartcity': PROGRAMS };
const URI = address('programs.smartcity');
const METHODS = Object.keys(featuresOf());
const OWNER = { textDocument: { uri: URI }, position: { line: 1, character: 12 } };

async function started(): Promise<Editor> {
    const editor = await new Editor(new MemoryDisk(FILES)).start();
    editor.open('programs.smartcity', PROGRAMS);
    await editor.session.idle();
    return editor;
}

/** The code that a request is refused with; `undefined` when it is answered. */
async function codeOf(answer: Promise<unknown>): Promise<number | undefined> {
    try {
        await answer;
        return undefined;
    } catch (error) {
        return (error as Refusal).code;
    }
}

/** Holds that the server answers, reports what is there, and has had no error of its own. */
async function isWell(editor: Editor): Promise<void> {
    await editor.session.idle();
    expect(editor.told.filter(({ method }) => method === 'window/showMessage')).toEqual([]);
    expect(await editor.request('textDocument/definition', OWNER)).toMatchObject([{ uri: address('opd.smartcity') }]);
    expect(editor.rules('programs.smartcity')).toContain('3 unresolved-reference');
}

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

describe('what cannot be answered', () => {
    test('a request for an unknown document has an empty answer', async () => {
        const editor = await started();
        for (const uri of [
            'file:///nowhere/x.smartcity',
            'smartcity-library:/none',
            'https://a.b/c',
            `${ROOT}/smartcity.json`,
        ]) {
            for (const method of METHODS.filter((each) => each.startsWith('textDocument/'))) {
                const params = {
                    ...OWNER,
                    textDocument: { uri },
                    range: { start: OWNER.position, end: OWNER.position },
                };
                const answer = editor.request(method, { ...params, newName: 'x', positions: [], context: {} });
                const empty = method === 'textDocument/diagnostic' ? { items: [] } : null;
                expect(await answer, `${method} ${uri}`).toEqual(
                    empty === null ? null : expect.objectContaining(empty),
                );
            }
        }
        await isWell(editor);
    });

    test('documents that are not open are neither changed nor closed', async () => {
        const editor = await started();
        editor.change('opd.smartcity', 'opd other "O"\n');
        editor.close('opd.smartcity');
        editor.close('nowhere.smartcity');
        editor.change('nowhere.smartcity', 'x', { start: { line: 4, character: 1 }, end: { line: 2, character: 0 } });
        await isWell(editor);
    });

    test('unknown methods are refused, unknown notifications left', async () => {
        const editor = await started();
        for (const method of ['textDocument/nothing', '$/ask', '', 'constructor', '__proto__', 'toString']) {
            expect(await codeOf(editor.request(method, {})), method).toBe(CODE.methodNotFound);
            editor.send(method, {});
        }
        await isWell(editor);
    });

    test('a request that was taken back before its turn is not worked on', async () => {
        const editor = await started();
        for (const method of METHODS) {
            expect(await codeOf(editor.request(method, OWNER, true))).toBe(CODE.cancelled);
        }
        await isWell(editor);
    });
});

const POSITIONS = [
    { line: -1, character: -1 },
    { line: 0, character: -7 },
    { line: 1, character: 1e9 },
    { line: 2 ** 31 - 1, character: 2 ** 31 - 1 },
    { line: 1e308, character: 0 },
    { line: 1.5, character: 2.5 },
];

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

test('garbage in any question or message is refused or left, and never an error of ours', {
    timeout: 60_000,
}, async () => {
    const editor = await started();
    const place = fc.oneof(fc.constantFrom(...POSITIONS), fc.anything());
    const span = fc.oneof(fc.record({ start: place, end: place }, { requiredKeys: [] }), fc.anything());
    const document = fc.oneof(
        fc.record({ uri: fc.oneof(fc.constantFrom(URI, `${URI}x`, 'file:///c%', 'file:////x'), fc.anything()) }),
        fc.anything(),
    );
    const params = fc.oneof(
        fc.record(
            {
                textDocument: document,
                position: place,
                range: span,
                positions: fc.oneof(fc.array(place, { maxLength: 3 }), fc.anything()),
                context: fc.oneof(
                    fc.record({ diagnostics: fc.anything(), only: fc.oneof(fc.array(fc.anything()), fc.anything()) }),
                    fc.anything(),
                ),
                item: fc.oneof(fc.record({ uri: fc.constant(URI), data: fc.anything() }), fc.anything()),
                data: fc.anything(),
                newName: fc.anything(),
                query: fc.oneof(fc.string({ unit: 'binary' }), fc.anything()),
                name: fc.anything(),
                rule: fc.anything(),
                key: fc.anything(),
                options: fc.anything(),
                previousResultId: fc.anything(),
                previousResultIds: fc.oneof(fc.array(fc.anything()), fc.anything()),
            },
            { requiredKeys: [] },
        ),
        fc.anything(),
    );
    const notifications = [
        'textDocument/didOpen',
        'textDocument/didClose',
        'textDocument/didSave',
        'workspace/didChangeWatchedFiles',
        'workspace/didCreateFiles',
        'workspace/didRenameFiles',
        'workspace/didDeleteFiles',
        'workspace/didChangeWorkspaceFolders',
        'workspace/didChangeConfiguration',
        '$/setTrace',
        '$/cancelRequest',
        'initialized',
    ];
    await fc.assert(
        fc.asyncProperty(fc.constantFrom(...METHODS), params, async (method, given) => {
            const code = await codeOf(editor.request(method, given));
            expect([undefined, CODE.invalidParams, CODE.failed], method).toContain(code);
        }),
        { numRuns: 1200 },
    );
    await fc.assert(
        fc.property(fc.constantFrom(...notifications), fc.anything(), (method, given) => {
            editor.send(method, given);
        }),
        { numRuns: 500 },
    );
    await isWell(editor);
});

describe('an error of ours', () => {
    test('ends one request, is told once with its details in the log, and the next request works', async () => {
        const editor = await started();
        const { workspace } = editor.session;
        const view = workspace.view.bind(workspace);
        const failure = new Error('broken on purpose');
        workspace.view = () => {
            throw failure;
        };
        expect(await codeOf(editor.request('textDocument/definition', OWNER))).toBe(CODE.internal);
        expect(await codeOf(editor.request('textDocument/definition', OWNER))).toBe(CODE.internal);
        workspace.view = view;
        const told = editor.told.splice(0).filter(({ method }) => method.startsWith('window/'));
        expect(told.map(({ method }) => method)).toEqual(['window/logMessage', 'window/showMessage']);
        expect(JSON.stringify(told[0])).toContain('broken on purpose');
        expect(JSON.stringify(told[1])).toContain('textDocument/definition');
        await isWell(editor);
    });

    test('in a check is told once, and the next edit is checked', async () => {
        const editor = await started();
        const { workspace } = editor.session.workspace;
        const check = workspace.check.bind(workspace);
        const failure = new Error('broken on purpose');
        workspace.check = () => {
            throw failure;
        };
        for (const text of ['', 'program r "R" {\n}\n']) {
            editor.change('programs.smartcity', text);
            await editor.session.idle();
        }
        workspace.check = check;
        const told = editor.told.splice(0).filter(({ method }) => method === 'window/showMessage');
        expect(told).toHaveLength(1);
        editor.change('programs.smartcity', PROGRAMS);
        await isWell(editor);
    });
});

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
