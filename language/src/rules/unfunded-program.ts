import { say } from '../plan/message.ts';
import type { Rule } from './rule.ts';
import { liveProgramsOf } from './scope.ts';
import page from './unfunded-program.md';

/** A program without any budget. */
export const unfundedProgram: Rule = {
    name: 'unfunded-program',
    group: 'money',
    severity: 'warning',
    title: { en: 'A program has no budget', id: 'Program belum memiliki anggaran' },
    page,
    judges: 'each',
    *find({ plan }) {
        for (const program of liveProgramsOf(plan)) {
            if (program.budgets.length > 0 || program.broken.includes('budget')) {
                continue;
            }
            yield {
                at: program.at,
                subjects: [program.name],
                message: say(
                    () => `Program \`${program.name}\` has no \`budget\`: nobody has said what it costs and who pays.`,
                    () =>
                        `Program \`${program.name}\` belum memiliki anggaran (\`budget\`): biaya dan sumber dananya belum disebutkan.`,
                ),
                evidence: [{ label: 'missing', value: 'budget', at: program.at }],
                ways: [
                    {
                        en: 'Write what it costs in each year and where that comes from: `budget 2021 Rp 850 juta from apbd`.',
                        id: 'Tuliskan biayanya per tahun dan sumber dananya: `budget 2021 Rp 850 juta from apbd`.',
                    },
                    {
                        en: 'If it takes nothing but the time of staff, say so: `budget 2021 Rp 0`.',
                        id: 'Jika hanya memerlukan waktu pegawai, nyatakan: `budget 2021 Rp 0`.',
                    },
                ],
            };
        }
    },
};
