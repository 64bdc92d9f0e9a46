import { type Day, isoDate } from '../plan/calendar.ts';
import { type Form, fill, type Message } from '../plan/message.ts';
import page from './outside-period.md';
import type { Rule } from './rule.ts';

/** A program with days before the masterplan's period begins or after it ends. */
export const outsidePeriod: Rule = {
    name: 'outside-period',
    group: 'plan',
    severity: 'warning',
    title: { en: 'A program runs outside of the period', id: 'Program berjalan di luar periode masterplan' },
    page,
    judges: 'each',
    *find({ plan, schedule }) {
        const period = plan.masterplan?.period;
        // A period that ends before it begins is an invalid value, and no measure for programs.
        if (period === undefined || period.to.last < period.from.first) {
            return;
        }
        const first = period.from.first;
        const last = period.to.last;
        for (const { program, start, finish } of schedule.programs) {
            const early = start < first;
            const late = finish > last;
            if (program.library !== undefined || (!early && !late)) {
                continue;
            }
            const outside = describe(start, finish, early, late);
            yield {
                at: program.at,
                subjects: [program.name],
                message: fill(OUTSIDE, program.name, outside, first, last),
                evidence: [
                    { label: 'start', value: isoDate(start), at: program.at },
                    { label: 'finish', value: isoDate(finish), at: program.at },
                    { label: 'period', value: `${isoDate(first)}..${isoDate(last)}`, at: period.clause },
                ],
                related: [{ at: period.clause, message: HERE }],
                ways: WAYS,
            };
        }
    },
};

function describe(start: Day, finish: Day, early: boolean, late: boolean): Message {
    if (early && late) {
        return fill(BOTH, start, finish);
    }
    return early ? fill(EARLY, start) : fill(LATE, finish);
}

const OUTSIDE: Form<[program: string, outside: Message, first: Day, last: Day]> = {
    en: (program, outside, first, last) =>
        `Program \`${program}\` ${outside.en}: the period runs from ${isoDate(first)} to ${isoDate(last)}.`,
    id: (program, outside, first, last) =>
        `Program \`${program}\` ${outside.id}: periode berlangsung dari ${isoDate(first)} sampai ${isoDate(last)}.`,
};

const BOTH: Form<[start: Day, finish: Day]> = {
    en: (start, finish) =>
        `starts on ${isoDate(start)} and finishes on ${isoDate(finish)}, before and after the plan's period`,
    id: (start, finish) =>
        `mulai ${isoDate(start)} dan selesai ${isoDate(finish)}, sebelum dan sesudah periode rencana`,
};

const EARLY: Form<[start: Day]> = {
    en: (start) => `starts on ${isoDate(start)}, before the plan's period`,
    id: (start) => `mulai ${isoDate(start)}, sebelum periode rencana`,
};

const LATE: Form<[finish: Day]> = {
    en: (finish) => `finishes on ${isoDate(finish)}, after the plan's period`,
    id: (finish) => `selesai ${isoDate(finish)}, sesudah periode rencana`,
};

const HERE: Message = { en: 'The period is set here.', id: 'Periode ditetapkan di sini.' };

const WAYS: readonly Message[] = [
    {
        en: 'Move or shorten the program, or what it waits for.',
        id: 'Geser atau perpendek programnya, atau apa yang ditunggunya.',
    },
    {
        en: 'If the part outside is wanted, plan it in the masterplan of that period.',
        id: 'Jika bagian di luar periode memang diperlukan, rencanakan dalam masterplan periode tersebut.',
    },
];
