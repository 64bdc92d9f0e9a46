import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-types';
import { readConfig } from '../../src/configuration.ts';
import { NO_SETTINGS, settingsOf } from '../../src/disk/settings.ts';
import { diagnosticsOf } from '../../src/lsp/diagnostics.ts';
import { offsetAt, positionAt } from '../../src/lsp/positions.ts';
import { Lines } from '../../src/plan/origin.ts';
import { Workspace } from '../../src/workspace.ts';
import { TODAY } from '../support.ts';
import { Editor } from './in-process.ts';
import { address, MemoryDisk, ROOT } from './memory-disk.ts';
import { beginnings, EAST, PATHS, type Step, steps } from './random-edits.ts';

const CAN = { related: true, tags: true, href: true, data: true };

/** What a run from scratch finds, by file, as an editor would be told. */
function coldRun(texts: ReadonlyMap<string, string>, east: string | undefined): Map<string, readonly Diagnostic[]> {
    const workspace = new Workspace(TODAY);
    workspace.setSettings(ROOT, NO_SETTINGS);
    if (east !== undefined) {
        const folder = `${ROOT}/east`;
        workspace.setSettings(
            folder,
            settingsOf(readConfig(east).config, (file) => file.slice(folder.length + 1), new Set()),
        );
    }
    for (const file of [...texts.keys()].sort()) {
        workspace.setFile(file, texts.get(file)!);
    }
    const found = new Map<string, readonly Diagnostic[]>();
    for (const root of workspace.planRoots()) {
        const { findings, analysis } = workspace.check(root);
        for (const { file } of analysis.plan.fragments) {
            const own = findings.filter((each) => each.at.file === file);
            const items = diagnosticsOf(own, (each) => workspace.lines(each), 'en', CAN);
            if (items.length > 0) {
                found.set(file, items);
            }
        }
    }
    return found;
}

/** Plays steps on an editor, and keeps the books of what every file should say. */
class Play {
    private readonly opened = new Map<string, string>();
    private readonly editor: Editor;

    constructor(private readonly disk: MemoryDisk) {
        this.editor = new Editor(disk);
    }

    async run(list: readonly Step[]): Promise<void> {
        await this.editor.start();
        for (const step of list) {
            await this.play(step);
        }
        await this.editor.session.idle();
        const texts = new Map<string, string>();
        for (const [file, text] of [...this.disk.files, ...this.opened]) {
            if (file.endsWith('.smartcity')) {
                texts.set(file, text as string);
            }
        }
        const cold = coldRun(texts, this.disk.files.get(address(EAST)) as string | undefined);
        const plain = (map: ReadonlyMap<string, unknown>) =>
            JSON.stringify([...map].filter(([file]) => file.endsWith('.smartcity')).sort());
        expect(plain(this.editor.diagnostics)).toBe(plain(cold));
    }

    private async play(step: Step): Promise<void> {
        const path = 'file' in step ? PATHS[step.file]! : '';
        const file = address(path);
        const open = this.opened.get(file);
        switch (step.do) {
            case 'open': {
                const text = this.disk.files.get(file) as string | undefined;
                if (open === undefined && text !== undefined) {
                    this.opened.set(file, text);
                    this.editor.open(path, text);
                }
                break;
            }
            case 'close':
                this.close(path);
                break;
            case 'save':
                if (open !== undefined) {
                    this.editor.write(path, open);
                    this.editor.send('textDocument/didSave', { textDocument: { uri: file } });
                }
                break;
            case 'type':
                if (open !== undefined) {
                    this.type(path, open, step.from, step.length, step.text);
                }
                break;
            case 'replace':
                if (open !== undefined) {
                    this.opened.set(file, step.text);
                    this.editor.change(path, step.text);
                }
                break;
            case 'write':
                this.editor.write(path, step.text);
                break;
            case 'delete':
                this.editor.write(path, undefined);
                this.close(path);
                break;
            case 'move':
                this.move(path, PATHS[step.to]!);
                break;
            case 'configure':
                this.editor.write(EAST, step.text);
                break;
            case 'pause':
                await this.editor.session.idle();
                break;
        }
    }

    private close(path: string): void {
        if (this.opened.delete(address(path))) {
            this.editor.close(path);
        }
    }

    private type(path: string, open: string, from: number, length: number, text: string): void {
        const lines = new Lines(open);
        const range = { start: positionAt(lines, from), end: positionAt(lines, from + length) };
        const start = offsetAt(lines, range.start);
        const end = offsetAt(lines, range.end);
        this.opened.set(address(path), open.slice(0, start) + text + open.slice(end));
        this.editor.change(path, text, range);
    }

    private move(path: string, to: string): void {
        const text = this.disk.files.get(address(path)) as string | undefined;
        if (text !== undefined && path !== to) {
            this.close(path);
            this.close(to);
            this.editor.write(to, text);
            this.editor.write(path, undefined);
            this.editor.send('workspace/didRenameFiles', {
                files: [{ oldUri: address(path), newUri: address(to) }],
            });
        }
    }
}

test('after any edits, creations, deletions and renames, what is reported is what a run from scratch finds', async () => {
    await fc.assert(
        fc.asyncProperty(beginnings, steps, async (texts, list) => {
            const files = PATHS.flatMap((path, i) => (texts[i] === undefined ? [] : [[path, texts[i]]]));
            await new Play(new MemoryDisk(Object.fromEntries(files))).run(list);
        }),
        { numRuns: 500, seed: 20_261_124 },
    );
}, 240_000);
