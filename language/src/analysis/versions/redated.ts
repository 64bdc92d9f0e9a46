import type { AssetLife, Schedule, ScheduledProgram } from '../schedule-types.ts';
import type { Next } from './timetable/timetable.ts';

/** The names of programs and assets whose days, slack or waits are others in a schedule that was worked out anew. */
export function changedBetween(before: Schedule, after: Schedule): ReadonlySet<string> {
    const changed = new Set<string>();
    for (const is of after.programs) {
        const was = before.byName.get(is.program.name);
        if (was === undefined || !isAlike(was, is)) {
            changed.add(is.program.name);
        }
    }
    for (const { program } of before.programs) {
        if (!after.byName.has(program.name)) {
            changed.add(program.name);
        }
    }
    const [was, is] = [before, after].map(({ unscheduled }) => new Set(unscheduled.map(({ name }) => name)));
    for (const name of [...was!, ...is!]) {
        if (!was!.has(name) || !is!.has(name) || before.inCycle.has(name) !== after.inCycle.has(name)) {
            changed.add(name);
        }
    }
    for (const [name, life] of after.assets) {
        const old = before.assets.get(name);
        if (old === undefined || !isAlikeLife(old, life)) {
            changed.add(name);
        }
    }
    for (const name of before.assets.keys()) {
        if (!after.assets.has(name)) {
            changed.add(name);
        }
    }
    return changed;
}

function isAlike(was: ScheduledProgram, is: ScheduledProgram): boolean {
    return (
        was.start === is.start &&
        was.finish === is.finish &&
        was.slack === is.slack &&
        was.critical === is.critical &&
        was.overrun === is.overrun &&
        was.status === is.status &&
        was.waits.length === is.waits.length &&
        was.waits.every(
            (wait, place) =>
                wait.until === is.waits[place]!.until &&
                wait.name === is.waits[place]!.name &&
                wait.program?.name === is.waits[place]!.program?.name,
        )
    );
}

function isAlikeLife(was: AssetLife, is: AssetLife): boolean {
    return (
        was.from === is.from &&
        was.to === is.to &&
        was.undelivered === is.undelivered &&
        was.replacedBy === is.replacedBy &&
        was.deliverer?.name === is.deliverer?.name &&
        was.deliverers.length === is.deliverers.length &&
        was.deliverers.every((each, place) => each.name === is.deliverers[place]!.name)
    );
}

/** The same of the next version of a timetable, by what it has written anew. */
export function changedIn({ programs, assets, schedule: after }: Next, before: Schedule): ReadonlySet<string> {
    const changed = new Set<string>();
    for (const [name, was, is] of programs) {
        const isSame =
            was === undefined || is === undefined
                ? was === is && isUnscheduled(before, name) === isUnscheduled(after, name)
                : isAlike(was, is);
        if (!isSame) {
            changed.add(name);
        }
    }
    for (const [name, was, is] of assets) {
        if (was === undefined || is === undefined ? was !== is : !isAlikeLife(was, is)) {
            changed.add(name);
        }
    }
    return changed;
}

function isUnscheduled({ unscheduled }: Schedule, name: string): boolean {
    return unscheduled.some((program) => program.name === name);
}
