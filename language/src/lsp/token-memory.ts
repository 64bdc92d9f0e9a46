import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver-types';
import { semanticTokens, semanticTokensEdits } from './semantic-tokens.ts';
import type { View } from './view.ts';

/** So many documents' last answers are kept: more than anybody has in sight. */
const MOST_KEPT = 32;

/** Remembers the last tokens sent for each document, so that the next answer can be what has changed. */
export class TokenMemory {
    private readonly sent = new Map<string, { readonly id: string; readonly data: readonly number[] }>();
    private count = 0;

    /** All tokens of a document. */
    full(view: View): SemanticTokens {
        const data = semanticTokens(view);
        return { resultId: this.remember(view.file, data), data };
    }

    /** What changed since an answer; all tokens when that is not the last one. */
    delta(view: View, previous: unknown): SemanticTokens | SemanticTokensDelta {
        const before = this.sent.get(view.file);
        if (before === undefined || before.id !== previous) {
            return this.full(view);
        }
        const data = semanticTokens(view);
        return { resultId: this.remember(view.file, data), edits: semanticTokensEdits(before.data, data) };
    }

    /** The tokens of a stretch. */
    range(view: View, from: number, to: number): SemanticTokens {
        return { data: semanticTokens(view, from, to) };
    }

    private remember(file: string, data: readonly number[]): string {
        const id = `${++this.count}`;
        this.sent.delete(file);
        this.sent.set(file, { id, data });
        for (const oldest of this.sent.keys()) {
            if (this.sent.size <= MOST_KEPT) {
                break;
            }
            this.sent.delete(oldest);
        }
        return id;
    }
}
