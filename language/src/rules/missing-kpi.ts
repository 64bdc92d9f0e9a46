import { say } from '../plan/message.ts';
import page from './missing-kpi.md';
import type { Rule } from './rule.ts';
import { liveProgramsOf } from './scope.ts';

/** A program without a measure of success. */
export const missingKpi: Rule = {
    name: 'missing-kpi',
    group: 'plan',
    severity: 'warning',
    title: { en: 'A program has no kpi', id: 'Program belum memiliki indikator kinerja' },
    page,
    judges: 'each',
    *find({ plan }) {
        for (const program of liveProgramsOf(plan)) {
            if (program.kpis.length > 0 || program.broken.includes('kpi')) {
                continue;
            }
            yield {
                at: program.at,
                subjects: [program.name],
                message: say(
                    () =>
                        `Program \`${program.name}\` has no \`kpi\`: nobody can tell afterwards whether it was worth it.`,
                    () =>
                        `Program \`${program.name}\` belum memiliki indikator kinerja (\`kpi\`): keberhasilannya kelak tidak dapat dinilai.`,
                ),
                evidence: [{ label: 'missing', value: 'kpi', at: program.at }],
                ways: [
                    {
                        en: 'Measure what changes for people: `kpi answer-time "Waktu tanggap aduan" unit "jam" from 72 to 24 by 2022`.',
                        id: 'Ukur yang berubah bagi warga: `kpi answer-time "Waktu tanggap aduan" unit "jam" from 72 to 24 by 2022`.',
                    },
                    {
                        en: 'If the measure is still being worked out, waive this finding until then and say who does it.',
                        id: 'Jika indikatornya masih disusun, kecualikan temuan ini sampai saat itu dan sebutkan penyusunnya.',
                    },
                ],
            };
        }
    },
};
