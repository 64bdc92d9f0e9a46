import { say } from '../plan/message.ts';
import page from './isolated-opd.md';
import type { Rule } from './rule.ts';
import { quote, waiveWay } from './sides.ts';

/** An agency whose programs are all isolated, and that no other agency's program is tied to: a silo. */
export const isolatedOpd: Rule = {
    name: 'isolated-opd',
    group: 'sectors',
    severity: 'warning',
    title: {
        en: 'An agency plans on its own: none of its programs touches another agency',
        id: 'OPD berjalan sendiri: tidak satu pun programnya terkait dengan OPD lain',
    },
    page,
    *find({ plan, links }) {
        for (const { owner, programs, life } of links.isolatedOwners) {
            const names = programs.map(({ program }) => program.name);
            const acting = owner.opds.filter((opd) =>
                programs.some(({ program }) => program.owner?.ref.name === opd.name),
            );
            const shown = quote(names.slice(0, 5));
            const more = names.length - 5;
            const opds = quote(acting.map((opd) => opd.name));
            yield {
                message: say(
                    () =>
                        `${opds.en} ${acting.length === 1 ? 'works' : 'work'} alone: no other OPD has a part in ${shown.en}${more > 0 ? ` or ${more} more` : ''}, and no other OPD’s program is tied to it.`,
                    () =>
                        `${opds.id} berjalan sendiri: tidak ada OPD lain yang terlibat dalam ${shown.id}${more > 0 ? ` dan ${more} program lain` : ''}, dan tidak ada program OPD lain yang terkait dengannya.`,
                ),
                at: acting[0]?.at ?? owner.opds[0]!.at,
                subjects: acting.map((opd) => opd.name),
                evidence: programs.map(({ program }) => ({ label: 'program', value: program.name, at: program.at })),
                related: [
                    ...acting.slice(1).map((opd) => ({
                        at: opd.at,
                        message: say(
                            () => `\`${opd.name}\` is a unit of the same OPD.`,
                            () => `\`${opd.name}\` adalah unit dari OPD yang sama.`,
                        ),
                    })),
                    ...programs.map(({ program }) => ({
                        at: program.at,
                        message: say(
                            () => `\`${program.name}\` touches no other OPD.`,
                            () => `\`${program.name}\` tidak terkait dengan OPD lain.`,
                        ),
                    })),
                ],
                from: life.from,
                to: life.to,
                // A program more or less on one's own changes nothing about being alone.
                facts: '',
                ways: [
                    say(
                        () =>
                            `Let it join in: name it under \`partners\` of a program, or name others under \`partners\` of its own (the plan has ${plan.opds.length} OPDs).`,
                        () =>
                            `Libatkan: sebutkan di \`partners\` sebuah program, atau sebutkan OPD lain di \`partners\` programnya (rencana ini memuat ${plan.opds.length} OPD).`,
                    ),
                    {
                        en: 'Share what it has: declare its data and services, so that others can say `needs`.',
                        id: 'Bagikan yang dimiliki: deklarasikan data dan layanannya agar OPD lain dapat menuliskan `needs`.',
                    },
                    waiveWay(
                        'isolated-opd',
                        acting.map((opd) => opd.name),
                        { en: 'Independent by law', id: 'Independen menurut peraturan' },
                        owner,
                    ),
                ],
            };
        }
    },
};
