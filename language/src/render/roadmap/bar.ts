import type { ScheduledActivity } from '../../analysis/schedule-types.ts';
import { type Child, element, type Markup } from '../markup.ts';
import { HUES } from '../palette.ts';
import { keyed, tooltip } from '../picture.ts';
import { type ProgramView, titleOf } from '../program-view.ts';
import { showDay } from '../words.ts';
import { explainProgram } from './explain.ts';
import { explainMove } from './ghost.ts';
import { type Roadmap, SIZE } from './layout.ts';
import { drawCut, drawDeadline, drawEnd, drawOverrun, drawSlack, drawUnderWay } from './marks.ts';
import { drawWhisker, explainSpread } from './whisker.ts';

/** The most lanes that a bar's activities are drawn in. */
const LANES = 3;

/** Draws a program's bar with all that hangs on it, in a row whose middle is at `y`. */
export function drawBar(roadmap: Roadmap, view: ProgramView, y: number): Markup {
    const from = roadmap.axis.x(view.start);
    const to = Math.max(roadmap.axis.x(view.finish + 1), from + 3);
    const box = { x: from, y: y - SIZE.bar / 2, width: to - from, height: SIZE.bar };
    return element(
        'g',
        { class: classOf(roadmap, view), ...keyed(view.name, view.program.whole) },
        tooltip(
            ...explainProgram(roadmap.checked, view, roadmap.options.locale),
            explainMove(roadmap, view)?.[roadmap.options.locale],
            explainSpread(roadmap.options, view.name)?.[roadmap.options.locale],
        ),
        drawSlack(roadmap, view, to, y),
        element('rect', { class: 'sc-box', ...box, rx: 2.5 }),
        drawProgress(view, box),
        drawActivities(roadmap, view, y),
        drawOverrun(roadmap, view, to, box.y),
        drawWhisker(roadmap, view.name, y),
        drawUnderWay(view, from, y),
        drawDeadline(roadmap, view, y),
        drawCut(roadmap, view, y),
        drawEnd(roadmap, view, to, y),
    );
}

function classOf(roadmap: Roadmap, view: ProgramView): string {
    const place = view.dimension && roadmap.hues.get(view.dimension.name);
    const hue = place === undefined ? 'none' : String(place % HUES);
    return `sc-bar sc-b${hue} sc-${view.status}${view.critical ? ' sc-critical' : ''}`;
}

/** How much is done: a dark line along the bar's foot. */
function drawProgress(view: ProgramView, box: { x: number; y: number; width: number; height: number }): Child {
    const share = Math.min(100, view.progress ?? 0) / 100;
    return share > 0
        ? element('rect', {
              class: 'sc-done',
              x: box.x,
              y: box.y + box.height - 3,
              width: box.width * share,
              height: 3,
          })
        : undefined;
}

/** Activities as strips inside the bar; those at the same time lie one above the other. */
function drawActivities(roadmap: Roadmap, view: ProgramView, y: number): Child {
    const { axis, options } = roadmap;
    const lanes = assignLanes(view.activities);
    const height = lanes.count === 1 ? 5 : 9 / lanes.count;
    const top = y - (lanes.count * height) / 2 - 0.5;
    return view.activities.map(({ activity, start, finish }, index) => {
        const x = axis.x(start) + 1.5;
        const width = Math.max(1, axis.x(finish + 1) - 1.5 - x);
        const days = `${showDay(start, options.locale)} – ${showDay(finish, options.locale)}`;
        return element(
            'rect',
            {
                class: 'sc-activity',
                x,
                y: top + lanes.of[index]! * height,
                width,
                height: height - 0.8,
                ...keyed(activity.name, activity.whole),
            },
            tooltip(titleOf(activity), days),
        );
    });
}

/** Gives each activity, in order of start, the first lane that is free; when all are taken the last one is shared. */
function assignLanes(activities: readonly ScheduledActivity[]): { of: number[]; count: number } {
    const busyUntil: number[] = [];
    const of = activities.map(({ start, finish }) => {
        const free = busyUntil.findIndex((day) => day < start);
        const lane = free >= 0 ? free : Math.min(busyUntil.length, LANES - 1);
        busyUntil[lane] = Math.max(finish, busyUntil[lane] ?? finish);
        return lane;
    });
    return { of, count: Math.max(1, busyUntil.length) };
}
