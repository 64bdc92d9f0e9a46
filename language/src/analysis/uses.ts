import type { Declaration } from '../plan/declarations/declaration.ts';
import type { Expected, Reference } from '../plan/declarations/reference.ts';
import type { Fragment } from '../plan/fragment.ts';
import type { Plan } from '../plan/plan.ts';

/** What clauses refer to. */
export interface Uses {
    /** Whether a clause refers to a declaration, other than one of its own. */
    isUsed(declaration: Declaration): boolean;
}

/**
 * Names of rules and libraries are other worlds. A waiver's subjects do not count either: a waiver of what is found about
 * something unused would make that vanish, and itself unused.
 */
const OTHER_WORLDS: ReadonlySet<Expected> = new Set(['subject', 'rule', 'library']);

/** Whether a reference makes use of what it names. */
export function isUse(reference: Reference): boolean {
    return !OTHER_WORLDS.has(reference.expected);
}

/** Reads all uses of a plan. */
export function uses(plan: Plan): Uses {
    const used = new Set<string>();
    const inside = new Map<string, Reference[]>();
    const use = (reference: Reference, around: Declaration | undefined): void => {
        if (!isUse(reference)) {
            return;
        }
        if (around?.name === reference.name) {
            inside.set(reference.name, [...(inside.get(reference.name) ?? []), reference]);
        } else {
            used.add(reference.name);
        }
    };
    for (const fragment of plan.fragments) {
        eachReference(fragment, use);
    }
    return {
        isUsed: (declaration) =>
            used.has(declaration.name) ||
            // One of two with the same name may speak of the other.
            inside.get(declaration.name)?.some((reference) => !isInside(reference, declaration)) === true,
    };
}

/** The references of a file by the declaration they stand in; `undefined` for those outside of any. */
export function byDeclaration(fragment: Fragment): ReadonlyMap<Declaration | undefined, readonly Reference[]> {
    const found = new Map<Declaration | undefined, Reference[]>();
    eachReference(fragment, (reference, around) => {
        const list = found.get(around);
        if (list === undefined) {
            found.set(around, [reference]);
        } else {
            list.push(reference);
        }
    });
    return found;
}

/** Goes through the references of a file with the declaration each stands in. */
function eachReference(
    { declarations, references }: Fragment,
    action: (reference: Reference, around: Declaration | undefined) => void,
): void {
    let next = 0;
    let last: Declaration | undefined;
    // Both stand in the order of the text, but for what mending a broken text may have turned round: only then is there
    // anything to look for. Waivers stand outside of all declarations, and a large file has many of both.
    const isOrdered = ascends(declarations, ({ whole }) => whole.start) && ascends(references, ({ at }) => at.start);
    for (const reference of references) {
        while (next < declarations.length && declarations[next]!.whole.start <= reference.at.start) {
            last = declarations[next++]!;
        }
        let around = last;
        if (around === undefined || !isInside(reference, around)) {
            around = isOrdered ? undefined : declarations.find((declaration) => isInside(reference, declaration));
        }
        action(reference, around);
    }
}

function ascends<T>(items: readonly T[], startOf: (item: T) => number): boolean {
    return items.every((item, i) => i === 0 || startOf(items[i - 1]!) <= startOf(item));
}

function isInside({ at }: Reference, { whole }: Declaration): boolean {
    return at.file === whole.file && at.start >= whole.start && at.end <= whole.end;
}
