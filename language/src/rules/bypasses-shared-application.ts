import type { Evidence } from '../plan/finding.ts';
import { say } from '../plan/message.ts';
import page from './bypasses-shared-application.md';
import type { Rule } from './rule.ts';
import { quote, waiveWay } from './sides.ts';

/** An application that goes its own way beside one that is shared. */
export const bypassesSharedApplication: Rule = {
    name: 'bypasses-shared-application',
    group: 'sectors',
    severity: 'error',
    title: {
        en: 'An application supports what a shared application supports, without integrating it',
        id: 'Aplikasi mendukung layanan yang sudah didukung aplikasi umum, tanpa terintegrasi dengannya',
    },
    page,
    judges: 'pairs',
    *find({ doubles }) {
        for (const { side, shared, life, services } of doubles.bypasses) {
            const application = side.declaration;
            const names = services.map(({ service }) => service.name);
            const supported = quote(names);
            yield {
                message: say(
                    () =>
                        `\`${application.name}\` of \`${side.owner.name}\` supports ${supported.en} beside the shared application \`${shared.name}\`, and does not integrate it.`,
                    () =>
                        `\`${application.name}\` milik \`${side.owner.name}\` mendukung ${supported.id} di samping aplikasi umum \`${shared.name}\`, tanpa terintegrasi dengannya.`,
                ),
                at: application.at,
                subjects: [application.name, shared.name],
                evidence: services.flatMap(({ service, clauses }) =>
                    clauses.map((clause): Evidence => ({ label: 'service', value: service.name, at: clause.at })),
                ),
                related: [
                    {
                        at: shared.shared?.clause ?? shared.at,
                        message: say(
                            () => `\`${shared.name}\` is shared: it is there to be used by all.`,
                            () =>
                                `\`${shared.name}\` adalah aplikasi umum (\`shared\`): disediakan untuk dipakai bersama.`,
                        ),
                    },
                ],
                from: life.from,
                to: life.to,
                // Of two shared applications each bypasses the other: who does it tells the two findings apart.
                facts: [application.name, ...names].join('\n'),
                ways: [
                    say(
                        () => `Share: connect them with \`integrates ${shared.name}\`.`,
                        () => `Pakai bersama: hubungkan dengan \`integrates ${shared.name}\`.`,
                    ),
                    say(
                        () => `Merge: use \`${shared.name}\` itself, and end \`${application.name}\` with \`until\`.`,
                        () =>
                            `Gabungkan: gunakan \`${shared.name}\` langsung, dan akhiri \`${application.name}\` dengan \`until\`.`,
                    ),
                    {
                        en: `Split the roles: if it does something else, let it \`supports\` a service of its own.`,
                        id: `Bagi peran: jika kegunaannya lain, biarkan mendukung (\`supports\`) layanan tersendiri.`,
                    },
                    waiveWay(
                        'bypasses-shared-application',
                        [application.name, shared.name],
                        { en: 'The connection is ready in 2027', id: 'Penghubungnya siap pada 2027' },
                        side.owner,
                    ),
                ],
            };
        }
    },
};
