import { nested } from './assemble.ts';
import type { Declaration, Nameable } from './declarations/declaration.ts';
import type { Expected, Reference } from './declarations/reference.ts';
import type { Waiver } from './declarations/statement.ts';
import { type Guess, mayMean, Neighbours, nearest } from './distance.ts';
import type { Fragment } from './fragment.ts';
import { ACCEPTED } from './kinds.ts';
import type { Plan } from './plan.ts';

/** A name that someone refers to, and that is not what it should be. */
export interface Fault {
    readonly reference: Reference;
    /** The name as it was written: an activity's sibling is written without their program. */
    readonly written: string;
    /** What has the name instead of what was expected; `undefined` when nothing has it. */
    readonly found: Nameable | undefined;
    /** The qualified names of the declarations that it stands in: one, or a waiver's subjects; none outside of any. */
    readonly inside: readonly string[];
}

/**
 * Every name in the plan's own files that nothing, or nothing fitting, is declared by. `rules` are the names of all
 * rules. A name that is declared twice fits if one of its declarations does: the double is reported where it is.
 */
export function* faultsOf(plan: Plan, rules: ReadonlySet<string>): Iterable<Fault> {
    const doubles = doublesOf(plan);
    for (const fragment of plan.fragments) {
        yield* faultsIn(plan, fragment, rules, doubles);
    }
}

/** All declarations of each name that is declared more than once. */
function doublesOf(plan: Plan): ReadonlyMap<string, readonly Nameable[]> {
    return new Map(plan.duplicates.map((duplicate) => [duplicate.name, duplicate.declarations]));
}

/** The same in one file. */
export function* faultsIn(
    plan: Plan,
    fragment: Fragment,
    rules: ReadonlySet<string>,
    doubles = doublesOf(plan),
): Iterable<Fault> {
    for (const reference of fragment.references) {
        const { name, expected, at } = reference;
        if (isKnown(plan, rules, reference)) {
            continue;
        }
        // What has no name of its own, or stands in something that has none, has been reported for that.
        if (name === '' || name.startsWith('.') || name.endsWith('.')) {
            continue;
        }
        const written = name.slice(Math.max(0, name.length - (at.end - at.start)));
        const found = isDeclared(expected) ? (plan.names.get(name) ?? plan.names.get(written)) : undefined;
        if (found !== undefined && doubles.get(found.name)?.some((each) => ACCEPTED[expected].includes(each.kind))) {
            continue;
        }
        yield { reference, written, found, inside: insideOf(fragment, reference) };
    }
}

/** Whether names of this sort are declared in plans; those of rules and libraries are given. */
export function isDeclared(expected: Expected): boolean {
    return ACCEPTED[expected].length > 0;
}

function isKnown(plan: Plan, rules: ReadonlySet<string>, { name, expected, at }: Reference): boolean {
    switch (expected) {
        case 'rule':
            return rules.has(name);
        case 'library':
            return plan.libraryPlaces.has(name);
        default: {
            const found = plan.names.get(name);
            return (
                found !== undefined &&
                ACCEPTED[expected].includes(found.kind) &&
                (expected !== 'activity' || isSibling(found, at.start))
            );
        }
    }

    /** Activities wait for activities of their own program alone. */
    function isSibling(found: Nameable, offset: number): boolean {
        const program = plan.names.get(found.name.slice(0, found.name.lastIndexOf('.')));
        return (
            program !== undefined &&
            program.whole.file === at.file &&
            program.whole.start <= offset &&
            offset < program.whole.end
        );
    }
}

/** The declaration around a place; declarations stand in the order of the text. */
function insideOf(fragment: Fragment, reference: Reference): readonly string[] {
    const declaration = around(fragment.declarations, reference);
    return declaration !== undefined
        ? [declaration.name]
        : (around(fragment.waivers, reference)?.subjects.map((subject) => subject.name) ?? []);
}

/** Which of these, in the order of the text, a reference stands in. */
function around<T extends Declaration | Waiver>(list: readonly T[], { at }: Reference): T | undefined {
    let low = 0;
    let high = list.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (list[middle]!.whole.start <= at.start) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    const found = list[low];
    return found !== undefined && found.whole.start <= at.start && at.end <= found.whole.end ? found : undefined;
}

/** So much is looked up at most: a plan with more broken names has another trouble than spelling. */
const MOST_LOOKUPS = 1000;
const MOST_LOOKS = 1_000_000;

/** Says what names that are not there may have meant, in one run over a plan. */
export class Suggestions {
    private readonly asked = new Map<string, string | undefined>();
    private readonly left = new Map<Expected, number>();

    constructor(
        private readonly plan: Plan,
        private readonly spellings: Spellings,
    ) {}

