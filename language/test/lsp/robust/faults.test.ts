import { describe, expect, test } from 'vitest';
import { CODE } from '../../../src/lsp/request.ts';
import { codeOf, isWell, OWNER, PROGRAMS, started } from './support.ts';

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

    test('in work that no request waits for is told, and ends nothing else', async () => {
        const editor = await started();
        editor.session.failed(new Error('broken on purpose'));
        const told = editor.told.splice(0).filter(({ method }) => method.startsWith('window/'));
        expect(told.map(({ method }) => method)).toEqual(['window/logMessage', 'window/showMessage']);
        await isWell(editor);
    });
});
