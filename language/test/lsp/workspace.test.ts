import { describe, expect, test } from 'vitest';
import { Editor } from './in-process.ts';
import { address, MemoryDisk, ROOT } from './memory-disk.ts';

/** A program that is only right beside an OPD of the name. */
const PROGRAM = 'program p "P" {\n    owner dishub\n}\n';
const OPD = 'opd dishub "Dishub"\n';

/** Whether the owner of the program in a file is missing. */
function lacksOwner(editor: Editor, path: string): boolean {
    return editor.rules(path).includes('2 unresolved-reference');
}

describe('plans of a workspace', () => {
    test('never see each other; files in none form one of their folder', async () => {
        const ed = await new Editor(
            new MemoryDisk({
                'kediri/smartcity.json': '{}',
                'kediri/opd.smartcity': OPD,
                'kediri/sub/p.smartcity': PROGRAM,
                'malang/smartcity.json': '{}',
                'malang/p.smartcity': PROGRAM,
                'stray.smartcity': PROGRAM,
                'other/opd.smartcity': OPD,
            }),
        ).start();
        expect(lacksOwner(ed, 'kediri/sub/p.smartcity')).toBe(false);
        expect(lacksOwner(ed, 'malang/p.smartcity')).toBe(true);
        expect(lacksOwner(ed, 'stray.smartcity')).toBe(false);
    });

    test('leave out what no plan is searched in', async () => {
        const ed = await new Editor(
            new MemoryDisk({ 'node_modules/x/a.smartcity': PROGRAM, '.git/b.smartcity': PROGRAM, 'c.smartcity': OPD }),
        ).start();
        ed.open('node_modules/x/a.smartcity', PROGRAM);
        await ed.session.idle();
        expect([...ed.diagnostics.keys()].filter((each) => !each.endsWith('c.smartcity'))).toEqual([]);
    });

    test('come and go with the folders of the workspace', async () => {
        const ed = await new Editor(new MemoryDisk({ 'a/p.smartcity': PROGRAM, 'b/p.smartcity': PROGRAM })).start({
            workspaceFolders: [{ uri: `${ROOT}/a`, name: 'a' }],
        });
        expect([...ed.diagnostics.keys()]).toEqual([address('a/p.smartcity')]);
        ed.send('workspace/didChangeWorkspaceFolders', {
            event: { added: [{ uri: `${ROOT}/b`, name: 'b' }], removed: [{ uri: `${ROOT}/a`, name: 'a' }] },
        });
        await ed.session.idle();
        expect([...ed.diagnostics.keys()]).toEqual([address('b/p.smartcity')]);
    });

    test('are renamed, created and deleted as folders, of which editors tell nothing else', async () => {
        const disk = new MemoryDisk({ 'a/opd.smartcity': OPD, 'a/p.smartcity': PROGRAM });
        const ed = await new Editor(disk).start();
        for (const name of ['opd', 'p']) {
            disk.files.set(address(`b/${name}.smartcity`), disk.files.get(address(`a/${name}.smartcity`))!);
            disk.files.delete(address(`a/${name}.smartcity`));
        }
        ed.send('workspace/didRenameFiles', { files: [{ oldUri: address('a'), newUri: address('b') }] });
        await ed.session.idle();
        expect(ed.rules('a/p.smartcity')).toEqual([]);
        expect(ed.rules('b/p.smartcity').length).toBeGreaterThan(0);
        expect(lacksOwner(ed, 'b/p.smartcity')).toBe(false);
    });
});

describe('documents', () => {
    test('that were never saved are plans alone, and gone when they are closed', async () => {
        const ed = await new Editor(new MemoryDisk({ 'opd.smartcity': OPD })).start();
        ed.open('', PROGRAM, 'untitled:Untitled-1');
        await ed.session.idle();
        const codes = ed.diagnostics.get('untitled:Untitled-1')?.map((each) => each.code);
        expect(codes).toContain('unresolved-reference');
        ed.close('', 'untitled:Untitled-1');
        await ed.session.idle();
        expect(ed.diagnostics.has('untitled:Untitled-1')).toBe(false);
    });

    test('outside the workspace are read with the plan that they lie in', async () => {
        const disk = new MemoryDisk({ 'a/opd.smartcity': OPD });
        disk.files.set('file:///elsewhere/smartcity.json', '{}');
        disk.files.set('file:///elsewhere/opd.smartcity', OPD);
        disk.files.set('file:///elsewhere/sub/p.smartcity', PROGRAM);
        const ed = await new Editor(disk).start();
        ed.open('', PROGRAM, 'file:///elsewhere/sub/p.smartcity');
        await ed.session.idle();
        const codes = ed.diagnostics.get('file:///elsewhere/sub/p.smartcity')?.map((each) => each.code);
        expect(codes).toContain('missing-element');
        expect(codes).not.toContain('unresolved-reference');
        ed.close('', 'file:///elsewhere/sub/p.smartcity');
        await ed.session.idle();
        expect([...ed.diagnostics.keys()].filter((each) => each.includes('elsewhere'))).toEqual([]);
    });

    test('outside the workspace that lie in no plan stand alone', async () => {
        const ed = await new Editor(new MemoryDisk({ 'a/opd.smartcity': OPD })).start();
        for (const uri of ['file:///p.smartcity', 'file:///c%3A/p.smartcity', 'file:///elsewhere/sub/p.smartcity']) {
            ed.open('', PROGRAM, uri);
            await ed.session.idle();
            expect(ed.diagnostics.get(uri)?.map((each) => each.code)).toContain('unresolved-reference');
            ed.close('', uri);
            await ed.session.idle();
            expect(ed.diagnostics.has(uri)).toBe(false);
        }
    });

    test('are the same however their address is written', async () => {
        const ed = await new Editor(new MemoryDisk({ 'my%20plan/p.smartcity': PROGRAM })).start();
        ed.open('', `${OPD}${PROGRAM}`, 'file:///city/my plan/p.smartcity');
        await ed.session.idle();
        const found = ed.diagnostics.get('file:///city/my plan/p.smartcity') ?? [];
        expect(found.length).toBeGreaterThan(0);
        expect(found.map((each) => each.code)).not.toContain('unresolved-reference');
    });

    test('that are opened only to be looked at cause no work', async () => {
        const ed = await new Editor(new MemoryDisk({ 'p.smartcity': PROGRAM })).start();
        ed.told.length = 0;
        ed.open('p.smartcity', PROGRAM);
        ed.close('p.smartcity');
        await ed.session.idle();
        expect(ed.told).toEqual([]);
    });

    test('show progress while a workspace is read, where the editor can show it', async () => {
        const files = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.smartcity`, `opd o${i} "O"\n`]));
        const ed = await new Editor(new MemoryDisk(files)).start({
            capabilities: { window: { workDoneProgress: true } },
        });
        const kinds = ed.told
            .filter((each) => each.method === '$/progress')
            .map((each) => (each.params as { value: { kind: string } }).value.kind);
        expect(kinds[0]).toBe('begin');
        expect(kinds.at(-1)).toBe('end');
        expect(kinds).toContain('report');
    });
});
