import { gatherPrograms } from '../plan/gather.ts';
import { say } from '../plan/message.ts';
import { type Rupiah, showMoney, spellMoney } from '../plan/money.ts';
import type { Plan } from '../plan/plan.ts';
import type { Rule } from './rule.ts';
import { firstCharacterOf } from './scope.ts';
import page from './single-fund.md';

/** More than 90 % of the plan's money comes from one fund; assessors fault plans that live on one source. */
export const singleFund: Rule = {
    name: 'single-fund',
    group: 'money',
    severity: 'info',
    title: {
        en: "More than 90% of the plan's money comes from one fund",
        id: 'Lebih dari 90% dana rencana berasal dari satu sumber',
    },
    page,
    stands: (edit) =>
        // Without a masterplan it stands where the first file begins, whichever that is.
        edit.after.masterplan !== undefined &&
        !edit.touches('program', 'budgets', 'cancelled') &&
        !edit.touches('masterplan') &&
        !edit.touches('fund'),
    *find(analysis) {
        const { plan } = analysis;
        if (!mayDominate(plan)) {
            return;
        }
        const { budget } = analysis;
        const total = budget.total.amount;
        for (const { of: fund, total: sum } of budget.funds) {
            const at = plan.masterplan?.at ?? firstCharacterOf(plan);
            // In whole numbers without end: 90 % to the rupiah, however large the sums.
            if (!fund || !at || BigInt(sum.amount) * 10n <= BigInt(total) * 9n) {
                continue;
            }
            const share = percent(sum.amount, total);
            const part = showMoney(sum.amount);
            const all = showMoney(total);
            const others = budget.funds.filter((row) => row.of !== undefined && row.of !== fund);
            yield {
                at,
                subjects: plan.masterplan ? [plan.masterplan.name, fund.name] : [fund.name],
                message: say(
                    () =>
                        `${plan.masterplan ? `\`${plan.masterplan.name}\`` : 'This plan'} lives on one fund: ${part.en} of ${all.en} (${share}%) come from \`${fund.name}\`.`,
                    () =>
                        `${plan.masterplan ? `\`${plan.masterplan.name}\`` : 'Rencana ini'} bergantung pada satu sumber dana: ${part.id} dari ${all.id} (${share.replace('.', ',')}%) berasal dari \`${fund.name}\`.`,
                ),
                evidence: [
                    { label: 'fund', value: fund.name, at: fund.at },
                    { label: 'from it', value: spellMoney(sum.amount), at: sum.entries[0]!.clause.clause },
                    { label: 'in all', value: spellMoney(total), at },
                    ...others.map((row) => ({
                        label: 'other fund',
                        value: `${row.of!.name} ${spellMoney(row.total.amount)}`,
                        at: row.total.entries[0]!.clause.clause,
                    })),
                ],
                ways: [
                    {
                        en: 'Look for a second source: the state, the province, partnership (KPBU), companies (CSR), the service agency itself (BLUD).',
                        id: 'Cari sumber kedua: APBN, APBD provinsi, KPBU, CSR, atau BLUD.',
                    },
                    {
                        en: 'Write `from` in budgets that have none, if their money comes from elsewhere.',
                        id: 'Tulis `from` pada anggaran yang belum menyebutkannya, jika dananya dari sumber lain.',
                    },
                ],
            };
        }
    },
};

/** A share in per cent, cut off after one decimal, so that only the whole reads as 100. */
function percent(part: Rupiah, whole: Rupiah): string {
    return String(Number((BigInt(part) * 1000n) / BigInt(whole)) / 10);
}

/** Whether one fund may have so large a share: the amounts by the names that are written, added up roughly. */
function mayDominate(plan: Plan): boolean {
    const sums = new Map<string, number>();
    let total = 0;
    for (const part of sumsIn(plan)) {
        total += part.total;
        for (const [fund, sum] of part.sums) {
            sums.set(fund, (sums.get(fund) ?? 0) + sum);
        }
    }
    return Math.max(0, ...sums.values()) > total * 0.89;
}

/** What is budgeted in all and from each fund, file by file. */
const sumsIn = gatherPrograms((programs) => {
    const sums = new Map<string, number>();
    let total = 0;
    for (const { budgets, cancelled } of programs) {
        for (const { amount, from } of cancelled === undefined ? budgets : []) {
            total += amount.value;
            if (from !== undefined) {
                sums.set(from.name, (sums.get(from.name) ?? 0) + amount.value);
            }
        }
    }
    return { sums, total };
});
