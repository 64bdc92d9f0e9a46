import { expect, test } from 'vitest';
import type { CompletionList, Hover } from 'vscode-languageserver-protocol';
import { StdioEditor } from './over-stdio.ts';

const TEXT = 'program p "P" {\n    owner \n    start 2020-Q3\n}\n';

test('the built server completes a half-typed line and tells what a date means', async () => {
    const ed = await new StdioEditor({
        'smartcity.json': '{}',
        'opd.smartcity': 'opd dishub "Dinas Perhubungan"\n',
        'p.smartcity': TEXT,
    }).start({ locale: 'id' });
    await ed.open('p.smartcity', TEXT);
    await ed.quiet();
    const textDocument = { uri: ed.uri('p.smartcity') };
    const list = await ed.connection.sendRequest<CompletionList>('textDocument/completion', {
        textDocument,
        position: { line: 1, character: 10 },
        context: { triggerKind: 2, triggerCharacter: ' ' },
    });
    expect(list.items[0]).toMatchObject({
        label: 'dishub',
        detail: 'Dinas Perhubungan',
        labelDetails: { description: 'opd.smartcity' },
        textEdit: { newText: 'dishub' },
    });
    const shown = await ed.connection.sendRequest<Hover>('textDocument/hover', {
        textDocument,
        position: { line: 2, character: 12 },
    });
    expect(shown).toEqual({
        contents: { kind: 'markdown', value: '2020-Q3 sebagai awal: 1 Juli 2020' },
        range: { start: { line: 2, character: 10 }, end: { line: 2, character: 17 } },
    });
    expect(await ed.stop()).toBe(0);
});
