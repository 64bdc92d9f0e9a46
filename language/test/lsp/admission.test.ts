import { describe, expect, test } from 'vitest';
import { Editor } from './in-process.ts';
import { address, MemoryDisk, ROOT } from './memory-disk.ts';

const OPD = 'opd dishub "Dishub"\n';
/** A program that is only right beside an OPD of the name. */
const PROGRAM = 'program p "P" {\n    owner dishub\n}\n';
const OWNER = { line: 1, character: 12 };

describe('an open document whose folder is deleted', () => {
    const FILES = {
        'opd.smartcity': OPD,
        'east/smartcity.json': '{}',
        'east/opd.smartcity': OPD,
        'east/p.smartcity': PROGRAM,
    };

    async function deleted(): Promise<Editor> {
        const editor = await new Editor(new MemoryDisk(FILES)).start();
        editor.open('east/p.smartcity', PROGRAM);
        await editor.session.idle();
        expect(editor.rules('east/p.smartcity')).not.toEqual([]);
        for (const path of Object.keys(FILES).filter((each) => each.startsWith('east/'))) {
            editor.disk.files.delete(address(path));
        }
        editor.send('workspace/didDeleteFiles', { files: [{ uri: address('east') }] });
        await editor.session.idle();
        return editor;
    }

    test('does not fall into the plan around, and can still be read', async () => {
        const editor = await deleted();
        expect([...editor.diagnostics.keys()]).toEqual([address('opd.smartcity')]);
        expect(editor.rules('opd.smartcity')).toContain('1 unused-declaration');
        const params = { textDocument: { uri: address('east/p.smartcity') } };
        expect(await editor.request('textDocument/documentSymbol', params)).toHaveLength(1);
        editor.change('east/p.smartcity', `${PROGRAM}${OPD}`);
        await editor.session.idle();
        expect([...editor.diagnostics.keys()]).toEqual([address('opd.smartcity')]);
    });

    test('stays out when the folders of the workspace change, and is gone when it is closed', async () => {
        const editor = await deleted();
        editor.send('workspace/didChangeWorkspaceFolders', {
            event: { added: [{ uri: 'file:///other', name: 'other' }], removed: [] },
        });
        await editor.session.idle();
        expect([...editor.diagnostics.keys()]).toEqual([address('opd.smartcity')]);
        editor.close('east/p.smartcity');
        await editor.session.idle();
        expect([...editor.diagnostics.keys()]).toEqual([address('opd.smartcity')]);
    });

    test('is part of its plan again when the folder is', async () => {
        const editor = await deleted();
        for (const [path, text] of Object.entries(FILES)) {
            editor.disk.files.set(address(path), text);
        }
        editor.send('workspace/didCreateFiles', { files: [{ uri: address('east') }] });
        await editor.session.idle();
        expect(editor.rules('east/p.smartcity')).toContain('1 missing-element');
        expect(editor.rules('east/p.smartcity')).not.toContain('2 unresolved-reference');
        expect(editor.rules('east/opd.smartcity')).not.toContain('1 unused-declaration');
    });

    test('counts as soon as it is saved where nobody watches files', async () => {
        const editor = await deleted();
        editor.disk.files.set(address('east/p.smartcity'), PROGRAM);
        editor.send('textDocument/didSave', { textDocument: { uri: address('east/p.smartcity') } });
        await editor.session.idle();
        expect(editor.rules('east/p.smartcity')).toContain('1 missing-element');
    });
});

test('a new file is answered from the whole plan at once', async () => {
    const editor = await new Editor(new MemoryDisk({ 'opd.smartcity': OPD })).start();
    editor.open('new.smartcity', PROGRAM);
    const params = { textDocument: { uri: address('new.smartcity') }, position: OWNER };
    expect(await editor.request('textDocument/definition', params)).toHaveLength(1);
});

test('a file by another name counts in no plan, as it does in none that is read from scratch', async () => {
    const editor = await new Editor(new MemoryDisk({ 'opd.smartcity': OPD, 'notes.txt': OPD })).start();
    editor.open('notes.txt', `${OPD}${PROGRAM}`);
    await editor.session.idle();
    expect([...editor.diagnostics.keys()]).toEqual([address('opd.smartcity')]);
    expect(editor.rules('opd.smartcity')).not.toContain('1 duplicate-name');
    const params = { textDocument: { uri: address('notes.txt') }, position: { line: 2, character: 12 } };
    expect(await editor.request('textDocument/definition', params)).toMatchObject([{ uri: address('notes.txt') }]);
    editor.change('notes.txt', OPD);
    editor.close('notes.txt');
    await editor.session.idle();
    expect([...editor.diagnostics.keys()]).toEqual([address('opd.smartcity')]);
});

describe('the same file by a link to its folder', () => {
    class Linked extends MemoryDisk {
        override async real(file: string): Promise<string> {
            return file.replace(`${ROOT}/link`, `${ROOT}/plan`);
        }

        override async read(file: string): Promise<Uint8Array | undefined> {
            return super.read(await this.real(file));
        }

        override async isFolder(folder: string): Promise<boolean> {
            return super.isFolder(await this.real(folder));
        }
    }

    test.each([
        [['open']],
        [['open', 'close']],
        [['open', 'close', 'open']],
        [['open', 'ask', 'close']],
        [['open', 'ask', 'change', 'ask', 'close']],
    ])('is not declared twice after %j', async (steps) => {
        const editor = await new Editor(new Linked({ 'plan/opd.smartcity': OPD })).start();
        const uri = address('link/opd.smartcity');
        for (const step of steps) {
            if (step === 'open') {
                editor.open('', OPD, uri);
            } else if (step === 'close') {
                editor.close('', uri);
            } else if (step === 'change') {
                editor.change('', `${OPD} `, undefined, uri);
            } else {
                await editor.request('textDocument/hover', { textDocument: { uri }, position: OWNER });
            }
        }
        await editor.session.idle();
        expect([...editor.diagnostics.keys()]).toEqual([address('plan/opd.smartcity')]);
        expect(editor.rules('plan/opd.smartcity')).not.toContain('1 duplicate-name');
    });
});
