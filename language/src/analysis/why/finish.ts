import { isoDate } from '../../plan/calendar.ts';
import { finishOf } from '../schedule/lengths.ts';
import type { ScheduledProgram } from '../schedule-types.ts';
import { code, plain, type Reason } from './reason.ts';

/** Why a program finishes on its day: what is written, its duration, or its activities. */
export function explainFinish(scheduled: ScheduledProgram): Reason {
    const { program, finish, activities } = scheduled;
    const day = isoDate(finish);
    const { finished, during, duration } = program;
    if (finished !== undefined) {
        return plain(
            `It finished ${day}: what happened counts, whatever was planned.`,
            `Program ini sudah selesai ${day}: yang terjadi berlaku, apa pun rencananya.`,
            finished.clause,
        );
    }
    if (during !== undefined) {
        const words = code(`during ${during.from.text}..${during.to.text}`);
        return plain(`It finishes ${day}: ${words} is written.`, `Selesai ${day}: tertulis ${words}.`, during.clause);
    }
    const last = activities.filter((each) => each.finish === finish).at(-1);
    if (last !== undefined && (duration === undefined || finishOf(scheduled.start, duration.length) < finish)) {
        return plain(
            `It finishes ${day} with its activity ${code(last.activity.name)}.`,
            `Selesai ${day} bersama kegiatan ${code(last.activity.name)}.`,
            last.activity.at,
        );
    }
    if (duration === undefined) {
        return plain(`It finishes ${day}.`, `Selesai ${day}.`, program.at);
    }
    const { likely, text } = duration.length;
    const most = likely === undefined ? undefined : `${likely.count} ${likely.unit}`;
    if (!text.includes('..')) {
        return plain(`It finishes ${day}: it takes ${text}.`, `Selesai ${day}: lamanya ${text}.`, duration.clause);
    }
    return plain(
        `It finishes ${day}: it takes ${text}, ${most === undefined ? 'of which the middle counts' : `most likely ${most}`}.`,
        `Selesai ${day}: lamanya ${text}, ${most === undefined ? 'yang dihitung tengahnya' : `paling mungkin ${most}`}.`,
        duration.clause,
    );
}
