import type { Message } from '../plan/message.ts';

/** What ends a command without an answer: wrong usage or configuration (exit 2), said in one clear sentence. */
export class Failure extends Error {
    override readonly name = 'Failure';

    constructor(readonly say: Message) {
        super(say.en);
    }
}

/** Exit codes of every command. The number of findings is never one; 130 is Ctrl-C. */
export const EXIT = { fine: 0, findings: 1, usage: 2, internal: 3, stopped: 130 } as const;
