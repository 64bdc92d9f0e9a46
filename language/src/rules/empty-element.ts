import { gatherPrograms } from '../plan/gather.ts';
import { say } from '../plan/message.ts';
import page from './empty-element.md';
import type { Rule } from './rule.ts';

/** An element that no program works on: a blank cell of the masterplan. */
export const emptyElement: Rule = {
    name: 'empty-element',
    group: 'plan',
    severity: 'info',
    title: { en: 'An element has no program', id: 'Unsur belum memiliki program' },
    page,
    stands: (edit) => !edit.touches('program', 'element', 'cancelled'),
    *find({ plan }) {
        const covered = new Set<string>();
        for (const named of elementsIn(plan)) {
            for (const name of named) {
                if (plan.names.get(name)?.kind === 'element') {
                    covered.add(name);
                }
            }
        }
        for (const dimension of plan.dimensions) {
            for (const element of dimension.elements) {
                if (covered.has(element.name)) {
                    continue;
                }
                const title = element.title ? ` (${element.title})` : '';
                yield {
                    at: element.at,
                    subjects: [element.name],
                    message: say(
                        () => `No program belongs to the element \`${element.name}\`${title}.`,
                        () => `Belum ada program pada unsur \`${element.name}\`${title}.`,
                    ),
                    evidence: [{ label: 'programs', value: '0', at: element.at }],
                    ways: [
                        say(
                            () => `Plan a program for it, with \`element ${element.name}\`.`,
                            () => `Rencanakan program untuknya, dengan \`element ${element.name}\`.`,
                        ),
                        {
                            en: 'If the city leaves it out on purpose, waive this finding and say why.',
                            id: 'Jika kota sengaja tidak menggarapnya, kecualikan temuan ini beserta alasannya.',
                        },
                    ],
                };
            }
        }
    },
};

/** The elements that programs name, file by file. */
const elementsIn = gatherPrograms(
    (programs) =>
        new Set(programs.flatMap(({ element, cancelled }) => (cancelled === undefined && element?.ref.name) || [])),
);
