import type { Schedule } from '../analysis/schedule-types.ts';
import type { Program } from '../plan/declarations/program.ts';
import type { Reference } from '../plan/declarations/reference.ts';
import type { Draft, Related } from '../plan/finding.ts';
import { list, say } from '../plan/message.ts';
import type { Rule } from './rule.ts';
import page from './unscheduled.md';

/** Somebody who waits for a program without days, and the clause item that says so. */
interface Waiter {
    readonly program: Program;
    readonly reference: Reference;
}

/** The clauses that would give a program its days. One that was tried and could not be read is reported as such. */
const DATED = ['during', 'duration', 'finished', 'activity'];

/** A program that says neither how long it takes nor when it is done. */
export const unscheduled: Rule = {
    name: 'unscheduled',
    group: 'time',
    severity: 'warning',
    title: { en: 'A program has no place on the roadmap', id: 'Program belum terjadwal pada peta jalan' },
    page,
    judges: 'around',
    *find({ schedule, lifetimes }) {
        const waiters = waitersOf(schedule, lifetimes.programs);
        for (const program of schedule.unscheduled) {
            const tried = program.broken.some((keyword) => DATED.includes(keyword));
            // Activities with a duration that still give no days wait for each other: that is said of the circle.
            const circular = schedule.inCycle.has(program.name) || program.activities.some((each) => each.duration);
            if (program.library === undefined && !tried && !circular) {
                yield report(program, waiters.get(program.name) ?? []);
            }
        }
    },
};

function report(program: Program, waiters: readonly Waiter[]): Draft {
    const names = list(waiters.map((waiter) => `\`${waiter.program.name}\``));
    const one = waiters.length === 1;
    return {
        at: program.at,
        subjects: [program.name],
        message: say(
            () =>
                `Program \`${program.name}\` is not scheduled: it says neither how long it takes (\`duration\`, \`during\`, activities with a \`duration\`) nor when it \`finished\`.${waiters.length > 0 ? ` ${names.en} ${one ? 'waits' : 'wait'} for it, and that wait is ignored.` : ''}`,
            () =>
                `Program \`${program.name}\` belum terjadwal: tidak disebut berapa lama (\`duration\`, \`during\`, kegiatan dengan \`duration\`) maupun kapan selesai (\`finished\`).${waiters.length > 0 ? ` ${names.id} menunggunya, dan penantian itu diabaikan.` : ''}`,
        ),
        evidence: waiters.map(({ program: waiter, reference }) => ({
            label: 'waiting',
            value: waiter.name,
            at: reference.at,
        })),
        related: waiters.map(
            ({ program: waiter, reference }): Related => ({
                at: reference.at,
                message: say(
                    () => `\`${waiter.name}\` waits for \`${reference.name}\` here.`,
                    () => `\`${waiter.name}\` menunggu \`${reference.name}\` di sini.`,
                ),
            }),
        ),
        facts: '',
        ways: [
            {
                en: 'Say how long it takes, even roughly: `duration 6..12 months`; or when it runs: `during 2022..2023`.',
                id: 'Sebutkan berapa lama, walau kasar: `duration 6..12 months`; atau kapan berjalan: `during 2022..2023`.',
            },
            {
                en: 'A program nobody can say that of yet may wait outside of the masterplan.',
                id: 'Program yang belum dapat diperkirakan sebaiknya belum dimasukkan ke masterplan.',
            },
        ],
    };
}

/** Whose waits are ignored, by the name of the program they wait for; each program once, by name. */
function waitersOf(schedule: Schedule, programs: readonly Program[]): ReadonlyMap<string, readonly Waiter[]> {
    const undated = new Set(schedule.unscheduled.map((program) => program.name));
    const waiters = new Map<string, Waiter[]>();
    const add = (name: string, program: Program, reference: Reference): void => {
        if (!undated.has(name) || name === program.name) {
            return;
        }
        const list = waiters.get(name) ?? [];
        if (list.at(-1)?.program !== program) {
            list.push({ program, reference });
            waiters.set(name, list);
        }
    };
    for (const program of undated.size > 0 ? programs : []) {
        for (const { ref } of program.after?.items ?? []) {
            add(ref.name, program, ref);
        }
        for (const ref of program.needs?.refs ?? []) {
            const life = schedule.assets.get(ref.name);
            if (life === undefined || life.asset.since !== undefined) {
                continue;
            }
            const late = life.deliverers.filter(({ name }) => undated.has(name));
            const isKept = () =>
                schedule.byName.get(program.name)?.waits.some((wait) => wait.name === ref.name) === true;
            if (late.length > 0 && !isKept()) {
                for (const deliverer of late) {
                    add(deliverer.name, program, ref);
                }
            }
        }
    }
    return waiters;
}
