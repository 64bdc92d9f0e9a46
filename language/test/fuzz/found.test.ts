import { expect, test } from 'vitest';
import { checkTexts, said } from '../../fuzz/plans.ts';
import { Editor } from '../lsp/in-process.ts';
import { address, MemoryDisk } from '../lsp/memory-disk.ts';

/** What random inputs have broken once, each by its name, so that it stays mended. */

const PROGRAM = 'program p "P" { during 2021..2021 }\n';

test('a plan that goes while the diagnostics of all plans are being told', async () => {
    for (let turns = 0; turns < 12; turns++) {
        const disk = new MemoryDisk({
            'a.smartcity': PROGRAM,
            'b/smartcity.json': '{}',
            'b/b.smartcity': PROGRAM,
            'c/smartcity.json': '{}',
            'c/c.smartcity': PROGRAM,
        });
        const editor = await new Editor(disk).start();
        const asked = editor.request('workspace/diagnostic', { previousResultIds: [] });
        for (let i = 0; i < turns; i++) {
            await new Promise((resolve) => setImmediate(resolve));
        }
        editor.write('c/smartcity.json', undefined);
        expect(await asked).toHaveProperty('items');
        await editor.session.idle();
        expect(editor.told.filter((each) => each.method === 'window/logMessage')).toEqual([]);
    }
});

test('a folder that goes while its new configuration is being read', async () => {
    const editor = await new Editor(new MemoryDisk({ 'a.smartcity': PROGRAM })).start();
    editor.write('east/smartcity.json', '{}');
    editor.disk.files.delete(address('east/smartcity.json'));
    editor.send('workspace/didDeleteFiles', { files: [{ uri: address('east') }] });
    await editor.session.idle();
    expect([...editor.session.workspace.plans.configured.keys()]).toEqual([]);
});

test('of two declarations of one name, each with a clause that stands twice, it does not matter which comes first', () => {
    const one = 'program p "P" { quick-win  owner a  owner  /* of old */  b }\n';
    const other = 'program p "P" { quick-win  owner a  owner c }\n';
    const [first, second] = [
        { 'a.smartcity': one, 'b.smartcity': other },
        { 'a.smartcity': other, 'b.smartcity': one },
    ];
    expect(said(checkTexts(first), first)).toEqual(said(checkTexts(second), second));
    const repeats = checkTexts(first).findings.filter(({ rule }) => rule === 'repeated-clause');
    expect(new Set(repeats.map(({ fingerprint }) => fingerprint)).size).toBe(2);
    const tidied = { ...first, 'a.smartcity': one.replace('  /* of old */  ', ' ') };
    expect(
        checkTexts(tidied)
            .findings.filter(({ rule }) => rule === 'repeated-clause')
            .map(({ fingerprint }) => fingerprint),
    ).toEqual(repeats.map(({ fingerprint }) => fingerprint));
});

test('a pattern of `exclude` that was just begun, and is empty yet', async () => {
    const editor = await new Editor(new MemoryDisk({ 'a.smartcity': PROGRAM, 'smartcity.json': '{}' })).start();
    const failures: unknown[] = [];
    const failed = (error: unknown): unknown => failures.push(error);
    process.on('unhandledRejection', failed);
    try {
        for (const text of ['""', '"/"', '"./"', '"a"']) {
            editor.write('smartcity.json', `{ "exclude": [${text}], "rules": { "missing-owner": "info" } }`);
            await editor.session.idle();
        }
        await new Promise((resolve) => setImmediate(resolve));
    } finally {
        process.off('unhandledRejection', failed);
    }
    expect(failures).toEqual([]);
});

test('two applications that need each other, and that nobody delivers', () => {
    const [one, other] = ['application a "A" { needs b }\n', 'application b "B" { needs a }\n'];
    const [first, second] = [
        { 'a.smartcity': one, 'b.smartcity': other },
        { 'a.smartcity': other, 'b.smartcity': one },
    ];
    expect(said(checkTexts(first), first)).toEqual(said(checkTexts(second), second));
});
