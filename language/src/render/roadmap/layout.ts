import { type Day, dayOf, yearOf } from '../../plan/calendar.ts';
import type { Program } from '../../plan/declarations/program.ts';
import type { Checked } from '../../rules/check.ts';
import { type Axis, axisOver } from '../axis.ts';
import { type PictureOptions, widthFor } from '../picture.ts';
import { orderDimensions, type ProgramView, viewGone, viewPrograms } from '../program-view.ts';
import { wrap } from '../text.ts';
import { type GroupBy, groupPrograms, type ProgramGroup } from './grouping.ts';

/** What a roadmap can be asked for. */
export interface RoadmapOptions extends PictureOptions {
    /** By dimension unless given. */
    readonly groupBy?: GroupBy;
}

/** A row of the picture: a group's summary, or one program of it. */
export type Row = GroupRow | ProgramRow;

/** The summary of a group. */
export interface GroupRow {
    readonly kind: 'group';
    readonly key: string;
    readonly group: ProgramGroup;
    /** Whether this sheet goes on with a group that another began. */
    readonly continued: boolean;
    readonly height: number;
}

/** One program. */
export interface ProgramRow {
    readonly kind: 'program';
    readonly key: string;
    readonly view: ProgramView;
    /** Its title in one or two lines. */
    readonly lines: readonly string[];
    readonly height: number;
}

/** Everything a roadmap's sheets are drawn from. */
export interface Roadmap {
    readonly checked: Checked;
    readonly options: RoadmapOptions;
    readonly width: number;
    readonly axis: Axis;
    readonly today: Day;
    /** Those the plan has; the groups hold those that are gone as well. */
    readonly programs: readonly ProgramView[];
    readonly groups: readonly ProgramGroup[];
    readonly unscheduled: readonly Program[];
    /** Each dimension's place in the order of colours and shapes, by name. */
    readonly hues: ReadonlyMap<string, number>;
    /** The columns left of the axis: where titles begin and end, and where owners do. */
    readonly columns: {
        readonly title: number;
        readonly titleEnd: number;
        readonly owner: number;
        readonly ownerEnd: number;
    };
}

/** Sizes in pixels. */
export const SIZE = { title: 11.5, small: 10, bar: 14, group: 28, row: 23, line: 13, margin: 16, ghost: 5 } as const;

/** Years beyond the plan's own that are still drawn; what runs further is cut and marked so. */
const YEARS_BEYOND = 5;

/** Measures a roadmap, without drawing any of it. */
export function layOutRoadmap(checked: Checked, options: RoadmapOptions): Roadmap {
    const width = widthFor(options);
    const { analysis } = checked;
    const programs = viewPrograms(checked);
    const gone = options.base === undefined ? [] : viewGone(checked, options.base);
    const shown = gone.length === 0 ? programs : [...programs, ...gone].sort(byStart);
    const labels = Math.min(372, Math.round(width * 0.37));
    const owner = labels - (width < 900 ? 70 : 94);
    return {
        checked,
        options,
        width,
        axis: axisOver(...extentOf(checked, options.base), labels + 10, width - SIZE.margin),
        today: options.today ?? analysis.today,
        programs,
        groups: groupPrograms(checked, shown, options.groupBy ?? 'dimension', options.locale),
        unscheduled: analysis.schedule.unscheduled,
        hues: new Map(orderDimensions(analysis.plan).map((dimension, index) => [dimension.name, index])),
        columns: { title: SIZE.margin + 18, titleEnd: owner - 20, owner, ownerEnd: labels },
    };
}

/** The rows of a group: its summary and its programs. */
export function rowsOf(
    roadmap: Roadmap,
    group: ProgramGroup,
    programs: readonly ProgramView[],
    continued: boolean,
): Row[] {
    const { title, titleEnd } = roadmap.columns;
    const key = continued ? `${group.key}:${programs[0]?.name ?? ''}` : group.key;
    return [
        { kind: 'group', key, group, continued, height: SIZE.group },
        ...programs.map((view): ProgramRow => {
            const room = titleEnd - title - (view.quickWin ? 14 : 0);
            const lines = wrap(view.title, room, SIZE.title, 2, view.critical);
            const ghost = roadmap.options.base === undefined ? 0 : SIZE.ghost;
            const height = SIZE.row + ghost + (lines.length - 1) * SIZE.line;
            return { kind: 'program', key: view.name, view, lines, height };
        }),
    ];
}

/**
 * The first and last day to show: the plan's period, and what its programs need beyond it, up to some years. A plan
 * without a period shows its programs, up to a lifetime after the first: one slip of the pen must not squeeze the rest.
 */
function extentOf(checked: Checked, base: Checked | undefined): [Day, Day] {
    const { plan, schedule, today } = checked.analysis;
    const period = plan.masterplan?.period;
    let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const { start, finish } of [...schedule.programs, ...(base?.analysis.schedule.programs ?? [])]) {
        first = Math.min(first, start);
        last = Math.max(last, finish);
    }
    if (first > last) {
        [first, last] = [today, today];
    }
    if (!period) {
        return [first, Math.min(last, dayOf(yearOf(first) + 40, 12, 31))];
    }
    first = Math.max(Math.min(first, period.from.first), dayOf(yearOf(period.from.first) - YEARS_BEYOND, 1, 1));
    last = Math.min(Math.max(last, period.to.last), dayOf(yearOf(period.to.last) + YEARS_BEYOND, 12, 31));
    return [first, last];
}

function byStart(a: ProgramView, b: ProgramView): number {
    return a.start - b.start || (a.name < b.name ? -1 : 1);
}
