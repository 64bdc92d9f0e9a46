import { isoDate } from '../../plan/calendar.ts';
import type { Message } from '../../plan/message.ts';
import type { ScheduledProgram } from '../schedule-types.ts';
import { type Comparison, change } from './comparison.ts';
import type { Change } from './diff-types.ts';
import { reasonsOf } from './reasons.ts';
import { code, shifted } from './wording.ts';

/** Programs that start or finish on other days than before, and why. */
export function compareDates(comparison: Comparison): Change[] {
    const { base, head } = comparison;
    return comparison.of('program').both.flatMap((pair): Change[] => {
        if (pair.base.cancelled !== undefined || pair.head.cancelled !== undefined) {
            return [];
        }
        const before = base.analysis.schedule.byName.get(pair.base.name);
        const after = head.analysis.schedule.byName.get(pair.head.name);
        if (before?.start === after?.start && before?.finish === after?.finish) {
            return [];
        }
        const [start, finish] =
            before === undefined || after === undefined
                ? [null, null]
                : [after.start - before.start, after.finish - before.finish];
        return [
            change({
                kind:
                    after === undefined ? 'program-undated' : before === undefined ? 'program-dated' : 'program-moved',
                topic: 'schedule',
                subjects: [pair.head.name],
                sentence: movedSentence(pair.head.name, before, after),
                because: reasonsOf(comparison, pair, before, after),
                base: pair.base.at,
                head: pair.head.at,
                facts: { was: spanOf(before), is: spanOf(after), startDays: start, finishDays: finish },
            }),
        ];
    });
}

function spanOf(scheduled: ScheduledProgram | undefined): { start: string; finish: string } | null {
    return scheduled === undefined ? null : { start: isoDate(scheduled.start), finish: isoDate(scheduled.finish) };
}

function movedSentence(
    name: string,
    before: ScheduledProgram | undefined,
    after: ScheduledProgram | undefined,
): Message {
    const span = (each: ScheduledProgram, to: string): string => `${isoDate(each.start)} ${to} ${isoDate(each.finish)}`;
    if (after === undefined) {
        return {
            en: `${code(name)} has no dates any more (was ${span(before!, 'to')}).`,
            id: `${code(name)} tidak lagi bertanggal (semula ${span(before!, 'sampai')}).`,
        };
    }
    if (before === undefined) {
        return {
            en: `${code(name)} has dates now: ${span(after, 'to')}.`,
            id: `${code(name)} kini bertanggal: ${span(after, 'sampai')}.`,
        };
    }
    const [start, finish] = [after.start - before.start, after.finish - before.finish];
    const whole: Message = {
        en: `now ${span(after, 'to')}, was ${span(before, 'to')}`,
        id: `kini ${span(after, 'sampai')}, semula ${span(before, 'sampai')}`,
    };
    if (start === finish) {
        return {
            en: `${code(name)} comes ${shifted(start).en}: ${whole.en}.`,
            id: `${code(name)} bergeser ${shifted(start).id}: ${whole.id}.`,
        };
    }
    const parts: Message[] = [];
    if (start !== 0) {
        parts.push({ en: `starts ${shifted(start).en}`, id: `mulai ${shifted(start).id}` });
    }
    if (finish !== 0) {
        parts.push({ en: `finishes ${shifted(finish).en}`, id: `selesai ${shifted(finish).id}` });
    }
    return {
        en: `${code(name)} ${parts.map(({ en }) => en).join(' and ')}: ${whole.en}.`,
        id: `${code(name)} ${parts.map(({ id }) => id).join(' dan ')}: ${whole.id}.`,
    };
}
