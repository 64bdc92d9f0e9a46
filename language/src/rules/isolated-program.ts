import { say } from '../plan/message.ts';
import page from './isolated-program.md';
import type { Rule } from './rule.ts';
import { waiveWay } from './sides.ts';

/** A program that touches no other agency. */
export const isolatedProgram: Rule = {
    name: 'isolated-program',
    group: 'sectors',
    severity: 'info',
    title: {
        en: 'A program has no partner and touches nothing of another agency',
        id: 'Program tanpa mitra dan tanpa kaitan dengan OPD lain',
    },
    page,
    judges: 'around',
    *find({ links }) {
        for (const { program, owner, life, isolated } of links.programs) {
            if (!isolated) {
                continue;
            }
            yield {
                message: say(
                    () =>
                        `\`${program.name}\` of \`${owner.name}\` has no partner, and nothing it needs, delivers, replaces or waits for, or that waits for it, belongs to another OPD.`,
                    () =>
                        `\`${program.name}\` milik \`${owner.name}\` tidak memiliki mitra, dan tidak ada yang dibutuhkan, dihasilkan, digantikan, ditunggu, atau menunggunya yang milik OPD lain.`,
                ),
                at: program.at,
                subjects: [program.name],
                evidence: [{ label: 'owner', value: owner.name, at: program.owner?.ref.at }],
                from: life.from,
                to: life.to,
                ways: [
                    {
                        en: 'Name the agencies that help or that are helped: `partners`.',
                        id: 'Sebutkan OPD yang membantu atau dibantu: `partners`.',
                    },
                    {
                        en: 'Say what it uses from others and what others use from it: `needs`, `delivers`, `after`.',
                        id: 'Nyatakan apa yang dipakainya dari OPD lain dan sebaliknya: `needs`, `delivers`, `after`.',
                    },
                    waiveWay(
                        'isolated-program',
                        [program.name],
                        { en: 'An internal matter', id: 'Urusan internal' },
                        owner,
                    ),
                ],
            };
        }
    },
};
