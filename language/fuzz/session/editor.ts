import type { Client } from '../../src/lsp/client.ts';
import { Refusal } from '../../src/lsp/request.ts';
import { Session } from '../../src/lsp/session.ts';
import { type MemoryDisk, ROOT } from '../../test/lsp/memory-disk.ts';
import { TODAY } from '../plans.ts';

/** An editor of few words, in the server's own process: keeps what is reported, and fails on errors of the server's. */
export class Editor implements Client {
    /** What is reported in each file now. */
    readonly diagnostics = new Map<string, unknown>();
    readonly session: Session;
    /** What went wrong inside of the server: nothing ever should. */
    readonly faults: string[] = [];

    constructor(disk: MemoryDisk) {
        this.session = new Session({ client: this, disk, today: () => TODAY, exit: () => {} });
    }

    notify(method: string, params: unknown): void {
        if (method === 'textDocument/publishDiagnostics') {
            const { uri, diagnostics } = params as { uri: string; diagnostics: readonly unknown[] };
            if (diagnostics.length > 0) {
                this.diagnostics.set(uri, diagnostics);
            } else {
                this.diagnostics.delete(uri);
            }
        } else if (method === 'window/logMessage') {
            this.faults.push((params as { message: string }).message);
        }
    }

    async ask(): Promise<unknown> {
        return null;
    }

    async start(): Promise<void> {
        await this.session.request(
            'initialize',
            {
                capabilities: {
                    textDocument: {
                        publishDiagnostics: {
                            relatedInformation: true,
                            tagSupport: { valueSet: [1, 2] },
                            codeDescriptionSupport: true,
                            dataSupport: true,
                        },
                        completion: { completionItem: { snippetSupport: true } },
                        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
                    },
                    workspace: { workspaceEdit: { documentChanges: true } },
                },
                workspaceFolders: [{ uri: ROOT, name: 'city' }],
            },
            { isCancellationRequested: false },
        );
        this.session.notified('initialized', {});
        await this.session.idle();
    }

    /** Asks something, now cancelled or soon. The answer has to be JSON, or a refusal with a code. */
    async request(method: string, params: unknown, cancelledAfter: number): Promise<void> {
        let looks = 0;
        const cancellation = {
            get isCancellationRequested(): boolean {
                return looks++ >= cancelledAfter;
            },
        };
        try {
            JSON.stringify(await this.session.request(method, params, cancellation));
        } catch (error) {
            if (!(error instanceof Refusal)) {
                this.faults.push(`${method} threw ${error instanceof Error ? error.stack : String(error)}`);
            }
        }
    }
}
