import { describe, expect, test } from 'vitest';
import { CODE } from '../../../src/lsp/request.ts';
import { ROOT } from '../memory-disk.ts';
import { codeOf, isWell, METHODS, OWNER, started } from './support.ts';

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
