import { nested } from '../../plan/assemble.ts';
import { contentOf } from '../../plan/content.ts';
import type { Declaration, Nameable } from '../../plan/declarations/declaration.ts';
import type { Fragment } from '../../plan/fragment.ts';
import { isDeclaration, type Plan } from '../../plan/plan.ts';

/** What a name stood for in one version of a plan and what it stands for in the next. */
export interface Change {
    readonly before: Declaration | undefined;
    readonly after: Declaration | undefined;
    /** The names of the parts that differ (`title`, `after`); of what came or went all that it says anything in. */
    readonly parts: ReadonlySet<string>;
}

/** What an edit did to a plan. */
export interface Changes {
    /** Files that came, went or changed: what they said and what they say. */
    readonly files: readonly { readonly before: Fragment | undefined; readonly after: Fragment | undefined }[];
    /** Declarations that came, went or say something else, by name. */
    readonly changed: ReadonlyMap<string, Change>;
    /** Declarations that say the same at another place: the old ones with the new ones. */
    readonly moved: ReadonlyMap<Declaration, Declaration>;
    /** Names that stand for nothing where they stood for something, the other way round, or for another kind of thing. */
    readonly renamed: ReadonlySet<string>;
}

/** Tells two versions of a plan apart, by the files in which they differ. */
export function changesBetween(before: Plan, after: Plan): Changes {
    const files = filesBetween(before, after);
    const names = new Set<string>();
    for (const file of files) {
        const stay = new Set(file.before?.declarations);
        const fresh = (file.after?.declarations ?? []).filter((each) => !stay.delete(each));
        for (const declaration of [...stay, ...fresh]) {
            names.add(declaration.name);
            for (const { name } of nested(declaration)) {
                names.add(name);
            }
        }
    }
    // All of the one version, then all of the other: turning from one to the other costs something.
    const old = new Map([...names].map((name) => [name, before.names.get(name)]));
    const changed = new Map<string, Change>();
    const moved = new Map<Declaration, Declaration>();
    const renamed = new Set<string>();
    for (const name of names) {
        const was = old.get(name);
        const is = after.names.get(name);
        if (was === is) {
            continue;
        }
        if (was?.kind !== is?.kind) {
            renamed.add(name);
        }
        const [one, other] = [declarationOf(was), declarationOf(is)];
        if (one !== undefined && other !== undefined && contentOf(one) === contentOf(other)) {
            moved.set(one, other);
        } else if (one !== undefined || other !== undefined) {
            changed.set(name, { before: one, after: other, parts: partsBetween(one, other) });
        }
    }
    return { files, changed, moved, renamed };
}

function declarationOf(nameable: Nameable | undefined): Declaration | undefined {
    return nameable !== undefined && isDeclaration(nameable) ? nameable : undefined;
}

function filesBetween(before: Plan, after: Plan): Changes['files'] {
    const old = new Map(before.fragments.map((fragment) => [fragment.file, fragment]));
    const files: { before: Fragment | undefined; after: Fragment | undefined }[] = [];
    for (const fragment of after.fragments) {
        const was = old.get(fragment.file);
        old.delete(fragment.file);
        if (was !== fragment) {
            files.push({ before: was, after: fragment });
        }
    }
    return [...files, ...[...old.values()].map((fragment) => ({ before: fragment, after: undefined }))];
}

function partsBetween(before: Declaration | undefined, after: Declaration | undefined): ReadonlySet<string> {
    const one = (before ?? {}) as Readonly<Record<string, unknown>>;
    const other = (after ?? {}) as Readonly<Record<string, unknown>>;
    const parts = new Set<string>();
    for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
        if (!PLACES.has(key) && !isAlike(one[key], other[key]) && !(isNothing(one[key]) && isNothing(other[key]))) {
            parts.add(key);
        }
    }
    return parts;
}

/** A clause that is not there, or not once. */
function isNothing(part: unknown): boolean {
    return part === undefined || (Array.isArray(part) && part.length === 0);
}

const PLACES: ReadonlySet<string> = new Set(['at', 'whole', 'clause']);

/** Whether two parts of declarations say the same, wherever they stand. */
function isAlike(one: unknown, other: unknown): boolean {
    if (one === other) {
        return true;
    }
    if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
        return false;
    }
    if (Array.isArray(one)) {
        return (
            Array.isArray(other) &&
            one.length === other.length &&
            one.every((each, place) => isAlike(each, other[place]))
        );
    }
    const [left, right] = [one as Readonly<Record<string, unknown>>, other as Readonly<Record<string, unknown>>];
    const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
    return [...keys].every((key) => PLACES.has(key) || isAlike(left[key], right[key]));
}
