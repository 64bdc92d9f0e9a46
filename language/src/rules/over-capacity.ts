import type { ScheduledProgram } from '../analysis/schedule-types.ts';
import { type Day, isoDate } from '../plan/calendar.ts';
import type { Opd } from '../plan/declarations/city.ts';
import type { Draft } from '../plan/finding.ts';
import { list, say } from '../plan/message.ts';
import { findOpd } from '../plan/plan.ts';
import page from './over-capacity.md';
import type { Rule } from './rule.ts';

/** An OPD runs more programs at once than it says it can. */
export const overCapacity: Rule = {
    name: 'over-capacity',
    group: 'time',
    severity: 'warning',
    title: {
        en: 'An OPD runs more programs at once than it can',
        id: 'OPD menjalankan program lebih banyak daripada kapasitasnya',
    },
    page,
    stands: (edit) => !edit.touches('program', 'owner') && !edit.touches('opd', 'capacity') && !edit.reschedules(),
    *find({ plan, schedule }) {
        if (plan.opds.every(({ capacity }) => capacity === undefined)) {
            return;
        }
        const owned = new Map<Opd, ScheduledProgram[]>();
        for (const scheduled of schedule.programs) {
            const opd = findOpd(plan, scheduled.program.owner?.ref);
            if (opd?.capacity !== undefined && opd.library === undefined) {
                const programs = owned.get(opd);
                if (programs === undefined) {
                    owned.set(opd, [scheduled]);
                } else {
                    programs.push(scheduled);
                }
            }
        }
        for (const [opd, programs] of owned) {
            const first = firstCrowded(
                programs.map((each) => each.start),
                programs.map((each) => each.finish),
                opd.capacity!.value,
            );
            if (first !== undefined) {
                // Counted from the end of time the last such day is the first.
                const last = firstCrowded(
                    programs.map((each) => -each.finish),
                    programs.map((each) => -each.start),
                    opd.capacity!.value,
                );
                yield report(opd, opd.capacity!, programs, first, -last!);
            }
        }
    },
};

/** The first day on which more spans than a capacity have begun and are not over. */
function firstCrowded(starts: readonly Day[], finishes: readonly Day[], capacity: number): Day | undefined {
    const begins = [...starts].sort((a, b) => a - b);
    const ends = [...finishes].sort((a, b) => a - b);
    let over = 0;
    for (const [begun, day] of begins.entries()) {
        while (ends[over]! < day) {
            over++;
        }
        if (begun + 1 - over > capacity) {
            return day;
        }
    }
    return undefined;
}

function report(
    opd: Opd,
    capacity: NonNullable<Opd['capacity']>,
    programs: readonly ScheduledProgram[],
    first: Day,
    last: Day,
): Draft {
    const running = programs.filter((each) => each.start <= first && each.finish >= first);
    const names = running.map((each) => each.program.name).sort();
    const named = list(names.map((name) => `\`${name}\``));
    const day = isoDate(first);
    return {
        at: capacity.clause,
        subjects: [opd.name, ...names],
        message: say(
            () =>
                `On ${day} \`${opd.name}\` runs ${running.length} programs, more than its capacity of ${capacity.value}: ${named.en}.`,
            () =>
                `Pada ${day} \`${opd.name}\` menjalankan ${running.length} program, melebihi kapasitasnya ${capacity.value}: ${named.id}.`,
        ),
        evidence: [
            { label: 'capacity', value: String(capacity.value), at: capacity.at },
            { label: 'first day', value: day },
            ...running.map(({ program, start, finish }) => ({
                label: 'program',
                value: `${program.name} ${isoDate(start)}..${isoDate(finish)}`,
                at: program.at,
            })),
        ],
        related: running.map(({ program, start, finish }) => ({
            at: program.at,
            message: say(
                () => `\`${program.name}\` runs from ${isoDate(start)} to ${isoDate(finish)}.`,
                () => `\`${program.name}\` berjalan dari ${isoDate(start)} sampai ${isoDate(finish)}.`,
            ),
        })),
        from: first,
        to: last,
        facts: String(capacity.value),
        ways: [
            {
                en: 'Let some of them begin later: those with slack move without harm.',
                id: 'Mulai sebagian program lebih lambat: yang memiliki kelonggaran dapat digeser tanpa kerugian.',
            },
            {
                en: 'Hand one over to another OPD, or raise the capacity if there are people for it.',
                id: 'Serahkan salah satu kepada OPD lain, atau naikkan kapasitas jika SDM-nya tersedia.',
            },
        ],
    };
}
