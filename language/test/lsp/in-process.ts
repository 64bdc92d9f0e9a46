import type { Diagnostic, Range } from 'vscode-languageserver-types';
import type { Client } from '../../src/lsp/client.ts';
import { Session } from '../../src/lsp/session.ts';
import type { Day } from '../../src/plan/calendar.ts';
import { TODAY } from '../support.ts';
import { address, MemoryDisk, ROOT } from './memory-disk.ts';

/** What an editor that can do everything says of itself. */
export const ALL_ABILITIES = {
    textDocument: {
        publishDiagnostics: {
            relatedInformation: true,
            tagSupport: { valueSet: [1, 2] },
            codeDescriptionSupport: true,
            dataSupport: true,
            versionSupport: true,
        },
        completion: { completionItem: { snippetSupport: true } },
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
    },
    workspace: {
        workspaceEdit: {
            documentChanges: true,
            resourceOperations: ['create', 'rename', 'delete'],
            changeAnnotationSupport: { groupsOnLabel: false },
        },
    },
};

/** An editor in the same process as the server: what it was told, and ways to speak. Messages are turned into JSON. */
export class Editor implements Client {
    /** What is reported in each file now; files in which nothing is are left out. */
    readonly diagnostics = new Map<string, readonly Diagnostic[]>();
    readonly told: { readonly method: string; readonly params: unknown }[] = [];
    /** Answers to what the server asks, by method. */
    readonly answers = new Map<string, (params: unknown) => unknown>();
    readonly session: Session;
    exitCode: number | undefined;
    private version = 1;

    constructor(
        readonly disk: MemoryDisk = new MemoryDisk(),
        today: Day = TODAY,
    ) {
        this.session = new Session({
            client: this,
            disk,
            today: () => today,
            exit: (code) => {
                this.exitCode = code;
            },
        });
    }

    notify(method: string, params: unknown): void {
        const plain = JSON.parse(JSON.stringify(params)) as { uri: string; diagnostics: Diagnostic[] };
        this.told.push({ method, params: plain });
        if (method === 'textDocument/publishDiagnostics') {
            if (plain.diagnostics.length > 0) {
                this.diagnostics.set(plain.uri, plain.diagnostics);
            } else {
                this.diagnostics.delete(plain.uri);
            }
        }
    }

    async ask(method: string, params: unknown): Promise<unknown> {
        this.told.push({ method, params });
        return this.answers.get(method)?.(params) ?? null;
    }

    /** Begins, and waits until the workspace is read. */
    async start(params: object = {}): Promise<this> {
        await this.request('initialize', {
            capabilities: ALL_ABILITIES,
            workspaceFolders: [{ uri: ROOT, name: 'city' }],
            ...params,
        });
        this.send('initialized', {});
        await this.session.idle();
        return this;
    }

    request<T = unknown>(method: string, params: unknown, isCancelled = false): Promise<T> {
        return this.session.request(method, params, { isCancellationRequested: isCancelled }) as Promise<T>;
    }

    send(method: string, params: unknown): void {
        this.session.notified(method, params);
    }

    open(path: string, text: string, uri = address(path)): void {
        this.send('textDocument/didOpen', {
            textDocument: { uri, languageId: 'smartcity', version: this.version++, text },
        });
    }

    change(path: string, text: string, range?: Range, uri = address(path)): void {
        this.send('textDocument/didChange', {
            textDocument: { uri, version: this.version++ },
            contentChanges: [range === undefined ? { text } : { range, text }],
        });
    }

    close(path: string, uri = address(path)): void {
        this.send('textDocument/didClose', { textDocument: { uri } });
    }

    /** Changes the disk and tells of it; `undefined` deletes. */
    write(path: string, text: string | undefined): void {
        const uri = address(path);
        const type = text === undefined ? 3 : this.disk.files.has(uri) ? 2 : 1;
        if (text === undefined) {
            this.disk.files.delete(uri);
        } else {
            this.disk.files.set(uri, text);
        }
        this.send('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
    }

    /** The rules reported in a file, with the line (from 1) of each, in order. */
    rules(path: string): string[] {
        return (this.diagnostics.get(address(path)) ?? []).map((each) => `${each.range.start.line + 1} ${each.code}`);
    }
}
