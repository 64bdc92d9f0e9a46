import type { SemanticTokensEdit, SemanticTokensLegend } from 'vscode-languageserver-types';
import type { Nameable } from '../plan/declarations/declaration.ts';
import type { Reference } from '../plan/declarations/reference.ts';
import { type FileWord, wordsOf } from '../syntax/file-words.ts';
import { namedIn, spaceOf, writtenName } from './occurrence.ts';
import type { View } from './view.ts';

/** Colours by the standard's own words, so that every theme knows them. */
export const TOKEN_TYPES = [
    'keyword',
    'string',
    'number',
    'comment',
    'namespace',
    'class',
    'interface',
    'struct',
    'type',
    'enum',
    'enumMember',
    'property',
    'function',
    'method',
    'variable',
    'event',
    'macro',
] as const;

/** `declaration` where a name is declared, `defaultLibrary` for built-in names, `deprecated` for cancelled programs. */
export const TOKEN_MODIFIERS = ['declaration', 'defaultLibrary', 'deprecated'] as const;

/** What the numbers in a semantic token mean. */
export const LEGEND: SemanticTokensLegend = { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] };

type TokenType = (typeof TOKEN_TYPES)[number];

const TYPES: Readonly<Record<Nameable['kind'] | 'domain', TokenType>> = {
    masterplan: 'namespace',
    audience: 'type',
    opd: 'class',
    service: 'interface',
    data: 'struct',
    application: 'interface',
    infrastructure: 'struct',
    program: 'function',
    driver: 'event',
    obstacle: 'event',
    scenario: 'function',
    dimension: 'namespace',
    framework: 'enum',
    fund: 'variable',
    area: 'variable',
    element: 'property',
    domain: 'namespace',
    indicator: 'enumMember',
    activity: 'method',
    kpi: 'property',
};

interface Painted {
    readonly start: number;
    readonly end: number;
    readonly type: TokenType;
    readonly modifiers: number;
}

const DECLARATION = 1;
const LIBRARY = 2;
const DEPRECATED = 4;

/**
 * The colours of a file, or of the words between two offsets, in the protocol's five numbers a word. What a name means
 * is looked up in the plan; a name that means nothing stays uncoloured.
 */
export function semanticTokens(view: View, from = 0, to = view.lines.text.length): number[] {
    const names = paintNames(view);
    const painted = wordsOf(view.lines.text).flatMap((word): readonly Painted[] => {
        if (word.end <= from || word.start >= to) {
            return [];
        }
        const type = typeOf(word);
        return type === undefined
            ? (names.get(word.start) ?? [])
            : [{ start: word.start, end: word.end, type, modifiers: 0 }];
    });
    return encode(view, painted);
}

function typeOf({ kind }: FileWord): TokenType | undefined {
    switch (kind) {
        case 'keyword':
        case 'comment':
        case 'number':
            return kind;
        case 'money':
            return 'number';
        case 'text':
            return 'string';
        default:
            return undefined;
    }
}

/** The parts of every name in the file, by the offset at which the whole name begins. */
function paintNames(view: View): ReadonlyMap<number, readonly Painted[]> {
    const found = new Map<number, readonly Painted[]>();
    for (const declaration of view.fragment.declarations) {
        for (const { kind, at, library } of namedIn(declaration)) {
            const modifiers = DECLARATION | (library === undefined ? 0 : LIBRARY);
            found.set(at.start, [{ start: at.start, end: at.end, type: TYPES[kind], modifiers }]);
        }
    }
    for (const reference of view.fragment.references) {
        found.set(reference.at.start, paintReference(view, reference));
    }
    return found;
}

function paintReference(view: View, reference: Reference): readonly Painted[] {
    const { at } = reference;
    const space = spaceOf(reference);
    if (space !== 'plan') {
        return [{ ...at, type: space === 'rule' ? 'macro' : 'namespace', modifiers: LIBRARY }];
    }
    const written = writtenName(reference);
    const outer = reference.name.slice(0, reference.name.length - written.length);
    const painted: Painted[] = [];
    let start = 0;
    while (start < written.length) {
        const point = written.indexOf('.', start);
        const end = point < 0 ? written.length : point;
        const named = view.plan.names.get(outer + written.slice(0, end));
        if (named !== undefined) {
            const cancelled = named.kind === 'program' && named.cancelled !== undefined;
            painted.push({
                start: at.start + start,
                end: at.start + end,
                type: TYPES[named.kind],
                modifiers: (named.library === undefined ? 0 : LIBRARY) | (cancelled ? DEPRECATED : 0),
            });
        }
        start = end + 1;
    }
    return painted;
}

/** Five numbers a word: lines and characters since the one before, length, type, modifiers. Words never span lines. */
function encode(view: View, painted: readonly Painted[]): number[] {
    const { lines } = view;
    const data: number[] = [];
    let lastLine = 0;
    let lastCharacter = 0;
    for (const { start, end, type, modifiers } of painted) {
        const first = lines.at(start);
        const last = lines.at(end);
        for (let line = first.line; line <= last.line; line++) {
            const character = line === first.line ? first.column - 1 : 0;
            const length = (line === last.line ? last.column - 1 : lines.line(line).length) - character;
            if (length > 0) {
                const sameLine = line - 1 === lastLine && data.length > 0;
                data.push(
                    line - 1 - lastLine,
                    sameLine ? character - lastCharacter : character,
                    length,
                    TOKEN_TYPES.indexOf(type),
                    modifiers,
                );
                lastLine = line - 1;
                lastCharacter = character;
            }
        }
    }
    return data;
}

/** What changed from one answer to the next, as one edit: what is the same at both ends is left out. */
export function semanticTokensEdits(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
    const shorter = Math.min(before.length, after.length);
    let head = 0;
    while (head < shorter && before[head] === after[head]) {
        head++;
    }
    let tail = 0;
    while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) {
        tail++;
    }
    return head === before.length && head === after.length
        ? []
        : [{ start: head, deleteCount: before.length - head - tail, data: after.slice(head, after.length - tail) }];
}
