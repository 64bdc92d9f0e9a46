import page from './no-masterplan.md';
import type { Rule } from './rule.ts';
import { firstCharacterOf } from './scope.ts';

/** A plan without a masterplan: nothing says for whom, until when and towards what it plans. */
export const noMasterplan: Rule = {
    name: 'no-masterplan',
    group: 'plan',
    severity: 'warning',
    title: { en: 'The plan declares no masterplan', id: 'Rencana tidak memuat deklarasi masterplan' },
    page,
    *find({ plan }) {
        const at = firstCharacterOf(plan);
        if (at === undefined || plan.masterplans.length > 0) {
            return;
        }
        yield {
            at,
            subjects: [],
            message: {
                en: 'This plan has no `masterplan`: nothing says its period, its vision and the levels it aims at.',
                id: 'Rencana ini belum memiliki `masterplan`: periode, visi, dan tingkat yang dituju belum dinyatakan.',
            },
            ways: [
                {
                    en: 'Write one, such as `masterplan kediri "Masterplan Smart City Kota Kediri" { period 2020..2029 }`.',
                    id: 'Tuliskan satu, misalnya `masterplan kediri "Masterplan Smart City Kota Kediri" { period 2020..2029 }`.',
                },
                {
                    en: 'If these files belong to a larger plan, move them below the folder with its `smartcity.json`.',
                    id: 'Jika berkas ini bagian dari rencana yang lebih besar, pindahkan ke bawah folder yang memuat `smartcity.json`-nya.',
                },
            ],
        };
    },
};
