import { featuresOf } from '../../src/lsp/features.ts';
import { applyChanges, type TextChange } from '../../src/lsp/text-sync.ts';
import { METHOD } from '../../src/protocol.ts';
import { address, MemoryDisk, ROOT } from '../../test/lsp/memory-disk.ts';
import type { Counters } from '../counters.ts';
import { same } from '../plans.ts';
import { Editor } from './editor.ts';
import { CONFIGURATIONS, choose, PATHS, SNIPPETS, type Step } from './step.ts';
import { coldRun, plain } from './truth.ts';

const METHODS = [...Object.keys(featuresOf()), 'textDocument/unheard-of', '__proto__', 'shutdown-not'];

/** What may come instead of what a message should hold. */
const GARBAGE: readonly unknown[] = [
    undefined,
    null,
    0,
    'text',
    [],
    { textDocument: null },
    { textDocument: { uri: 'no address' }, position: {} },
    { textDocument: { uri: 'file:///%zz' }, contentChanges: [null] },
    {
        textDocument: { uri: 'file:///elsewhere/x.smartcity' },
        contentChanges: [{ range: {}, text: 7 }],
        position: { line: 'x' },
    },
    { changes: [{ uri: '::' }, null, 3], files: 'none', event: { added: [{}], removed: null } },
    { settings: { smartcity: { locale: 'xx' } } },
];

/** Longer texts are begun anew: what is tried often had better be small. */
const LONGEST = 2500;

/** Plays steps on a session, and keeps the books of what every file says. */
export class Play {
    private readonly opened = new Map<string, string>();
    private readonly disk: MemoryDisk;
    private readonly editor: Editor;
    private readonly asked: Promise<void>[] = [];
    private version = 1;

    constructor(
        private readonly texts: readonly string[],
        private readonly counters: Counters,
    ) {
        this.disk = new MemoryDisk(Object.fromEntries(texts.map((text, i) => [PATHS[i]!, text])));
        this.editor = new Editor(this.disk);
    }

    /** Plays all; throws when the server had an error, or does not report what a run from scratch finds. */
    async run(steps: readonly Step[]): Promise<void> {
        // As the server does with what fails and nobody waits for.
        const failed = (error: unknown): void => this.editor.session.failed(error);
        process.on('unhandledRejection', failed);
        try {
            await this.editor.start();
            for (const path of PATHS.slice(0, 3)) {
                this.open(address(path));
            }
            for (const step of steps) {
                if (step.kind >= 0.997) {
                    await this.compare();
                } else {
                    this.play(step);
                }
            }
            await this.compare();
            this.editor.session.notified('exit', null);
        } finally {
            process.off('unhandledRejection', failed);
        }
    }

    private async compare(): Promise<void> {
        await Promise.all(this.asked.splice(0));
        await this.editor.session.idle();
        const [fault] = this.editor.faults;
        if (fault !== undefined) {
            throw new Error(fault);
        }
        const texts = new Map(this.disk.files as ReadonlyMap<string, string>);
        for (const [file, text] of this.opened) {
            if (file.endsWith('.json') || (await this.hasFolder(file))) {
                texts.set(file, text);
            }
        }
        this.counters.checks++;
        same(plain(this.editor.diagnostics), coldRun(texts), 'findings reported and those of a run from scratch');
    }

    /** Whether a file's folder is still there: what is open in one that is gone is part of no plan. */
    private async hasFolder(file: string): Promise<boolean> {
        const folder = file.slice(0, file.lastIndexOf('/'));
        return folder === ROOT || (await this.disk.isFolder(folder));
    }

