import type { Colors } from 'picocolors/types.js';
import { isoDate } from '../../plan/calendar.ts';
import type { Locale } from '../../plan/message.ts';
import type { Played } from '../scenario.ts';
import { table } from '../words.ts';

/** The last part of a qualified name. */
function local(name: string): string {
    return name.slice(name.lastIndexOf('.') + 1);
}

/** The schedule for machines; the shape is stable (`formatVersion`). */
export function writeRoadmapJson({ checked: { analysis } }: Played): string {
    const { schedule, scenario } = analysis;
    return `${JSON.stringify(
        {
            formatVersion: 1,
            ...(scenario === undefined ? {} : { scenario: scenario.name }),
            programs: schedule.programs.map((each) => ({
                name: each.program.name,
                title: each.program.title,
                owner: each.program.owner?.ref.name ?? null,
                element: each.program.element?.ref.name ?? null,
                start: isoDate(each.start),
                finish: isoDate(each.finish),
                slackDays: each.slack,
                critical: each.critical,
                quickWin: each.program.quickWin !== undefined,
                waitsFor: each.waits.map((wait) => ({ name: wait.name, until: isoDate(wait.until) })),
                status: each.status,
                activities: each.activities.map(({ activity, start, finish }) => ({
                    name: local(activity.name),
                    title: activity.title,
                    start: isoDate(start),
                    finish: isoDate(finish),
                })),
            })),
            unscheduled: schedule.unscheduled.map((program) => program.name),
        },
        null,
        2,
    )}\n`;
}

/** The schedule for people: a row a program, in order of start. */
export function writeRoadmapText({ checked: { analysis } }: Played, locale: Locale, colors: Colors): string {
    const { schedule } = analysis;
    const id = locale === 'id';
    const head = id
        ? ['mulai', 'selesai', 'kelonggaran', '', 'program', 'pengampu', 'judul']
        : ['start', 'finish', 'slack', '', 'program', 'owner', 'title'];
    const rows = schedule.programs.map((each) => [
        isoDate(each.start),
        isoDate(each.finish),
        each.slack === null ? '' : `${each.slack} ${id ? 'hari' : 'd'}`,
        `${each.critical ? '!' : ' '}${each.program.quickWin === undefined ? ' ' : '*'}`,
        each.program.name,
        each.program.owner?.ref.name ?? '',
        each.program.title,
    ]);
    const [first, ...rest] = table([head, ...rows]);
    const lines = [colors.bold(first!), ...rest];
    if (schedule.unscheduled.length > 0) {
        lines.push(
            '',
            `${id ? 'Belum terjadwal' : 'Unscheduled'}: ${schedule.unscheduled.map((program) => program.name).join(', ')}`,
        );
    }
    lines.push(
        '',
        colors.dim(id ? '! lintasan kritis   * program percepatan (quick win)' : '! critical path   * quick win'),
    );
    return `${lines.join('\n')}\n`;
}
