import { isoDate } from '../../plan/calendar.ts';
import { type Comparison, change } from './comparison.ts';
import type { Change } from './diff-types.ts';
import { code } from './wording.ts';

/** Deadlines of programs (`finish by`) that were set, moved or given up. */
export function compareDeadlines(comparison: Comparison): Change[] {
    return comparison.of('program').both.flatMap(({ base, head }): Change[] => {
        const [was, is] = [base.finishBy?.when.last, head.finishBy?.when.last];
        if (was === is) {
            return [];
        }
        const name = code(head.name);
        return [
            change({
                kind: 'deadline-changed',
                topic: 'schedule',
                subjects: [head.name],
                sentence:
                    is === undefined
                        ? {
                              en: `The deadline of ${name} is gone (was ${isoDate(was!)}).`,
                              id: `Tenggat ${name} dihapus (semula ${isoDate(was!)}).`,
                          }
                        : was === undefined
                          ? {
                                en: `${name} has a deadline now: ${isoDate(is)}.`,
                                id: `${name} kini bertenggat ${isoDate(is)}.`,
                            }
                          : {
                                en: `The deadline of ${name} is ${is > was ? 'put off' : 'brought forward'} to ${isoDate(is)}, was ${isoDate(was)}.`,
                                id: `Tenggat ${name} ${is > was ? 'diundur' : 'dimajukan'} ke ${isoDate(is)}, semula ${isoDate(was)}.`,
                            },
                base: base.finishBy?.clause ?? base.at,
                head: head.finishBy?.clause ?? head.at,
                breaking: was !== undefined && (is === undefined || is > was) ? 'later-deadline' : undefined,
                facts: { was: was === undefined ? null : isoDate(was), is: is === undefined ? null : isoDate(is) },
            }),
        ];
    });
}
