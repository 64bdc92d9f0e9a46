// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how editors write places to fill in
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver-types';
import { completion } from '../../src/lsp/completion/completion.ts';
import { SNIPPETS, snippetOf } from '../../src/lsp/completion/snippets.ts';
import { dayOf } from '../../src/plan/calendar.ts';
import { readFragment } from '../../src/syntax/read.ts';
import { ALL_ABILITIES, Editor } from './in-process.ts';
import { address, MemoryDisk } from './memory-disk.ts';
import { viewAt } from './view.ts';

const CITY = `masterplan kediri "Kediri" { period 2030..2034 }
opd dishub "Dinas Perhubungan"
opd diskominfo "Dinas Kominfo"
dimension governance "Tata kelola" { element service "Layanan" }
program earlier "Sebelumnya" { owner dishub during 2030..2030 }
`;

/** The text after an item was chosen at the cursor. */
function chosen(text: string, label: string): string {
    const { view, offset } = viewAt({ 'city.smartcity': CITY, 'x.smartcity': text });
    const item = completion(view, offset, { snippets: true }).items.find((each) => each.label === label)!;
    const document = TextDocument.create('x', '', 0, view.lines.text);
    return TextDocument.applyEdits(document, [item.textEdit as TextEdit]);
}

function labels(text: string): string[] {
    const { view, offset } = viewAt({ 'city.smartcity': CITY, 'x.smartcity': text });
    return completion(view, offset, { snippets: true }).items.map((each) => each.label);
}

describe('within a word', () => {
    test.each([
        ['program p "P" { owner dis<|>hub }', 'diskominfo', 'program p "P" { owner diskominfo }'],
        ['program p "P" { element gov<|>.serv }', 'governance.service', 'program p "P" { element governance.service }'],
        ['program p "P" { during 20<|>31..2032 }', '2030', 'program p "P" { during 2030..2032 }'],
        ['program p "P" { owner <|>dishub }', 'diskominfo', 'program p "P" { owner diskominfodishub }'],
    ])('%s: the rest of it is replaced, where it has been begun', (text, label, after) => {
        expect(chosen(text, label)).toBe(after);
    });

    test.each([
        ['program p "P" { dura<|> 6 months }', 'duration', 'program p "P" { duration 6 months }'],
        ['prog<|>am p "P" { }', 'program', 'program p "P" { }'],
        ['program p "P" {\n    ow<|>dishub\n}', 'owner', 'program p "P" {\n    owner \n}'],
        ['program p "P" { dura<|> }', 'duration', 'program p "P" { duration ${1:6} months }'],
        ['program p "P" { dura<|> owner dishub }', 'duration', 'program p "P" { duration ${1:6} months owner dishub }'],
        [
            'program p "P" {\n    dura<|> // later\n}',
            'duration',
            'program p "P" {\n    duration ${1:6} months // later\n}',
        ],
    ])('%s: a clause that is there gets no second one', (text, label, after) => {
        expect(chosen(text, label)).toBe(after);
    });

    test('an editor that can do both is told both', async () => {
        const { completion: item } = ALL_ABILITIES.textDocument;
        const textDocument = {
            ...ALL_ABILITIES.textDocument,
            completion: { completionItem: { ...item.completionItem, insertReplaceSupport: true } },
        };
        const editor = await new Editor(new MemoryDisk({ 'city.smartcity': CITY })).start({
            capabilities: { ...ALL_ABILITIES, textDocument },
        });
        editor.open('x.smartcity', 'program p "P" { owner dishub }');
        const { items } = await editor.request<CompletionList>('textDocument/completion', {
            textDocument: { uri: address('x.smartcity') },
            position: { line: 0, character: 25 },
        });
        const range = (end: number): object => ({
            start: { line: 0, character: 22 },
            end: { line: 0, character: end },
        });
        expect(items.find((each) => each.label === 'diskominfo')?.textEdit).toEqual({
            newText: 'diskominfo',
            insert: range(25),
            replace: range(28),
        });
    });
});

test('a number that was begun is offered with what it may count', () => {
    expect(labels('program p "P" { duration 6<|> }')).toContain('6 months');
    expect(labels('program p "P" { duration 6..1<|> }')).toContain('1 month');
    expect(labels('program p "P" { after earlier + 2<|> }')).toContain('2 weeks');
    expect(labels('opd x "X" { capacity 4<|> }')).toEqual(['4 programs']);
    expect(labels('program p "P" { budget 2030 Rp <|> }')[0]).toBe('… juta');
    expect(labels('program p "P" { budget 2030 Rp 850<|> }')[0]).toBe('850 juta');
    expect(labels('program p "P" { budget 2030 Rp 850 <|> }')[0]).toBe('juta');
});

