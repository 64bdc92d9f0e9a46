import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver-types';
import { CLAUSES, DECLARATIONS } from '../../src/lsp/completion/clauses.ts';
import { completion, MOST_ITEMS } from '../../src/lsp/completion/completion.ts';
import { keywordHelp } from '../../src/lsp/keyword-help.ts';
import { writtenName } from '../../src/lsp/occurrence.ts';
import { readFragment } from '../../src/syntax/read.ts';
import { viewAt } from './view.ts';

const CITY = `use smart-city-100, garuda
masterplan kediri "Kediri" { period 2020..2022 }
audience residents "Warga"
opd dishub "Dinas Perhubungan"
opd diskominfo "Dinas Kominfo"
service complaints "Pengaduan" { owner diskominfo }
data population "Kependudukan" { producer diskominfo since 2015 }
application lapor "Lapor" { owner dishub supports complaints since 2015 }
infrastructure fibre "Serat optik" { owner diskominfo class network }
driver toll "Tol" { from 2024 }
obstacle staff "SDM" { raised-by dishub }
area kota "Kota"
fund apbd "APBD"
program earlier "Sebelumnya" {
    owner dishub
    during 2020..2020
}
`;

/** What is offered at the cursor of a text, beside a city that declares one of everything. */
function items(text: string, isTriggered = false): CompletionItem[] {
    const { view, offset } = viewAt({ 'city.smartcity': CITY, 'x.smartcity': text });
    return completion(view, offset, { snippets: true, isTriggered }).items;
}

function labels(text: string): string[] {
    return items(text).map((each) => each.label);
}

/** The names among what is offered that the plan itself declares. */
function own(text: string): string[] {
    return items(text)
        .filter((each) => each.additionalTextEdits === undefined)
        .map((each) => each.label);
}

function inProgram(clause: string): string {
    return `program p "P" {\n    owner dishub\n    ${clause}\n}\n`;
}

describe('names that fit', () => {
    test.each([
        ['owner <|>', ['dishub', 'diskominfo']],
        ['owner disk<|>', ['diskominfo']],
        ['needs <|>', ['complaints', 'fibre', 'lapor', 'population']],
        ['needs population, <|>', ['complaints', 'fibre', 'lapor']],
        ['delivers complaints, fi<|>', ['fibre']],
        ['serves <|>', ['residents']],
        ['after <|>', ['earlier']],
        ['resolves <|>', ['staff']],
        ['responds-to <|>', ['toll']],
        ['budget 2020 Rp 850 juta from <|>', ['apbd']],
        ['area <|>', ['kota']],
        ['replaces lap<|>', ['lapor']],
    ])('in `%s`', (clause, wanted) => {
        expect(own(`program p "P" {\n    ${clause}\n}\n`).slice(0, wanted.length).sort()).toEqual([...wanted].sort());
    });

    test('partners leave out the owner', () => {
        expect(own(inProgram('partners <|>'))).toEqual(['diskominfo']);
    });

    test('elements of dimensions, also past the point', () => {
        expect(labels(inProgram('element gov<|>'))).toContain('governance.service');
        expect(labels(inProgram('element governance.<|>'))).toEqual(
            expect.arrayContaining(['governance.service', 'governance.bureaucracy', 'governance.policy']),
        );
    });

    test('indicators after `raises`, frameworks too after `target`', () => {
        expect(labels(inProgram('raises garuda.<|>')).every((each) => each.startsWith('garuda.'))).toBe(true);
        const targets = own('masterplan m "M" { target gar<|> }');
        expect(targets[0]).toBe('garuda');
    });

    test('what raises may go on with', () => {
        expect(labels(inProgram('raises garuda.governance <|>'))).toEqual(['to']);
        expect(labels(inProgram('raises garuda.governance to <|>'))).toEqual(['1', '2', '3', '4', '5']);
        expect(labels(inProgram('raises garuda.governance to 4 <|>')).slice(0, 2)).toEqual(['after', 'until']);
        expect(labels(inProgram('raises garuda.governance to 4 after 3 <|>'))).toEqual([
            'days',
            'weeks',
            'months',
            'quarters',
            'years',
        ]);
    });

    test('activities wait for their siblings, by their short names', () => {
        const text =
            'program p "P" {\n    activity design "D" { duration 1 months }\n    activity build "B" { after <|> }\n}';
        expect(labels(text)).toEqual(['design']);
    });

    test('rules in a waiver, and what their findings are about first', () => {
        expect(labels('waive missing-k<|>')).toContain('missing-kpi');
        expect(labels('waive syntax<|>')).not.toContain('syntax-error');
        expect(labels('waive missing-element for <|>')[0]).toBe('earlier');
        expect(labels('framework f "F" {\n    scale 1..5 staged\n    level 4 "x" barred-by dupl<|>\n}')).toContain(
            'duplicate-service',
        );
        expect(labels('masterplan m "M" { target none-of iso<|> }')).toContain('isolated-opd');
    });

    test('parts of a waiver', () => {
        expect(labels('waive missing-kpi for earlier\n    <|>').slice(0, 3)).toEqual(['because', 'by', 'until']);
        expect(own('waive missing-kpi for earlier because "x" by <|>')).toEqual(['dishub', 'diskominfo']);
    });

    test('libraries that are not used yet', () => {
        const found = labels('use <|>');
        expect(found).toContain('funds');
        expect(found).not.toContain('garuda');
    });

    test('positive or negative, then an element', () => {
        expect(labels('driver d "D" { impact <|> }')).toEqual(['positive', 'negative']);
        expect(labels('driver d "D" { impact positive eco<|> }')).toContain('economy.industry');
    });

    test('title, owner and file stand beside a name', () => {
        const found = items(inProgram('needs lap<|>')).find((each) => each.label === 'lapor');
        expect(found).toMatchObject({ detail: 'Lapor · dishub', labelDetails: { description: 'city.smartcity' } });
    });

    test('a name is found by a word of its title', () => {
        expect(labels(inProgram('needs serat<|>'))).toContain('fibre');
    });
});

