import { isoDate } from '../plan/calendar.ts';
import { say } from '../plan/message.ts';
import page from './expired-waiver.md';
import type { Rule } from './rule.ts';
import { hasEnded, partiesOf } from './waivers.ts';

/** A waiver whose last day is over: what it accepted is open again. */
export const expiredWaiver: Rule = {
    name: 'expired-waiver',
    group: 'waivers',
    severity: 'error',
    fixed: true,
    title: { en: 'A waiver is past its last day', id: 'Pengecualian sudah melewati hari terakhirnya' },
    page,
    stands: (edit) => edit.before.waivers === edit.after.waivers,
    *find({ plan, today }) {
        for (const waiver of plan.waivers) {
            if (waiver.until !== undefined && hasEnded(waiver, today)) {
                const { rule } = waiver;
                const parties = partiesOf(waiver);
                const last = isoDate(waiver.until.when.last);
                yield {
                    at: waiver.at,
                    subjects: waiver.subjects.map(({ name }) => name),
                    message: say(
                        () =>
                            `The waiver of \`${rule.name}\` for ${parties.en} ended on ${last}: the finding counts again.`,
                        () =>
                            `Pengecualian \`${rule.name}\` untuk ${parties.id} berakhir pada ${last}: temuannya berlaku kembali.`,
                    ),
                    evidence: [
                        { label: 'rule', value: rule.name, at: rule.at },
                        { label: 'until', value: last, at: waiver.until.clause },
                    ],
                    ways: [
                        {
                            en: 'Remove the cause, and the waiver with it.',
                            id: 'Hilangkan penyebabnya, lalu hapus pengecualian ini.',
                        },
                        {
                            en: 'If the reason still holds, decide again and write a new last day in `until`.',
                            id: 'Jika alasannya masih berlaku, putuskan kembali dan tulis hari terakhir yang baru pada `until`.',
                        },
                    ],
                };
            }
        }
    },
};
