import { yearOf } from '../../plan/calendar.ts';
import { say } from '../../plan/message.ts';
import { spellMoney } from '../../plan/money.ts';
import { addClause } from '../clauses.ts';
import { replace } from '../ground.ts';
import { programAt } from './gaps.ts';
import { fix, type Way } from './way.ts';

/** Money in a year in which its program does not run: in the nearest in which it does. */
export const moveBudget: Way = function* (ground, finding) {
    const program = programAt(ground, finding.at);
    const scheduled = program && ground.checked.analysis.schedule.byName.get(program.name);
    const budget = program?.budgets.find(({ clause }) => clause.start === finding.at.start);
    if (scheduled !== undefined && budget !== undefined && ground.text(budget.year.at.file) !== undefined) {
        const year = Math.max(yearOf(scheduled.start), Math.min(yearOf(scheduled.finish), budget.year.value));
        yield* fix(
            say(
                () => `Move the money to ${year}`,
                () => `Pindahkan anggaran ke ${year}`,
            ),
            [replace(budget.year.at, String(year))],
            true,
        );
    }
};

/** More money than a ceiling allows: a ceiling for all of it. */
export const raiseCeiling: Way = function* (ground, finding) {
    const use = ground.checked.analysis.budget.ceilings.find(
        ({ ceiling: { clause } }) => clause.file === finding.at.file && clause.start === finding.at.start,
    );
    if (use !== undefined && ground.text(finding.at.file) !== undefined) {
        const amount = spellMoney(use.planned.amount);
        yield* fix(
            say(
                () => `Raise the ceiling to ${amount}`,
                () => `Naikkan pagu menjadi ${amount}`,
            ),
            [replace(use.ceiling.amount.at, amount)],
        );
    }
};

/** A program without money: nothing but the time of staff, in the year in which it begins. */
export const addBudget: Way = function* (ground, finding) {
    const program = programAt(ground, finding.at);
    const { schedule } = ground.checked.analysis;
    if (program !== undefined) {
        const year = yearOf(schedule.byName.get(program.name)?.start ?? schedule.firstDay);
        const clause = `budget ${year} Rp 0`;
        yield* fix(
            say(
                () => `It takes the time of staff alone: add \`${clause}\``,
                () => `Hanya memerlukan waktu pegawai: tambahkan \`${clause}\``,
            ),
            addClause(ground, program.whole, clause),
        );
    }
};