describe('values', () => {
    test('years of the plan, and the parts of a year that was begun', () => {
        expect(labels(inProgram('start <|>'))).toEqual(['2020', '2021', '2022']);
        expect(labels(inProgram('start 2021-<|>')).slice(0, 4)).toEqual(['2021-Q1', '2021-Q2', '2021-Q3', '2021-Q4']);
        expect(labels(inProgram('during <|>'))).toContain('2021..2021');
        expect(labels(inProgram('during 2020..<|>'))).toEqual(['2020', '2021', '2022']);
        expect(labels(inProgram('finish by <|>'))).toContain('2021');
        expect(labels(inProgram('budget <|>'))).toEqual(['2020', '2021', '2022']);
    });

    test('lengths, units and amounts', () => {
        expect(labels(inProgram('duration <|>'))).toContain('6 months');
        expect(labels(inProgram('duration 6 <|>'))).toContain('months');
        expect(labels(inProgram('after earlier + 1 mo<|>'))).toEqual(['months']);
        expect(labels(inProgram('budget 2020 <|>'))).toEqual(['Rp … juta', 'Rp … miliar', 'Rp … triliun']);
        expect(labels(inProgram('budget 2020 Rp 850 <|>'))).toEqual(['juta', 'miliar', 'triliun', 'ribu']);
        expect(labels('scenario s "S" { delay earlier by <|> }')).toContain('6 months');
    });

    test('classes, and what a framework is made of', () => {
        expect(labels('infrastructure i "I" { class net<|> }')).toEqual(['network']);
        expect(labels('framework f "F" { aggregate <|> }')).toEqual(['mean', 'minimum']);
    });

    test('nothing inside of texts and comments', () => {
        expect(labels('program p "ow<|>')).toEqual([]);
        expect(labels('// ow<|>')).toEqual([]);
        expect(labels('/* ow<|> */')).toEqual([]);
        expect(labels('program p "P" { description """\n  ow<|>\n"""')).toEqual([]);
        expect(labels('program <|>')).toEqual([]);
    });
});

describe('clauses and declarations', () => {
    test('clauses that are not there yet, once each', () => {
        const found = labels('program p "P" {\n    owner dishub\n    <|>\n    start 2020\n}');
        expect(found).not.toContain('owner');
        expect(found).not.toContain('start');
        expect(found).not.toContain('during');
        expect(found[0]).toBe('partners');
        expect(found).toContain('budget');
    });

    test('what may stand often comes later once it is there', () => {
        const found = labels(inProgram('budget 2020 Rp 1 juta\n    <|>'));
        expect(found.indexOf('budget')).toBeGreaterThan(found.indexOf('raises'));
    });

    test('declarations as snippets with what they need', () => {
        const found = items('pro<|>').find((each) => each.label === 'program')!;
        expect(found.insertTextFormat).toBe(2);
        const { newText } = found.textEdit!;
        for (const clause of ['owner', 'element', 'serves', 'start', 'duration', 'budget']) {
            expect(newText).toContain(`    ${clause} `);
        }
        expect(labels('opd x "X"\n\n<|>\nprogram q "Q"')).toContain('program');
    });

    test('only clauses of the block', () => {
        expect(labels('service s "S" {\n    <|>\n}')).toEqual([
            'owner',
            'serves',
            'since',
            'until',
            'description',
            'source',
        ]);
        expect(labels('dimension d "D" {\n    element a "A" { <|> }\n}')).toEqual(['description', 'source']);
        expect(
            labels('framework f "F" {\n    domain d "D" {\n        indicator i "I" weight 2 {\n            <|>'),
        ).toEqual(expect.arrayContaining(['level', 'measures']));
    });

    test('no clauses behind a space alone', () => {
        expect(items(inProgram('start 2020 <|>'), true)).toEqual([]);
        expect(labels(inProgram('start 2020 <|>'))).toContain('duration');
    });
});

