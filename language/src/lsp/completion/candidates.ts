import { library } from '../../libraries.ts';
import { nested } from '../../plan/assemble.ts';
import type { Declaration, Nameable } from '../../plan/declarations/declaration.ts';
import type { Expected } from '../../plan/declarations/reference.ts';
import { ACCEPTED } from '../../plan/kinds.ts';
import type { Plan } from '../../plan/plan.ts';
import { RULES } from '../../rules/catalogue.ts';
import { isFixed } from '../../rules/check.ts';
import type { Rule } from '../../rules/rule.ts';
import type { View } from '../view.ts';

/** Something whose name may be written. */
export interface Candidate {
    /** As it is written here. */
    readonly name: string;
    readonly title: string;
    /** What it is; `undefined` for rules and libraries. */
    readonly nameable: Nameable | undefined;
    readonly rule: Rule | undefined;
    /** The library that has to be used first. */
    readonly library: string | undefined;
    /** How likely it is meant: what is listed first has 0. */
    readonly rank: number;
}

/** Everything of what is expected: the plan's own first, then what unused libraries declare. */
export function candidatesFor(view: View, expected: Expected, inside: readonly string[]): Iterable<Candidate> {
    switch (expected) {
        case 'rule':
            return RULES.filter((rule) => !isFixed(rule.name)).map((rule) => ({
                name: rule.name,
                title: rule.title[view.locale],
                nameable: undefined,
                rule,
                library: undefined,
                rank: 0,
            }));
        case 'library':
            return libraries(view.plan);
        case 'activity':
            return siblings(view.plan, inside);
        default:
            return named(view, expected);
    }
}

/** The libraries that no file names; those that come with another one may be named too. */
function libraries({ fragments }: Plan): readonly Candidate[] {
    const used = new Set(
        fragments.flatMap(({ uses }) => uses.flatMap((each) => each.libraries.map(({ name }) => name))),
    );
    return library.names.filter((name) => !used.has(name)).map((name) => ({ ...ofLibrary(name), library: undefined }));
}

function ofLibrary(name: string): Candidate {
    const declared = library(name)?.declarations ?? [];
    const title =
        declared
            .map((each) => each.title)
            .slice(0, 3)
            .join(', ') + (declared.length > 3 ? ', …' : '');
    return { name, title, nameable: undefined, rule: undefined, library: name, rank: 0 };
}

/** The activities of the program around; they are named without it. */
function* siblings(plan: Plan, inside: readonly string[]): Iterable<Candidate> {
    const program = plan.names.get(inside[0] ?? '');
    for (const each of program?.kind === 'program' ? program.activities : []) {
        const name = each.name.slice(each.name.lastIndexOf('.') + 1);
        if (name !== inside[1]) {
            yield own(each, name, 0);
        }
    }
}

function* named(view: View, expected: Expected): Iterable<Candidate> {
    const { plan } = view;
    const kinds: ReadonlySet<string> = new Set(ACCEPTED[expected]);
    for (const each of listsFor(plan, expected)) {
        if (each.name !== '' && !each.name.endsWith('.')) {
            yield own(each, each.name, each.library === undefined ? 0 : 1);
        }
    }
    if (expected === 'subject') {
        return;
    }
    for (const name of library.names) {
        if (plan.libraries.some((each) => each.library === name)) {
            continue;
        }
        for (const declaration of library(name)?.declarations ?? []) {
            for (const each of [declaration, ...nested(declaration)]) {
                // A name that the plan declares too would then be declared twice.
                if (kinds.has(each.kind) && !plan.names.has(each.name)) {
                    yield { ...own(each, each.name, 2), library: name };
                }
            }
        }
    }
}

function own(nameable: Nameable, name: string, rank: number): Candidate {
    return { name, title: nameable.title, nameable, rule: undefined, library: undefined, rank };
}

/** The plan's own lists, so that of many names only those of the right kind are looked at. */
function listsFor(plan: Plan, expected: Expected): Iterable<Nameable> {
    switch (expected) {
        case 'opd':
            return plan.opds;
        case 'audience':
            return plan.audiences;
        case 'element':
            return plan.dimensions.flatMap((each) => each.elements);
        case 'program':
            return plan.programs;
        case 'service':
            return plan.services;
        case 'application':
            return plan.applications;
        case 'asset':
            return [...plan.services, ...plan.data, ...plan.applications, ...plan.infrastructures];
        case 'fund':
            return plan.funds;
        case 'area':
            return plan.areas;
        case 'obstacle':
            return plan.obstacles;
        case 'driver':
            return plan.drivers;
        case 'dimension':
            return plan.dimensions;
        case 'indicator':
            return plan.frameworks.flatMap((each) => each.indicators);
        case 'measure':
            return plan.frameworks.flatMap((each): readonly Nameable[] => [each, ...each.indicators]);
        case 'subject':
            return subjects(plan);
        default:
            return [];
    }
}

/** What findings are about, mostly: programs and assets, then the rest. */
function* subjects(plan: Plan): Iterable<Declaration> {
    yield* plan.programs;
    yield* plan.services;
    yield* plan.data;
    yield* plan.applications;
    yield* plan.infrastructures;
    yield* plan.opds;
    yield* plan.drivers;
    yield* plan.obstacles;
    yield* plan.audiences;
    yield* plan.dimensions;
    yield* plan.frameworks;
    yield* plan.areas;
    yield* plan.funds;
    yield* plan.scenarios;
    yield* plan.masterplans;
}