    /** A name of what is expected that is nearly written so, as it would be written here. */
    near({ reference, written }: Fault): string | undefined {
        const { name, expected } = reference;
        if (expected === 'activity') {
            const program = this.plan.names.get(name.slice(0, name.lastIndexOf('.')));
            const siblings = program?.kind === 'program' ? program.activities : [];
            return nearest(
                written,
                siblings.map((each) => each.name.slice(each.name.lastIndexOf('.') + 1)),
            );
        }
        const key = `${expected} ${name}`;
        if (!this.asked.has(key) && this.asked.size < MOST_LOOKUPS) {
            const left = this.left.get(expected) ?? MOST_LOOKS;
            const { meant, looks } = this.spellings.guess(expected, name);
            this.asked.set(key, looks <= left ? meant : undefined);
            this.left.set(expected, left - looks);
        }
        return this.asked.get(key);
    }

    /** The library, not used yet, that declares a name of the kind expected. */
    library({ reference: { name, expected } }: Fault): string | undefined {
        return isDeclared(expected) && expected !== 'subject' ? this.spellings.library(expected, name) : undefined;
    }
}

/** What misspelt names may mean in a plan: kept from version to version, so that each is looked up once. */
export class Spellings {
    private readonly neighbours = new Map<Expected, Neighbours>();
    private readonly guesses = new Map<Expected, Map<string, Guess>>();
    private shelf: ReadonlyMap<string, string> | undefined;

    constructor(
        private plan: Plan,
        private readonly rules: ReadonlySet<string>,
    ) {}

    /** Goes on to a version that uses the same libraries; `renamed` are all names that stand for another kind of thing. */
    follow(plan: Plan, renamed: Iterable<string>): void {
        this.plan = plan;
        for (const name of renamed) {
            const kind = plan.names.get(name)?.kind;
            for (const [expected, neighbours] of this.neighbours) {
                const isOne = kind !== undefined && ACCEPTED[expected].includes(kind);
                if (isDeclared(expected) && isOne !== neighbours.has(name)) {
                    if (isOne) {
                        neighbours.add(name);
                    } else {
                        neighbours.delete(name);
                    }
                    this.forget(expected, name);
                }
            }
        }
    }

    /** What a name is nearly written like. */
    guess(expected: Expected, name: string): Guess {
        const within = this.within(expected, name);
        if (within !== undefined) {
            return { meant: within, looks: 0 };
        }
        let guesses = this.guesses.get(expected);
        if (guesses === undefined) {
            guesses = new Map();
            this.guesses.set(expected, guesses);
        }
        let guess = guesses.get(name);
        if (guess === undefined) {
            guess = this.of(expected).guess(name, MOST_LOOKS);
            if (guesses.size >= MOST_LOOKUPS) {
                guesses.clear();
            }
            guesses.set(name, guess);
        }
        return guess;
    }

    /** The library, not used yet, that declares a name of a kind. */
    library(expected: Expected, name: string): string | undefined {
        this.shelf ??= this.unused();
        return this.shelf.get(`${expected} ${name}`);
    }

    /** Forgets what names were taken to mean for which a name that came or went is looked at. */
    private forget(expected: Expected, name: string): void {
        const guesses = this.guesses.get(expected);
        for (const word of guesses?.keys() ?? []) {
            if (mayMean(word, name)) {
                guesses!.delete(word);
            }
        }
    }

    /** `service` may be short for `governance.service`; only if no other element is called so. */
    private within(expected: Expected, name: string): string | undefined {
        const all =
            expected === 'element'
                ? this.plan.dimensions.flatMap((each) => each.elements)
                : expected === 'indicator' || expected === 'measure'
                  ? this.plan.frameworks.flatMap((each) => each.indicators)
                  : [];
        const same = all.filter((each) => each.name.endsWith(`.${name}`));
        return same.length === 1 ? same[0]!.name : undefined;
    }

    private of(expected: Expected): Neighbours {
        let neighbours = this.neighbours.get(expected);
        if (neighbours === undefined) {
            neighbours = new Neighbours(this.names(expected));
            this.neighbours.set(expected, neighbours);
        }
        return neighbours;
    }

    private names(expected: Expected): Iterable<string> {
        switch (expected) {
            case 'rule':
                return this.rules;
            case 'library':
                return this.plan.shelf?.names ?? this.plan.libraryPlaces.keys();
            default:
                return [...this.plan.names]
                    .filter(([, { kind }]) => ACCEPTED[expected].includes(kind))
                    .map(([name]) => name);
        }
    }

    private unused(): ReadonlyMap<string, string> {
        const { shelf, libraryPlaces } = this.plan;
        const found = new Map<string, string>();
        for (const library of (shelf?.names ?? []).filter((name) => !libraryPlaces.has(name))) {
            for (const each of shelf?.(library)?.declarations.flatMap((declaration) => [
                declaration,
                ...nested(declaration),
            ]) ?? []) {
                for (const [expected, kinds] of Object.entries(ACCEPTED)) {
                    const key = `${expected} ${each.name}`;
                    if (kinds.includes(each.kind) && !found.has(key)) {
                        found.set(key, library);
                    }
                }
            }
        }
        return found;
    }
}