describe('in broken and half-typed text', () => {
    test.each([
        'program p "P" {\n    owner <|>\n    element governance.service\n',
        'program p "P" {\n    budget Rp\n    owner <|>',
        'program p "P {\n}\nprogram q "Q" {\n    owner <|>\n}',
        'program a "A" {\nprogram b "B" {\n    owner <|>\n}',
        'opd {\n}\n}\nservice s "S" { owner <|>',
        'program p "P" { raises garuda to to 3 owner <|> }',
    ])('%j', (text) => {
        expect(own(text).slice(0, 2)).toEqual(['dishub', 'diskominfo']);
    });

    test('a clause that was begun before another', () => {
        expect(own('program p "P" {\n    after <|>\n    needs lapor\n}')).toEqual(['earlier']);
    });
});

describe('libraries that are not used yet', () => {
    test('their names bring the `use` with them', () => {
        const { view, offset } = viewAt('use garuda\nprogram p "P" { budget 2020 Rp 1 juta from apb<|> }');
        const found = completion(view, offset, { snippets: true }).items.find((each) => each.label.startsWith('apb'))!;
        expect(found.additionalTextEdits).toEqual([
            { range: { start: { line: 0, character: 10 }, end: { line: 0, character: 10 } }, newText: ', funds' },
        ]);
    });

    test('in a line of their own where nothing is used yet', () => {
        const { view, offset } = viewAt('program p "P" { element governance.s<|> }');
        const found = completion(view, offset, { snippets: true }).items.find(
            (each) => each.label === 'governance.service',
        )!;
        expect(found.additionalTextEdits?.[0]?.newText).toBe('use smart-city-100\n\n');
    });
});

test('a list of many names is followed to its end', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => `o${i}`).join(', ');
    const { view, offset } = viewAt(`opd dishub "D"\nprogram p "P" { partners ${many}, <|> }`);
    expect(completion(view, offset, { snippets: true }).items[0]?.label).toBe('dishub');
});

test('no more is sent than anybody reads', () => {
    const many = Array.from({ length: 500 }, (_, i) => `opd o${i} "O"`).join('\n');
    const { view, offset } = viewAt(`${many}\nprogram p "P" { owner <|> }`);
    const list = completion(view, offset, { snippets: false });
    expect(list.isIncomplete).toBe(true);
    expect(list.items.length).toBe(MOST_ITEMS);
});

test('editors without snippets get plain words', () => {
    const { view, offset } = viewAt('pro<|>');
    const found = completion(view, offset, { snippets: false }).items.find((each) => each.label === 'program')!;
    expect(found.textEdit!.newText).toBe('program ');
});

describe('over a file with everything in it', () => {
    const text = readFileSync(join(import.meta.dirname, '../syntax/fixtures/everything.smartcity'), 'utf8');

    test.each([
        ['the rest of the file behind', (end: number) => text.slice(end)],
        ['nothing behind', () => ''],
        ['half of the next word behind', (end: number) => `${text.slice(end, end + 7)}\n`],
    ])('every name that is written is offered in its place, with %s', (_, behind) => {
        const missed = readFragment('x', text).references.flatMap((reference) => {
            const { start, end } = reference.at;
            const name = writtenName(reference);
            const files = {
                'whole.smartcity': text.replace(/^use .*/m, ''),
                'x.smartcity': `${text.slice(0, start)}${name.slice(0, 2)}<|>${behind(end)}`,
            };
            const { view, offset } = viewAt(files);
            const found = completion(view, offset, { snippets: true }).items.map((each) => each.label);
            return found.includes(name) ? [] : [`${reference.expected}: ${text.slice(Math.max(0, start - 20), end)}`];
        });
        expect(missed).toEqual([]);
    });

    test('nothing that is cut off makes it fail', () => {
        for (let cut = 0; cut < text.length; cut += 7) {
            const { view, offset } = viewAt(`${text.slice(0, cut)}<|>`);
            expect(() => completion(view, offset, { snippets: true })).not.toThrow();
        }
    });
});

test('every clause and declaration is explained in both languages', () => {
    const blocks = { file: DECLARATIONS, ...CLAUSES };
    const silent = Object.entries(blocks).flatMap(([block, table]) =>
        Object.keys(table).filter((keyword) => {
            const help = keywordHelp(block, keyword);
            return help === undefined || help.en === '' || help.id === '' || help.en === help.id;
        }),
    );
    expect(silent).toEqual([]);
});

test('VS Code is told to ask again behind a keyword; other editors know no such command', () => {
    const { view, offset } = viewAt('program p "P" {\n    own<|>\n}');
    const commands = (asksAgain: boolean): unknown[] =>
        completion(view, offset, { snippets: true, asksAgain }).items.flatMap((each) => each.command?.command ?? []);
    expect(commands(true)).toContain('editor.action.triggerSuggest');
    expect(commands(false)).toEqual([]);
});
