import type { Opd } from '../../plan/declarations/city.ts';
import type { Masterplan } from '../../plan/declarations/masterplan.ts';
import type { Message } from '../../plan/message.ts';
import { showMoney } from '../../plan/money.ts';
import type { CeilingUse } from '../budget.ts';
import { type Comparison, change } from './comparison.ts';
import type { Change } from './diff-types.ts';
import { code } from './wording.ts';

/** Ceilings that were set otherwise, are exceeded further than before, or are kept again. */
export function compareCeilings(comparison: Comparison): Change[] {
    const { base, head, names } = comparison;
    const key = ({ holder, ceiling }: CeilingUse, name: (of: string) => string): string =>
        `${holder.kind === 'masterplan' ? '' : name(holder.name)}\n${ceiling.year.value}`;
    const before = new Map(base.analysis.budget.ceilings.map((use) => [key(use, (of) => names.head(of)), use]));
    const after = new Map(head.analysis.budget.ceilings.map((use) => [key(use, (of) => of), use]));
    return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((each): Change[] => {
        const [was, is] = [before.get(each), after.get(each)];
        const holder = (is ?? was)!.holder;
        const of = ofHolder(holder);
        const { value: year } = (is ?? was)!.ceiling.year;
        const parts = {
            topic: 'money' as const,
            subjects: [holder.name],
            base: was?.ceiling.clause ?? comparison.whole.base,
            head: is?.ceiling.clause ?? comparison.whole.head,
            facts: {
                year,
                was: was?.ceiling.amount.value ?? null,
                is: is?.ceiling.amount.value ?? null,
                leftBefore: was?.left ?? null,
                left: is?.left ?? null,
            },
        };
        const changes: Change[] = [];
        if (was?.ceiling.amount.value !== is?.ceiling.amount.value) {
            changes.push(change({ kind: 'ceiling-changed', sentence: ceilingSentence(of, year, was, is), ...parts }));
        }
        const [over, overBefore] = [Math.max(0, -(is?.left ?? 0)), Math.max(0, -(was?.left ?? 0))];
        if (over > overBefore) {
            const more = showMoney(over);
            changes.push(
                change({
                    kind: 'ceiling-exceeded',
                    sentence: {
                        en: `The ceiling of ${of.en} for ${year} is exceeded by ${more.en}${overBefore > 0 ? `, was ${showMoney(overBefore).en}` : ''}.`,
                        id: `Pagu ${of.id} tahun ${year} terlampaui ${more.id}${overBefore > 0 ? `, semula ${showMoney(overBefore).id}` : ''}.`,
                    },
                    breaking: 'exceeded-ceiling',
                    ...parts,
                }),
            );
        } else if (overBefore > 0 && over === 0 && is !== undefined) {
            changes.push(
                change({
                    kind: 'ceiling-kept',
                    sentence: {
                        en: `The ceiling of ${of.en} for ${year} is kept again.`,
                        id: `Pagu ${of.id} tahun ${year} kembali terpenuhi.`,
                    },
                    ...parts,
                }),
            );
        }
        return changes;
    });
}

function ofHolder(holder: Masterplan | Opd): Message {
    return holder.kind === 'masterplan'
        ? { en: 'the whole plan', id: 'seluruh rencana' }
        : { en: code(holder.name), id: code(holder.name) };
}

function ceilingSentence(of: Message, year: number, was: CeilingUse | undefined, is: CeilingUse | undefined): Message {
    const before = was === undefined ? undefined : showMoney(was.ceiling.amount.value);
    const after = is === undefined ? undefined : showMoney(is.ceiling.amount.value);
    const head: Message = { en: `The ceiling of ${of.en} for ${year}`, id: `Pagu ${of.id} tahun ${year}` };
    if (before === undefined) {
        return { en: `${head.en} is new: ${after!.en}.`, id: `${head.id} baru: ${after!.id}.` };
    }
    return after === undefined
        ? { en: `${head.en} is gone (was ${before.en}).`, id: `${head.id} tidak ada lagi (semula ${before.id}).` }
        : { en: `${head.en} is ${after.en}, was ${before.en}.`, id: `${head.id} ${after.id}, semula ${before.id}.` };
}
