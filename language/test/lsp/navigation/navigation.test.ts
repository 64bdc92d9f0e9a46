import { describe, expect, test } from 'vitest';
import type { Location, Range, SelectionRange } from 'vscode-languageserver-types';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../../../src/lsp/call-hierarchy.ts';
import { definition, implementation, typeDefinition } from '../../../src/lsp/definition.ts';
import { documentLinks } from '../../../src/lsp/document-link.ts';
import { foldingRanges } from '../../../src/lsp/folding-range.ts';
import { documentHighlight, references } from '../../../src/lsp/references.ts';
import { selectionRanges } from '../../../src/lsp/selection-range.ts';
import { documentSymbols, MOST_SYMBOLS, workspaceSymbols } from '../../../src/lsp/symbols.ts';
import type { View } from '../../../src/lsp/view.ts';
import { viewAt } from '../view.ts';
import { CITY, cityAt } from './city.ts';

/** The words that a range of a file covers. */
function wordsIn(view: View, uri: string, { start, end }: Range): string {
    const text = view.text(uri)!;
    const offset = ({ line, character }: Range['start']): number =>
        text.split('\n').slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character;
    return text.slice(offset(start), offset(end));
}

/** Places as `file: line: words`, lines from 1. */
function show(view: View, places: readonly Location[]): string[] {
    return places.map(({ uri, range }) => `${uri}: ${range.start.line + 1}: ${wordsIn(view, uri, range)}`);
}

describe('definition', () => {
    test('of a name in another file', () => {
        const { view, offset } = viewAt(cityAt('programs.smartcity', 'diskominfo', 3));
        expect(show(view, definition(view, offset))).toEqual(['agencies.smartcity: 7: diskominfo']);
    });

    test('of either part of a qualified name, and directly behind it', () => {
        const first = viewAt(cityAt('programs.smartcity', 'care.health', 2));
        expect(show(first.view, definition(first.view, first.offset))).toEqual(['agencies.smartcity: 10: care']);
        const second = viewAt(cityAt('programs.smartcity', 'care.health', 11));
        expect(show(second.view, definition(second.view, second.offset))).toEqual(['agencies.smartcity: 11: health']);
    });

    test('of an activity that stands there without its program', () => {
        const { view, offset } = viewAt(cityAt('programs.smartcity', 'after design', 7));
        expect(show(view, definition(view, offset))).toEqual(['programs.smartcity: 12: design']);
    });

    test('of a library, and of a name in one', () => {
        const use = viewAt(cityAt('agencies.smartcity', 'garuda'));
        expect(definition(use.view, use.offset)[0]?.uri).toBe('smartcity-library:/garuda.smartcity');
        const name = viewAt(cityAt('programs.smartcity', 'garuda.governance', 9));
        const [place] = definition(name.view, name.offset);
        expect(place?.uri).toBe('smartcity-library:/garuda.smartcity');
        expect(wordsIn(name.view, place!.uri, place!.range)).toBe('governance');
    });

    test('of a name that is declared twice: both', () => {
        const { view, offset } = viewAt('opd a "A"\nopd a "B"\nprogram p "P" { owner <|>a }\n');
        expect(show(view, definition(view, offset))).toEqual(['plan.smartcity: 1: a', 'plan.smartcity: 2: a']);
    });

    test('of nothing, where no name stands', () => {
        const { view, offset } = viewAt(cityAt('programs.smartcity', 'Serat'));
        expect(definition(view, offset)).toEqual([]);
    });
});

test('type definition: the element of a program, the dimension of an element', () => {
    const program = viewAt(cityAt('programs.smartcity', 'fibre'));
    expect(show(program.view, typeDefinition(program.view, program.offset))).toEqual([
        'agencies.smartcity: 11: health',
    ]);
    const element = viewAt(cityAt('agencies.smartcity', 'health'));
    expect(show(element.view, typeDefinition(element.view, element.offset))).toEqual(['agencies.smartcity: 10: care']);
});

test('implementation: who delivers a service, and what an OPD owns', () => {
    const service = viewAt(cityAt('agencies.smartcity', 'complaints'));
    expect(show(service.view, implementation(service.view, service.offset))).toEqual(['programs.smartcity: 15: room']);
    const opd = viewAt(cityAt('agencies.smartcity', 'diskominfo'));
    expect(show(opd.view, implementation(opd.view, opd.offset))).toEqual(['programs.smartcity: 3: fibre']);
});

