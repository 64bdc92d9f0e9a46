import { gatherPrograms } from '../plan/gather.ts';
import { say } from '../plan/message.ts';
import { find, findElement } from '../plan/plan.ts';
import type { Rule } from './rule.ts';
import page from './unaddressed-impact.md';

/** An impact of a driver that no program of its element responds to, be it good or bad. */
export const unaddressedImpact: Rule = {
    name: 'unaddressed-impact',
    group: 'plan',
    severity: 'warning',
    title: { en: 'No program responds to an impact', id: 'Belum ada program yang menanggapi suatu dampak' },
    page,
    stands: (edit) => !edit.touches('program', 'element', 'cancelled', 'respondsTo') && !edit.touches('driver'),
    *find({ plan }) {
        const answered = new Map<string, Set<string>>();
        for (const program of respondingIn(plan).flat()) {
            const element = findElement(plan, program.element?.ref);
            for (const ref of element ? program.respondsTo!.refs : []) {
                const driver = find(plan, ref, 'driver');
                if (driver && element) {
                    answered.set(driver.name, (answered.get(driver.name) ?? new Set()).add(element.name));
                }
            }
        }
        for (const driver of plan.drivers) {
            for (const impact of driver.library === undefined ? driver.impacts : []) {
                const element = findElement(plan, impact.element);
                if (!element || answered.get(driver.name)?.has(element.name)) {
                    continue;
                }
                const bad = impact.effect === 'negative';
                const what = impact.text ? `: ${impact.text}` : '';
                yield {
                    at: impact.clause,
                    subjects: [driver.name, element.name],
                    message: say(
                        () =>
                            `No program of \`${element.name}\` responds to the ${impact.effect} impact of \`${driver.name}\`${what}.`,
                        () =>
                            `Belum ada program pada \`${element.name}\` yang menanggapi dampak ${bad ? 'negatif' : 'positif'} dari \`${driver.name}\`${what}.`,
                    ),
                    evidence: [
                        { label: 'driver', value: driver.name, at: driver.at },
                        { label: 'effect', value: impact.effect, at: impact.clause },
                        { label: 'element', value: element.name, at: impact.element.at },
                        ...(impact.text ? [{ label: 'impact', value: impact.text, at: impact.clause }] : []),
                    ],
                    ways: [
                        say(
                            () => `Write \`responds-to ${driver.name}\` in a program with \`element ${element.name}\`.`,
                            () =>
                                `Tulis \`responds-to ${driver.name}\` pada program dengan \`element ${element.name}\`.`,
                        ),
                        bad
                            ? {
                                  en: 'If the city accepts the harm, waive this finding and say why.',
                                  id: 'Jika kota menerima dampak buruk itu, kecualikan temuan ini beserta alasannya.',
                              }
                            : {
                                  en: 'If the benefit comes without any program, waive this finding and say why.',
                                  id: 'Jika manfaatnya datang tanpa program, kecualikan temuan ini beserta alasannya.',
                              },
                    ],
                };
            }
        }
    },
};

/** The programs that respond to something, file by file. */
const respondingIn = gatherPrograms((programs) =>
    programs.filter(({ respondsTo, cancelled }) => respondsTo !== undefined && cancelled === undefined),
);
