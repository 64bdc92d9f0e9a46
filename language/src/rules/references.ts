import type { Expected } from '../plan/declarations.ts';
import type { Draft } from '../plan/finding.ts';
import { ACCEPTED, KINDS } from '../plan/kinds.ts';
import { type Message, same } from '../plan/message.ts';
import type { Plan } from '../plan/plan.ts';
import { type Fault, faultsOf, isDeclared, Suggestions } from '../plan/references.ts';
import { RULE_NAMES } from './names.ts';

const known = new WeakMap<Plan, readonly Fault[]>();

/** The faulty names of a plan, gone through once for all three rules. */
function faults(plan: Plan): readonly Fault[] {
    let found = known.get(plan);
    if (found === undefined) {
        found = [...faultsOf(plan, RULE_NAMES)];
        known.set(plan, found);
    }
    return found;
}

/** The names of libraries that do not exist. */
export function* unknownLibraries(plan: Plan): Iterable<Draft> {
    const suggestions = new Suggestions(plan, RULE_NAMES);
    for (const fault of faults(plan)) {
        if (fault.reference.expected === 'library') {
            const near = suggestions.near(fault);
            yield {
                ...placeOf(fault),
                message: sentence(
                    { en: `There is no library \`${fault.written}\`.`, id: `Tidak ada pustaka \`${fault.written}\`.` },
                    didYouMean(near),
                ),
                ways: [
                    {
                        en: `The libraries are ${names(plan.shelf?.names ?? [])}.`,
                        id: `Pustaka yang ada: ${names(plan.shelf?.names ?? [])}.`,
                    },
                ],
                ...(near !== undefined && { replacement: near }),
            };
        }
    }
}

/** The names that nothing has. */
export function* unresolved(plan: Plan): Iterable<Draft> {
    const suggestions = new Suggestions(plan, RULE_NAMES);
    for (const fault of faults(plan)) {
        const {
            reference: { expected },
            written,
            found,
        } = fault;
        if (found !== undefined || expected === 'library') {
            continue;
        }
        const near = suggestions.near(fault);
        const library = suggestions.library(fault);
        yield {
            ...placeOf(fault),
            message: sentence(
                notCalled(expected, written),
                library === undefined
                    ? didYouMean(near)
                    : {
                          en: `The library \`${library}\` has it: write \`use ${library}\`.`,
                          id: `Pustaka \`${library}\` memuatnya: tulis \`use ${library}\`.`,
                      },
            ),
            ...(near !== undefined && library === undefined && { replacement: near }),
        };
    }
}

/** The names that something else has. */
export function* ofWrongKind(plan: Plan): Iterable<Draft> {
    for (const fault of faults(plan)) {
        const {
            reference: { expected },
            written,
            found,
        } = fault;
        if (found === undefined) {
            continue;
        }
        const is = KINDS[found.kind];
        const wanted = either(ACCEPTED[expected].map((kind) => KINDS[kind]));
        const place = placeOf(fault);
        yield {
            ...place,
            subjects: [...place.subjects, found.name],
            message:
                expected === 'activity'
                    ? {
                          en: `\`${written}\` is ${found.kind === 'activity' ? 'an activity of another program' : is.en}: an activity waits for activities of its own program only.`,
                          id: `\`${written}\` adalah ${found.kind === 'activity' ? 'kegiatan program lain' : is.id}: suatu kegiatan hanya menunggu kegiatan dalam programnya sendiri.`,
                      }
                    : {
                          en: `\`${written}\` is ${is.en}; here ${wanted.en} is wanted.`,
                          id: `\`${written}\` adalah ${is.id}; di sini diperlukan ${wanted.id}.`,
                      },
            evidence: [{ label: 'declared', value: found.kind, at: found.at }],
            related: [
                {
                    message: {
                        en: `\`${found.name}\` is declared here.`,
                        id: `\`${found.name}\` dideklarasikan di sini.`,
                    },
                    at: found.at,
                },
            ],
        };
    }
}

function placeOf({ reference: { at, expected, name }, inside }: Fault): Pick<Draft, 'at' | 'subjects' | 'facts'> {
    return { at, subjects: inside, facts: `${expected} ${name}` };
}

function notCalled(expected: Expected, written: string): Message {
    if (expected === 'rule') {
        return { en: `There is no rule \`${written}\`.`, id: `Tidak ada aturan \`${written}\`.` };
    }
    if (!isDeclared(expected) || expected === 'subject') {
        return { en: `Nothing is called \`${written}\`.`, id: `Tidak ada yang bernama \`${written}\`.` };
    }
    const nouns = either(
        ACCEPTED[expected].map((kind) => ({ en: KINDS[kind].en.replace(/^an? /, ''), id: KINDS[kind].id })),
    );
    return { en: `No ${nouns.en} is called \`${written}\`.`, id: `Tidak ada ${nouns.id} bernama \`${written}\`.` };
}

function didYouMean(near: string | undefined): Message {
    return near === undefined ? same('') : { en: `Did you mean \`${near}\`?`, id: `Maksudnya \`${near}\`?` };
}

function sentence(first: Message, second: Message): Message {
    return { en: `${first.en} ${second.en}`.trimEnd(), id: `${first.id} ${second.id}`.trimEnd() };
}

function names(all: readonly string[]): string {
    return all.map((name) => `\`${name}\``).join(', ');
}

/** `a, b or c` / `a, b atau c`. */
function either(words: readonly Message[]): Message {
    const join = (all: readonly string[], or: string): string =>
        all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} ${or} ${all[all.length - 1]}`;
    return {
        en: join(
            words.map(({ en }) => en),
            'or',
        ),
        id: join(
            words.map(({ id }) => id),
            'atau',
        ),
    };
}
