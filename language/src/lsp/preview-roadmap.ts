import type { Program } from '../plan/declarations/program.ts';
import type { PreviewFilter, PreviewLink, PreviewOptions, PreviewRoadmap } from '../protocol.ts';
import { type Child, element, lines, together } from '../render/markup.ts';
import { dimensionOf, type ProgramView, titleOf } from '../render/program-view.ts';
import { layOutRoadmap, type Roadmap, type RoadmapOptions, type Row, rowsOf } from '../render/roadmap/layout.ts';
import { drawLegend } from '../render/roadmap/legend.ts';
import { drawLinks, type Placed } from '../render/roadmap/links.ts';
import { drawRow } from '../render/roadmap/rows.ts';
import { drawGround, drawScale, drawToday, drawTodayName, SCALE_HEIGHT } from '../render/roadmap/scale.ts';
import { drawSheet, drawUnscheduled } from '../render/roadmap/sheet.ts';
import { drawTargets, layOutTargets } from '../render/roadmap/targets.ts';
import type { Checked } from '../rules/check.ts';

/** Lines behind the rows are drawn for a screen of this height, and stay where they are while rows scroll. */
const TALLEST_SCREEN = 4000;

/** A roadmap in parts: what is where, the markup of what is always in sight, and rows to be drawn when wanted. */
export interface RoadmapParts {
    readonly roadmap: PreviewRoadmap;
    readonly markup: ReadonlyMap<string, string>;
    readonly shown: number;
    readonly total: number;
    /** The markup of a row of `roadmap.rows`, by its place in the list. */
    drawRow(index: number): string;
}

/** Draws the roadmap in parts that a panel puts together, builds when in sight, and replaces one by one. */
export function drawRoadmapParts(checked: Checked, options: PreviewOptions, drawing: RoadmapOptions): RoadmapParts {
    const { whole, roadmap, rows } = layOut(checked, options, drawing);
    const markup = new Map<string, string>();
    const placed = new Map<string, Placed>();
    let y = 0;
    for (const row of rows) {
        if (row.kind === 'program') {
            placed.set(row.view.name, { view: row.view, y: y + row.height / 2 });
        }
        y += row.height;
    }
    const targets = layOutTargets(roadmap);
    markup.set(
        'head',
        together(drawToday(roadmap, 0, SCALE_HEIGHT), drawScale(roadmap, 0), drawTodayName(roadmap, 7)).source,
    );
    markup.set('targets', together(drawToday(roadmap, 0, targets.height), drawTargets(roadmap, targets, 0)).source);
    markup.set('ground', together(drawGround(roadmap, 0, TALLEST_SCREEN)).source);
    markup.set('today', together(drawToday(roadmap, 0, TALLEST_SCREEN)).source);
    const foot = drawFoot(roadmap);
    markup.set('foot', foot.source);
    return {
        roadmap: {
            width: roadmap.width,
            labels: roadmap.axis.left - 4,
            headHeight: SCALE_HEIGHT,
            targetsHeight: targets.height,
            rows: rows.map(({ key, kind, height }) => ({ key, kind, height })),
            links: drawLinkParts(roadmap, options, placed, markup),
            footHeight: foot.height,
        },
        markup,
        shown: roadmap.programs.length + roadmap.unscheduled.length,
        total: whole.programs.length + whole.unscheduled.length,
        drawRow: (index) => drawRow(roadmap, rows[index]!, 0).source,
    };
}

/** The roadmap as it is seen, as one picture. */
export function drawRoadmapSheet(checked: Checked, options: PreviewOptions, drawing: RoadmapOptions): string {
    const { roadmap, rows } = layOut(checked, options, drawing);
    const { masterplan } = checked.analysis.plan;
    const word = drawing.locale === 'id' ? 'Peta jalan' : 'Roadmap';
    const title = masterplan ? `${word} · ${titleOf(masterplan)}` : word;
    return `${drawSheet(roadmap, { title, rows, targets: true, legend: true }).source}\n`;
}

