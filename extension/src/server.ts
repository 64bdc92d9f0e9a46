import { join } from 'node:path';
import * as vscode from 'vscode';
import {
    CloseAction,
    type CloseHandlerResult,
    ErrorAction,
    FileChangeType,
    LanguageClient,
    type LanguageClientOptions,
    type ServerOptions,
    State,
    TransportKind,
} from 'vscode-languageclient/node';
import { METHOD, type PlanStatus, type PreviewUpdate } from '../../language/src/protocol.ts';

/** How the server is. */
export type ServerState = 'starting' | 'running' | 'stopped';

/** What the server tells without being asked. */
interface Notifications {
    readonly [METHOD.status]: PlanStatus;
    readonly [METHOD.previewUpdate]: PreviewUpdate;
}

/** A server that dies oftener than this within three minutes is left alone. */
const MOST_DEATHS = 5;
const SOON = 3 * 60_000;

/** How long a server has to end by itself, in milliseconds. */
const STOPPING = 3000;

/** The language server: started on VS Code's own Node, and started again when it dies. */
export class Server implements vscode.Disposable {
    readonly output = vscode.window.createOutputChannel('Smartcity', { log: true });
    private readonly changed = new vscode.EventEmitter<ServerState>();
    /** Tells every change of its state. */
    readonly onDidChange = this.changed.event;
    private readonly client: LanguageClient;
    private readonly deaths: number[] = [];
    private current: ServerState = 'starting';
    private readonly folders = this.watchFolders();

    constructor(context: vscode.ExtensionContext) {
        const module = context.asAbsolutePath(join('dist', 'server.cjs'));
        const options: ServerOptions = {
            run: { module, transport: TransportKind.ipc },
            debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
        };
        this.client = new LanguageClient('smartcity', 'Smartcity', options, this.clientOptions());
        this.client.onDidChangeState(({ newState }) => {
            this.set(newState === State.Running ? 'running' : newState === State.Starting ? 'starting' : 'stopped');
        });
    }

    get state(): ServerState {
        return this.current;
    }

    /** The process that the server runs in; `undefined` while there is none. */
    get processId(): number | undefined {
        return (this.client as unknown as { _serverProcess?: { pid?: number } })._serverProcess?.pid;
    }

    /** Starts it. A server that cannot be started is told to the user, and thrown to nobody. */
    async start(): Promise<void> {
        try {
            await this.client.start();
        } catch (error) {
            this.output.error(String(error));
            void this.tellDeath();
        }
    }

    /** Ends the server and starts a new one. */
    async restart(): Promise<void> {
        this.deaths.length = 0;
        if (this.client.state === State.Running) {
            try {
                await this.client.stop(STOPPING);
            } catch (error) {
                // One that is too busy to say goodbye is ended by its process.
                this.output.warn(String(error));
            }
        }
        await this.start();
    }

    /** Asks the server; `undefined` when it does not answer. */
    async ask<T>(method: string, params: unknown): Promise<T | undefined> {
        try {
            if (this.client.state === State.Starting) {
                await this.client.start();
            }
            return this.client.state === State.Running ? await this.client.sendRequest<T>(method, params) : undefined;
        } catch (error) {
            this.output.warn(`${method}: ${String(error)}`);
            return undefined;
        }
    }

    /** Tells the server, if it runs; otherwise nothing happens, and whoever told has to tell again when it runs. */
    tell(method: string, params?: unknown): void {
        if (this.client.state === State.Running) {
            this.client.sendNotification(method, params).catch((error) => this.output.warn(`${method}: ${error}`));
        }
    }

    /** Listens, also to every server that is started later. */
    on<M extends keyof Notifications>(method: M, listen: (params: Notifications[M]) => void): vscode.Disposable {
        return this.client.onNotification(method, listen);
    }

    dispose(): void {
        this.folders.dispose();
        this.changed.dispose();
        this.client.dispose().catch(() => undefined);
        this.output.dispose();
    }

    private clientOptions(): LanguageClientOptions {
        return {
            documentSelector: [{ language: 'smartcity' }, { language: 'json', pattern: '**/smartcity.json' }],
            outputChannel: this.output,
            progressOnInitialization: true,
            initializationOptions: {
                locale: vscode.workspace.getConfiguration('smartcity').get('locale', 'auto'),
                editorLocale: vscode.env.language.startsWith('id') ? 'id' : 'en',
                preview: true,
            },
            synchronize: { configurationSection: 'smartcity' },
            errorHandler: {
                error: () => ({ action: ErrorAction.Continue }),
                closed: () => this.handleDeath(),
            },
            // Said by `start` and `restart`, in one voice.
            initializationFailedHandler: () => false,
        };
    }

    /**
     * A folder that comes or goes as a whole is one event, which no pattern of file names meets: it is told by itself.
     * Files of plans are watched by the server's own wish.
     */
    private watchFolders(): vscode.Disposable {
        const watcher = vscode.workspace.createFileSystemWatcher('**/*', false, true, false);
        const tell = (type: FileChangeType) => (uri: vscode.Uri) => {
            const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
            if (!name.includes('.') && !/\/(?:node_modules|\.git)\//.test(uri.path)) {
                this.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: uri.toString(), type }] });
            }
        };
        watcher.onDidCreate(tell(FileChangeType.Created));
        watcher.onDidDelete(tell(FileChangeType.Deleted));
        return watcher;
    }

    private handleDeath(): CloseHandlerResult {
        const now = Date.now();
        this.deaths.push(now);
        const recent = this.deaths.filter((time) => now - time < SOON);
        if (recent.length < MOST_DEATHS) {
            this.output.warn('The server ended; it is started again.');
            return { action: CloseAction.Restart, handled: true };
        }
        void this.tellDeath();
        return { action: CloseAction.DoNotRestart, handled: true };
    }

    private async tellDeath(): Promise<void> {
        this.set('stopped');
        const again = vscode.l10n.t('Restart');
        const show = vscode.l10n.t('Show Output');
        const chosen = await vscode.window.showErrorMessage(
            vscode.l10n.t(
                'The Smartcity server has stopped. Findings and pictures stay as they are until it runs again.',
            ),
            again,
            show,
        );
        if (chosen === again) {
            await this.restart();
        } else if (chosen === show) {
            this.output.show(true);
        }
    }

    private set(state: ServerState): void {
        if (state !== this.current) {
            this.current = state;
            this.changed.fire(state);
        }
    }
}
