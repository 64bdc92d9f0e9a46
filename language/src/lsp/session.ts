import { version } from '../../../package.json';
import type { Day } from '../plan/calendar.ts';
import type { Locale } from '../plan/message.ts';
import { METHOD } from '../protocol.ts';
import { type Abilities, abilitiesOf } from './abilities.ts';
import { addressOf } from './addresses.ts';
import { Builder } from './builder.ts';
import { capabilitiesFor } from './capabilities.ts';
import type { Client } from './client.ts';
import type { Disk } from './disk.ts';
import { Faults } from './faults.ts';
import { type Feature, featuresOf } from './features.ts';
import { previewOptionsOf } from './plan-page.ts';
import { Preview } from './preview.ts';
import type { Publisher } from './publisher.ts';
import { RenameRefusal } from './rename.ts';
import { Reporting } from './reporting.ts';
import { addressesIn, CODE, changesOf, foldersOf, Params, Refusal } from './request.ts';
import { ServerWorkspace } from './server-workspace.ts';
import type { Cancellation, SessionContext } from './session-context.ts';
import { readSettings, type Settings } from './settings.ts';
import { turn } from './turn.ts';
import { Upkeep } from './upkeep.ts';
import type { View } from './view.ts';

/** What a session is run with. */
export interface SessionOptions {
    readonly client: Client;
    readonly disk: Disk;
    today(): Day;
    /** Ends the process; the code is 1 when nobody asked for it. */
    exit(code: number): void;
}

type State = 'new' | 'running' | 'shut';

/**
 * One conversation with an editor: takes its messages in any order, whatever is in them, and answers. What is asked
 * before `initialize` or after `shutdown` is refused; an error of ours ends one request and no more.
 */
export class Session implements SessionContext {
    can: Abilities = abilitiesOf(undefined);
    readonly workspace: ServerWorkspace;
    readonly preview: Preview;
    private state: State = 'new';
    private settings: Settings = readSettings(undefined);
    private reporting: Reporting;
    private readonly builder: Builder;
    private readonly faults: Faults;
    private readonly upkeep: Upkeep;
    private readonly features: Readonly<Record<string, Feature>> = featuresOf();
    private hasStarted = false;

    constructor(private readonly options: SessionOptions) {
        this.faults = new Faults(options.client, () => this.locale);
        this.builder = new Builder(async (isSuperseded) => {
            try {
                this.workspace.setToday(options.today());
                if (await this.reporting.reportAll(isSuperseded)) {
                    this.preview.refresh();
                }
            } catch (error) {
                this.faults.report('check', error);
            }
        });
        this.workspace = new ServerWorkspace(options.disk, options.today(), () => this.builder.touch());
        this.reporting = this.newReporting();
        this.preview = new Preview({
            roots: () => this.workspace.planRootsWithText(),
            rootOf: (file) => this.workspace.workspace.rootOf(file),
            checked: (root) => this.workspace.workspace.check(root),
            locale: () => this.locale,
            place: (at) => this.workspace.workspace.place(at),
            send: (update) => options.client.notify(METHOD.previewUpdate, update),
            failed: (error) => this.faults.report(METHOD.previewUpdate, error),
        });
        this.upkeep = new Upkeep(options.client, this, this.faults, (settings) => this.set(settings));
    }

    get locale(): Locale {
        return this.settings.locale ?? this.can.locale;
    }

    get publisher(): Publisher {
        return this.reporting.publisher;
    }

    view(address: string): View | undefined {
        return this.workspace.view(address, this.locale);
    }

    report(root: string): void {
        this.reporting.report(root);
    }

    async settled(): Promise<void> {
        while (this.workspace.files.isReading) {
            await turn();
        }
    }

    /** Waits until all that is known has been read, checked and told. */
    async idle(): Promise<void> {
        do {
            await this.settled();
            await this.builder.idle();
        } while (this.workspace.files.isReading);
    }

    /** Looks whether what follows from the day has changed. */
    wake(): void {
        this.builder.touch();
    }

    /** Tells of an error in work that no request waits for. */
    failed(error: unknown): void {
        this.faults.report('background', error);
    }

    /** Answers a request; what it cannot answer it refuses with the protocol's code. */
    async request(method: string, raw: unknown, cancellation: Cancellation): Promise<unknown> {
        if (cancellation.isCancellationRequested) {
            throw new Refusal(CODE.cancelled, 'taken back');
        }
        try {
            return (await this.answer(method, new Params(raw), cancellation)) ?? null;
        } catch (error) {
            if (error instanceof Refusal) {
                throw error;
            }
            if (error instanceof RenameRefusal) {
                throw new Refusal(CODE.failed, error.say[this.locale]);
            }
            this.faults.report(method, error);
            throw new Refusal(CODE.internal, `internal error in ${method}`);
        }
    }

