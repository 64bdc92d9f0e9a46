import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import {
    createProtocolConnection,
    type ProtocolConnection,
    StreamMessageReader,
    StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { URI } from 'vscode-uri';
import { ALL_ABILITIES } from './in-process.ts';

const BIN = join(import.meta.dirname, '../../../dist/smartcity.cjs');

/** A real editor's side of a conversation with the built server, in a folder of its own. */
export class StdioEditor {
    readonly diagnostics = new Map<string, readonly Diagnostic[]>();
    readonly folder: string;
    readonly process: ChildProcess;
    readonly connection: ProtocolConnection;
    readonly exited: Promise<number | null>;

    constructor(files: Readonly<Record<string, string>>) {
        this.folder = mkdtempSync(join(tmpdir(), 'smartcity-lsp-'));
        for (const [path, text] of Object.entries(files)) {
            this.write(path, text);
        }
        this.process = spawn(process.execPath, [BIN, 'lsp', '--stdio'], {
            stdio: ['pipe', 'pipe', 'inherit'],
            env: { ...process.env, SOURCE_DATE_EPOCH: '1577836800' },
        });
        this.exited = new Promise((resolve) => this.process.on('exit', resolve));
        this.connection = createProtocolConnection(
            new StreamMessageReader(this.process.stdout!),
            new StreamMessageWriter(this.process.stdin!),
        );
        this.connection.onNotification(
            'textDocument/publishDiagnostics',
            ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => {
                if (diagnostics.length > 0) {
                    this.diagnostics.set(uri, diagnostics);
                } else {
                    this.diagnostics.delete(uri);
                }
            },
        );
        this.connection.onError(() => {
            // Expected where a test ends the server.
        });
        this.connection.listen();
    }

    uri(path: string): string {
        return URI.file(join(this.folder, path)).toString();
    }

    write(path: string, text: string): void {
        const full = join(this.folder, path);
        mkdirSync(dirname(full), { recursive: true });
        writeFileSync(full, text);
    }

    /** Begins the conversation and waits until something was published. */
    async start(params: object = {}): Promise<this> {
        await this.connection.sendRequest('initialize', {
            processId: process.pid,
            rootUri: null,
            capabilities: ALL_ABILITIES,
            workspaceFolders: [{ uri: URI.file(this.folder).toString(), name: 'city' }],
            ...params,
        });
        await this.connection.sendNotification('initialized', {});
        return this;
    }

    open(path: string, text: string): Promise<void> {
        return this.connection.sendNotification('textDocument/didOpen', {
            textDocument: { uri: this.uri(path), languageId: 'smartcity', version: 1, text },
        });
    }

    /** Waits until all that was sent has been read, checked and told: the answer to this question comes behind that. */
    async quiet(): Promise<void> {
        await this.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] });
    }

    /** Ends the conversation as an editor does, and gives the exit code. */
    async stop(): Promise<number | null> {
        await this.connection.sendRequest('shutdown');
        await this.connection.sendNotification('exit');
        const code = await this.exited;
        this.remove();
        return code;
    }

    remove(): void {
        this.connection.dispose();
        rmSync(this.folder, { recursive: true, force: true });
    }
}
