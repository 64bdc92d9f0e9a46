import { isoDate } from '../../plan/calendar.ts';
import type { Activity, Program } from '../../plan/declarations/program.ts';
import type { Message } from '../../plan/message.ts';
import type { ScheduledProgram } from '../schedule-types.ts';
import { explainFinish } from './finish.ts';
import { code, plain, type Reason, type Telling } from './reason.ts';
import { explainStart } from './start.ts';

/** Why a program runs when it does, or has no dates. */
export function explainProgram(telling: Telling, program: Program): Reason {
    const scheduled = telling.analysis.schedule.byName.get(program.name);
    return telling.once(program.name, inShort(program, scheduled), () => {
        if (program.cancelled !== undefined) {
            return explainCancelled(telling, program);
        }
        if (scheduled === undefined) {
            return explainUndated(telling, program);
        }
        const because = [explainStart(telling, scheduled), explainFinish(scheduled)];
        const deadline = program.finishBy;
        if (deadline !== undefined) {
            const left = deadline.when.last - scheduled.finish;
            const day = isoDate(deadline.when.last);
            because.push(
                left < 0
                    ? plain(
                          `Its deadline is ${day}: it comes ${-left} ${left === -1 ? 'day' : 'days'} too late.`,
                          `Tenggatnya ${day}: terlambat ${-left} hari.`,
                          deadline.clause,
                      )
                    : plain(
                          `Its deadline is ${day}: ${left} ${left === 1 ? 'day is' : 'days are'} left.`,
                          `Tenggatnya ${day}: tersisa ${left} hari.`,
                          deadline.clause,
                      ),
            );
        }
        return {
            sentence: {
                en: `${code(program.name)} ${ran(scheduled).en} ${isoDate(scheduled.start)} to ${isoDate(scheduled.finish)}.`,
                id: `${code(program.name)} ${ran(scheduled).id} ${isoDate(scheduled.start)} sampai ${isoDate(scheduled.finish)}.`,
            },
            at: program.at,
            because,
        };
    });
}

function ran({ status }: ScheduledProgram): Message {
    return status === 'finished' ? { en: 'ran from', id: 'berjalan' } : { en: 'runs from', id: 'berjalan' };
}

function inShort({ name }: Program, scheduled: ScheduledProgram | undefined): Message {
    return scheduled === undefined
        ? { en: `${code(name)} has no dates`, id: `${code(name)} tidak bertanggal` }
        : {
              en: `${code(name)} runs from ${isoDate(scheduled.start)} to ${isoDate(scheduled.finish)}`,
              id: `${code(name)} berjalan ${isoDate(scheduled.start)} sampai ${isoDate(scheduled.finish)}`,
          };
}

function explainCancelled({ analysis }: Telling, { name, cancelled }: Program): Reason {
    const written = analysis.written.names.get(name);
    const scenario = analysis.scenario;
    return scenario !== undefined && written?.kind === 'program' && written.cancelled === undefined
        ? plain(
              `${code(name)} has no dates: the scenario ${code(scenario.name)} leaves it out.`,
              `${code(name)} tidak bertanggal: skenario ${code(scenario.name)} meniadakannya.`,
              cancelled?.clause,
          )
        : plain(
              `${code(name)} has no dates: it is cancelled.`,
              `${code(name)} tidak bertanggal: program ini dibatalkan.`,
              cancelled?.clause,
          );
}

function explainUndated({ analysis }: Telling, program: Program): Reason {
    const { name } = program;
    const cycle = analysis.schedule.cycles.find(({ members }) => members.includes(name));
    if (cycle === undefined) {
        return plain(
            `${code(name)} has no dates: nothing says how long it takes. Write \`duration\`, \`during\`, or activities with durations.`,
            `${code(name)} tidak bertanggal: lamanya tidak tertulis. Tulis \`duration\`, \`during\`, atau kegiatan dengan \`duration\`.`,
            program.at,
        );
    }
    const path = cycle.path.map(code).join(' → ');
    return {
        sentence: {
            en: `${code(name)} has no dates: it waits for itself in a circle, ${path}.`,
            id: `${code(name)} tidak bertanggal: program ini menunggu dirinya sendiri dalam lingkaran, ${path}.`,
        },
        at: program.at,
        because: cycle.members.map((member, i) => {
            const { name: waited, at } = cycle.references[i]!;
            return plain(`${code(member)} waits for ${code(waited)}.`, `${code(member)} menunggu ${code(waited)}.`, at);
        }),
    };
}

/** Why an activity of a program runs when it does. */
export function explainActivity(telling: Telling, program: Program, activity: Activity): Reason {
    const scheduled = telling.analysis.schedule.byName.get(program.name);
    const own = scheduled?.activities.find((each) => each.activity.name === activity.name);
    if (scheduled === undefined || own === undefined) {
        return {
            sentence: {
                en: `${code(activity.name)} has no dates${activity.duration === undefined ? ': it has no `duration`' : ''}.`,
                id: `${code(activity.name)} tidak bertanggal${activity.duration === undefined ? ': tidak ada `duration`' : ''}.`,
            },
            at: activity.at,
            because: scheduled === undefined ? [telling.program(program)] : [],
        };
    }
    const prefix = `${program.name}.`;
    const before = (activity.after?.items ?? []).flatMap(({ ref }) => {
        const other = scheduled.activities.find((each) => [ref.name, prefix + ref.name].includes(each.activity.name));
        return other === undefined ? [] : [{ ref, other }];
    });
    const last = before.toSorted((a, b) => b.other.finish - a.other.finish)[0];
    const waits = last !== undefined && own.start > scheduled.start;
    return {
        sentence: {
            en: `${code(activity.name)} runs from ${isoDate(own.start)} to ${isoDate(own.finish)}.`,
            id: `${code(activity.name)} berjalan ${isoDate(own.start)} sampai ${isoDate(own.finish)}.`,
        },
        at: activity.at,
        because: [
            waits
                ? {
                      sentence: {
                          en: `It starts when ${code(last.other.activity.name)} is done.`,
                          id: `Mulai setelah ${code(last.other.activity.name)} selesai.`,
                      },
                      at: last.ref.at,
                      because: [explainActivity(telling, program, last.other.activity)],
                  }
                : {
                      sentence: { en: 'It starts with its program.', id: 'Mulai bersama programnya.' },
                      because: [telling.program(program)],
                  },
            plain(
                `It takes ${activity.duration!.length.text}.`,
                `Lamanya ${activity.duration!.length.text}.`,
                activity.duration!.clause,
            ),
        ],
    };
}
