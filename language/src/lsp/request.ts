import type { Position, Range } from 'vscode-languageserver-types';
import { addressOf, addressOfPath } from './addresses.ts';
import type { TextChange } from './text-sync.ts';

/** A request that cannot be answered, with the protocol's code for why. */
export class Refusal extends Error {
    override readonly name = 'Refusal';

    constructor(
        readonly code: number,
        message: string,
    ) {
        super(message);
    }
}

/** Codes of the protocol. */
export const CODE = {
    invalidRequest: -32600,
    methodNotFound: -32601,
    invalidParams: -32602,
    internal: -32603,
    notInitialized: -32002,
    failed: -32803,
    serverCancelled: -32802,
    contentModified: -32801,
    cancelled: -32800,
} as const;

/**
 * What came with a message. Whatever an editor sends is looked at before it is used: what is missing or of another type
 * refuses the request; positions outside the text are no fault.
 */
export class Params {
    constructor(readonly raw: unknown) {}

    /** A property, however deep; `undefined` where there is none. */
    get(...path: readonly string[]): unknown {
        return path.reduce<unknown>(
            (value, key) =>
                typeof value === 'object' && value !== null && Object.hasOwn(value, key)
                    ? (value as Record<string, unknown>)[key]
                    : undefined,
            this.raw,
        );
    }

    /** The address of the document. */
    address(...path: readonly string[]): string {
        const asked = path.length === 0 ? ['textDocument', 'uri'] : path;
        return addressOf(this.get(...asked)) ?? refuse(`${asked.join('.')} is no address`);
    }

    /** A text. */
    text(...path: readonly string[]): string {
        const value = this.get(...path);
        return typeof value === 'string' ? value : refuse(`${path.join('.')} is no text`);
    }

    /** A list; anything else is an empty one. */
    list(...path: readonly string[]): readonly unknown[] {
        const value = this.get(...path);
        return Array.isArray(value) ? value : [];
    }

    /** The position of the cursor. */
    position(...path: readonly string[]): Position {
        const asked = path.length === 0 ? ['position'] : path;
        return positionOf(this.get(...asked)) ?? refuse(`${asked.join('.')} is no position`);
    }

    /** A range. */
    range(...path: readonly string[]): Range {
        const asked = path.length === 0 ? ['range'] : path;
        return rangeOf(this.get(...asked)) ?? refuse(`${asked.join('.')} is no range`);
    }
}

/** A position, if something is one. Numbers of any size and sign are. */
export function positionOf(value: unknown): Position | undefined {
    const { line, character } = (value ?? {}) as Partial<Position>;
    return typeof line === 'number' && typeof character === 'number' && !Number.isNaN(line + character)
        ? { line: Math.trunc(line), character: Math.trunc(character) }
        : undefined;
}

/** A range, if something is one. */
export function rangeOf(value: unknown): Range | undefined {
    const { start, end } = (value ?? {}) as Partial<Range>;
    const from = positionOf(start);
    const to = positionOf(end);
    return from === undefined || to === undefined ? undefined : { start: from, end: to };
}

/** The changes of a document; `undefined` when one of them cannot be understood: then none may be applied. */
export function changesOf(list: readonly unknown[]): TextChange[] | undefined {
    const changes: TextChange[] = [];
    for (const each of list) {
        const { range, text } = (each ?? {}) as { range?: unknown; text?: unknown };
        const at = range === undefined || range === null ? undefined : rangeOf(range);
        if (typeof text !== 'string' || (at === undefined && range !== undefined && range !== null)) {
            return undefined;
        }
        changes.push({ range: at, text });
    }
    return changes;
}

/** The folders of a workspace, as `initialize` names them in newer and older ways. */
export function foldersOf(params: Params): string[] {
    const folders = addressesIn(params.list('workspaceFolders'), 'uri');
    if (folders.length > 0) {
        return [...new Set(folders)];
    }
    const path = params.get('rootPath');
    const root = addressOf(params.get('rootUri')) ?? (typeof path === 'string' ? addressOfPath(path) : undefined);
    return root === undefined ? [] : [root];
}

/** The addresses in a list of things that carry one; what is none is left out. */
export function addressesIn(list: readonly unknown[], key: string): string[] {
    return list.flatMap((each) => addressOf(new Params(each).get(key)) ?? []);
}

function refuse(message: string): never {
    throw new Refusal(CODE.invalidParams, message);
}
