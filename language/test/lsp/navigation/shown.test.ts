import { describe, expect, test } from 'vitest';
import type { CodeLens } from 'vscode-languageserver-types';
import { codeLenses, resolveCodeLens, SHOW_REFERENCES } from '../../../src/lsp/code-lens.ts';
import { inlayHints } from '../../../src/lsp/inlay-hint.ts';
import {
    LEGEND,
    semanticTokens,
    semanticTokensEdits,
    TOKEN_MODIFIERS,
    TOKEN_TYPES,
} from '../../../src/lsp/semantic-tokens.ts';
import type { View } from '../../../src/lsp/view.ts';
import { Editor } from '../in-process.ts';
import { address, MemoryDisk } from '../memory-disk.ts';
import { viewAt } from '../view.ts';
import { CITY, cityAt } from './city.ts';

/** Tokens as `words type modifiers`. */
function read(view: View, data: readonly number[]): string[] {
    const lines = view.lines.text.split('\n');
    const shown: string[] = [];
    let line = 0;
    let character = 0;
    for (let i = 0; i < data.length; i += 5) {
        const [down, right, length, type, modifiers] = data.slice(i, i + 5) as [number, number, number, number, number];
        line += down;
        character = down > 0 ? right : character + right;
        const marks = TOKEN_MODIFIERS.filter((_, bit) => (modifiers >> bit) & 1);
        shown.push([lines[line]!.slice(character, character + length), TOKEN_TYPES[type], ...marks].join(' '));
    }
    return shown;
}

describe('semantic tokens', () => {
    test('names have the colour of what they mean, keywords that of keywords', () => {
        const { view } = viewAt(
            'use garuda\nopd after "A"\nprogram p "P" {\n    owner after\n    raises garuda.governance to 4\n    needs nothing\n}\n',
        );
        expect(read(view, semanticTokens(view))).toEqual([
            'use keyword',
            'garuda namespace defaultLibrary',
            'opd keyword',
            'after class declaration',
            '"A" string',
            'program keyword',
            'p function declaration',
            '"P" string',
            'owner keyword',
            'after class',
            'raises keyword',
            'garuda enum defaultLibrary',
            'governance enumMember defaultLibrary',
            'to keyword',
            '4 number',
            'needs keyword',
        ]);
        expect(LEGEND.tokenTypes).toEqual([...TOKEN_TYPES]);
    });

    test('what spans lines is told line by line', () => {
        const { view } = viewAt('/* one\n   two */\nopd a "A" { description """\n    x\n    """ }\n');
        expect(read(view, semanticTokens(view))).toEqual([
            '/* one comment',
            '   two */ comment',
            'opd keyword',
            'a class declaration',
            '"A" string',
            'description keyword',
            '""" string',
            '    x string',
            '    """ string',
        ]);
    });

    test('of a range are those of the whole that lie in it', () => {
        const { view } = viewAt(cityAt('programs.smartcity', '//'));
        const from = view.lines.text.indexOf('program room');
        const to = view.lines.text.indexOf('waive');
        const whole = read(view, semanticTokens(view));
        const part = read(view, semanticTokens(view, from, to));
        expect(part[0]).toBe('program keyword');
        expect(part.length).toBeLessThan(whole.length);
        expect(whole.join('\n')).toContain(part.join('\n'));
    });

    test('an edit of the old numbers gives the new ones', () => {
        const before = semanticTokens(viewAt(CITY['programs.smartcity']).view);
        const after = semanticTokens(
            viewAt(CITY['programs.smartcity'].replace('duration 6 months', 'duration 16 months\n    quick-win')).view,
        );
        const [edit, ...others] = semanticTokensEdits(before, after);
        expect(others).toEqual([]);
        const patched = [...before];
        patched.splice(edit!.start, edit!.deleteCount, ...(edit!.data ?? []));
        expect(patched).toEqual(after);
        expect(semanticTokensEdits(after, after)).toEqual([]);
    });
});

describe('inlay hints', () => {
    test('days that are not written, sums, and what a raise lifts', () => {
        const { view } = viewAt(cityAt('programs.smartcity', '//'));
        expect(inlayHints(view).map((each) => `${each.position.line + 1}: ${String(each.label)}`)).toEqual([
            '3: 2020-01-01 – 2020-06-30',
            '3: Σ Rp 1.5 miliar',
            '11: 3 → 4, 2020-07-01',
        ]);
    });

    test('in Indonesian, and only of what is looked at', () => {
        const { view } = viewAt(cityAt('programs.smartcity', '//'), { locale: 'id' });
        expect(inlayHints(view).map((each) => each.label)).toContain('Σ Rp 1,5 miliar');
        expect(inlayHints(view, view.lines.text.indexOf('program room'))).toEqual([]);
    });
});

describe('code lenses', () => {
    test('count references when they are shown, and tell what a program lifts', () => {
        const { view } = viewAt(cityAt('programs.smartcity', '//'));
        const lenses = codeLenses(view).map((each) =>
            each.command === undefined ? resolveCodeLens(view, each) : each,
        );
        expect(lenses.map((each) => `${each.range.start.line + 1}: ${each.command?.title}`)).toEqual([
            '3: 3 references',
            '3: raises garuda.governance 3 → 4 on 2020-07-01',
            '15: 0 references',
        ]);
        expect(lenses[0]?.command?.command).toBe(SHOW_REFERENCES);
        expect(lenses[0]?.command?.arguments?.[2]).toHaveLength(3);
    });

    test('that say all already stay as they are, in whichever order an editor asks', async () => {
        const editor = await new Editor(new MemoryDisk(CITY)).start();
        const uri = address('programs.smartcity');
        const lenses = await editor.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
        expect(lenses.filter((each) => each.command !== undefined)).not.toEqual([]);
        for (const lens of lenses) {
            const resolved = await editor.request<CodeLens>('codeLens/resolve', lens);
            expect(resolved.command?.title).not.toBe('');
            expect(await editor.request('codeLens/resolve', resolved)).toEqual(resolved);
        }
    });
});
