import type { Colors } from 'picocolors/types.js';
import type { ScheduledProgram } from '../../analysis/schedule-types.ts';
import type { Uncertainty } from '../../analysis/uncertainty-types.ts';
import { isoDate } from '../../plan/calendar.ts';
import type { Locale } from '../../plan/message.ts';
import { CAUTION } from '../../render/words.ts';
import type { Played } from '../scenario.ts';
import { table } from '../words.ts';
import { consequencesJson, writeConsequences } from './consequences.ts';

/** The last part of a qualified name. */
function local(name: string): string {
    return name.slice(name.lastIndexOf('.') + 1);
}

/** The schedule for machines; the shape is stable (`formatVersion`). */
export function writeRoadmapJson(played: Played, uncertainty: Uncertainty): string {
    const { schedule } = played.checked.analysis;
    return `${JSON.stringify(
        {
            formatVersion: 1,
            ...consequencesJson(played),
            simulation: { seed: uncertainty.seed, runs: uncertainty.runs },
            programs: schedule.programs.map((each) => {
                const { p10, p50, p90 } = uncertainty.finishOf(each.program.name)!;
                return {
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
                    p10: isoDate(p10),
                    p50: isoDate(p50),
                    p90: isoDate(p90),
                    activities: each.activities.map(({ activity, start, finish }) => ({
                        name: local(activity.name),
                        title: activity.title,
                        start: isoDate(start),
                        finish: isoDate(finish),
                    })),
                };
            }),
            unscheduled: schedule.unscheduled.map((program) => program.name),
        },
        null,
        2,
    )}\n`;
}

/** The schedule for people: a row a program, in order of start; how sure it is, and what a scenario moves. */
export function writeRoadmapText(played: Played, uncertainty: Uncertainty, locale: Locale, colors: Colors): string {
    const { schedule } = played.checked.analysis;
    const id = locale === 'id';
    const columns = columnsOf(played, uncertainty, locale);
    const rows = schedule.programs.map((each) => columns.map(({ cell }) => cell(each)));
    const [first, ...rest] = table([columns.map(({ head }) => head), ...rows]);
    const lines = [
        ...writeConsequences(played, ['programs', 'schedule', 'targets'], locale, colors),
        colors.bold(first!),
        ...rest,
    ];
    if (schedule.unscheduled.length > 0) {
        lines.push(
            '',
            `${id ? 'Belum terjadwal' : 'Unscheduled'}: ${schedule.unscheduled.map((program) => program.name).join(', ')}`,
        );
    }
    if (uncertainty.isUncertain) {
        lines.push('', writeWhole(uncertainty, id));
    }
    lines.push(
        '',
        colors.dim(id ? '! lintasan kritis   * program percepatan (quick win)' : '! critical path   * quick win'),
        colors.dim(CAUTION[locale]),
    );
    return `${lines.join('\n')}\n`;
}

/** A column of the table. */
interface Column {
    readonly head: string;
    readonly cell: (program: ScheduledProgram) => string;
}

function columnsOf({ base }: Played, uncertainty: Uncertainty, locale: Locale): readonly Column[] {
    const id = locale === 'id';
    const days = id ? 'hari' : 'd';
    const columns: Column[] = [
        { head: id ? 'mulai' : 'start', cell: ({ start }) => isoDate(start) },
        { head: id ? 'selesai' : 'finish', cell: ({ finish }) => isoDate(finish) },
    ];
    if (uncertainty.isUncertain) {
        columns.push({
            head: id ? '9 dari 10 kali per' : '9 in 10 times by',
            cell: ({ program }) => {
                const { p10, p90 } = uncertainty.finishOf(program.name)!;
                return p10 === p90 ? '' : isoDate(p90);
            },
        });
    }
    if (base !== undefined) {
        columns.push({
            head: id ? 'bergeser' : 'moved',
            cell: ({ program, finish }) => {
                const before = base.analysis.schedule.byName.get(program.name)?.finish ?? finish;
                return finish === before ? '' : `${finish > before ? '+' : ''}${finish - before} ${days}`;
            },
        });
    }
    return [
        ...columns,
        { head: id ? 'kelonggaran' : 'slack', cell: ({ slack }) => (slack === null ? '' : `${slack} ${days}`) },
        {
            head: '',
            cell: ({ critical, program }) => `${critical ? '!' : ' '}${program.quickWin === undefined ? ' ' : '*'}`,
        },
        { head: 'program', cell: ({ program }) => program.name },
        { head: id ? 'pengampu' : 'owner', cell: ({ program }) => program.owner?.ref.name ?? '' },
        { head: id ? 'judul' : 'title', cell: ({ program }) => program.title },
    ];
}

/** When the whole plan is done, if durations turn out as they may. */
function writeWhole({ whole, runs, seed }: Uncertainty, id: boolean): string {
    const { p10, p50, p90 } = whole;
    return id
        ? `Bila durasi berubah-ubah seperti tertulis, seluruh rencana selesai sembilan dari sepuluh kali per ${isoDate(p90)}, separuhnya per ${isoDate(p50)}, dan satu dari sepuluh kali sudah per ${isoDate(p10)} (${runs} percobaan, benih ${seed}).`
        : `With durations as uncertain as written, the whole plan is done nine times out of ten by ${isoDate(p90)}, half the time by ${isoDate(p50)}, and one time in ten already by ${isoDate(p10)} (${runs} runs, seed ${seed}).`;
}