describe('references', () => {
    test('over all files, in waivers and scenarios too', () => {
        const { view, offset } = viewAt(cityAt('programs.smartcity', 'fibre'));
        expect(show(view, references(view, offset, true))).toEqual([
            'programs.smartcity: 3: fibre',
            'programs.smartcity: 19: fibre',
            'programs.smartcity: 26: fibre',
            'programs.smartcity: 27: fibre',
        ]);
        expect(references(view, offset, false)).toHaveLength(3);
    });

    test('of a dimension: the part before the point, and not of what only begins alike', () => {
        const { view, offset } = viewAt(cityAt('agencies.smartcity', 'care'));
        expect(show(view, references(view, offset, false))).toEqual([
            'programs.smartcity: 6: care',
            'programs.smartcity: 17: care',
        ]);
    });

    test('of a rule: where it is waived', () => {
        const { view, offset } = viewAt(cityAt('programs.smartcity', 'missing-kpi'));
        expect(show(view, references(view, offset, true))).toEqual(['programs.smartcity: 26: missing-kpi']);
    });

    test('highlights stay in the file', () => {
        const { view, offset } = viewAt(cityAt('agencies.smartcity', 'diskominfo'));
        expect(documentHighlight(view, offset).map((each) => [each.range.start.line + 1, each.kind])).toEqual([
            [7, 3],
            [9, 2],
        ]);
    });
});

describe('symbols', () => {
    test('the outline of a file holds what is declared inside, and waivers', () => {
        const { view } = viewAt(cityAt('programs.smartcity', '//'));
        const outline = documentSymbols(view);
        expect(outline.map((each) => `${each.name}: ${each.detail}`)).toEqual([
            'fibre: Serat optik',
            'room: Satu pintu',
            'waive missing-kpi: fibre',
            'late: Terlambat',
        ]);
        expect(outline[0]?.children?.map((each) => each.name)).toEqual(['design', 'rollout']);
        for (const each of outline) {
            expect(wordsIn(view, view.file, each.range)).toContain(wordsIn(view, view.file, each.selectionRange));
        }
    });

    test('workspace symbols are found by letters in order, in name or title, nearest first', () => {
        const { view } = viewAt(CITY);
        const find = (query: string): string[] =>
            workspaceSymbols([view.plan], query, () => ({
                uri: '',
                range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
            })).map((each) => each.name);
        expect(find('dish')[0]).toBe('dishub');
        expect(find('dkmf')).toEqual(['diskominfo']);
        expect(find('satu pintu')).toEqual(['room']);
        expect(find('zzz')).toEqual([]);
        expect(find('')).not.toContain('garuda');
    });

    test('a large plan sends no more than anybody reads', () => {
        const text = Array.from({ length: MOST_SYMBOLS + 50 }, (_, i) => `opd a${i} "A"\n`).join('');
        const { view } = viewAt(text);
        const found = workspaceSymbols([view.plan], 'a', () => ({
            uri: '',
            range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        }));
        expect(found).toHaveLength(MOST_SYMBOLS);
    });
});

test('call hierarchy: what a program waits for, and who waits for it', () => {
    const { view, offset } = viewAt(cityAt('programs.smartcity', 'fibre'));
    expect(prepareCallHierarchy(view, offset).map((each) => each.detail)).toEqual(['Serat optik (diskominfo)']);
    expect(incomingCalls(view, 'fibre').map((each) => each.from.name)).toEqual(['room']);
    expect(outgoingCalls(view, 'room').map((each) => each.to.name)).toEqual(['fibre']);
    expect(outgoingCalls(view, 'complaints').map((each) => each.to.name)).toEqual(['room']);
    expect(incomingCalls(view, 'room').map((each) => each.from.name)).toEqual(['complaints']);
    expect(outgoingCalls(view, 'nothing')).toEqual([]);
});

test('document links: addresses without the signs behind them, and libraries', () => {
    const programs = viewAt(cityAt('programs.smartcity', '//'));
    expect(documentLinks(programs.view).map((each) => each.target)).toEqual(['https://kediri.go.id/rencana.pdf']);
    const agencies = viewAt(CITY);
    expect(documentLinks(agencies.view).map((each) => each.target)).toEqual([
        'smartcity-library:/smart-city-100.smartcity',
        'smartcity-library:/garuda.smartcity',
    ]);
});

test('folding: comments, blocks up to their closing brace, long texts; broken text too', () => {
    const { view } = viewAt(cityAt('programs.smartcity', '//'));
    expect(foldingRanges(view).map((each) => [each.startLine, each.endLine, each.kind])).toEqual([
        [0, 1, 'comment'],
        [2, 12, undefined],
        [14, 23, undefined],
        [20, 23, undefined],
    ]);
    const broken = viewAt('program p "P" {\n    owner\n    activity a "A" {\n        duration 2 months\n    }\n');
    expect(foldingRanges(broken.view)).toEqual([{ startLine: 2, endLine: 3 }]);
});

test('selection grows from a word over its name and clause to declaration and file', () => {
    const { view, offsets } = viewAt(cityAt('programs.smartcity', 'care.health', 7));
    const [selection] = selectionRanges(view, offsets);
    const grown: string[] = [];
    for (let each: SelectionRange | undefined = selection; each !== undefined; each = each.parent) {
        grown.push(wordsIn(view, view.file, each.range).split('\n')[0]!);
    }
    expect(grown).toEqual([
        'health',
        'care.health',
        'element care.health',
        'program fibre "Serat optik" {',
        '// Programs of the first years,',
    ]);
});