    /** Takes a notification. */
    notified(method: string, raw: unknown): void {
        try {
            if (method === 'exit') {
                this.builder.stop();
                this.options.exit(this.state === 'shut' ? 0 : 1);
            } else if (this.state === 'running') {
                this.take(method, new Params(raw));
            }
        } catch (error) {
            // A notification has no answer: what cannot be understood is left.
            if (!(error instanceof Refusal)) {
                this.faults.report(method, error);
            }
        }
    }

    private answer(method: string, params: Params, cancellation: Cancellation): unknown {
        if (method === 'initialize') {
            return this.initialize(params);
        }
        if (this.state !== 'running') {
            throw this.state === 'new'
                ? new Refusal(CODE.notInitialized, 'send `initialize` first')
                : new Refusal(CODE.invalidRequest, 'the server is shut down');
        }
        if (method === 'shutdown') {
            this.state = 'shut';
            this.builder.stop();
            return null;
        }
        if (!Object.hasOwn(this.features, method)) {
            throw new Refusal(CODE.methodNotFound, `there is no ${method}`);
        }
        return this.features[method]!(this, params, cancellation);
    }

    private initialize(params: Params): unknown {
        if (this.state !== 'new') {
            throw new Refusal(CODE.invalidRequest, 'initialized twice');
        }
        this.state = 'running';
        this.can = abilitiesOf(params.raw);
        this.settings = readSettings(params.get('initializationOptions'));
        this.reporting = this.newReporting();
        this.workspace.setFolders(foldersOf(params));
        return {
            capabilities: capabilitiesFor(this.can),
            serverInfo: { name: 'smartcity', version },
        };
    }

    private newReporting(): Reporting {
        return new Reporting(this.workspace, this.options.client, this.can, () => this.locale);
    }

    /** Draws for the panel what it asks for, as soon as the plans are read. */
    private async watch(params: Params): Promise<void> {
        await this.settled();
        try {
            this.workspace.flush();
            const file = addressOf(params.get('file'));
            const options = previewOptionsOf(params.get('options'));
            this.preview.watch({
                ...(file === undefined ? {} : { file }),
                options,
                fresh: params.get('fresh') === true,
            });
        } catch (error) {
            this.faults.report(METHOD.previewWatch, error);
        }
    }

    private set(settings: Settings): void {
        const before = this.locale;
        this.settings = settings;
        if (this.locale !== before) {
            this.reporting.forget();
            this.builder.touch();
        }
    }

    private take(method: string, params: Params): void {
        this.start();
        switch (method) {
            case 'textDocument/didOpen':
                this.workspace.open(params.address(), {
                    uri: params.text('textDocument', 'uri'),
                    version: versionOf(params),
                    text: params.text('textDocument', 'text'),
                });
                break;
            case 'textDocument/didChange': {
                const changes = changesOf(params.list('contentChanges'));
                if (changes !== undefined) {
                    this.workspace.change(params.address(), versionOf(params), changes);
                }
                break;
            }
            case 'textDocument/didClose':
                this.workspace.close(params.address());
                break;
            case 'textDocument/didSave':
                void this.upkeep.saved(params.address());
                break;
            case 'workspace/didChangeWatchedFiles':
                void this.workspace.touch(addressesIn(params.list('changes'), 'uri'));
                break;
            case 'workspace/didCreateFiles':
            case 'workspace/didDeleteFiles':
                void this.workspace.touch(addressesIn(params.list('files'), 'uri'));
                break;
            case 'workspace/didRenameFiles':
                void this.workspace.touch([
                    ...addressesIn(params.list('files'), 'oldUri'),
                    ...addressesIn(params.list('files'), 'newUri'),
                ]);
                break;
            case 'workspace/didChangeWorkspaceFolders':
                this.upkeep.changeFolders(
                    addressesIn(params.list('event', 'added'), 'uri'),
                    addressesIn(params.list('event', 'removed'), 'uri'),
                );
                break;
            case METHOD.previewWatch:
                void this.watch(params);
                break;
            case METHOD.previewSeen:
                this.preview.see({ from: Number(params.get('from')) || 0, to: Number(params.get('to')) || 0 });
                break;
            case METHOD.previewClose:
                this.preview.close();
                break;
            case 'workspace/didChangeConfiguration':
                void this.upkeep.configure(params.get('settings', 'smartcity'));
                break;
        }
    }

    /** Begins with the work that editors do not ask for: once, at the first message after `initialize`. */
    private start(): void {
        if (!this.hasStarted) {
            this.hasStarted = true;
            this.upkeep.start();
        }
    }
}

function versionOf(params: Params): number | null {
    const found = params.get('textDocument', 'version');
    return typeof found === 'number' ? found : null;
}
