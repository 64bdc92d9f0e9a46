import type { Locale } from '../plan/message.ts';
import type { Abilities } from './abilities.ts';
import type { Preview } from './preview.ts';
import type { Publisher } from './publisher.ts';
import type { ServerWorkspace } from './server-workspace.ts';
import type { View } from './view.ts';

/** What features are answered from: the session as they see it. */
export interface SessionContext {
    readonly can: Abilities;
    readonly locale: Locale;
    readonly workspace: ServerWorkspace;
    readonly publisher: Publisher;
    readonly preview: Preview;
    /** A document as part of its plan; `undefined` for an unknown one. */
    view(address: string): View | undefined;
    /** Waits until what is on the disk has been read. */
    settled(): Promise<void>;
    /** Brings what is reported of a plan up to date. */
    report(root: string): void;
}

/** Tells whether the editor has taken a request back. */
export interface Cancellation {
    readonly isCancellationRequested: boolean;
}
