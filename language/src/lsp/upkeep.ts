import type { Client } from './client.ts';
import type { Faults } from './faults.ts';
import { Progress } from './progress.ts';
import type { SessionContext } from './session-context.ts';
import { readSettings, type Settings } from './settings.ts';

/** The work around a session that no editor asks for: what to be told of, settings, folders to read. */
export class Upkeep {
    private scans = 0;

    constructor(
        private readonly client: Client,
        private readonly session: SessionContext,
        private readonly faults: Faults,
        private readonly set: (settings: Settings) => void,
    ) {}

    /** Begins, as soon as the editor listens. */
    start(): void {
        void this.register();
        void this.configure(undefined);
        void this.scan(this.session.workspace.plans.folders);
    }

    private async register(): Promise<void> {
        const registrations = [
            ...(this.session.can.watchesFiles
                ? [
                      {
                          id: 'smartcity-files',
                          method: 'workspace/didChangeWatchedFiles',
                          registerOptions: {
                              watchers: [{ globPattern: '**/*.smartcity' }, { globPattern: '**/smartcity.json' }],
                          },
                      },
                  ]
                : []),
            ...(this.session.can.registersConfiguration
                ? [
                      {
                          id: 'smartcity-settings',
                          method: 'workspace/didChangeConfiguration',
                          registerOptions: { section: 'smartcity' },
                      },
                  ]
                : []),
        ];
        if (registrations.length > 0) {
            await this.client.ask('client/registerCapability', { registrations });
        }
    }

    /** Takes the settings that were sent, or asks for them where the editor wants to be asked. */
    async configure(sent: unknown): Promise<void> {
        let value = sent;
        if (this.session.can.configuration) {
            const answer = await this.client.ask('workspace/configuration', {
                items: [{ section: 'smartcity' }],
            });
            value = Array.isArray(answer) ? answer[0] : sent;
        }
        if (value !== undefined && value !== null) {
            this.set(readSettings(value));
        }
    }

    private async scan(folders: readonly string[]): Promise<void> {
        if (folders.length === 0) {
            return;
        }
        const title = { en: 'Reading plans', id: 'Membaca rencana' }[this.session.locale];
        const progress = Progress.begin(this.client, this.session.can.progress, `smartcity-${++this.scans}`, title);
        const isWhole = await this.session.workspace.files.scan(folders, ({ done, all }) => progress.report(done, all));
        progress.end();
        if (!isWhole) {
            this.faults.warn({
                en: 'This workspace has more files than the server reads. Open the folder of one plan.',
                id: 'Ruang kerja ini memiliki lebih banyak berkas daripada yang dibaca. Buka folder satu rencana saja.',
            });
        }
    }

    /** Takes folders in and out. */
    changeFolders(added: readonly string[], removed: readonly string[]): void {
        const kept = this.session.workspace.plans.folders.filter((each) => !removed.includes(each));
        const fresh = added.filter((each) => !kept.includes(each));
        this.session.workspace.setFolders([...kept, ...fresh]);
        void this.scan(fresh);
    }

    /** Looks at what nobody watches. */
    async saved(address: string): Promise<void> {
        const { workspace, can } = this.session;
        await workspace.files.refreshBaselines();
        // Where nobody tells us of files that come and go: look when the user pauses to save.
        await workspace.touch(can.watchesFiles ? [] : [address, ...workspace.plans.folders]);
    }
}
