import { nested } from '../plan/assemble.ts';
import type { Declaration, Nameable } from '../plan/declarations/declaration.ts';
import type { Domain } from '../plan/declarations/framework.ts';
import type { Named } from '../plan/declarations/named.ts';
import type { Reference } from '../plan/declarations/reference.ts';
import type { Fragment } from '../plan/fragment.ts';
import type { Origin } from '../plan/origin.ts';
import type { Plan } from '../plan/plan.ts';
import { touches } from './ranges.ts';
import type { View } from './view.ts';

/** What a written name can belong to: the plan's one namespace, the rules, or the built-in libraries. */
export type Space = 'plan' | 'rule' | 'library';

/** A place where a name is written. */
export interface Occurrence {
    readonly space: Space;
    /** The qualified name that this word, with what stands before its point, means. */
    readonly name: string;
    /** The one word, without the parts before its point. */
    readonly at: Origin;
    /** The reference it is part of; `undefined` where the name is declared. */
    readonly reference: Reference | undefined;
}

/** What is written at an offset: a declared name, or a word of a reference. `undefined` where no name stands. */
export function occurrenceAt(view: View, offset: number): Occurrence | undefined {
    const { fragment } = view;
    const reference = nearestBefore(fragment.references, offset).find((each) => touches(each.at, offset));
    if (reference !== undefined) {
        return partAt(reference, offset);
    }
    for (const declaration of fragment.declarations) {
        if (touches(declaration.whole, offset)) {
            const named = namedIn(declaration).find((each) => touches(each.at, offset));
            if (named !== undefined && named.kind !== 'domain') {
                return { space: 'plan', name: named.name, at: named.at, reference: undefined };
            }
        }
    }
    return undefined;
}

/** A declaration and everything named inside it, domains too. */
export function namedIn(declaration: Declaration): readonly (Nameable | Domain)[] {
    return declaration.kind === 'framework'
        ? [declaration, ...declaration.domains, ...declaration.indicators]
        : [declaration, ...nested(declaration)];
}

/** Every place in the plan's own files where a name is referred to, in the order of files and text. */
export function referencesTo(plan: Plan, space: Space, name: string): readonly Occurrence[] {
    const found: Occurrence[] = [];
    const prefix = `${name}.`;
    for (const fragment of plan.fragments) {
        for (const reference of fragment.references) {
            if (reference.name === name || reference.name.startsWith(prefix)) {
                const part = spaceOf(reference) === space ? partOf(reference, name) : undefined;
                if (part !== undefined) {
                    found.push(part);
                }
            }
        }
    }
    return found;
}

/** All declarations of a name: one, or several where it is declared twice. Those of libraries too. */
export function declarationsOf(plan: Plan, name: string): readonly Nameable[] {
    const found = plan.names.get(name);
    if (found === undefined) {
        return [];
    }
    return plan.duplicates.find((each) => each.name === name)?.declarations ?? [found];
}

/** The declaration around an offset; `undefined` between declarations. */
export function declarationAt(fragment: Fragment, offset: number): Declaration | undefined {
    return fragment.declarations.find((each) => touches(each.whole, offset));
}

/** The innermost named thing around an offset: an activity within its program, an element within its dimension. */
export function namedAt(fragment: Fragment, offset: number): Named | undefined {
    const declaration = declarationAt(fragment, offset);
    return declaration === undefined
        ? undefined
        : namedIn(declaration)
              .filter((each) => touches(each.whole, offset))
              .reduce<Named>(
                  (a, b) => (b.whole.end - b.whole.start < a.whole.end - a.whole.start ? b : a),
                  declaration,
              );
}

/** The namespace a reference looks in. */
export function spaceOf({ expected }: Reference): Space {
    return expected === 'rule' || expected === 'library' ? expected : 'plan';
}

/** References stand in the order of the text, except within one clause; so those around an offset are looked at. */
function nearestBefore(references: readonly Reference[], offset: number): readonly Reference[] {
    return references.filter((each) => each.at.start <= offset && offset <= each.at.end);
}

/** The word of a reference that an offset stands in: `governance` or `service` of `governance.service`. */
function partAt(reference: Reference, offset: number): Occurrence {
    const { name, at } = reference;
    const written = writtenName(reference);
    const from = offset - at.start;
    const point = written.indexOf('.', Math.max(0, from));
    const end = point < 0 ? written.length : point;
    const start = written.lastIndexOf('.', end - 1) + 1;
    return {
        space: spaceOf(reference),
        name: name.slice(0, name.length - written.length + end),
        at: { file: at.file, start: at.start + start, end: at.start + end },
        reference,
    };
}

/** The word of a reference that means a name, if it is written there: an activity is written without its program. */
function partOf(reference: Reference, name: string): Occurrence | undefined {
    const written = writtenName(reference);
    const end = name.length - (reference.name.length - written.length);
    if (end <= 0) {
        return undefined;
    }
    const part = partAt(reference, reference.at.start + end);
    return part.name === name ? part : undefined;
}

/** A reference as it is written: an activity's sibling stands there without the name of their program. */
export function writtenName({ name, at }: Reference): string {
    return name.slice(Math.max(0, name.length - (at.end - at.start)));
}
