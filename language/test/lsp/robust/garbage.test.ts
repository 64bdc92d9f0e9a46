import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CODE } from '../../../src/lsp/request.ts';
import { codeOf, isWell, METHODS, POSITIONS, started, URI } from './support.ts';

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
