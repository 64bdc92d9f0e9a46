import type { Evidence } from '../plan/finding.ts';
import { say } from '../plan/message.ts';
import page from './duplicate-application.md';
import type { Rule } from './rule.ts';
import { draftOf, nameSide, quote, waiveWay } from './sides.ts';

/** Two applications of two agencies for one service that know nothing of each other. */
export const duplicateApplication: Rule = {
    name: 'duplicate-application',
    group: 'sectors',
    severity: 'error',
    title: {
        en: 'Two agencies run applications for the same service that are not connected',
        id: 'Dua OPD menjalankan aplikasi untuk layanan yang sama tanpa saling terhubung',
    },
    page,
    judges: 'pairs',
    *find({ doubles }) {
        for (const double of doubles.applications) {
            const { a, b, services } = double;
            const [one, other] = [nameSide(a), nameSide(b)];
            const names = services.map(({ service }) => service.name);
            const supported = quote(names);
            yield draftOf(double, {
                message: say(
                    () =>
                        `${one.en} and ${other.en} both support ${supported.en}, and neither integrates or replaces the other.`,
                    () =>
                        `${one.id} dan ${other.id} sama-sama mendukung ${supported.id}, tanpa saling terintegrasi atau menggantikan.`,
                ),
                evidence: services.flatMap(({ service, clauses }) =>
                    clauses.map((clause): Evidence => ({ label: 'service', value: service.name, at: clause.at })),
                ),
                facts: names.join('\n'),
                ways: [
                    say(
                        () =>
                            `Merge them: keep one application and let it say \`replaces ${b.declaration.name}\` or \`replaces ${a.declaration.name}\`.`,
                        () =>
                            `Gabungkan: pertahankan satu aplikasi dan tuliskan \`replaces ${b.declaration.name}\` atau \`replaces ${a.declaration.name}\`.`,
                    ),
                    {
                        en: `Share: mark one of them \`shared\`, and connect the other with \`integrates\`.`,
                        id: `Pakai bersama: tandai salah satunya \`shared\`, dan hubungkan yang lain dengan \`integrates\`.`,
                    },
                    {
                        en: `Split the roles: if they do not serve the same purpose, let each \`supports\` a service of its own.`,
                        id: `Bagi peran: jika kegunaannya berbeda, biarkan masing-masing mendukung (\`supports\`) layanan tersendiri.`,
                    },
                    waiveWay(
                        'duplicate-application',
                        [a.declaration.name, b.declaration.name],
                        { en: 'Data move over by 2027', id: 'Data dipindahkan paling lambat 2027' },
                        a.owner,
                    ),
                ],
            });
        }
    },
};
