import type { Schedule, ScheduledProgram, Wait } from '../analysis/schedule-types.ts';
import { type Day, isoDate, type When } from '../plan/calendar.ts';
import type { Program } from '../plan/declarations/program.ts';
import type { Draft, Evidence } from '../plan/finding.ts';
import { type Form, fill, type Message } from '../plan/message.ts';
import type { Rule } from './rule.ts';
import page from './starts-before-dependency.md';

/** A program with written dates starts before something that it waits for lets it. */
export const startsBeforeDependency: Rule = {
    name: 'starts-before-dependency',
    group: 'time',
    severity: 'error',
    title: {
        en: 'A program starts before something that it waits for',
        id: 'Program dimulai sebelum hal yang ditunggunya',
    },
    page,
    judges: 'each',
    *find({ schedule }) {
        for (const scheduled of schedule.programs) {
            for (const wait of scheduled.program.library === undefined ? scheduled.waits : []) {
                if (wait.until > scheduled.start) {
                    yield report(schedule, scheduled, wait);
                }
            }
        }
    },
};

function report(schedule: Schedule, scheduled: ScheduledProgram, wait: Wait): Draft {
    const { program, start, status, waits } = scheduled;
    const written = writtenStart(program);
    const works = isoDate(wait.until);
    const all = Math.max(...waits.map((each) => each.until));
    const happened = status !== 'planned';
    const thing = dateOf(schedule, wait);
    const evidence: Evidence[] = [
        { label: 'start', value: isoDate(start), at: written.at },
        { ...thing.evidence, at: wait.reference.at },
        { label: 'earliest day', value: works },
    ];
    if (all > wait.until) {
        evidence.push({ label: 'earliest day for all it waits for', value: isoDate(all) });
    }
    // A day behind the end of a `during` would turn it round; one that a scenario delays would have to be counted back.
    const fits = program.during === undefined || all <= program.during.to.last;
    return {
        at: written.at,
        subjects: [program.name, wait.name],
        message: fill(happened ? STARTED : STARTS, program.name, start, thing.message, works),
        evidence,
        related: [{ at: wait.reference.at, message: fill(WAITS, program.name, wait.name) }],
        facts: '',
        ways: waysOut(wait, works, happened),
        replacement: happened || !fits || written.first !== start ? undefined : isoDate(all),
    };
}

/** The date that fixes a program's start: what happened before what was planned. */
function writtenStart(program: Program): When {
    return (
        program.started?.when ??
        program.during?.from ??
        program.start?.when ??
        // Only a finish is left that a start could be pinned by.
        program.finished!.when
    );
}

/** The date of what is waited for: a program's finish, or the first day an asset is there. */
function dateOf(schedule: Schedule, { name, until, program }: Wait): { message: Message; evidence: Evidence } {
    const finish = program?.name === name ? schedule.byName.get(name)?.finish : undefined;
    if (finish !== undefined) {
        const day = isoDate(finish);
        return {
            message: fill(FINISHES, name, finish),
            evidence: { label: 'finish', value: day },
        };
    }
    const day = isoDate(until);
    return {
        message: program === undefined ? fill(THERE, name, until) : fill(DELIVERED, name, program.name, until),
        evidence: { label: 'there from', value: day },
    };
}

function waysOut({ name }: Wait, works: string, happened: boolean): Message[] {
    return [happened ? fill(BEGUN, name) : fill(LATER, works), fill(FORWARD, name)];
}

type Start = readonly [program: string, start: Day, thing: Message, works: string];

const STARTS: Form<Start> = {
    en: (program, start, thing, works) =>
        `\`${program}\` starts on ${isoDate(start)}, before ${thing.en}: the earliest day that works is ${works}.`,
    id: (program, start, thing, works) =>
        `\`${program}\` dimulai ${isoDate(start)}, sebelum ${thing.id}: hari paling awal yang memungkinkan ialah ${works}.`,
};

const STARTED: Form<Start> = {
    en: (program, start, thing, works) =>
        `\`${program}\` started on ${isoDate(start)}, before ${thing.en}: the earliest day that works is ${works}.`,
    id: (program, start, thing, works) =>
        `\`${program}\` telah dimulai ${isoDate(start)}, sebelum ${thing.id}: hari paling awal yang memungkinkan ialah ${works}.`,
};

const WAITS: Form<[program: string, thing: string]> = {
    en: (program, thing) => `\`${program}\` says here that it waits for \`${thing}\`.`,
    id: (program, thing) => `Di sini \`${program}\` menyatakan menunggu \`${thing}\`.`,
};

const FINISHES: Form<[thing: string, day: Day]> = {
    en: (thing, day) => `\`${thing}\`, which finishes on ${isoDate(day)}`,
    id: (thing, day) => `\`${thing}\`, yang selesai ${isoDate(day)}`,
};

const THERE: Form<[thing: string, day: Day]> = {
    en: (thing, day) => `\`${thing}\`, which is there from ${isoDate(day)}`,
    id: (thing, day) => `\`${thing}\`, yang baru ada mulai ${isoDate(day)}`,
};

const DELIVERED: Form<[thing: string, program: string, day: Day]> = {
    en: (thing, program, day) => `\`${thing}\`, which \`${program}\` delivers so that it is there from ${isoDate(day)}`,
    id: (thing, program, day) =>
        `\`${thing}\`, yang diserahkan oleh \`${program}\` sehingga baru ada mulai ${isoDate(day)}`,
};

const BEGUN: Form<[thing: string]> = {
    en: (thing) => `It has begun: if it got by without \`${thing}\`, take that wait out; else correct the date.`,
    id: (thing) =>
        `Program sudah berjalan: jika ternyata tidak memerlukan \`${thing}\`, hapus penantian itu; jika tidak, perbaiki tanggalnya.`,
};

const LATER: Form<[works: string]> = {
    en: (works) =>
        `Start on ${works} or later, or write no \`start\` at all: then the program starts as early as it can.`,
    id: (works) =>
        `Mulai pada ${works} atau sesudahnya, atau jangan tulis \`start\`: program lalu dimulai seawal mungkin.`,
};

const FORWARD: Form<[thing: string]> = {
    en: (thing) => `Bring \`${thing}\` forward, or take the wait out if the program can begin without it.`,
    id: (thing) => `Majukan \`${thing}\`, atau hapus penantian itu jika program dapat dimulai tanpanya.`,
};