test.each([
    'program p "P" { duration 6<|> months }',
    'program p "P" {\n    budget 2030 Rp 85<|>0 juta\n}',
    'opd x "X" { capacity 4<|> programs }',
])('%s: what is counted already is not counted again', (text) => {
    expect(labels(text)).toEqual([]);
});

test('a word that goes on with a clause is told from the clause of that name', () => {
    const masterplan = 'masterplan m "M" {\n    target garuda 4 by 2021\n    sour<|>\n}';
    expect(labels(masterplan)).toEqual(['source']);
    expect(chosen(masterplan, 'source')).toContain('source "${1}"');
    const { view, offset } = viewAt('program p "P" { raises garuda.governance to 4 aft<|> }');
    const items = completion(view, offset, { snippets: true }).items.filter((each) => each.label === 'after');
    expect(items.map((each) => each.labelDetails?.description)).toEqual(['raises', undefined]);
});

describe('snippets', () => {
    const { view } = viewAt(CITY);

    test('name years of the plan', () => {
        expect(snippetOf('during', view)).toBe('during ${1:2030}..${2:2031}');
        const { view: none } = viewAt('opd o "O"', { today: dayOf(2027, 5, 1) });
        expect(snippetOf('budget', none)).toContain('${1:2027}');
    });

    test('say what belongs in a place in the language of the reader', () => {
        expect(snippetOf('audience', view)).toBe('audience ${1:name} "${2:Title}"');
        const { view: indonesian } = viewAt(CITY, { locale: 'id' });
        expect(snippetOf('audience', indonesian)).toBe('audience ${1:nama} "${2:Judul}"');
    });

    test.each(Object.keys(SNIPPETS))('`%s` can be read as it stands, once names are filled in', (keyword) => {
        const filled = snippetOf(keyword, view)!
            .replace(/\$\{\d\|(\w+)[^}]*\}/g, '$1')
            .replace(/\$\{\d+:([^}]*)\}/g, '$1')
            .replace(/"\$\{\d+\}"/g, '"x"')
            .replace('${2}', /^(?:raises|target|actual)$/.test(keyword) ? '3' : 'b')
            .replace(/\$\{\d+\}/g, keyword === 'waive' ? 'missing-kpi' : 'a')
            .replace('$0', '');
        const block = BLOCKS[keyword];
        const { problems } = readFragment('x', block === undefined ? filled : block.replace('_', () => filled));
        expect(problems.filter((each) => each.rule === 'syntax-error')).toEqual([]);
    });
});

/** Around the clauses, each in a declaration that has it. */
const BLOCKS: Readonly<Record<string, string>> = Object.fromEntries(
    [
        ['program p "P" {\n_\n}', 'activity kpi budget raises finish during duration progress description source'],
        ['masterplan m "M" {\n_\n}', 'ceiling target actual period code region tagline vision'],
        ['opd o "O" {\n_\n}', 'capacity mandate'],
        ['framework f "F" {\n_\n}', 'level band indicator domain scale aggregate'],
        ['driver d "D" {\n_\n}', 'impact'],
        ['scenario s "S" {\n_\n}', 'delay'],
        ['waive missing-kpi for p\n_', 'because'],
    ].flatMap(([block, keywords]) => keywords!.split(' ').map((each) => [each, block!])),
);

describe('what an item says when somebody looks at it', () => {
    async function resolved(text: string, label: string): Promise<CompletionItem> {
        const editor = await new Editor(new MemoryDisk({ 'city.smartcity': CITY })).start();
        editor.open('x.smartcity', text);
        const { items } = await editor.request<CompletionList>('textDocument/completion', {
            textDocument: { uri: address('x.smartcity') },
            position: { line: 0, character: text.length },
        });
        return editor.request('completionItem/resolve', items.find((each) => each.label === label)!);
    }

    test.each([
        ['program p "P" { owner ', 'dishub', /Dinas Perhubungan.*OPD/],
        ['program p "P" { budget 2030 Rp 1 juta from ', 'apbd', /APBD/],
        ['waive ', 'missing-kpi', /kpi/],
        ['use ', 'funds', /built-in library/],
    ])('%s%s', async (text, label, words) => {
        expect((await resolved(text, label)).documentation).toMatchObject({
            kind: 'plaintext',
            value: expect.stringMatching(words),
        });
    });

    test('clauses have said it already', async () => {
        expect((await resolved('opd x "X" { man', 'mandate')).documentation).toBeTypeOf('string');
    });
});
