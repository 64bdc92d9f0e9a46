import { type Form, fill, type Message } from '../plan/message.ts';
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
                message: fill(ALONE, program.name, owner.name),
                at: program.at,
                subjects: [program.name],
                evidence: [{ label: 'owner', value: owner.name, at: program.owner?.ref.at }],
                from: life.from,
                to: life.to,
                ways: [PARTNERS, USES, waiveWay('isolated-program', [program.name], INTERNAL, owner)],
            };
        }
    },
};

const ALONE: Form<[program: string, owner: string]> = {
    en: (program, owner) =>
        `\`${program}\` of \`${owner}\` has no partner, and nothing it needs, delivers, replaces or waits for, or that waits for it, belongs to another OPD.`,
    id: (program, owner) =>
        `\`${program}\` milik \`${owner}\` tidak memiliki mitra, dan tidak ada yang dibutuhkan, dihasilkan, digantikan, ditunggu, atau menunggunya yang milik OPD lain.`,
};

const PARTNERS: Message = {
    en: 'Name the agencies that help or that are helped: `partners`.',
    id: 'Sebutkan OPD yang membantu atau dibantu: `partners`.',
};

const USES: Message = {
    en: 'Say what it uses from others and what others use from it: `needs`, `delivers`, `after`.',
    id: 'Nyatakan apa yang dipakainya dari OPD lain dan sebaliknya: `needs`, `delivers`, `after`.',
};

const INTERNAL: Message = { en: 'An internal matter', id: 'Urusan internal' };