/** What passes the filter, in rows; folded groups keep their summary. */
function layOut(
    checked: Checked,
    options: PreviewOptions,
    drawing: RoadmapOptions,
): { readonly whole: Roadmap; readonly roadmap: Roadmap; readonly rows: Row[] } {
    const whole = layOutRoadmap(checked, { ...drawing, groupBy: options.groupBy, width: options.width });
    const { filter } = options;
    const passes = (view: ProgramView): boolean => passesFilter(view, filter);
    const isOpen = filter.opd === '' && filter.dimension === '' && filter.text.trim() === '' && filter.status === '';
    const roadmap: Roadmap = isOpen
        ? whole
        : {
              ...whole,
              programs: whole.programs.filter(passes),
              groups: whole.groups.flatMap((group) => {
                  const programs = group.programs.filter(passes);
                  return programs.length === 0 ? [] : [{ ...group, programs }];
              }),
              unscheduled: whole.unscheduled.filter((program) => passesUnscheduled(checked, program, filter)),
          };
    const closed = new Set(options.closed);
    const rows = roadmap.groups.flatMap((group) => {
        const all = rowsOf(roadmap, group, group.programs, false);
        return closed.has(group.key) ? all.slice(0, 1) : all;
    });
    return { whole, roadmap, rows };
}

function passesFilter(view: ProgramView, filter: PreviewFilter): boolean {
    const { status } = filter;
    const fits =
        status === '' ||
        (status === 'critical' && view.critical) ||
        (status === 'late' && view.late > 0) ||
        (status === 'quick-win' && view.quickWin) ||
        status === view.status;
    return (
        fits &&
        (filter.opd === '' || view.owner?.name === filter.opd) &&
        (filter.dimension === '' || view.dimension?.name === filter.dimension) &&
        holdsWords(filter.text, view.name, view.title)
    );
}

function passesUnscheduled(checked: Checked, program: Program, filter: PreviewFilter): boolean {
    const dimension = dimensionOf(checked.analysis.plan, program.element?.ref.name);
    return (
        (filter.status === '' ||
            filter.status === 'unscheduled' ||
            (filter.status === 'quick-win' && program.quickWin !== undefined)) &&
        (filter.opd === '' || program.owner?.ref.name === filter.opd) &&
        (filter.dimension === '' || dimension?.name === filter.dimension) &&
        holdsWords(filter.text, program.name, program.title)
    );
}

function holdsWords(words: string, ...texts: readonly string[]): boolean {
    const all = texts.join(' ').toLowerCase();
    return words
        .toLowerCase()
        .split(/\s+/)
        .every((word) => all.includes(word));
}

/** The lines that are asked for, each a part of its own. */
function drawLinkParts(
    roadmap: Roadmap,
    options: PreviewOptions,
    placed: ReadonlyMap<string, Placed>,
    markup: Map<string, string>,
): PreviewLink[] {
    if (options.links === 'none' || (options.links === 'chosen' && options.chosen === '')) {
        return [];
    }
    const links: PreviewLink[] = [];
    for (const link of flatten(drawLinks(roadmap, placed))) {
        const [, from, to] = / data-from="([^"]*)" data-to="([^"]*)"/.exec(link) ?? [];
        const [a, b] = [placed.get(from ?? ''), placed.get(to ?? '')];
        const isWanted = options.links === 'all' || from === options.chosen || to === options.chosen;
        if (b === undefined || !isWanted) {
            continue;
        }
        const ys = [a?.y ?? b.y, b.y];
        const key = `${from}>${to}`;
        links.push({ key, top: Math.min(...ys) - 20, bottom: Math.max(...ys) + 20 });
        markup.set(`link:${key}`, link);
    }
    return links;
}

function flatten(child: Child): string[] {
    return Array.isArray(child) ? child.flatMap(flatten) : child === undefined ? [] : [together(child).source];
}

/** Below the rows: what has no dates, and the legend. */
function drawFoot(roadmap: Roadmap): { readonly source: string; readonly height: number } {
    const unscheduled = drawUnscheduled(roadmap, 8);
    const top = 8 + unscheduled.height;
    const legend = drawLegend(roadmap, top);
    return {
        source: element('g', {}, lines(unscheduled.markup, legend.markup)).source,
        height: top + legend.height + 8,
    };
}
