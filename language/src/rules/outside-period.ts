import { isoDate } from '../plan/calendar.ts';
import { type Message, say } from '../plan/message.ts';
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
            const outside = describe(isoDate(start), isoDate(finish), early, late);
            yield {
                at: program.at,
                subjects: [program.name],
                message: say(
                    () =>
                        `Program \`${program.name}\` ${outside.en}: the period runs from ${isoDate(first)} to ${isoDate(last)}.`,
                    () =>
                        `Program \`${program.name}\` ${outside.id}: periode berlangsung dari ${isoDate(first)} sampai ${isoDate(last)}.`,
                ),
                evidence: [
                    { label: 'start', value: isoDate(start), at: program.at },
                    { label: 'finish', value: isoDate(finish), at: program.at },
                    { label: 'period', value: `${isoDate(first)}..${isoDate(last)}`, at: period.clause },
                ],
                related: [
                    {
                        at: period.clause,
                        message: { en: 'The period is set here.', id: 'Periode ditetapkan di sini.' },
                    },
                ],
                ways: [
                    {
                        en: 'Move or shorten the program, or what it waits for.',
                        id: 'Geser atau perpendek programnya, atau apa yang ditunggunya.',
                    },
                    {
                        en: 'If the part outside is wanted, plan it in the masterplan of that period.',
                        id: 'Jika bagian di luar periode memang diperlukan, rencanakan dalam masterplan periode tersebut.',
                    },
                ],
            };
        }
    },
};

function describe(start: string, finish: string, early: boolean, late: boolean): Message {
    if (early && late) {
        return say(
            () => `starts on ${start} and finishes on ${finish}, before and after the plan's period`,
            () => `mulai ${start} dan selesai ${finish}, sebelum dan sesudah periode rencana`,
        );
    }
    return early
        ? say(
              () => `starts on ${start}, before the plan's period`,
              () => `mulai ${start}, sebelum periode rencana`,
          )
        : say(
              () => `finishes on ${finish}, after the plan's period`,
              () => `selesai ${finish}, sesudah periode rencana`,
          );
}
