import { expect } from 'vitest';
import { featuresOf } from '../../../src/lsp/features.ts';
import type { Refusal } from '../../../src/lsp/request.ts';
import { Editor } from '../in-process.ts';
import { address, MemoryDisk } from '../memory-disk.ts';

export const OPD = 'opd dishub "Dishub 🚦"\n';
export const PROGRAMS = 'program p "P" {\n    owner dishub\n    serves nobody\n}\n';
export const FILES = { 'smartcity.json': '{}', 'opd.smartcity': OPD, 'programs.smartcity': PROGRAMS };
export const URI = address('programs.smartcity');
/** Everything that an editor can ask. */
export const METHODS = Object.keys(featuresOf());
/** The owner of the program, which is declared in the other file. */
export const OWNER = { textDocument: { uri: URI }, position: { line: 1, character: 12 } };

/** Positions that are in no text. */
export const POSITIONS = [
    { line: -1, character: -1 },
    { line: 0, character: -7 },
    { line: 1, character: 1e9 },
    { line: 2 ** 31 - 1, character: 2 ** 31 - 1 },
    { line: 1e308, character: 0 },
    { line: 1.5, character: 2.5 },
];

/** An editor with the program's file open. */
export async function started(): Promise<Editor> {
    const editor = await new Editor(new MemoryDisk(FILES)).start();
    editor.open('programs.smartcity', PROGRAMS);
    await editor.session.idle();
    return editor;
}

/** The code that a request is refused with; `undefined` when it is answered. */
export async function codeOf(answer: Promise<unknown>): Promise<number | undefined> {
    try {
        await answer;
        return undefined;
    } catch (error) {
        return (error as Refusal).code;
    }
}

/** Holds that the server answers, reports what is there, and has had no error of its own. */
export async function isWell(editor: Editor): Promise<void> {
    await editor.session.idle();
    expect(editor.told.filter(({ method }) => method === 'window/showMessage')).toEqual([]);
    expect(await editor.request('textDocument/definition', OWNER)).toMatchObject([{ uri: address('opd.smartcity') }]);
    expect(editor.rules('programs.smartcity')).toContain('3 unresolved-reference');
}
