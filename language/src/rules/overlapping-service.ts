import { isDuplicate, type ServiceDouble } from '../analysis/doubles/services.ts';
import { type Message, say } from '../plan/message.ts';
import page from './overlapping-service.md';
import type { Rule } from './rule.ts';
import { meetingEvidence, serviceEvidence } from './services-in-words.ts';
import { draftOf, nameSide, quote, waiveWay } from './sides.ts';

/** Two agencies provide the same service, to other people or in other places. */
export const overlappingService: Rule = {
    name: 'overlapping-service',
    group: 'sectors',
    severity: 'warning',
    title: {
        en: 'Two agencies provide the same service to different people or in different areas',
        id: 'Dua OPD memberikan layanan yang sama kepada warga atau di wilayah yang berbeda',
    },
    page,
    judges: 'pairs',
    *find({ doubles }) {
        for (const double of doubles.services) {
            if (isDuplicate(double)) {
                continue;
            }
            const { a, b, service } = double;
            const [one, other, difference] = [nameSide(a), nameSide(b), nameDifference(double)];
            yield draftOf(double, {
                message: say(
                    () =>
                        `${one.en} and ${other.en} both provide \`${service.name}\`, ${difference.en}: similar work in two hands.`,
                    () =>
                        `${one.id} dan ${other.id} sama-sama memberikan \`${service.name}\`, ${difference.id}: pekerjaan serupa di dua tangan.`,
                ),
                evidence: [...serviceEvidence(double), ...meetingEvidence(double)],
                facts: [service.name, ...factsOf(double)].join('\n'),
                ways: [
                    say(
                        () =>
                            `Merge them: let one owner provide \`${service.name}\` for all, with the other as a partner.`,
                        () =>
                            `Gabungkan: satu penanggung jawab memberikan \`${service.name}\` untuk semua, yang lain menjadi mitra.`,
                    ),
                    {
                        en: 'Share: use the same application, equipment or staff for both, and say so with `partners` or `integrates`.',
                        id: 'Pakai bersama: gunakan aplikasi, peralatan, atau tenaga yang sama, dan nyatakan dengan `partners` atau `integrates`.',
                    },
                    {
                        en: 'Split the roles for good: declare a service of its own for each, if what people get is not the same.',
                        id: 'Bagi peran secara tegas: deklarasikan layanan tersendiri bagi masing-masing jika yang diterima warga memang berbeda.',
                    },
                    waiveWay(
                        'overlapping-service',
                        [a.declaration.name, b.declaration.name],
                        { en: 'Each serves a part of the city', id: 'Masing-masing melayani sebagian kota' },
                        a.owner,
                    ),
                ],
            });
        }
    },
};

/** How the two differ: `` to `residents` here and `smes` there ``. */
function nameDifference({ a, b, audiences, places }: ServiceDouble): Message {
    const en: string[] = [];
    const id: string[] = [];
    if (audiences === undefined) {
        const [left, right] = [a, b].map((side) => quote(side.audiences.map((ref) => ref.name))) as [Message, Message];
        en.push(`one to ${left.en}, one to ${right.en}`);
        id.push(`satu kepada ${left.id}, satu kepada ${right.id}`);
    }
    if (places === undefined) {
        const [left, right] = [a, b].map((side) => quote(side.reach.map((place) => place.text))) as [Message, Message];
        en.push(`one in ${left.en}, one in ${right.en}`);
        id.push(`satu di ${left.id}, satu di ${right.id}`);
    }
    return say(
        () => en.join(', '),
        () => id.join(', '),
    );
}

function factsOf({ a, b, audiences, places }: ServiceDouble): readonly string[] {
    return [a, b].flatMap((side) => [
        audiences === undefined ? side.audiences.map((ref) => ref.name).join(', ') : '',
        places === undefined
            ? side.reach
                  .map((place) => place.key)
                  .sort()
                  .join(', ')
            : '',
    ]);
}
