import {
    createMessageConnection,
    IPCMessageReader,
    IPCMessageWriter,
    type MessageReader,
    type MessageWriter,
    ResponseError,
    StreamMessageReader,
    StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type { Client } from './client.ts';
import { today, untilMidnight } from './clock.ts';
import { DISK, type Disk } from './disk.ts';
import { Params, Refusal } from './request.ts';
import { Session } from './session.ts';

/** How often it is looked whether the editor's process still lives, in milliseconds. */
const WATCH = 2000;

/** Serves an editor over this process's standard streams. Returns at once; the process lives as long as the editor. */
export function serveStdio(): void {
    const exit = (code: number): void => process.exit(code);
    // Whoever closes our input, or no longer reads what we say, is gone.
    process.stdin.on('end', () => exit(1));
    process.stdin.on('close', () => exit(1));
    process.stdout.on('error', () => exit(1));
    serve(new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout), { exit });
}

/** Serves the process that started this one, over its channel. */
export function serveIpc(): void {
    const exit = (code: number): void => process.exit(code);
    process.on('disconnect', () => exit(1));
    serve(new IPCMessageReader(process), new IPCMessageWriter(process), { exit });
}

/** Serves an editor over any pair of streams. */
export function serve(
    reader: MessageReader,
    writer: MessageWriter,
    { exit, disk = DISK }: { exit(code: number): void; disk?: Disk },
): Session {
    const connection = createMessageConnection(reader, writer);
    const client: Client = {
        notify: (method, params) => {
            connection.sendNotification(method, params).catch(() => {
                // Nobody is left to tell.
            });
        },
        ask: async (method, params) => {
            try {
                const answer: unknown = await connection.sendRequest(method, params);
                return answer ?? null;
            } catch {
                return undefined;
            }
        },
    };
    const session = new Session({ client, disk, today, exit });
    connection.onRequest(async (method, params, token) => {
        if (method === 'initialize') {
            watchEditor(new Params(params).get('processId'), exit);
        }
        try {
            return await session.request(method, params, token);
        } catch (error) {
            return error instanceof Refusal ? new ResponseError(error.code, error.message) : Promise.reject(error);
        }
    });
    connection.onNotification((method, params) => session.notified(method, params));
    connection.onClose(() => exit(1));
    connection.onError(() => {
        // A message that cannot be read, or not be written: the next one may be.
    });
    // Work that nobody waits for may fail too: that ends this work, and never the conversation.
    process.on('unhandledRejection', (error) => session.failed(error));
    connection.listen();
    wakeAtMidnight(session);
    return session;
}

/** Ends this process soon after the editor's has ended without a word. */
function watchEditor(processId: unknown, exit: (code: number) => void): void {
    if (typeof processId !== 'number' || !Number.isInteger(processId) || processId <= 0) {
        return;
    }
    setInterval(() => {
        try {
            process.kill(processId, 0);
        } catch (error) {
            if ((error as NodeJS.ErrnoException).code === 'ESRCH') {
                exit(1);
            }
        }
    }, WATCH).unref();
}

function wakeAtMidnight(session: Session): void {
    setTimeout(() => {
        session.wake();
        wakeAtMidnight(session);
    }, untilMidnight()).unref();
}
