import { type Day, isoDate, yearOf } from '../../plan/calendar.ts';
import type { Asset } from '../../plan/declarations/asset.ts';
import type { Activity, Program } from '../../plan/declarations/program.ts';
import type { Finding } from '../../plan/finding.ts';
import { say } from '../../plan/message.ts';
import type { Origin } from '../../plan/origin.ts';
import { findAsset, ownerOf } from '../../plan/plan.ts';
import { addClause, addName } from '../clauses.ts';
import { sameLength, spellFirst, spellLast } from '../dates.ts';
import type { Edit, Fix } from '../fix.ts';
import { type Ground, insert, isOwn, replace } from '../ground.ts';
import { remove, removeItem, removeName } from '../removal.ts';
import { adding, ownPrograms, programAt } from './gaps.ts';
import { fix, type Way } from './way.ts';

/** A program that starts too early: on the first day that works, as long as before; or without that wait. */
export const moveStart: Way = function* (ground, finding) {
    const program = programAt(ground, finding.at);
    const scheduled = program && ground.checked.analysis.schedule.byName.get(program.name);
    if (program === undefined || scheduled === undefined) {
        return;
    }
    const works = Math.max(...scheduled.waits.map(({ until }) => until));
    if (program.started === undefined && program.finished === undefined) {
        const { during, start } = program;
        if (during !== undefined) {
            const last = sameLength({ first: during.from.first, last: during.to.last }, works);
            const dates = spellSpan(works, last);
            yield* fix(
                say(
                    () => `Move it to \`during ${dates}\``,
                    () => `Pindahkan ke \`during ${dates}\``,
                ),
                edited(ground, { ...during.clause }, `during ${dates}`),
                true,
            );
        } else if (start !== undefined) {
            yield* fix(
                say(
                    () => `Start on ${isoDate(works)}, the earliest day that works`,
                    () => `Mulai ${isoDate(works)}, hari paling awal yang memungkinkan`,
                ),
                edited(ground, start.when.at, spellFirst(works)),
                true,
            );
            yield* fix(
                say(
                    () => 'Delete `start`: the program starts as early as it can',
                    () => 'Hapus `start`: program dimulai seawal mungkin',
                ),
                program.duration === undefined ? [] : remove(ground, start.clause),
            );
        }
    }
    const wait = scheduled.waits.find(({ name }) => finding.subjects.includes(name) && name !== program.name);
    if (wait !== undefined) {
        yield* takeOut(ground, program, wait.reference.at);
    }
};

function spellSpan(first: Day, last: Day): string {
    const from = spellFirst(first);
    const to = spellLast(last);
    // A year as the end is read best behind a year or month.
    return `${from}..${to}`;
}

function edited(ground: Ground, at: Origin, text: string): readonly Edit[] {
    return ground.text(at.file) === undefined ? [] : [replace(at, text)];
}

/** A wait or need less. */
function* takeOut(ground: Ground, declaration: Program | Asset | Activity, at: Origin): Generator<Fix> {
    const name = ground.slice(at);
    const after = 'after' in declaration ? declaration.after : undefined;
    const item = after?.items.find(({ ref }) => ref.at.start === at.start);
    const needs = 'needs' in declaration ? declaration.needs : undefined;
    const edits =
        after !== undefined && item !== undefined
            ? removeItem(
                  ground,
                  after,
                  after.items.map(({ ref, lag }) => ({ ...ref.at, end: lag?.at.end ?? ref.at.end })),
                  at,
              )
            : needs?.refs.some((ref) => ref.at.start === at.start) === true
              ? removeName(ground, needs, at)
              : [];
    yield* fix(
        item === undefined
            ? say(
                  () => `Do not need \`${name}\``,
                  () => `Hapus kebutuhan akan \`${name}\``,
              )
            : say(
                  () => `Do not wait for \`${name}\``,
                  () => `Hapus penantian pada \`${name}\``,
              ),
        edits,
    );
}

/** A deadline that is missed: on the day that the program finishes. */
export const moveDeadline: Way = function* (ground, finding) {
    const program = programAt(ground, finding.at);
    const scheduled = program && ground.checked.analysis.schedule.byName.get(program.name);
    if (program === undefined || scheduled === undefined) {
        return;
    }
    const { during, finishBy } = program;
    if (finishBy !== undefined && finishBy.clause.start === finding.at.start) {
        const day = spellLast(scheduled.finish);
        yield* fix(
            say(
                () => `Move the deadline to ${day}`,
                () => `Pindahkan tenggat ke ${day}`,
            ),
            edited(ground, finishBy.when.at, day),
            true,
        );
    } else if (during !== undefined && scheduled.overrun !== undefined) {
        const { overrun } = scheduled;
        yield* fix(
            say(
                () => `Let the program end on ${isoDate(overrun)}, with its activities`,
                () => `Akhiri program pada ${isoDate(overrun)}, bersama kegiatannya`,
            ),
            edited(ground, during.clause, `during ${during.from.text}..${spellLast(overrun)}`),
            true,
        );
    }
};

