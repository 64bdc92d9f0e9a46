import type { Changes } from '../analysis/versions/changes.ts';
import type { Follower } from '../analysis/versions/follower.ts';
import type { Expected } from '../plan/declarations/reference.ts';
import type { Draft } from '../plan/finding.ts';
import { ACCEPTED, KINDS } from '../plan/kinds.ts';
import { type Message, same, say } from '../plan/message.ts';
import type { Plan } from '../plan/plan.ts';
import { type Fault, faultsIn, faultsOf, isDeclared, Spellings, Suggestions } from '../plan/references.ts';
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

const spelt = new WeakMap<Plan, Spellings>();

/** What the misspelt names of a plan may mean, for one run. */
function suggestionsFor(plan: Plan): Suggestions {
    let spellings = spelt.get(plan);
    if (spellings === undefined) {
        spellings = new Spellings(plan, RULE_NAMES);
        spelt.set(plan, spellings);
    }
    return new Suggestions(plan, spellings);
}

/** The faulty names of a plan by file, kept from version to version: only files that an edit can have touched are read again. */
export class Faults {
    private readonly byFile = new Map<string, Fault[]>();
    private doubles: readonly string[];
    private readonly spellings: Spellings;

    constructor(private plan: Plan) {
        this.spellings = spelt.get(plan) ?? new Spellings(plan, RULE_NAMES);
        for (const fault of faults(plan)) {
            const { file } = fault.reference.at;
            this.byFile.set(file, [...(this.byFile.get(file) ?? []), fault]);
        }
        this.doubles = plan.duplicates.map(({ name }) => name);
    }

    /** Goes on to the next version, and says for it what the faulty names are. */
    follow(plan: Plan, { files, renamed }: Changes, follower: Follower): void {
        const touched = new Set(files.map(({ before, after }) => (before ?? after)!.file));
        // An activity's name may be known by itself, and what has a name in the place of another may have moved.
        for (const [file, all] of this.byFile) {
            if (all.some(({ reference, found }) => reference.expected === 'activity' || found !== undefined)) {
                touched.add(file);
            }
        }
        const doubles = plan.duplicates.map(({ name }) => name);
        for (const name of [...renamed, ...this.doubles, ...doubles]) {
            for (const file of follower.filesNaming(name)) {
                touched.add(file);
            }
        }
        for (const { file } of plan.duplicates.flatMap(({ declarations }) => declarations.map(({ at }) => at))) {
            touched.add(file);
        }
        this.doubles = doubles;
        const found: Fault[] = [];
        for (const fragment of plan.fragments) {
            if (touched.has(fragment.file)) {
                this.byFile.set(fragment.file, [...faultsIn(plan, fragment, RULE_NAMES)]);
            }
            found.push(...(this.byFile.get(fragment.file) ?? []));
        }
        for (const [file, all] of this.byFile) {
            if (all.length === 0 || !plan.fragments.some((fragment) => fragment.file === file)) {
                this.byFile.delete(file);
            }
        }
        known.set(plan, found);
        this.spellings.follow(plan, renamed);
        spelt.delete(this.plan);
        spelt.set(plan, this.spellings);
        this.plan = plan;
    }
}

/** The names of libraries that do not exist. */
export function* unknownLibraries(plan: Plan): Iterable<Draft> {
    const suggestions = suggestionsFor(plan);
    for (const fault of faults(plan)) {
        if (fault.reference.expected === 'library') {
            const near = suggestions.near(fault);
            yield {
                ...placeOf(fault),
                message: sentence(
                    say(
                        () => `There is no library \`${fault.written}\`.`,
                        () => `Tidak ada pustaka \`${fault.written}\`.`,
                    ),
                    didYouMean(near),
                ),
                ways: [
                    say(
                        () => `The libraries are ${names(plan.shelf?.names ?? [])}.`,
                        () => `Pustaka yang ada: ${names(plan.shelf?.names ?? [])}.`,
                    ),
                ],
                ...(near !== undefined && { replacement: near }),
            };
        }
    }
}

/** The names that nothing has. */
export function* unresolved(plan: Plan): Iterable<Draft> {
    const suggestions = suggestionsFor(plan);
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
                    ? near === undefined && isPlace(plan, fault)
                        ? inQuotes(written)
                        : didYouMean(near)
                    : say(
                          () => `The library \`${library}\` has it: write \`use ${library}\`.`,
                          () => `Pustaka \`${library}\` memuatnya: tulis \`use ${library}\`.`,
                      ),
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
                    ? say(
                          () =>
                              `\`${written}\` is ${found.kind === 'activity' ? 'an activity of another program' : is.en}: an activity waits for activities of its own program only.`,
                          () =>
                              `\`${written}\` adalah ${found.kind === 'activity' ? 'kegiatan program lain' : is.id}: suatu kegiatan hanya menunggu kegiatan dalam programnya sendiri.`,
                      )
                    : say(
                          () => `\`${written}\` is ${is.en}; here ${wanted.en} is wanted.`,
                          () => `\`${written}\` adalah ${is.id}; di sini diperlukan ${wanted.id}.`,
                      ),
            evidence: [{ label: 'declared', value: found.kind, at: found.at }],
            related: [
                {
                    message: say(
                        () => `\`${found.name}\` is declared here.`,
                        () => `\`${found.name}\` dideklarasikan di sini.`,
                    ),
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
        return say(
            () => `There is no rule \`${written}\`.`,
            () => `Tidak ada aturan \`${written}\`.`,
        );
    }
    if (!isDeclared(expected) || expected === 'subject') {
        return say(
            () => `Nothing is called \`${written}\`.`,
            () => `Tidak ada yang bernama \`${written}\`.`,
        );
    }
    const nouns = either(
        ACCEPTED[expected].map((kind) =>
            say(
                () => KINDS[kind].en.replace(/^an? /, ''),
                () => KINDS[kind].id,
            ),
        ),
    );
    return say(
        () => `No ${nouns.en} is called \`${written}\`.`,
        () => `Tidak ada ${nouns.id} bernama \`${written}\`.`,
    );
}

function didYouMean(near: string | undefined): Message {
    return near === undefined
        ? same('')
        : say(
              () => `Did you mean \`${near}\`?`,
              () => `Maksudnya \`${near}\`?`,
          );
}

/** Whether a name stands in a list of places; the one that an area lies `within` has to be declared. */
function isPlace(plan: Plan, { reference: { expected }, inside }: Fault): boolean {
    return expected === 'area' && plan.names.get(inside[0] ?? '')?.kind !== 'area';
}

/** A place needs no declaration, but quotes. */
function inQuotes(written: string): Message {
    return say(
        () => `A place that is not declared stands in quotes: \`"${written}"\`.`,
        () => `Tempat yang tidak dideklarasikan ditulis dalam tanda kutip: \`"${written}"\`.`,
    );
}

function sentence(first: Message, second: Message): Message {
    return say(
        () => `${first.en} ${second.en}`.trimEnd(),
        () => `${first.id} ${second.id}`.trimEnd(),
    );
}

function names(all: readonly string[]): string {
    return all.map((name) => `\`${name}\``).join(', ');
}

/** `a, b or c` / `a, b atau c`. */
function either(words: readonly Message[]): Message {
    const join = (all: readonly string[], or: string): string =>
        all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} ${or} ${all[all.length - 1]}`;
    return say(
        () =>
            join(
                words.map(({ en }) => en),
                'or',
            ),
        () =>
            join(
                words.map(({ id }) => id),
                'atau',
            ),
    );
}
