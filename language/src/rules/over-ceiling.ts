import type { BudgetEntry, CeilingUse } from '../analysis/budget.ts';
import type { Evidence, Related } from '../plan/finding.ts';
import { say } from '../plan/message.ts';
import { type Rupiah, showMoney, spellMoney } from '../plan/money.ts';
import page from './over-ceiling.md';
import type { Rule } from './rule.ts';

/** How many budgets are named as the largest; the sum rests on all of them. */
const SHOWN = 5;

/** More money planned for a year than the masterplan or the OPD has. */
export const overCeiling: Rule = {
    name: 'over-ceiling',
    group: 'money',
    severity: 'error',
    title: { en: 'The budgets of a year exceed a ceiling', id: 'Anggaran suatu tahun melampaui pagu' },
    page,
    stands: (edit) =>
        !edit.touches('program', 'budgets', 'owner', 'cancelled') &&
        !edit.touches('opd', 'ceilings') &&
        !edit.touches('masterplan', 'ceilings'),
    *find(analysis) {
        const { masterplan, opds } = analysis.plan;
        if ([...opds, ...(masterplan ? [masterplan] : [])].every(({ ceilings }) => ceilings.length === 0)) {
            return;
        }
        for (const use of analysis.budget.ceilings) {
            if (use.left >= 0 || use.holder.library !== undefined) {
                continue;
            }
            const { holder, ceiling, planned } = use;
            const largest = largestOf(planned.entries);
            const year = ceiling.year.value;
            const over = exactly(-use.left);
            const sum = exactly(planned.amount);
            const limit = exactly(ceiling.amount.value);
            const whole = holder.kind === 'masterplan';
            yield {
                at: ceiling.clause,
                subjects: [holder.name],
                message: say(
                    () =>
                        `The budgets of ${year} ${whole ? 'in' : 'of the programs of'} \`${holder.name}\` add up to ${sum.en}, ${over.en} over the ceiling of ${limit.en}.`,
                    () =>
                        `Anggaran ${year} ${whole ? 'dalam' : 'program yang diampu'} \`${holder.name}\` berjumlah ${sum.id}, melampaui pagu ${limit.id} sebesar ${over.id}.`,
                ),
                evidence: readEvidence(use, largest),
                related: largest.map(pointAt),
                ways: [
                    {
                        en: 'Move a program, or part of its budget, to a year with room under the ceiling.',
                        id: 'Geser program, atau sebagian anggarannya, ke tahun yang pagunya masih longgar.',
                    },
                    {
                        en: 'Raise the ceiling, once the money is agreed; money from every fund counts under it.',
                        id: 'Naikkan pagu setelah dananya disepakati; dana dari semua sumber terhitung di bawahnya.',
                    },
                ],
            };
        }
    },
};

/** Largest first; of equal ones in the order of the entries, which no file order changes. */
function largestOf(entries: readonly BudgetEntry[]): readonly BudgetEntry[] {
    return [...entries].sort((a, b) => b.amount - a.amount).slice(0, SHOWN);
}

/** An amount to the rupiah where rounding would hide what matters, else as it is read best. */
function exactly(value: Rupiah) {
    const spelled = spellMoney(value);
    return say(
        () => spelled.replaceAll('_', ','),
        () => spelled.replace('.', ',').replaceAll('_', '.'),
    );
}

function readEvidence({ ceiling, planned, left }: CeilingUse, largest: readonly BudgetEntry[]): Evidence[] {
    return [
        { label: 'year', value: String(ceiling.year.value), at: ceiling.year.at },
        { label: 'ceiling', value: spellMoney(ceiling.amount.value), at: ceiling.clause },
        { label: 'budgets', value: `${spellMoney(planned.amount)} in ${planned.entries.length}`, at: ceiling.clause },
        { label: 'over', value: spellMoney(-left), at: ceiling.clause },
        ...largest.map(({ program, clause, amount }) => ({
            label: 'budget',
            value: `${program.name} ${spellMoney(amount)}${clause.from ? ` from ${clause.from.name}` : ''}`,
            at: clause.clause,
        })),
    ];
}

function pointAt({ program, clause, amount }: BudgetEntry): Related {
    const money = showMoney(amount);
    return {
        at: clause.clause,
        message: say(
            () => `\`${program.name}\` takes ${money.en}.`,
            () => `\`${program.name}\` memakai ${money.id}.`,
        ),
    };
}
