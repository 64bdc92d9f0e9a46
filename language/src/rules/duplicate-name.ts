import type { Nameable } from '../plan/declarations/declaration.ts';
import type { Domain, Framework } from '../plan/declarations/framework.ts';
import type { Draft, Related } from '../plan/finding.ts';
import { KINDS } from '../plan/kinds.ts';
import { say } from '../plan/message.ts';
import type { Plan } from '../plan/plan.ts';
import page from './duplicate-name.md';
import type { Rule } from './rule.ts';

/** One name for several things. */
export const duplicateName: Rule = {
    name: 'duplicate-name',
    group: 'reading',
    severity: 'error',
    fixed: true,
    title: { en: 'Several declarations have one name', id: 'Beberapa deklarasi memakai nama yang sama' },
    page,
    *find({ plan }) {
        const byName = new Map(plan.duplicates.map(({ name, declarations }) => [name, declarations]));
        for (const { name, declarations } of plan.duplicates) {
            // Where a parent is declared twice, what its declarations hold does not collide on top of that.
            for (const group of byParent(declarations, byName.get(name.slice(0, name.lastIndexOf('.'))))) {
                yield* doubles(name, group);
            }
        }
        for (const framework of ownFrameworks(plan)) {
            for (const [name, domains] of sameDomains(framework)) {
                yield* doubles(`${framework.name}.${name}`, domains);
            }
        }
    },
};

/** Declarations of one name by the parent around each, if there are several parents; those that have company there. */
function byParent(
    declarations: readonly Nameable[],
    parents: readonly Nameable[] | undefined,
): readonly (readonly Nameable[])[] {
    if (parents === undefined) {
        return [declarations];
    }
    return parents
        .map(({ whole }) =>
            declarations.filter(({ at }) => at.file === whole.file && at.start >= whole.start && at.end <= whole.end),
        )
        .filter((group) => group.length > 1);
}

/** Of so many others a finding shows the place; of a name that stands a thousand times more would help nobody. */
const MOST_SHOWN = 20;

/** One finding at each declaration, naming the others. What a library declares is reported where the plan uses it. */
function* doubles(name: string, declarations: readonly (Nameable | Domain)[]): Iterable<Draft> {
    const others = declarations.length - 1;
    const places = declarations.slice(0, MOST_SHOWN + 1).map((each) => placeOf(name, each));
    // One list for all that it does not name: a thousand findings need not keep a thousand of them.
    const first = places.slice(0, MOST_SHOWN);
    const libraries = declarations.filter((each) => each.library !== undefined);
    for (const [i, declaration] of declarations.entries()) {
        const library = libraries.find((each) => each !== declaration)?.library;
        const other = others === 1 ? declarations[1 - i]! : undefined;
        yield {
            at: declaration.at,
            subjects: [name],
            facts: `${declaration.kind} ${declaration.title}`,
            message:
                declaration.library !== undefined
                    ? say(
                          () => `\`${name}\` of the library \`${declaration.library}\` is declared a second time.`,
                          () => `\`${name}\` dari pustaka \`${declaration.library}\` dideklarasikan lagi.`,
                      )
                    : library !== undefined
                      ? say(
                            () => `\`${name}\` is taken: the library \`${library}\` declares it.`,
                            () => `\`${name}\` sudah terpakai: pustaka \`${library}\` mendeklarasikannya.`,
                        )
                      : say(
                            () =>
                                `\`${name}\` is taken: ${other === undefined ? `${others} other declarations have` : `${wordOf(other).en} has`} this name too.`,
                            () =>
                                `\`${name}\` sudah terpakai: ${other === undefined ? `${others} deklarasi lain` : wordOf(other).id} juga bernama demikian.`,
                        ),
            related: i < MOST_SHOWN ? places.filter((_, other) => other !== i) : first,
            ways: [
                { en: 'Give one of them another name.', id: 'Beri salah satunya nama lain.' },
                { en: 'If they are the same, keep one of them.', id: 'Jika sama, pertahankan satu saja.' },
            ],
        };
    }
}

/** Where another declaration of a name stands. */
function placeOf(name: string, declaration: Nameable | Domain): Related {
    const { library } = declaration;
    return {
        message: say(
            () =>
                `${wordOf(declaration).en} called \`${name}\`${library === undefined ? '' : ` in the library \`${library}\``}`,
            () =>
                `${wordOf(declaration).id} bernama \`${name}\`${library === undefined ? '' : ` dalam pustaka \`${library}\``}`,
        ),
        at: declaration.at,
    };
}

function wordOf(declaration: Nameable | Domain): { readonly en: string; readonly id: string } {
    return declaration.kind === 'domain' ? { en: 'a domain', id: 'domain' } : KINDS[declaration.kind];
}

function ownFrameworks(plan: Plan): readonly Framework[] {
    return plan.frameworks.filter((framework) => framework.library === undefined);
}

/** Nothing refers to a domain, but the lists of a framework's values tell them apart by name. */
function sameDomains(framework: Framework): Iterable<readonly [string, readonly Domain[]]> {
    const byName = new Map<string, Domain[]>();
    for (const domain of framework.domains) {
        byName.set(domain.name, [...(byName.get(domain.name) ?? []), domain]);
    }
    return [...byName].filter(([, domains]) => domains.length > 1);
}
