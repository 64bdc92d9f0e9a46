import { type Day, isoDate, yearOf } from '../plan/calendar.ts';
import { type Form, fill, type Message } from '../plan/message.ts';
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
                yield {
                    at: budget.clause,
                    subjects: [program.name],
                    message: fill(year < first ? BEFORE : AFTER, fill(MONEY, value, year), program.name, start, finish),
                    evidence: [
                        { label: 'year', value: String(year), at: budget.year.at },
                        { label: 'budget', value: spellMoney(value), at: budget.clause },
                        { label: 'start', value: isoDate(start), at: program.at },
                        { label: 'finish', value: isoDate(finish), at: program.at },
                    ],
                    ways: waysTo(first, last),
                };
            }
        }
    },
};

const MONEY: Form<[amount: number, year: number]> = {
    en: (amount, year) => `The ${showMoney(amount).en} of ${year}`,
    id: (amount, year) => `Anggaran ${showMoney(amount).id} tahun ${year}`,
};

const BEFORE: Form<[money: Message, program: string, start: Day, finish: Day]> = {
    en: (money, program, start, finish) =>
        `${money.en} come before program \`${program}\` runs: from ${isoDate(start)} to ${isoDate(finish)}.`,
    id: (money, program, start, finish) =>
        `${money.id} berada sebelum program \`${program}\` berjalan: dari ${isoDate(start)} sampai ${isoDate(finish)}.`,
};

const AFTER: typeof BEFORE = {
    en: (money, program, start, finish) =>
        `${money.en} come after program \`${program}\` runs: from ${isoDate(start)} to ${isoDate(finish)}.`,
    id: (money, program, start, finish) =>
        `${money.id} berada sesudah program \`${program}\` berjalan: dari ${isoDate(start)} sampai ${isoDate(finish)}.`,
};

function waysTo(first: number, last: number): readonly Message[] {
    return [fill(MOVE, first, last), RUNNING];
}

const MOVE: Form<[first: number, last: number]> = {
    en: (first, last) => `Move the money to ${years(first, last)}, or the program to where its money is.`,
    id: (first, last) => `Pindahkan anggaran ke ${years(first, last)}, atau geser programnya ke tahun anggarannya.`,
};

const RUNNING: Message = {
    en: 'If it pays for running what was built, plan that as a program of its own.',
    id: 'Jika untuk membiayai pengoperasian hasilnya, rencanakan sebagai program tersendiri.',
};

function years(first: number, last: number): string {
    return first === last ? `${first}` : `${first}..${last}`;
}
