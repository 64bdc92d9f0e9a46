import type { Declaration } from '../../plan/declarations/declaration.ts';
import type { Plan } from '../../plan/plan.ts';
import { meaningOf } from './meaning.ts';

/** What the declarations of one plan are called in the other. */
export class Names {
    private readonly back: ReadonlyMap<string, string>;

    constructor(readonly renamed: ReadonlyMap<string, string>) {
        this.back = new Map([...renamed].map(([base, head]) => [head, base]));
    }

    /** The head's name for a name of the base; nested names follow their parents. */
    head(name: string): string {
        return translate(name, this.renamed);
    }

    /** The base's name for a name of the head. */
    base(name: string): string {
        return translate(name, this.back);
    }
}

function translate(name: string, table: ReadonlyMap<string, string>): string {
    if (table.size === 0) {
        return name;
    }
    const dot = name.indexOf('.');
    const parent = table.get(dot < 0 ? name : name.slice(0, dot));
    return parent === undefined ? name : dot < 0 ? parent : parent + name.slice(dot);
}

/** The plan's own declarations that stand for their names, by name. */
export function ownDeclarations(plan: Plan): readonly Declaration[] {
    return [
        ...(plan.masterplan === undefined ? [] : [plan.masterplan]),
        ...plan.opds,
        ...plan.funds,
        ...plan.audiences,
        ...plan.areas,
        ...plan.dimensions,
        ...plan.frameworks,
        ...plan.services,
        ...plan.data,
        ...plan.applications,
        ...plan.infrastructures,
        ...plan.programs,
        ...plan.drivers,
        ...plan.obstacles,
        ...plan.scenarios,
    ].filter((each) => each.library === undefined);
}

/** A name that is gone beside one that is new: recognised as the same thing by what it says. */
export function findRenames(base: Plan, head: Plan): Names {
    const renamed = new Map<string, string>();
    const isIn = (plan: Plan, { name, kind }: Declaration): boolean => plan.names.get(name)?.kind === kind;
    const gone = byKind(ownDeclarations(base).filter((each) => !isIn(head, each)));
    const fresh = byKind(ownDeclarations(head).filter((each) => !isIn(base, each)));
    // In the order of the lists above: owners and funds first, since programs are told apart by theirs.
    for (const [kind, before] of gone) {
        const after = fresh.get(kind) ?? [];
        if (kind === 'masterplan' && after.length === 1) {
            renamed.set(before[0]!.name, after[0]!.name);
        } else {
            pairUp(before, after, renamed);
        }
    }
    return new Names(renamed);
}

function byKind(declarations: readonly Declaration[]): Map<string, Declaration[]> {
    const kinds = new Map<string, Declaration[]>();
    for (const declaration of declarations) {
        const list = kinds.get(declaration.kind);
        if (list === undefined) {
            kinds.set(declaration.kind, [declaration]);
        } else {
            list.push(declaration);
        }
    }
    return kinds;
}

type Key = (declaration: Declaration, names: (name: string) => string) => string | undefined;

/** What tells that two declarations are one, the surest first; `undefined` says nothing. */
const KEYS: readonly Key[] = [
    // All that it says, but for its own name.
    (each, names) => {
        const own = (name: string): string =>
            name === each.name ? '.' : name.startsWith(`${each.name}.`) ? name.slice(each.name.length) : names(name);
        const meaning = meaningOf(each, own);
        return meaning.size === 0 ? undefined : JSON.stringify([...meaning]);
    },
    (each, names) => (fold(each.title) === '' ? undefined : `${fold(each.title)}\n${names(ownerName(each))}`),
    (each) => ('code' in each && each.code !== undefined && each.kind === 'opd' ? each.code.value : undefined),
    (each) => fold(each.title) || undefined,
];

/** Programs of one owner and the same days that are compared word by word at most: of thousands none is told apart. */
const MOST_COMPARED = 10_000;

/** Pairs what is gone with what is new, each once; where a key fits several, the reader is told of two changes instead. */
function pairUp(gone: readonly Declaration[], fresh: readonly Declaration[], renamed: Map<string, string>): void {
    const names = (name: string): string => translate(name, renamed);
    const left = new Set(gone);
    const right = new Set(fresh);
    const pair = (before: Declaration, after: Declaration): void => {
        renamed.set(before.name, after.name);
        left.delete(before);
        right.delete(after);
    };
    for (const key of KEYS) {
        const keyed = group(right, (each) => key(each, (name) => name));
        for (const [text, before] of group(left, (each) => key(each, names))) {
            const after = keyed.get(text) ?? [];
            if (before.length === 1 && after.length === 1) {
                pair(before[0]!, after[0]!);
            }
        }
    }
    // Programs of one owner over the same days, whose titles share most of their words.
    const keyed = group(right, (each) => datesKey(each, (name) => name));
    for (const [text, before] of group(left, (each) => datesKey(each, names))) {
        const after = keyed.get(text) ?? [];
        for (const one of before.length * after.length > MOST_COMPARED ? [] : before) {
            const alike = after.filter((other) => right.has(other) && areAlike(one, other));
            if (alike.length === 1) {
                pair(one, alike[0]!);
            }
        }
    }
}

function group(
    declarations: Iterable<Declaration>,
    key: (declaration: Declaration) => string | undefined,
): Map<string, Declaration[]> {
    const groups = new Map<string, Declaration[]>();
    for (const declaration of declarations) {
        const text = key(declaration);
        const known = text === undefined ? undefined : groups.get(text);
        if (known !== undefined) {
            known.push(declaration);
        } else if (text !== undefined) {
            groups.set(text, [declaration]);
        }
    }
    return groups;
}

function ownerName(declaration: Declaration): string {
    const owner =
        'owner' in declaration ? declaration.owner : 'producer' in declaration ? declaration.producer : undefined;
    return owner?.ref.name ?? '';
}

function datesKey(declaration: Declaration, names: (name: string) => string): string | undefined {
    if (declaration.kind !== 'program' || fold(declaration.title) === '') {
        return undefined;
    }
    const { start, earliest, during, duration, started, finished, after } = declaration;
    const dates = { start, earliest, during, duration, started, finished, after };
    return `${names(ownerName(declaration))}\n${JSON.stringify([...meaningOf(dates, names)])}`;
}

function fold(title: string): string {
    return title.toLowerCase().replace(/\s+/g, ' ').trim();
}

function areAlike(one: Declaration, other: Declaration): boolean {
    const a = new Set(fold(one.title).split(' '));
    const b = new Set(fold(other.title).split(' '));
    const common = [...a].filter((word) => b.has(word)).length;
    return common * 2 > Math.min(a.size, b.size) && common * 3 >= a.size + b.size - common;
}
