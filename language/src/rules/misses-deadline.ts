import type { ScheduledProgram } from '../analysis/schedule-types.ts';
import { isoDate } from '../plan/calendar.ts';
import type { Clause } from '../plan/declarations/clause.ts';
import type { Draft, Related } from '../plan/finding.ts';
import { list, say } from '../plan/message.ts';
import page from './misses-deadline.md';
import type { Rule } from './rule.ts';

/** A program finishes after its `finish by`, or its activities run over the end of its `during`. */
export const missesDeadline: Rule = {
    name: 'misses-deadline',
    group: 'time',
    severity: 'error',
    title: { en: 'A program is not finished by its deadline', id: 'Program tidak selesai sampai tenggatnya' },
    page,
    judges: 'each',
    *find({ schedule }) {
        for (const scheduled of schedule.programs) {
            const { program, finish, overrun } = scheduled;
            if (program.library !== undefined) {
                continue;
            }
            if (program.finishBy !== undefined && finish > program.finishBy.when.last) {
                yield reportLate(scheduled, program.finishBy, program.finishBy.when.last);
            }
            if (program.during !== undefined && overrun !== undefined) {
                yield reportOverrun(scheduled, program.during, overrun);
            }
        }
    },
};

function reportLate({ program, finish, waits, start }: ScheduledProgram, { clause }: Clause, deadline: number): Draft {
    const late = finish - deadline;
    const driving = waits.filter((wait) => wait.until === start);
    return {
        at: clause,
        subjects: [program.name],
        message: say(
            () =>
                `\`${program.name}\` finishes on ${isoDate(finish)}, ${late} ${late === 1 ? 'day' : 'days'} after its deadline of ${isoDate(deadline)}.`,
            () =>
                `\`${program.name}\` selesai ${isoDate(finish)}, ${late} hari setelah tenggatnya ${isoDate(deadline)}.`,
        ),
        evidence: [
            { label: 'deadline', value: isoDate(deadline), at: clause },
            { label: 'finish', value: isoDate(finish), at: program.at },
            { label: 'days late', value: String(late) },
        ],
        related: driving.map(
            (wait): Related => ({
                at: wait.reference.at,
                message: say(
                    () => `It starts on ${isoDate(start)} because it waits for \`${wait.name}\`.`,
                    () => `Program baru dimulai ${isoDate(start)} karena menunggu \`${wait.name}\`.`,
                ),
            }),
        ),
        facts: isoDate(deadline),
        ways: [
            {
                en: 'Start earlier, take less time, or bring forward what the program waits for.',
                id: 'Mulai lebih awal, persingkat, atau majukan hal yang ditunggu program ini.',
            },
            {
                en: 'If the deadline is no real one, move it or take it out.',
                id: 'Jika tenggat itu tidak mengikat, ubah atau hapus.',
            },
        ],
    };
}

function reportOverrun({ program, finish, activities }: ScheduledProgram, { clause }: Clause, overrun: number): Draft {
    const over = activities.filter((each) => each.finish > finish);
    const names = list(over.map((each) => `\`${each.activity.name}\``));
    const one = over.length === 1;
    return {
        at: clause,
        subjects: [program.name],
        message: say(
            () =>
                `\`${program.name}\` ends on ${isoDate(finish)}, but ${names.en} ${one ? 'runs' : 'run'} until ${isoDate(overrun)}.`,
            () =>
                `\`${program.name}\` berakhir ${isoDate(finish)}, tetapi ${names.id} berjalan sampai ${isoDate(overrun)}.`,
        ),
        evidence: [
            { label: 'deadline', value: isoDate(finish), at: clause },
            ...over.map((each) => ({
                label: 'finish',
                value: `${each.activity.name} ${isoDate(each.finish)}`,
                at: each.activity.at,
            })),
        ],
        related: over.map(
            ({ activity, start, finish: end }): Related => ({
                at: activity.at,
                message: say(
                    () => `\`${activity.name}\` runs from ${isoDate(start)} to ${isoDate(end)}.`,
                    () => `\`${activity.name}\` berjalan dari ${isoDate(start)} sampai ${isoDate(end)}.`,
                ),
            }),
        ),
        facts: `during ${isoDate(finish)}`,
        ways: [
            say(
                () => `Move the end of \`during\` to ${isoDate(overrun)} or later.`,
                () => `Ubah akhir \`during\` menjadi ${isoDate(overrun)} atau sesudahnya.`,
            ),
            {
                en: 'Shorten the activities, or let some of them run side by side.',
                id: 'Persingkat kegiatannya, atau jalankan sebagian secara bersamaan.',
            },
        ],
    };
}
