import type { Asset } from '../plan/declarations/asset.ts';
import type { Program } from '../plan/declarations/program.ts';
import { type Message, say } from '../plan/message.ts';
import { findAsset, type Plan } from '../plan/plan.ts';
import type { Rule } from './rule.ts';
import { liveProgramsOf } from './scope.ts';
import page from './technology-only.md';

/** A program that delivers devices and software, but no service, no data and no measured change. */
export const technologyOnly: Rule = {
    name: 'technology-only',
    group: 'plan',
    severity: 'warning',
    title: {
        en: 'A program delivers technology, but no service, data or kpi',
        id: 'Program hanya menghasilkan teknologi, tanpa layanan, data, atau kpi',
    },
    page,
    judges: 'each',
    *find({ plan }) {
        for (const program of liveProgramsOf(plan)) {
            if (program.kpis.length > 0 || program.delivers === undefined) {
                continue;
            }
            const delivered = deliveredBy(plan, program);
            const technology = delivered.every(
                (asset) => asset.kind === 'application' || asset.kind === 'infrastructure',
            );
            if (delivered.length === 0 || !technology) {
                continue;
            }
            // What stands there but could not be read may be the service or the measure.
            if (program.broken.includes('kpi') || program.broken.includes('delivers')) {
                continue;
            }
            const what = count(delivered);
            yield {
                at: program.at,
                subjects: [program.name],
                message: say(
                    () =>
                        `Program \`${program.name}\` delivers ${what.en}, but no service, data or kpi: a smart city is not a shopping list.`,
                    () =>
                        `Program \`${program.name}\` hanya menghasilkan ${what.id}, tanpa layanan, data, atau kpi: kota cerdas bukan daftar belanja.`,
                ),
                evidence: delivered.map((asset) => ({ label: asset.kind, value: asset.name, at: asset.at })),
                ways: [
                    {
                        en: 'Name the service or data that people get from it: `delivers complaints`.',
                        id: 'Sebutkan layanan atau data yang diperoleh warga darinya: `delivers complaints`.',
                    },
                    {
                        en: 'Measure what it changes with a `kpi`, such as waiting time or the share of offices connected.',
                        id: 'Ukur perubahan yang dihasilkannya dengan `kpi`, misalnya waktu tunggu atau persentase kantor yang terhubung.',
                    },
                    {
                        en: 'If it only makes another program possible, make it an activity of that program.',
                        id: 'Jika hanya menopang program lain, jadikan kegiatan (`activity`) dalam program tersebut.',
                    },
                ],
            };
        }
    },
};

/** The assets a program says it delivers, each once; names that mean none are reported elsewhere. */
function deliveredBy(plan: Plan, program: Program): readonly Asset[] {
    const assets = (program.delivers?.refs ?? []).map((ref) => findAsset(plan, ref));
    return [...new Set(assets.filter((asset) => asset !== undefined))];
}

function count(assets: readonly Asset[]): Message {
    const applications = assets.filter((asset) => asset.kind === 'application').length;
    const infrastructures = assets.length - applications;
    const en: string[] = [];
    const id: string[] = [];
    if (applications > 0) {
        en.push(`${applications} application${applications === 1 ? '' : 's'}`);
        id.push(`${applications} aplikasi`);
    }
    if (infrastructures > 0) {
        en.push(`${infrastructures} infrastructure${infrastructures === 1 ? '' : 's'}`);
        id.push(`${infrastructures} infrastruktur`);
    }
    return say(
        () => en.join(' and '),
        () => id.join(' dan '),
    );
}
