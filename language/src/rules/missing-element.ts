import { say } from '../plan/message.ts';
import page from './missing-element.md';
import type { Rule } from './rule.ts';
import { liveProgramsOf } from './scope.ts';

/** A program that belongs to no element, so that it counts in no dimension. */
export const missingElement: Rule = {
    name: 'missing-element',
    group: 'plan',
    severity: 'warning',
    title: { en: 'A program belongs to no element', id: 'Program belum ditempatkan pada suatu unsur' },
    page,
    judges: 'each',
    *find({ plan }) {
        for (const program of liveProgramsOf(plan)) {
            if (program.element !== undefined || program.broken.includes('element')) {
                continue;
            }
            yield {
                at: program.at,
                subjects: [program.name],
                message: say(
                    () =>
                        `Program \`${program.name}\` has no \`element\`: it counts in no dimension of the smart city.`,
                    () =>
                        `Program \`${program.name}\` belum memiliki unsur (\`element\`): program ini tidak terhitung dalam dimensi mana pun.`,
                ),
                evidence: [{ label: 'missing', value: 'element', at: program.at }],
                ways: [
                    {
                        en: 'Name the element that it serves most: `element governance.service`.',
                        id: 'Sebutkan unsur yang paling dilayaninya: `element governance.service`.',
                    },
                    {
                        en: 'If it serves several, split it, or choose the one its kpi measures.',
                        id: 'Jika melayani beberapa unsur, pecah programnya atau pilih unsur yang diukur oleh kpi-nya.',
                    },
                ],
            };
        }
    },
};
