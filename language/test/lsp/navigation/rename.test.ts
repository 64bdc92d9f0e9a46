import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextDocumentEdit, TextEdit } from 'vscode-languageserver-types';
import { prepareRename, rename } from '../../../src/lsp/rename.ts';
import { checkOf } from '../../support.ts';
import { viewAt } from '../view.ts';
import { CITY, cityAt } from './city.ts';

/** The files after a rename at the cursor. */
function renamed(files: Record<string, string>, newName: string): Record<string, string> {
    const { view, offset } = viewAt(files);
    const { documentChanges = [] } = rename(view, offset, newName);
    const texts: Record<string, string> = Object.fromEntries(
        Object.keys(files).map((file) => [file, files[file]!.replace('<|>', '')]),
    );
    for (const { textDocument, edits } of documentChanges as TextDocumentEdit[]) {
        const { uri } = textDocument;
        texts[uri] = TextDocument.applyEdits(TextDocument.create(uri, '', 0, texts[uri]!), edits as TextEdit[]);
    }
    return texts;
}

describe('rename', () => {
    test('changes every file, waivers and scenarios too, and leaves the findings as they were', () => {
        const after = renamed(cityAt('programs.smartcity', 'after fibre', 7), 'backbone');
        expect(Object.values(after).join('')).not.toMatch(/\bfibre\b/);
        expect(
            Object.values(after)
                .join('')
                .match(/\bbackbone\b/g),
        ).toHaveLength(4);
        const rules = (files: Record<string, string>): string[] =>
            checkOf(files).findings.map((each) => `${each.rule} ${each.waived !== null}`);
        expect(rules(after)).toEqual(rules(CITY));
    });

    test('of a dimension changes the part before the point', () => {
        const after = renamed(cityAt('agencies.smartcity', 'care'), 'wellbeing');
        expect(after['programs.smartcity']!.match(/element wellbeing\.health/g)).toHaveLength(2);
    });

    test('of an activity changes its siblings, which name it without their program', () => {
        const after = renamed(cityAt('programs.smartcity', 'design'), 'sketch');
        expect(after['programs.smartcity']).toContain('activity sketch "Rancangan"');
        expect(after['programs.smartcity']).toContain('after sketch');
    });

    test('keywords are names like any other', () => {
        const after = renamed(cityAt('programs.smartcity', 'fibre'), 'after');
        expect(
            checkOf(after).findings.filter((each) => each.severity === 'error' && /reference|syntax/.test(each.rule)),
        ).toEqual([]);
    });

    test('carries a label that can be shown before it is applied', () => {
        const { view, offset } = viewAt(cityAt('programs.smartcity', 'fibre'));
        expect(rename(view, offset, 'backbone').changeAnnotations).toEqual({
            rename: { label: 'Rename `fibre` to `backbone`', needsConfirmation: false },
        });
        expect(prepareRename(view, offset).placeholder).toBe('fibre');
    });

    test.each([
        ['is no name', cityAt('programs.smartcity', 'fibre'), 'two words'],
        ['is no name', cityAt('programs.smartcity', 'fibre'), ''],
        ['is no name', cityAt('programs.smartcity', 'fibre'), 'care.health'],
        ['already a program: "Satu pintu"', cityAt('programs.smartcity', 'fibre'), 'room'],
        ['belongs to the built-in library `garuda`', cityAt('programs.smartcity', 'garuda'), 'eagle'],
        ['is built in', cityAt('programs.smartcity', 'missing-kpi'), 'other'],
        ['There is no name here', cityAt('programs.smartcity', 'Serat'), 'other'],
        ['declared nowhere', { 'a.smartcity': 'program p "P" { owner <|>nobody }' }, 'other'],
        ['declared 2 times', { 'a.smartcity': 'opd <|>a "A"\nopd a "B"' }, 'other'],
    ])('refuses with a reason: %s', (reason, files, newName) => {
        const { view, offset } = viewAt(files);
        expect(() => rename(view, offset, newName)).toThrow(reason);
    });
});
