import { expect, test } from 'vitest';
import { viewOfLibrary } from '../../src/lsp/plan-view.ts';
import { TODAY } from '../support.ts';
import { viewAt } from './view.ts';

test('a view answers from the whole plan and knows its own file', () => {
    const { view, offset, offsets } = viewAt({
        'a.smartcity': 'opd dishub "Dishub"',
        'b.smartcity': 'program p "P" {\n    owner <|>dishub<|>\n}',
    });
    expect(view.file).toBe('b.smartcity');
    expect(view.lines.text.slice(offset, offsets[1])).toBe('dishub');
    expect(view.plan.names.has('dishub')).toBe(true);
    expect(view.fragment.declarations.map((each) => each.name)).toEqual(['p']);
    expect(view.place(view.plan.names.get('dishub')!.at)).toEqual({ line: 1, column: 5, endLine: 1, endColumn: 11 });
    expect(view.checked.findings.some((each) => each.at.file === 'b.smartcity')).toBe(true);
    expect(view.text('a.smartcity')).toBe('opd dishub "Dishub"');
    expect(view.text('c.smartcity')).toBeUndefined();
});

test('a library is viewed as part of a plan that uses it, and alone otherwise', () => {
    const { workspace } = viewAt('use garuda\nopd a "A"');
    const options = { today: TODAY, locale: 'en' } as const;
    const used = viewOfLibrary(workspace, 'smartcity-library:/garuda.smartcity', '.', options)!;
    expect(used.plan.names.has('a')).toBe(true);
    expect(used.fragment.library).toBe('garuda');
    const alone = viewOfLibrary(workspace, 'smartcity-library:/spbe.smartcity', '.', options)!;
    expect(alone.plan.names.has('a')).toBe(false);
    expect(alone.fragment.declarations.some((each) => each.name === 'spbe')).toBe(true);
    expect(viewOfLibrary(workspace, 'smartcity-library:/none.smartcity', '.', options)).toBeUndefined();
});
