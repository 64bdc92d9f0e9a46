import { isoDate, lastDay } from '../plan/calendar.ts';
import { say } from '../plan/message.ts';
import type { Rule } from './rule.ts';
import page from './slow-quick-win.md';

/** A quick win that takes longer than 12 months from start to finish. */
export const slowQuickWin: Rule = {
    name: 'slow-quick-win',
    group: 'plan',
    severity: 'warning',
    title: { en: 'A quick win takes longer than 12 months', id: 'Quick win berlangsung lebih dari 12 bulan' },
    page,
    judges: 'each',
    *find({ schedule }) {
        for (const { program, start, finish } of schedule.programs) {
            if (program.library !== undefined || program.quickWin === undefined) {
                continue;
            }
            const limit = lastDay(start, { count: 12, unit: 'months' });
            if (finish <= limit) {
                continue;
            }
            yield {
                at: program.at,
                subjects: [program.name],
                message: say(
                    () =>
                        `Quick win \`${program.name}\` runs from ${isoDate(start)} to ${isoDate(finish)}, longer than 12 months: it would have to finish by ${isoDate(limit)}.`,
                    () =>
                        `Quick win \`${program.name}\` berlangsung dari ${isoDate(start)} sampai ${isoDate(finish)}, lebih dari 12 bulan: seharusnya selesai paling lambat ${isoDate(limit)}.`,
                ),
                evidence: [
                    { label: 'quick-win', value: program.name, at: program.quickWin.clause },
                    { label: 'start', value: isoDate(start), at: program.at },
                    { label: 'finish', value: isoDate(finish), at: program.at },
                    { label: 'latest finish', value: isoDate(limit) },
                ],
                ways: [
                    {
                        en: 'Cut out the part that people will see within a year, and make that the quick win.',
                        id: 'Pisahkan bagian yang hasilnya terlihat dalam setahun, dan jadikan itu quick win.',
                    },
                    {
                        en: 'Take the mark `quick-win` off and choose another program of the dimension.',
                        id: 'Hapus tanda `quick-win` dan pilih program lain dalam dimensi tersebut.',
                    },
                ],
            };
        }
    },
};
