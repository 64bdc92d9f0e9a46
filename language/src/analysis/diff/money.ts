import type { Program } from '../../plan/declarations/program.ts';
import type { Message } from '../../plan/message.ts';
import { type Rupiah, showMoney } from '../../plan/money.ts';
import type { Origin } from '../../plan/origin.ts';
import type { BudgetEntry } from '../budget.ts';
import { compareCeilings } from './ceilings.ts';
import { type Comparison, change } from './comparison.ts';
import type { Change, Traced } from './diff-types.ts';
import { code, difference, enumerate } from './wording.ts';

/** A sum of money of one program, fund and year, and where its first clause stands. */
interface Sum {
    readonly amount: Rupiah;
    readonly at: Origin;
}

/** The sums of a plan by any key. */
type Sums = ReadonlyMap<string, Sum>;

/** Money that moved: in all, by fund and year, program by program, and against the ceilings. */
export function compareMoney(comparison: Comparison): Change[] {
    return [...compareFunds(comparison), ...compareBudgets(comparison), ...compareCeilings(comparison)];
}

function sumsOf(entries: readonly BudgetEntry[], key: (entry: BudgetEntry) => string): Sums {
    const sums = new Map<string, Sum>();
    for (const entry of entries) {
        const text = key(entry);
        const known = sums.get(text);
        sums.set(text, { amount: (known?.amount ?? 0) + entry.amount, at: known?.at ?? entry.clause.clause });
    }
    return sums;
}

function fundOf({ fund }: BudgetEntry): string {
    return fund?.name ?? '';
}

/** The years in which two columns of sums differ, in order. */
function differences(before: Sums, after: Sums, prefix: string): { year: number; was: Rupiah; is: Rupiah }[] {
    const keys = [...new Set([...before.keys(), ...after.keys()])].filter((key) => key.startsWith(prefix)).sort();
    return keys
        .map((key) => ({
            year: Number(key.slice(prefix.length)),
            was: before.get(key)?.amount ?? 0,
            is: after.get(key)?.amount ?? 0,
        }))
        .filter(({ was, is }) => was !== is);
}

function compareFunds(comparison: Comparison): Change[] {
    const { base, head, names, whole } = comparison;
    const [before, after] = [base.analysis.budget.total, head.analysis.budget.total];
    const changes: Change[] = [];
    if (before.amount !== after.amount) {
        const [was, is] = [showMoney(before.amount), showMoney(after.amount)];
        changes.push(
            change({
                kind: 'money-changed',
                topic: 'money',
                subjects: [],
                sentence: {
                    en: `The whole plan costs ${difference(after.amount - before.amount).en}: ${is.en}, was ${was.en}.`,
                    id: `Anggaran seluruh rencana ${difference(after.amount - before.amount).id}: ${is.id}, semula ${was.id}.`,
                },
                ...whole,
                facts: { was: before.amount, is: after.amount },
            }),
        );
    }
    const was = sumsOf(before.entries, (entry) => `${names.head(fundOf(entry))}\n${entry.year}`);
    const is = sumsOf(after.entries, (entry) => `${fundOf(entry)}\n${entry.year}`);
    const funds = new Set([...was.keys(), ...is.keys()].map((key) => key.slice(0, key.indexOf('\n'))));
    for (const fund of [...funds].sort()) {
        const years = differences(was, is, `${fund}\n`);
        const touched = years.map(({ year }) => `${fund}\n${year}`);
        if (years.length > 0) {
            changes.push(
                change({
                    kind: 'fund-changed',
                    topic: 'money',
                    subjects: fund === '' ? [] : [fund],
                    sentence: fundSentence(fund, years),
                    base: touched.map((key) => was.get(key)?.at).find((at) => at !== undefined) ?? whole.base,
                    head: touched.map((key) => is.get(key)?.at).find((at) => at !== undefined) ?? whole.head,
                    facts: { fund: fund === '' ? null : fund, years },
                }),
            );
        }
    }
    return changes;
}

function fundSentence(fund: string, years: readonly { year: number; was: Rupiah; is: Rupiah }[]): Message {
    const name: Message =
        fund === '' ? { en: 'Money of no named fund', id: 'Dana tanpa sumber' } : { en: code(fund), id: code(fund) };
    const [first, second] = years;
    if (years.length === 2 && first!.is - first!.was === second!.was - second!.is) {
        const [from, to] = first!.is < first!.was ? [first!, second!] : [second!, first!];
        const amount = showMoney(from.was - from.is);
        return {
            en: `${name.en}: ${amount.en} moves from ${from.year} to ${to.year}.`,
            id: `${name.id}: ${amount.id} pindah dari ${from.year} ke ${to.year}.`,
        };
    }
    const parts = years.map(
        ({ year, was, is }): Message => ({
            en: `${difference(is - was).en} in ${year}`,
            id: `${difference(is - was).id} pada ${year}`,
        }),
    );
    return { en: `${name.en}: ${enumerate(parts).en}.`, id: `${name.id}: ${enumerate(parts).id}.` };
}

/** Programs in both plans whose money changed, by fund and year. */
function compareBudgets(comparison: Comparison): Change[] {
    const { names } = comparison;
    return comparison.of('program').both.flatMap(({ base, head }): Change[] => {
        const key = (fund: string, year: number): string => `${year}\n${fund}`;
        const sums = (program: Program, name: (fund: string) => string): Sums => {
            const found = new Map<string, Sum>();
            for (const { year, amount, from, clause } of program.budgets) {
                const text = key(from === undefined ? '' : name(from.name), year.value);
                const known = found.get(text);
                found.set(text, { amount: (known?.amount ?? 0) + amount.value, at: known?.at ?? clause });
            }
            return found;
        };
        const was = sums(base, (fund) => names.head(fund));
        const is = sums(head, (fund) => fund);
        const keys = [...new Set([...was.keys(), ...is.keys()])].sort();
        const moved = keys.filter((each) => was.get(each)?.amount !== is.get(each)?.amount);
        if (moved.length === 0) {
            return [];
        }
        const because = moved.map((each): Traced => {
            const [year, fund] = each.split('\n');
            const [before, after] = [showMoney(was.get(each)?.amount ?? 0), showMoney(is.get(each)?.amount ?? 0)];
            const from = fund === '' ? { en: '', id: '' } : { en: ` from ${code(fund!)}`, id: ` dari ${code(fund!)}` };
            return {
                sentence: {
                    en: `${year}: ${after.en}${from.en} (was ${before.en}).`,
                    id: `${year}: ${after.id}${from.id} (semula ${before.id}).`,
                },
                base: was.get(each)?.at ?? base.at,
                head: is.get(each)?.at ?? head.at,
            };
        });
        const total = (all: Sums): Rupiah => [...all.values()].reduce((sum, { amount }) => sum + amount, 0);
        const by = total(is) - total(was);
        return [
            change({
                kind: 'budget-changed',
                topic: 'money',
                subjects: [head.name],
                sentence:
                    by === 0
                        ? {
                              en: `${code(head.name)} costs the same, from other funds or in other years.`,
                              id: `Biaya ${code(head.name)} tetap, dari dana atau tahun lain.`,
                          }
                        : {
                              en: `${code(head.name)} costs ${difference(by).en}.`,
                              id: `Biaya ${code(head.name)} ${difference(by).id}.`,
                          },
                because,
                base: because[0]!.base,
                head: because[0]!.head,
                facts: { was: total(was), is: total(is) },
            }),
        ];
    });
}
