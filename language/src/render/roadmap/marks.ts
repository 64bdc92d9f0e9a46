import { play, star, tick } from '../glyph.ts';
import { type Child, element, path } from '../markup.ts';
import { hatch, label } from '../picture.ts';
import type { ProgramView } from '../program-view.ts';
import { type Roadmap, SIZE } from './layout.ts';
import { spreadOf } from './whisker.ts';

// What hangs on a bar: all that a planner needs to see besides when a program runs.

/** How far the program could slip: a thin line behind its bar, with an end. */
export function drawSlack(roadmap: Roadmap, view: ProgramView, to: number, y: number): Child {
    if (view.slack === null || view.slack <= 0) {
        return undefined;
    }
    const end = roadmap.axis.x(view.finish + 1 + view.slack);
    return end - to < 2
        ? undefined
        : element('path', { class: 'sc-slack', d: path`M${to} ${y}H${end}M${end} ${y - 3}v6` });
}

/** Days after a deadline, or activities that run over a pinned end: strokes at an angle. */
export function drawOverrun(roadmap: Roadmap, view: ProgramView, to: number, top: number): Child {
    const { axis } = roadmap;
    const parts: Child[] = [];
    if (view.late > 0) {
        const from = Math.max(axis.x(view.start), axis.x(view.finish - view.late + 1));
        parts.push(element('path', { class: 'sc-late', d: hatch(from, top, to - from, SIZE.bar, 4) }));
    }
    if (view.overrun !== undefined) {
        const over = { x: to, y: top + 3, width: axis.x(view.overrun + 1) - to, height: SIZE.bar - 6 };
        parts.push(element('rect', { class: 'sc-over', ...over }));
        parts.push(element('path', { class: 'sc-late', d: hatch(over.x, over.y, over.width, over.height, 4) }));
    }
    return parts;
}

/** A program that has started and not finished. */
export function drawUnderWay(view: ProgramView, from: number, y: number): Child {
    return view.status === 'started' ? element('path', { class: 'sc-mark', d: play(from + 6, y, 3.4) }) : undefined;
}

/** `finish by`: a flag on its day, filled when it is missed. */
export function drawDeadline(roadmap: Roadmap, view: ProgramView, y: number): Child {
    const deadline = view.program.finishBy?.when.last;
    if (deadline === undefined || deadline > roadmap.axis.last || deadline < roadmap.axis.first) {
        return undefined;
    }
    const x = roadmap.axis.x(deadline + 1);
    const d = path`M${x} ${y + 9}V${y - 10}h6.5l-2 2.8l2 2.8h-6.5`;
    return element('path', { class: view.late > 0 ? 'sc-flag sc-missed' : 'sc-flag', d });
}

/** Arrows where a bar runs beyond what is shown. */
export function drawCut(roadmap: Roadmap, view: ProgramView, y: number): Child {
    const { first, last, left, right } = roadmap.axis;
    return [
        view.finish > last ? element('path', { class: 'sc-mark', d: play(right - 6, y, 4) }) : undefined,
        view.start < first
            ? element('path', {
                  class: 'sc-mark',
                  d: path`M${left + 9} ${y - 4}L${left + 2} ${y}L${left + 9} ${y + 4}Z`,
              })
            : undefined,
    ];
}

/** Behind the bar: the star of a quick win, the tick of what is done, the days of delay. */
export function drawEnd(roadmap: Roadmap, view: ProgramView, to: number, y: number): Child {
    const parts: Child[] = [];
    let x = to;
    if (view.quickWin) {
        parts.push(element('path', { class: 'sc-star', d: star(x, y, 7) }));
        x += 8;
    }
    if (view.status === 'finished') {
        parts.push(element('path', { class: 'sc-tick', d: tick(x + 7, y, 4) }));
        x += 14;
    }
    if (view.late > 0) {
        const deadline = roadmap.axis.x(view.finish - view.late + 1);
        const words = `+${view.late} ${roadmap.options.locale === 'id' ? 'hari' : view.late === 1 ? 'day' : 'days'}`;
        // At the right edge the words stand before the bar, where there is always room.
        const before = x + 60 > roadmap.width;
        const spread = spreadOf(roadmap.options, view.name);
        x = Math.max(x, spread === undefined ? x : roadmap.axis.x(spread.p90 + 1) + 2);
        const place = before ? Math.min(roadmap.axis.x(view.start), deadline) - 5 : x + 5;
        parts.push(label(place, y + 4, 'sc-lateness', words, before ? { 'text-anchor': 'end' } : {}));
    }
    return parts;
}
