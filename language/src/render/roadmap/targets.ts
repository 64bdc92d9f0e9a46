import { cross, diamond, tick } from '../glyph.ts';
import { type Child, element } from '../markup.ts';
import { keyed, label, tooltip } from '../picture.ts';
import { type TargetView, viewTargets } from '../target-view.ts';
import { truncate, widthOf } from '../text.ts';
import type { Roadmap } from './layout.ts';

const LANE = 17;
/** More targets than this are counted, a milestone a day. */
const MOST = 14;

/** A milestone above the rows. */
interface Milestone {
    readonly view: TargetView;
    readonly text: string;
    readonly x: number;
    readonly lane: number;
    /** Where the text begins or, left of the milestone, ends. */
    readonly textX: number;
    readonly anchor: 'start' | 'end';
}

/** The targets as milestones in as many lanes as their words need. */
export interface TargetLanes {
    readonly milestones: readonly Milestone[];
    readonly height: number;
}

/** Finds a place for every target's words, so that none lies on another. */
export function layOutTargets(roadmap: Roadmap): TargetLanes {
    const { axis, options } = roadmap;
    const views = summarize(viewTargets(roadmap.checked, options.locale), roadmap);
    const lanes: { from: number; to: number }[][] = [];
    const milestones = views.map((view): Milestone => {
        const x = axis.x(view.by + 1);
        const text = truncate(`${view.brief}`, axis.right - axis.left - 40, 10.5);
        const width = widthOf(text, 10.5);
        const right = x + 10 + width <= axis.right;
        const left = Math.max(axis.left, x - 10 - width);
        const span = right ? { from: x - 8, to: x + 14 + width } : { from: left - 6, to: x + 8 };
        let lane = lanes.findIndex((taken) => taken.every(({ from, to }) => span.to <= from || span.from >= to));
        if (lane < 0) {
            lane = lanes.push([]) - 1;
        }
        lanes[lane]!.push(span);
        return { view, text, x, lane, textX: right ? x + 10 : x - 10, anchor: right ? 'start' : 'end' };
    });
    return { milestones, height: lanes.length === 0 ? 0 : lanes.length * LANE + 10 };
}

/** Draws the targets from `top` down. */
export function drawTargets(roadmap: Roadmap, lanes: TargetLanes, top: number): Child {
    if (lanes.milestones.length === 0) {
        return undefined;
    }
    return element(
        'g',
        { class: 'sc-targets' },
        label(roadmap.columns.title - 18, top + 16, 'sc-group-name', 'Target'),
        lanes.milestones.map(({ view, text, x, lane, textX, anchor }) => {
            const y = top + 12 + lane * LANE;
            return element(
                'g',
                { class: view.met ? 'sc-target sc-met' : 'sc-target sc-missed', ...keyed(view.key, view.at) },
                tooltip(view.what, view.outcome),
                element('path', { class: 'sc-diamond', d: diamond(x, y, 7) }),
                element('path', { class: 'sc-diamond-mark', d: view.met ? tick(x, y, 3) : cross(x, y, 2.4) }),
                label(textX, y + 4, 'sc-target-name', text, { 'text-anchor': anchor === 'end' ? 'end' : undefined }),
            );
        }),
    );
}

/** Many targets on a picture say nothing; of those of one day, one stands for all with how many are met. */
function summarize(views: readonly TargetView[], roadmap: Roadmap): TargetView[] {
    const shown = views.filter((view) => view.by >= roadmap.axis.first && view.by <= roadmap.axis.last);
    if (shown.length <= MOST) {
        return shown;
    }
    const days = new Map<number, TargetView[]>();
    for (const view of shown) {
        const day = days.get(view.by) ?? [];
        days.set(view.by, day);
        day.push(view);
    }
    return [...days.values()].map((day) => {
        const met = day.filter((view) => view.met).length;
        const brief =
            roadmap.options.locale === 'id'
                ? `${met} dari ${day.length} target tercapai`
                : `${met} of ${day.length} targets met`;
        return day.length === 1 ? day[0]! : { ...day[0]!, met: met === day.length, brief, what: brief, outcome: '' };
    });
}
