import type { Nameable } from '../plan/declarations/declaration.ts';
import type { Domain, Framework } from '../plan/declarations/framework.ts';
import type { Draft } from '../plan/finding.ts';
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

/** One finding at each declaration, naming the others. What a library declares is reported where the plan uses it. */
function* doubles(name: string, declarations: readonly (Nameable | Domain)[]): Iterable<Draft> {
    for (const declaration of declarations) {
        const others = declarations.filter((each) => each !== declaration);
        const library = others.find((each) => each.library !== undefined)?.library;
        const other = others.length === 1 ? others[0]! : undefined;
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
                                `\`${name}\` is taken: ${other === undefined ? `${others.length} other declarations have` : `${wordOf(other).en} has`} this name too.`,
                            () =>
                                `\`${name}\` sudah terpakai: ${other === undefined ? `${others.length} deklarasi lain` : wordOf(other).id} juga bernama demikian.`,
                        ),
            related: others.map((each) => ({
                message: say(
                    () =>
                        `${wordOf(each).en} called \`${name}\`${each.library === undefined ? '' : ` in the library \`${each.library}\``}`,
                    () =>
                        `${wordOf(each).id} bernama \`${name}\`${each.library === undefined ? '' : ` dalam pustaka \`${each.library}\``}`,
                ),
                at: each.at,
            })),
            ways: [
                { en: 'Give one of them another name.', id: 'Beri salah satunya nama lain.' },
                { en: 'If they are the same, keep one of them.', id: 'Jika sama, pertahankan satu saja.' },
            ],
        };
    }
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
