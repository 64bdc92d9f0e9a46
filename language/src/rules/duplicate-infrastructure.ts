import { fold } from '../analysis/folding.ts';
import type { Evidence } from '../plan/finding.ts';
import { say } from '../plan/message.ts';
import page from './duplicate-infrastructure.md';
import type { Rule } from './rule.ts';
import { draftOf, nameArea, nameSide, placeEvidence, placeFacts, waiveWay } from './sides.ts';

/** Two agencies own infrastructure of one class in one place. */
export const duplicateInfrastructure: Rule = {
    name: 'duplicate-infrastructure',
    group: 'sectors',
    severity: 'warning',
    title: {
        en: 'Two agencies own infrastructure of the same class in the same area',
        id: 'Dua OPD memiliki infrastruktur dengan kelas yang sama di wilayah yang sama',
    },
    page,
    judges: 'pairs',
    *find({ doubles }) {
        for (const double of doubles.infrastructures) {
            const { a, b } = double;
            const [one, other] = [nameSide(a), nameSide(b)];
            const of = a.declaration.class?.value ?? '';
            const where = nameArea(double);
            yield draftOf(double, {
                message: say(
                    () => `${one.en} and ${other.en} are both \`${of}\` ${where.en}, and neither is shared.`,
                    () =>
                        `${one.id} dan ${other.id} sama-sama \`${of}\` ${where.id}, dan tidak ada yang dipakai bersama.`,
                ),
                evidence: [
                    ...[a, b].map(({ declaration }): Evidence => {
                        const { value, at } = declaration.class!;
                        return { label: 'class', value, at };
                    }),
                    ...placeEvidence(double),
                ],
                facts: [fold(of), placeFacts(double)].join('\n'),
                ways: [
                    {
                        en: 'Merge them: let one OPD run it for both, and end the other with `until`.',
                        id: 'Gabungkan: satu OPD mengelolanya untuk keduanya, dan yang lain diakhiri dengan `until`.',
                    },
                    say(
                        () =>
                            `Share: mark one of them \`shared\`, so that \`${a.owner.name}\` and \`${b.owner.name}\` both use it.`,
                        () =>
                            `Pakai bersama: tandai salah satunya \`shared\`, sehingga \`${a.owner.name}\` dan \`${b.owner.name}\` sama-sama memakainya.`,
                    ),
                    {
                        en: 'Split the roles: say with `area` where each of them stands, or give them different classes.',
                        id: 'Bagi peran: nyatakan dengan `area` letak masing-masing, atau beri kelas yang berbeda.',
                    },
                    waiveWay(
                        'duplicate-infrastructure',
                        [a.declaration.name, b.declaration.name],
                        { en: 'Each watches something else', id: 'Masing-masing memantau hal yang lain' },
                        a.owner,
                    ),
                ],
            });
        }
    },
};
