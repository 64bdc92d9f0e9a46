import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { address, MemoryDisk } from '../test/lsp/memory-disk.ts';
import { Editor } from './session/editor.ts';

/** What a long session leaves behind. */
export interface Endurance {
    readonly edits: number;
    /** Bytes of heap after a forced collection: after the first twentieth of the edits, and after all. */
    readonly early: number;
    readonly late: number;
    /** What still waits in the process beyond what waited before the session. */
    readonly handles: readonly string[];
}

const FILES = 50;
/** Programs in each file. */
const PROGRAMS = 8;
/** After so many edits the session is left in peace until all is told. */
const PAUSE = 10;

/**
 * One session of a language server with so many edits over fifty files, each typed or taken back, with questions in
 * between. Throws when the server had an error.
 */
export async function endure(edits: number): Promise<Endurance> {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const heap = (): number => {
        // Twice: what one collection frees may hold on to what the next one does.
        collect();
        collect();
        return process.memoryUsage().heapUsed;
    };
    const before = handles();
    const paths = Array.from({ length: FILES }, (_, i) => `f${i}.smartcity`);
    const editor = new Editor(new MemoryDisk(Object.fromEntries(paths.map((path, i) => [path, textOf(i)]))));
    await editor.start();
    for (const [i, path] of paths.entries()) {
        const textDocument = { uri: address(path), languageId: 'smartcity', version: 0, text: textOf(i) };
        editor.session.notified('textDocument/didOpen', { textDocument });
    }
    let early = 0;
    for (let edit = 0; edit < edits; edit++) {
        const uri = address(paths[(edit * 7) % FILES]!);
        const line = 2 + ((edit * 13) % (PROGRAMS * 4));
        const start = { line, character: 0 };
        // Each line that is typed is taken back by the next edit of the file.
        const isTyping = Math.floor(edit / FILES) % 2 === 0;
        const range = { start: { line: 1, character: 0 }, end: { line: isTyping ? 1 : 2, character: 0 } };
        const text = `program extra-${edit} "Tambahan ${edit}" { after p0-1 duration 2 months }\n`;
        editor.session.notified('textDocument/didChange', {
            textDocument: { uri, version: edit + 1 },
            contentChanges: [{ range, text: isTyping ? text : '' }],
        });
        if (edit % PAUSE === PAUSE - 1) {
            await editor.request('textDocument/documentSymbol', { textDocument: { uri } }, Infinity);
            await editor.request(
                'textDocument/references',
                { textDocument: { uri }, position: start, context: {} },
                Infinity,
            );
            await editor.session.idle();
        }
        if (edit + 1 === Math.floor(edits / 20)) {
            await editor.session.idle();
            early = heap();
        }
    }
    await editor.session.idle();
    const late = heap();
    await editor.request('shutdown', null, Infinity);
    editor.session.notified('exit', null);
    const [fault] = editor.faults;
    if (fault !== undefined) {
        throw new Error(fault);
    }
    const left = handles();
    for (const each of before) {
        const at = left.indexOf(each);
        if (at >= 0) {
            left.splice(at, 1);
        }
    }
    return { edits, early, late, handles: left };
}

function handles(): string[] {
    return process.getActiveResourcesInfo();
}

/** The text of a file: programs of an agency of its own that wait for each other. */
function textOf(i: number): string {
    const programs = Array.from(
        { length: PROGRAMS },
        (_, n) =>
            `program p${i}-${n} "Layanan ${n} bidang ${i}" {\n    owner opd-${i}\n    duration ${n + 1} months\n    ${n === 0 ? 'start 2020' : `after p${i}-${n - 1}`}\n}\n`,
    );
    return `opd opd-${i} "Dinas ${i}"\n${programs.join('')}`;
}
