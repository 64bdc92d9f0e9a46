import { isoDate } from '../../plan/calendar.ts';
import type { Program } from '../../plan/declarations/program.ts';
import type { Message } from '../../plan/message.ts';
import type { ScheduledProgram, Wait } from '../schedule-types.ts';
import { code, plain, type Reason, type Telling } from './reason.ts';

/** So many things that hold a program back to the same day are followed up. */
const MOST_TIES = 3;

/** Why a program starts on its day: what is written, what it waits for last, or the plan's first day. */
export function explainStart(telling: Telling, scheduled: ScheduledProgram): Reason {
    const { program, start } = scheduled;
    const day = isoDate(start);
    const { started, during } = program;
    if (started !== undefined) {
        return plain(
            `It started ${day}: what happened counts, whatever was planned.`,
            `Program ini sudah mulai ${day}: yang terjadi berlaku, apa pun rencananya.`,
            started.clause,
        );
    }
    const pin = during ?? program.start;
    const delay = delayOf(telling, scheduled);
    if (pin !== undefined) {
        const words =
            during === undefined
                ? `start ${program.start!.when.text}`
                : `during ${during.from.text}..${during.to.text}`;
        return {
            sentence: {
                en: `It starts ${day}: ${code(words)} is written.`,
                id: `Mulai ${day}: tertulis ${code(words)}.`,
            },
            at: pin.clause,
            because: delay,
        };
    }
    return float(telling, scheduled, day, delay);
}

/** A program without a written start starts as early as it can. */
function float(telling: Telling, { program, waits }: ScheduledProgram, day: string, delay: readonly Reason[]): Reason {
    const { firstDay } = telling.analysis.schedule;
    const earliest = program.earliest?.when.first ?? firstDay;
    const last = waits.reduce((until, wait) => Math.max(until, wait.until), Math.max(firstDay, earliest));
    const binding = waits.filter((wait) => wait.until === last);
    if (binding.length > 0) {
        const names = binding.slice(0, MOST_TIES).map(({ name }) => code(name));
        return {
            sentence: {
                en: `It starts ${day}, as soon as ${names.join(', ')} ${binding.length > 1 ? 'let' : 'lets'} it.`,
                id: `Mulai ${day}, segera setelah ${names.join(', ')} memungkinkannya.`,
            },
            at: binding[0]!.reference.at,
            because: [...binding.slice(0, MOST_TIES).map((wait) => explainWait(telling, program, wait)), ...delay],
        };
    }
    if (program.earliest !== undefined && earliest === last) {
        return {
            sentence: {
                en: `It starts ${day}: ${code(`earliest ${program.earliest.when.text}`)} lets it start no sooner.`,
                id: `Mulai ${day}: ${code(`earliest ${program.earliest.when.text}`)} tidak mengizinkan lebih awal.`,
            },
            at: program.earliest.clause,
            because: delay,
        };
    }
    const period = telling.analysis.plan.masterplan?.period;
    return {
        sentence: {
            en: `It starts ${day}: nothing holds it back, and the plan begins ${isoDate(firstDay)}.`,
            id: `Mulai ${day}: tidak ada yang menahannya, dan rencana mulai ${isoDate(firstDay)}.`,
        },
        ...(period === undefined ? {} : { at: period.clause }),
        because: delay,
    };
}

function explainWait(telling: Telling, program: Program, wait: Wait): Reason {
    const { plan } = telling.analysis;
    const target = plan.names.get(wait.name);
    const from = isoDate(wait.until);
    if (target?.kind !== 'program') {
        return target === undefined || !('since' in target)
            ? plain(
                  `${code(wait.name)} is there from ${from}.`,
                  `${code(wait.name)} tersedia mulai ${from}.`,
                  wait.reference.at,
              )
            : {
                  sentence: {
                      en: `It needs ${code(wait.name)}, which is there from ${from}.`,
                      id: `Program ini membutuhkan ${code(wait.name)}, yang tersedia mulai ${from}.`,
                  },
                  at: wait.reference.at,
                  because: [telling.asset(target, wait.program)],
              };
    }
    const lag = lagOf(program, wait);
    return {
        sentence: {
            en: `It comes after ${code(wait.name)}${lag.en}, so ${from} is the first day that works.`,
            id: `Program ini menunggu ${code(wait.name)}${lag.id}, sehingga ${from} hari pertama yang mungkin.`,
        },
        at: wait.reference.at,
        because: [telling.program(target)],
    };
}

/** The lag of an `after` item. */
function lagOf(program: Program, { reference }: Wait): Message {
    const lag = program.after?.items.find(({ ref }) => ref === reference)?.lag;
    return lag === undefined ? { en: '', id: '' } : { en: ` and ${lag.text} more`, id: ` ditambah ${lag.text}` };
}

/** What the scenario that is played adds. What has started is not delayed. */
function delayOf({ analysis }: Telling, { program, status }: ScheduledProgram): readonly Reason[] {
    const { scenario } = analysis;
    const delays = status !== 'planned' ? [] : (scenario?.delays ?? []);
    return delays
        .filter(({ programs }) => programs.some(({ name }) => name === program.name))
        .map(({ by, clause }) =>
            plain(
                `The scenario ${code(scenario!.name)} delays it by ${by.text}.`,
                `Skenario ${code(scenario!.name)} menundanya ${by.text}.`,
                clause,
            ),
        );
}
