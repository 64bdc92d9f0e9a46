import type { Message } from '../../plan/message.ts';
import { type Child, element, type Markup } from '../markup.ts';
import { tooltip } from '../picture.ts';
import type { ProgramView } from '../program-view.ts';
import { count, showDay } from '../words.ts';
import { type Roadmap, SIZE } from './layout.ts';

/** How thick a ghost is, in pixels. */
const THICK = 4;

/** The days of a program in the plan that this one is compared with, where they are others; `undefined` where not. */
export function ghostOf(
    roadmap: Roadmap,
    view: ProgramView,
): { readonly start: number; readonly finish: number } | undefined {
    const before = roadmap.options.base?.analysis.schedule.byName.get(view.name);
    return before === undefined || (!view.gone && before.start === view.start && before.finish === view.finish)
        ? undefined
        : before;
}

/** The shape of a ghost, also in the legend: a thin bar, or a dashed box for a program that is left out. */
export function drawBox(x: number, y: number, width: number, gone: boolean): Markup {
    const height = gone ? SIZE.bar : THICK;
    return element('rect', { class: gone ? 'sc-left-out' : undefined, x, y, width, height, rx: gone ? 2.5 : 2 });
}

/** A thin bar under a program's own, where it would be without the scenario or the change. `y` is the row's middle. */
export function drawGhost(roadmap: Roadmap, view: ProgramView, y: number): Child {
    const ghost = ghostOf(roadmap, view);
    if (ghost === undefined) {
        return undefined;
    }
    const { axis, options } = roadmap;
    const x = axis.x(ghost.start);
    const width = Math.max(axis.x(ghost.finish + 1) - x, 3);
    const top = view.gone ? y - SIZE.bar / 2 : y + SIZE.bar / 2 + 1.5;
    return element(
        'g',
        { class: 'sc-ghost', 'data-of': view.name },
        tooltip(`${showDay(ghost.start, options.locale)} – ${showDay(ghost.finish, options.locale)}`),
        drawBox(x, top, width, view.gone),
    );
}

/** How far a program has moved against its ghost, in words; `undefined` where it has not, or is new or gone. */
export function explainMove(roadmap: Roadmap, view: ProgramView): Message | undefined {
    const ghost = ghostOf(roadmap, view);
    if (ghost === undefined || view.gone) {
        return undefined;
    }
    const days = view.finish - ghost.finish;
    const [en, id] = [count(Math.abs(days), 'day', 'en'), count(Math.abs(days), 'day', 'id')];
    return days === 0
        ? { en: 'Starts another day, finishes the same', id: 'Mulai pada hari lain, selesai pada hari yang sama' }
        : days > 0
          ? { en: `Finishes ${en} later`, id: `Selesai ${id} lebih lambat` }
          : { en: `Finishes ${en} earlier`, id: `Selesai ${id} lebih awal` };
}
