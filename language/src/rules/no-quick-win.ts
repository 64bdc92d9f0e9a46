import type { Reference } from '../plan/declarations/reference.ts';
import { gatherPrograms } from '../plan/gather.ts';
import { say } from '../plan/message.ts';
import { findElement } from '../plan/plan.ts';
import page from './no-quick-win.md';
import type { Rule } from './rule.ts';

/** A dimension without a quick win; assessors expect at least one in each. */
export const noQuickWin: Rule = {
    name: 'no-quick-win',
    group: 'plan',
    severity: 'warning',
    title: { en: 'A dimension has no quick win', id: 'Dimensi belum memiliki quick win' },
    page,
    stands: (edit) => !edit.touches('program', 'element', 'cancelled', 'quickWin'),
    *find({ plan }) {
        const programs = new Map<string, number>();
        const quick = new Set<string>();
        for (const elements of winsIn(plan)) {
            for (const { element: reference, count, hasQuickWin } of elements.values()) {
                const element = findElement(plan, reference);
                if (element) {
                    programs.set(element.dimension, (programs.get(element.dimension) ?? 0) + count);
                    if (hasQuickWin) {
                        quick.add(element.dimension);
                    }
                }
            }
        }
        for (const dimension of plan.dimensions) {
            if (quick.has(dimension.name)) {
                continue;
            }
            const count = programs.get(dimension.name) ?? 0;
            const title = dimension.title ? ` (${dimension.title})` : '';
            yield {
                at: dimension.at,
                subjects: [dimension.name],
                message: say(
                    () =>
                        `Dimension \`${dimension.name}\`${title} has no quick win: ${count === 0 ? 'it has no program at all' : count === 1 ? 'its one program is not marked `quick-win`' : `none of its ${count} programs is marked \`quick-win\``}.`,
                    () =>
                        `Dimensi \`${dimension.name}\`${title} belum memiliki quick win: ${count === 0 ? 'belum ada program sama sekali' : count === 1 ? 'satu-satunya programnya tidak bertanda `quick-win`' : `tidak satu pun dari ${count} programnya bertanda \`quick-win\``}.`,
                ),
                // How many programs have no mark is shown, but it is the same finding when another one joins them.
                facts: '',
                evidence: [{ label: 'programs', value: String(count), at: dimension.at }],
                ways: [
                    {
                        en: 'Mark a visible, cheap program with first results within 12 months as `quick-win`.',
                        id: 'Tandai program yang terlihat, murah, dan berhasil awal dalam 12 bulan dengan `quick-win`.',
                    },
                    {
                        en: 'Cut such a first step out of a larger program.',
                        id: 'Pisahkan langkah awal seperti itu dari program yang lebih besar.',
                    },
                ],
            };
        }
    },
};

/** How many programs name each element, and whether one of them is a quick win, file by file. */
const winsIn = gatherPrograms((programs) => {
    const elements = new Map<string, { readonly element: Reference; count: number; hasQuickWin: boolean }>();
    for (const { element, cancelled, quickWin } of programs) {
        if (element !== undefined && cancelled === undefined) {
            const { name } = element.ref;
            const known = elements.get(name) ?? { element: element.ref, count: 0, hasQuickWin: false };
            known.count++;
            known.hasQuickWin ||= quickWin !== undefined;
            elements.set(name, known);
        }
    }
    return elements;
});
