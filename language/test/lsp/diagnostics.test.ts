import { describe, expect, test } from 'vitest';
import { Editor } from './in-process.ts';
import { address, MemoryDisk } from './memory-disk.ts';

const PLAN = {
    'smartcity.json': '{}',
    'opd.smartcity': 'masterplan k "K" { period 2020..2024 }\nopd dishub "Dishub"\n',
    'programs.smartcity':
        'program p "P" {\n    owner dishub\n    during 2021..2021\n    serves residents\n    quick-win\n}\n',
};

async function editor(files: Readonly<Record<string, string>> = PLAN): Promise<Editor> {
    return new Editor(new MemoryDisk(files)).start();
}

describe('diagnostics', () => {
    test('are pushed for files that are not open', async () => {
        const ed = await editor();
        expect(ed.rules('programs.smartcity')).toContain('4 unresolved-reference');
    });

    test('follow an edit in another file, and are sent for what differs alone', async () => {
        const ed = await editor();
        ed.open('opd.smartcity', PLAN['opd.smartcity']);
        await ed.session.idle();
        ed.told.length = 0;
        ed.change('opd.smartcity', 'audience residents "Warga"\n', range(2, 0, 2, 0));
        await ed.session.idle();
        expect(ed.rules('programs.smartcity')).not.toContain('4 unresolved-reference');
        const published = ed.told
            .filter((each) => each.method === 'textDocument/publishDiagnostics')
            .map((each) => (each.params as { uri: string }).uri);
        expect(published).toContain(address('programs.smartcity'));
        expect(new Set(published).size).toBe(published.length);
        ed.told.length = 0;
        ed.change('opd.smartcity', ' ', range(2, 26, 2, 26));
        await ed.session.idle();
        expect(ed.told.filter((each) => each.method === 'textDocument/publishDiagnostics')).toEqual([]);
    });

    test('are moved when a line moves without any offset changing', async () => {
        const ed = await editor();
        ed.open('programs.smartcity', PLAN['programs.smartcity']);
        ed.change('programs.smartcity', ' ', range(2, 21, 3, 0));
        await ed.session.idle();
        expect(ed.rules('programs.smartcity')).toContain('3 unresolved-reference');
    });

    test('of a library move to the file that names it first, as soon as there is one', async () => {
        const use = 'use garuda, smart-city-100\n';
        const ed = await editor({ 'smartcity.json': '{}', 'east/e.smartcity': use });
        expect(ed.rules('east/e.smartcity')).toContain('1 empty-element');
        ed.write('a.smartcity', use);
        await ed.session.idle();
        expect(ed.rules('east/e.smartcity')).toEqual([]);
        expect(ed.rules('a.smartcity')).toContain('1 empty-element');
    });

    test('vanish with their file and come back with it', async () => {
        const ed = await editor();
        ed.write('programs.smartcity', undefined);
        await ed.session.idle();
        expect(ed.rules('programs.smartcity')).toEqual([]);
        ed.write('programs.smartcity', PLAN['programs.smartcity']);
        await ed.session.idle();
        expect(ed.rules('programs.smartcity')).toContain('4 unresolved-reference');
    });

    test('return to what the disk says when a document is closed', async () => {
        const ed = await editor();
        ed.open('programs.smartcity', PLAN['programs.smartcity']);
        ed.change('programs.smartcity', '');
        await ed.session.idle();
        expect(ed.rules('programs.smartcity')).toEqual([]);
        ed.close('programs.smartcity');
        await ed.session.idle();
        expect(ed.rules('programs.smartcity')).toContain('4 unresolved-reference');
    });

    test('carry code, page, data, tags and version', async () => {
        const ed = await editor();
        ed.open('opd.smartcity', `${PLAN['opd.smartcity']}audience nobody "N"\n`);
        await ed.session.idle();
        const found = ed.diagnostics.get(address('opd.smartcity'))?.find((each) => each.code === 'unused-declaration');
        expect(found).toMatchObject({
            source: 'smartcity',
            severity: 3,
            tags: [1],
            codeDescription: { href: 'smartcity-rule:/unused-declaration.md' },
            data: { rule: 'unused-declaration', fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) },
        });
        const last = ed.told.filter((each) => each.method === 'textDocument/publishDiagnostics').at(-1)!;
        expect(last.params).toMatchObject({ version: 1 });
    });

    test('stand in smartcity.json for what it says wrongly, and its settings count at once', async () => {
        const ed = await editor();
        ed.write('smartcity.json', '{ "rules": { "no-quick": "off" }, "exclude": ["programs.smartcity"] }');
        await ed.session.idle();
        expect(ed.diagnostics.get(address('smartcity.json'))?.[0]?.message).toContain('no-quick');
        expect(ed.rules('programs.smartcity')).toEqual([]);
        ed.open('smartcity.json', '{}');
        await ed.session.idle();
        expect(ed.diagnostics.has(address('smartcity.json'))).toBe(false);
        expect(ed.rules('programs.smartcity')).toContain('4 unresolved-reference');
        ed.close('smartcity.json');
        await ed.session.idle();
        expect(ed.rules('programs.smartcity')).toEqual([]);
    });

    test('leave out what is waived, also by a baseline', async () => {
        const ed = await editor();
        const found = ed.diagnostics.get(address('programs.smartcity'))!;
        const missing = found.find((each) => each.code === 'missing-kpi')!;
        ed.write('base.json', JSON.stringify([(missing.data as { fingerprint: string }).fingerprint]));
        ed.write('smartcity.json', '{ "baseline": "base.json" }');
        await ed.session.idle();
        expect(ed.rules('programs.smartcity')).not.toContain('1 missing-kpi');
        ed.write('smartcity.json', '{ "baseline": "none.json" }');
        await ed.session.idle();
        expect(ed.rules('programs.smartcity')).toContain('1 missing-kpi');
        expect(ed.diagnostics.get(address('smartcity.json'))?.[0]?.message).toContain('none.json');
    });

    test('speak the editor’s language, and another one as soon as it is set', async () => {
        const ed = await new Editor(new MemoryDisk(PLAN)).start({ locale: 'id' });
        const message = (): string => ed.diagnostics.get(address('programs.smartcity'))![0]!.message;
        const indonesian = message();
        ed.send('workspace/didChangeConfiguration', { settings: { smartcity: { locale: 'en' } } });
        await ed.session.idle();
        expect(message()).not.toBe(indonesian);
    });
});

function range(line: number, character: number, endLine: number, endCharacter: number) {
    return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}
