import type { Client } from './client.ts';

/** Shows that something takes time, where the editor can show it. */
export class Progress {
    private shown = false;
    private lastPercentage = -1;

    private constructor(
        private readonly client: Client,
        private readonly token: string,
    ) {}

    /** Begins to show. The editor has to agree first; until then, and if it does not, nothing is sent. */
    static begin(client: Client, isUnderstood: boolean, token: string, title: string): Progress {
        const progress = new Progress(client, token);
        if (isUnderstood) {
            void client.ask('window/workDoneProgress/create', { token }).then((answer) => {
                if (answer !== undefined && progress.lastPercentage <= 100) {
                    progress.shown = true;
                    progress.send({ kind: 'begin', title, percentage: 0, cancellable: false });
                }
            });
        }
        return progress;
    }

    /** Tells how much is done. */
    report(done: number, all: number): void {
        const percentage = Math.floor((100 * done) / Math.max(1, all));
        if (percentage !== this.lastPercentage) {
            this.lastPercentage = percentage;
            this.send({ kind: 'report', percentage, message: `${done}/${all}` });
        }
    }

    /** Ends it. */
    end(): void {
        this.lastPercentage = Infinity;
        this.send({ kind: 'end' });
        this.shown = false;
    }

    private send(value: object): void {
        if (this.shown) {
            this.client.notify('$/progress', { token: this.token, value });
        }
    }
}
