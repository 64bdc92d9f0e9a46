import { version } from '../../../package.json';
import type { Locale, Message } from '../plan/message.ts';
import type { Client } from './client.ts';

/** Kinds of messages that an editor shows or logs. */
const TYPE = { error: 1, warning: 2, info: 3 } as const;

/** Tells the user of errors of ours: each once, with what to send us. */
export class Faults {
    private readonly told = new Set<string>();

    constructor(
        private readonly client: Client,
        private readonly locale: () => Locale,
    ) {}

    /** Reports an error that ended what was being done. The log gets the details, the user one sentence. */
    report(where: string, error: unknown): void {
        const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
        const key = `${where} ${reason}`;
        if (this.told.has(key)) {
            return;
        }
        this.told.add(key);
        this.client.notify('window/logMessage', {
            type: TYPE.error,
            message: `smartcity ${version}, ${where}, node ${process.version}, ${process.platform}:\n${reason}`,
        });
        this.show(TYPE.error, {
            en: `Smartcity had an internal error (${where}). Your files are untouched, and everything else goes on. Please report it with the lines in the output panel.`,
            id: `Terjadi kesalahan internal Smartcity (${where}). Berkas Anda tidak berubah, dan fungsi lain tetap berjalan. Mohon laporkan beserta baris di panel keluaran.`,
        });
    }

    /** Warns of something that the user should know. */
    warn(message: Message): void {
        this.show(TYPE.warning, message);
    }

    private show(type: number, message: Message): void {
        this.client.notify('window/showMessage', { type, message: message[this.locale()] });
    }
}