    private play({ kind, file: which, a, b, c }: Step): void {
        const path = choose(PATHS, which);
        const file = address(path);
        if (kind < 0.75) {
            this.change(choose([...this.opened.keys(), file], which), a, b, c);
        } else if (kind < 0.82) {
            const params = a < 0.1 ? choose(GARBAGE, b) : this.paramsOf(file, a, b, c);
            this.asked.push(this.editor.request(choose(METHODS, b), params, c < 0.15 ? c * 20 : Infinity));
        } else if (kind < 0.86) {
            this.open(file);
        } else if (kind < 0.88) {
            this.close(file);
        } else if (kind < 0.89) {
            this.send('textDocument/didSave', { textDocument: { uri: file } });
        } else if (kind < 0.92) {
            const text = path.endsWith('.json') ? choose(CONFIGURATIONS, a) : choose(this.texts, a);
            this.disk.files.set(file, text);
            this.told(file, 2);
        } else if (kind < 0.94) {
            this.disk.files.delete(file);
            this.told(file, 3);
        } else if (kind < 0.95) {
            this.send('workspace/didChangeWorkspaceFolders', {
                event: { added: [{ uri: ROOT }], removed: [{ uri: ROOT }] },
            });
        } else if (kind < 0.96) {
            for (const each of [...this.disk.files.keys()].filter((one) => one.startsWith(`${ROOT}/east/`))) {
                this.disk.files.delete(each);
            }
            this.send('workspace/didDeleteFiles', { files: [{ uri: `${ROOT}/east` }] });
        } else if (kind < 0.98) {
            const methods = ['didOpen', 'didChange', 'didClose', 'didSave'].map((each) => `textDocument/${each}`);
            const all = [
                ...methods,
                'workspace/didChangeWatchedFiles',
                'workspace/didRenameFiles',
                '$/x',
                'initialized',
            ];
            this.send(choose(all, a), choose(GARBAGE, b));
        } else if (a < 0.3) {
            this.send(METHOD.previewWatch, { file, options: { view: choose(['roadmap', 'silos', 'money', 'x'], b) } });
        } else {
            this.send(a < 0.6 ? METHOD.previewClose : METHOD.previewSeen, { from: 0, to: c * 1000 });
        }
    }

    /** One notification with up to four changes, each on what the one before left; ranges may lie anywhere. */
    private change(file: string, a: number, b: number, c: number): void {
        const open = this.opened.get(file);
        if (open === undefined) {
            this.send('textDocument/didChange', {
                textDocument: { uri: file, version: 1 },
                contentChanges: [{ text: 'x' }],
            });
            return;
        }
        const changes: TextChange[] = [];
        const lines = open.split('\n').length;
        for (let i = 0; i <= Math.floor(c * 4); i++) {
            const line = Math.floor(((a + i * 0.37) % 1) * (lines + 1)) - (c < 0.02 ? 5 : 0);
            const start = { line, character: Math.floor(b * 50) };
            const end = { line: line + (b < 0.1 ? 2 : c < 0.03 ? -1 : 0), character: Math.floor(b * 50 + c * 12) };
            changes.push({ range: { start, end }, text: choose(SNIPPETS, (b * 7 + c * 13 + i * 0.31) % 1) });
        }
        if (open.length > LONGEST || (a < 0.02 && b < 0.5)) {
            changes.push({ range: undefined, text: choose(this.texts, b) });
        }
        this.opened.set(file, applyChanges(open, changes));
        this.counters.edits += changes.length;
        this.send('textDocument/didChange', {
            textDocument: { uri: file, version: this.version++ },
            contentChanges: changes.map(({ range, text }) => (range === undefined ? { text } : { range, text })),
        });
    }

    private open(file: string): void {
        const text = this.disk.files.get(file) as string | undefined;
        if (!this.opened.has(file) && text !== undefined) {
            this.opened.set(file, text);
            const textDocument = { uri: file, languageId: 'smartcity', version: this.version++, text };
            this.send('textDocument/didOpen', { textDocument });
        }
    }

    private close(file: string): void {
        this.opened.delete(file);
        this.send('textDocument/didClose', { textDocument: { uri: file } });
    }

    private told(uri: string, type: number): void {
        this.send('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
    }

    private send(method: string, params: unknown): void {
        this.editor.session.notified(method, params);
    }

    /** Something for every feature to ask about at once. */
    private paramsOf(uri: string, a: number, b: number, c: number): unknown {
        const position = { line: Math.floor(a * 30), character: Math.floor(c * 40) };
        const range = { start: position, end: { line: Math.floor(b * 40), character: 3 } };
        return {
            textDocument: { uri },
            position,
            positions: [position, range.end],
            range,
            context: {
                includeDeclaration: a < 0.5,
                diagnostics: this.editor.diagnostics.get(uri) ?? [],
                triggerKind: 1,
            },
            options: { tabSize: 4, insertSpaces: true, view: 'roadmap' },
            ch: '\n',
            newName: choose(['fresh', 'p1', 'no name', '__proto__'], c),
            query: choose(['', 'p', 'lapor', '🏙'], c),
            item: { uri, name: choose(['p1', 'lapor', 'nobody'], a), data: choose(['p1', 'constructor'], c) },
            data: { uri, name: 'p1' },
            previousResultId: '1',
            previousResultIds: [],
            key: choose(['program:p1', '', 'toString'], a),
            file: uri,
            name: choose(['garuda', '__proto__'], a),
            rule: choose(['missing-kpi', 'constructor'], a),
        };
    }
}
