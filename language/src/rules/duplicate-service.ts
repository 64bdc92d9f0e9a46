import { isDuplicate } from '../analysis/doubles/services.ts';
import { type Form, fill, type Message } from '../plan/message.ts';
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
            const where = fill(WHERE, service.name, namePeople(audiences), nameArea(double));
            const names = [a.declaration.name, b.declaration.name];
            yield draftOf(double, {
                message: fill(TWICE, nameSide(a), nameSide(b), where),
                evidence: [...serviceEvidence(double), ...meetingEvidence(double)],
                facts: [service.name, [...audiences].sort().join(', '), placeFacts(double)].join('\n'),
                ways: [
                    fill(MERGE, a.owner.name, b.owner.name, service.name),
                    SHARE,
                    SPLIT,
                    waiveWay('duplicate-service', names, BOTH_DOORS, a.owner),
                ],
            });
        }
    },
};

const WHERE: Form<[service: string, people: Message, area: Message]> = {
    en: (service, people, area) => `\`${service}\` to ${people.en} ${area.en}`,
    id: (service, people, area) => `\`${service}\` kepada ${people.id} ${area.id}`,
};

const TWICE: Form<[one: Message, other: Message, where: Message]> = {
    en: (one, other, where) => `${one.en} and ${other.en} both provide ${where.en}: one service, run twice.`,
    id: (one, other, where) =>
        `${one.id} dan ${other.id} sama-sama memberikan ${where.id}: satu layanan dijalankan dua kali.`,
};

const MERGE: Form<[one: string, other: string, service: string]> = {
    en: (one, other, service) =>
        `Merge them: let \`${one}\` or \`${other}\` provide \`${service}\`, the other becomes a partner.`,
    id: (one, other, service) =>
        `Gabungkan: \`${service}\` diberikan oleh \`${one}\` atau \`${other}\`, yang lain menjadi mitra.`,
};

const SHARE: Message = {
    en: 'Share: keep one application, mark it `shared`, and connect the other with `integrates`.',
    id: 'Pakai bersama: pertahankan satu aplikasi, tandai `shared`, dan hubungkan yang lain dengan `integrates`.',
};

const SPLIT: Message = {
    en: 'Split the roles: say with `serves` or `area` whom and where each of them serves.',
    id: 'Bagi peran: nyatakan dengan `serves` atau `area` siapa dan di mana masing-masing melayani.',
};

const BOTH_DOORS: Message = { en: 'Both doors stay open until 2027', id: 'Kedua pintu tetap dibuka sampai 2027' };
