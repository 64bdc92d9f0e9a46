import { isDuplicate } from '../analysis/doubles/services.ts';
import { say } from '../plan/message.ts';
import page from './duplicate-service.md';
import type { Rule } from './rule.ts';
import { meetingEvidence, namePeople, serviceEvidence } from './services-in-words.ts';
import { draftOf, nameArea, nameSide, placeFacts, waiveWay } from './sides.ts';

/** Two agencies provide the same service to the same people in the same place at the same time. */
export const duplicateService: Rule = {
    name: 'duplicate-service',
    group: 'sectors',
    severity: 'error',
    title: {
        en: 'Two agencies provide the same service to the same people in the same area',
        id: 'Dua OPD memberikan layanan yang sama kepada warga yang sama di wilayah yang sama',
    },
    page,
    judges: 'pairs',
    *find({ doubles }) {
        for (const double of doubles.services) {
            if (!isDuplicate(double)) {
                continue;
            }
            const { a, b, service, audiences = [] } = double;
            const [one, other, people, area] = [nameSide(a), nameSide(b), namePeople(audiences), nameArea(double)];
            const names = [a.declaration.name, b.declaration.name];
            yield draftOf(double, {
                message: say(
                    () =>
                        `${one.en} and ${other.en} both provide \`${service.name}\` to ${people.en} ${area.en}: one service, run twice.`,
                    () =>
                        `${one.id} dan ${other.id} sama-sama memberikan \`${service.name}\` kepada ${people.id} ${area.id}: satu layanan dijalankan dua kali.`,
                ),
                evidence: [...serviceEvidence(double), ...meetingEvidence(double)],
                facts: [service.name, [...audiences].sort().join(', '), placeFacts(double)].join('\n'),
                ways: [
                    say(
                        () =>
                            `Merge them: let \`${a.owner.name}\` or \`${b.owner.name}\` provide \`${service.name}\`, the other becomes a partner.`,
                        () =>
                            `Gabungkan: \`${service.name}\` diberikan oleh \`${a.owner.name}\` atau \`${b.owner.name}\`, yang lain menjadi mitra.`,
                    ),
                    {
                        en: 'Share: keep one application, mark it `shared`, and connect the other with `integrates`.',
                        id: 'Pakai bersama: pertahankan satu aplikasi, tandai `shared`, dan hubungkan yang lain dengan `integrates`.',
                    },
                    {
                        en: 'Split the roles: say with `serves` or `area` whom and where each of them serves.',
                        id: 'Bagi peran: nyatakan dengan `serves` atau `area` siapa dan di mana masing-masing melayani.',
                    },
                    waiveWay(
                        'duplicate-service',
                        names,
                        { en: 'Both doors stay open until 2027', id: 'Kedua pintu tetap dibuka sampai 2027' },
                        a.owner,
                    ),
                ],
            });
        }
    },
};
