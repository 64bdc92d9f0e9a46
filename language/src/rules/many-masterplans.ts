import { list, say } from '../plan/message.ts';
import { byName } from '../plan/plan.ts';
import page from './many-masterplans.md';
import type { Rule } from './rule.ts';

/** More than one masterplan in a plan: which period, ceilings and targets count would be a matter of luck. */
export const manyMasterplans: Rule = {
    name: 'many-masterplans',
    group: 'plan',
    severity: 'error',
    fixed: true,
    title: { en: 'The plan declares more than one masterplan', id: 'Rencana memuat lebih dari satu masterplan' },
    page,
    *find({ plan }) {
        // One whose name could not be read is a syntax error, and has nothing to be called by.
        const all = plan.masterplans.filter((masterplan) => masterplan.name !== '').sort(byName);
        if (all.length < 2) {
            return;
        }
        const subjects = [...new Set(all.map((masterplan) => masterplan.name))];
        for (const masterplan of all) {
            const others = all.filter((other) => other !== masterplan);
            const names = list([...new Set(others.map((other) => `\`${other.name}\``))]);
            yield {
                at: masterplan.at,
                subjects,
                // Every one of them is reported, so the title keeps two findings about the same names apart.
                facts: `${masterplan.name} ${masterplan.title}`,
                message: say(
                    () =>
                        `\`${masterplan.name}\` is one of ${all.length} masterplans in this plan, beside ${names.en}: a plan has exactly one.`,
                    () =>
                        `\`${masterplan.name}\` adalah satu dari ${all.length} masterplan dalam rencana ini, di samping ${names.id}: satu rencana hanya memuat satu masterplan.`,
                ),
                related: others.map((other) => ({
                    at: other.at,
                    message: say(
                        () => `Masterplan \`${other.name}\` is declared here.`,
                        () => `Masterplan \`${other.name}\` dideklarasikan di sini.`,
                    ),
                })),
                ways: [
                    {
                        en: 'Keep one of them and move what the others say into it.',
                        id: 'Pertahankan satu dan pindahkan isi yang lain ke dalamnya.',
                    },
                    {
                        en: 'If they are plans of different regions, give each a folder of its own with a `smartcity.json`.',
                        id: 'Jika itu rencana daerah yang berbeda, beri masing-masing folder sendiri dengan `smartcity.json`.',
                    },
                ],
            };
        }
    },
};
