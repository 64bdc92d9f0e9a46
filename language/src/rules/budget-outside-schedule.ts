import { isoDate, yearOf } from '../plan/calendar.ts';
import { say } from '../plan/message.ts';
import { showMoney, spellMoney } from '../plan/money.ts';
import page from './budget-outside-schedule.md';
import type { Rule } from './rule.ts';

/** Money in a year in which its program does not run. */
export const budgetOutsideSchedule: Rule = {
    name: 'budget-outside-schedule',
    group: 'money',
    severity: 'warning',
    title: {
        en: 'A budget lies in a year in which the program does not run',
        id: 'Anggaran berada pada tahun ketika program tidak berjalan',
    },
    page,
    judges: 'each',
    *find({ schedule }) {
        for (const { program, start, finish } of schedule.programs) {
            const first = yearOf(start);
            const last = yearOf(finish);
            for (const budget of program.library === undefined ? program.budgets : []) {
                const year = budget.year.value;
                if (year >= first && year <= last) {
                    continue;
                }
                const { value } = budget.amount;
                const early = year < first;
                yield {
                    at: budget.clause,
                    subjects: [program.name],
                    message: say(
                        () =>
                            `The ${showMoney(value).en} of ${year} come ${early ? 'before' : 'after'} program \`${program.name}\` runs: from ${isoDate(start)} to ${isoDate(finish)}.`,
                        () =>
                            `Anggaran ${showMoney(value).id} tahun ${year} berada ${early ? 'sebelum' : 'sesudah'} program \`${program.name}\` berjalan: dari ${isoDate(start)} sampai ${isoDate(finish)}.`,
                    ),
                    evidence: [
                        { label: 'year', value: String(year), at: budget.year.at },
                        { label: 'budget', value: spellMoney(value), at: budget.clause },
                        { label: 'start', value: isoDate(start), at: program.at },
                        { label: 'finish', value: isoDate(finish), at: program.at },
                    ],
                    ways: [
                        say(
                            () =>
                                `Move the money to ${first === last ? first : `${first}..${last}`}, or the program to where its money is.`,
                            () =>
                                `Pindahkan anggaran ke ${first === last ? first : `${first}..${last}`}, atau geser programnya ke tahun anggarannya.`,
                        ),
                        {
                            en: 'If it pays for running what was built, plan that as a program of its own.',
                            id: 'Jika untuk membiayai pengoperasian hasilnya, rencanakan sebagai program tersendiri.',
                        },
                    ],
                };
            }
        }
    },
};