/** Something needed that nobody delivers, or that is gone: there since before, delivered by a program, or not needed. */
export const deliver: Way = function* (ground, finding) {
    const { plan, checked } = ground;
    const { schedule } = checked.analysis;
    const dependent = ground.around(finding.at);
    const reference = { name: ground.slice(finding.at), expected: 'asset' as const, at: finding.at };
    const asset = findAsset(plan, reference);
    const life = asset && schedule.assets.get(asset.name);
    if (asset === undefined || life === undefined || dependent === undefined || dependent.kind === 'waiver') {
        return;
    }
    const start = schedule.byName.get(dependent.name)?.start;
    if (life.undelivered && isOwn(asset)) {
        const year = yearOf(Math.min(schedule.firstDay, start ?? schedule.firstDay)) - 1;
        yield* fix(
            say(
                () => `\`${asset.name}\` is there already: add \`since ${year}\` to it`,
                () => `\`${asset.name}\` sudah ada: tambahkan \`since ${year}\``,
            ),
            addClause(ground, asset.whole, `since ${year}`),
            true,
        );
    }
    if (life.undelivered) {
        const owner = ownerOf(asset)?.name;
        const starts = ownPrograms(ground)
            .filter((program) => program.needs?.refs.some(({ name }) => name === asset.name))
            .map((program) => schedule.byName.get(program.name)?.start ?? Number.NEGATIVE_INFINITY);
        // Who is finished before the first of those that need it starts waits for none of them: no circle can arise.
        const able = ownPrograms(ground).filter((program) => {
            const finish = schedule.byName.get(program.name)?.finish ?? Number.POSITIVE_INFINITY;
            return program.owner?.ref.name === owner && starts.every((each) => finish < each);
        });
        for (const program of able.slice(0, 2)) {
            yield* fix(
                say(
                    () => `Let \`${program.name}\` deliver it`,
                    () => `Biarkan \`${program.name}\` menyerahkannya`,
                ),
                addName(ground, program, 'delivers', program.delivers, asset.name),
            );
        }
    }
    if (dependent.kind === 'program' || dependent.kind === 'application') {
        yield* takeOut(ground, dependent, finding.at);
    }
};

/** A circle of waits: each of the waits that hold it together, less. */
export const openCircle: Way = function* (ground, finding) {
    const { plan, checked } = ground;
    const cycle = checked.analysis.schedule.cycles.find(({ members }) => members[0] === finding.subjects[0]);
    for (const [index, reference] of (cycle?.references ?? []).entries()) {
        const member = plan.names.get(cycle!.members[index]!);
        if (member?.kind === 'program' || member?.kind === 'activity') {
            for (const each of takeOut(ground, member, reference.at)) {
                const name = ground.slice(reference.at);
                yield {
                    ...each,
                    title: say(
                        () => `Let \`${member.name}\` no longer wait for \`${name}\``,
                        () => `Biarkan \`${member.name}\` tidak menunggu \`${name}\``,
                    ),
                };
            }
        }
    }
};

/** Something that a scenario drops or that is cancelled: what needs it goes too, or needs it no longer. */
export const goTogether: Way = function* (ground, finding: Finding) {
    const around = ground.around(finding.at);
    if (around?.kind === 'scenario') {
        const drop = around.drops.find(
            ({ clause }) => clause.start <= finding.at.start && finding.at.end <= clause.end,
        );
        const waiting = finding.evidence.find(({ label }) => label === 'after' || label === 'needs')?.at;
        const dependent = waiting && programAt(ground, waiting);
        if (drop !== undefined && dependent !== undefined) {
            yield* fix(
                say(
                    () => `Drop \`${dependent.name}\` as well`,
                    () => `Hapus juga \`${dependent.name}\``,
                ),
                ground.text(drop.clause.file) === undefined
                    ? []
                    : [insert(drop.clause.file, drop.clause.end, `, ${dependent.name}`)],
                true,
            );
        }
    } else if (around?.kind === 'program' || around?.kind === 'application') {
        yield* takeOut(ground, around, finding.at);
        yield* around.kind === 'program' ? fix(adding('cancelled'), addClause(ground, around.whole, 'cancelled')) : [];
    }
};

/** A program without a length: one to be looked at. */
export const addDuration: Way = function* (ground, finding) {
    const program = programAt(ground, finding.at);
    if (program !== undefined && program.duration === undefined && program.during === undefined) {
        const clause = 'duration 6..12 months';
        yield* fix(adding(clause), addClause(ground, program.whole, clause), true);
    }
};

/** A program outside of the period: a period around it. */
export const widenPeriod: Way = function* (ground, finding) {
    const period = ground.plan.masterplan?.period;
    const program = programAt(ground, finding.at);
    const scheduled = program && ground.checked.analysis.schedule.byName.get(program.name);
    if (period !== undefined && scheduled !== undefined && ground.text(period.clause.file) !== undefined) {
        const from = scheduled.start < period.from.first ? String(yearOf(scheduled.start)) : period.from.text;
        const to = scheduled.finish > period.to.last ? String(yearOf(scheduled.finish)) : period.to.text;
        yield* fix(
            say(
                () => `Widen the period to ${from}..${to}`,
                () => `Perluas periode menjadi ${from}..${to}`,
            ),
            [replace(period.clause, `period ${from}..${to}`)],
            true,
        );
    }
};

/** More programs at once than an OPD can run: a capacity for as many. */
export const raiseCapacity: Way = function* (ground, finding) {
    const opd = ground.around(finding.at);
    if (opd?.kind !== 'opd' || opd.capacity === undefined) {
        return;
    }
    const days = ground.checked.analysis.schedule.programs
        .filter(({ program }) => program.owner?.ref.name === opd.name)
        .flatMap(({ start, finish }) => [[start, 1] as const, [finish + 1, -1] as const])
        .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    let running = 0;
    let most = 0;
    for (const [, change] of days) {
        running += change;
        most = Math.max(most, running);
    }
    yield* fix(
        say(
            () => `Raise the capacity to ${most} programs`,
            () => `Naikkan kapasitas menjadi ${most} program`,
        ),
        edited(ground, opd.capacity.clause, `capacity ${most} programs`),
    );
};
