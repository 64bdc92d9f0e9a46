import type { Declaration, DeclarationKind } from '../../src/plan/declarations/declaration.ts';
import type { Fragment } from '../../src/plan/fragment.ts';
import { Lines } from '../../src/plan/origin.ts';
import { readFragment } from '../../src/syntax/read.ts';
import { textOf } from '../support.ts';

/** A file as it is read. */
export function read(text: string): Fragment {
    return readFragment('plan.smartcity', text);
}

/** The problems of a text in order of place, as `rule line:column words`. */
export function problemsOf(text: string): string[] {
    const lines = new Lines(text);
    return [...read(text).problems]
        .sort((a, b) => a.at.start - b.at.start)
        .map(({ rule, at }) => {
            const { line, column } = lines.at(at.start);
            return `${rule} ${line}:${column} ${text.slice(at.start, at.end).replace(/\s+/g, ' ')}`;
        });
}

/** The messages of a text's problems, in English, in order of place. */
export function messagesOf(text: string): string[] {
    return [...read(text).problems].sort((a, b) => a.at.start - b.at.start).map(({ message }) => message.en);
}

/** The one declaration of a kind with a name. */
export function get<K extends DeclarationKind>(
    fragment: Fragment,
    kind: K,
    name: string,
): Extract<Declaration, { kind: K }> {
    const found = fragment.declarations.filter((each) => each.kind === kind && each.name === name);
    if (found.length !== 1) {
        throw new Error(`${found.length} declarations of ${kind} ${name}`);
    }
    return found[0] as Extract<Declaration, { kind: K }>;
}

/** The words of a text at a place. */
export function wordsAt(text: string, at: { readonly start: number; readonly end: number }): string {
    return text.slice(at.start, at.end);
}

/** One of the two files of the language's description that must parse as they stand. */
export function fixture(name: 'everything' | 'library'): string {
    return textOf(`language/test/syntax/fixtures/${name}.smartcity`);
}

/** The names of what is referred to. */
export function namesOf(
    clause: { readonly refs: readonly { readonly name: string }[] } | undefined,
): readonly string[] | undefined {
    return clause?.refs.map((ref) => ref.name);
}

/**
 * What a declaration says without the places: names for references, the written text for dates and durations, values
 * for what stands alone in its clause. What is not said is left out.
 */
export function plain(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(plain);
    }
    if (typeof value !== 'object' || value === null) {
        return value;
    }
    const record = value as Record<string, unknown>;
    if ('expected' in record) {
        return record.name;
    }
    if ('first' in record || ('most' in record && 'text' in record)) {
        return record.text;
    }
    const said = Object.entries(record).filter(
        ([key, each]) =>
            !['at', 'clause', 'whole', 'library', 'broken'].includes(key) &&
            each !== undefined &&
            !(Array.isArray(each) && each.length === 0),
    );
    const [only] = said;
    if (said.length === 1 && ['value', 'when', 'ref', 'refs', 'length', 'areas', 'bidang'].includes(only![0])) {
        return plain(only![1]);
    }
    return Object.fromEntries(said.map(([key, each]) => [key, plain(each)]));
}
