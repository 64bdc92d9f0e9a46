import { type Child, element, lines, type Markup } from '../markup.ts';
import { keyed, label, picture, tooltip } from '../picture.ts';
import { titleOf } from '../program-view.ts';
import { truncate, widthOf } from '../text.ts';
import { CAUTION, count } from '../words.ts';
import { type Roadmap, type Row, SIZE } from './layout.ts';
import { drawLegend } from './legend.ts';
import { drawLinks, type Placed } from './links.ts';
import { drawRow } from './rows.ts';
import { drawGround, drawScale, drawToday, drawTodayName, SCALE_HEIGHT } from './scale.ts';
import { drawTargets, layOutTargets } from './targets.ts';

/** One picture of a roadmap. */
export interface Sheet {
    readonly title: string;
    readonly rows: readonly Row[];
    /** Whether targets stand above the rows. */
    readonly targets: boolean;
    /** Whether legend and unscheduled programs stand below. */
    readonly legend: boolean;
}

/** Draws a sheet: title, scale, targets, rows with their links, what has no dates, and the legend. */
export function drawSheet(roadmap: Roadmap, sheet: Sheet): Markup {
    const { width, options } = roadmap;
    const scaleTop = 58;
    const targets = sheet.targets ? layOutTargets(roadmap) : { milestones: [], height: 0 };
    const rowsTop = scaleTop + SCALE_HEIGHT + targets.height + 4;
    const placed = new Map<string, Placed>();
    const rows: Markup[] = [];
    let y = rowsTop;
    for (const row of sheet.rows) {
        if (row.kind === 'program' && !row.view.gone) {
            placed.set(row.view.name, { view: row.view, y: y + row.height / 2 });
        }
        rows.push(drawRow(roadmap, row, y));
        y += row.height;
    }
    const bottom = y + 4;
    const unscheduled = sheet.legend ? drawUnscheduled(roadmap, bottom + 10) : { markup: undefined, height: 0 };
    const legendTop = bottom + 10 + unscheduled.height;
    const legend = sheet.legend ? drawLegend(roadmap, legendTop) : { markup: undefined, height: 0 };
    const height = legendTop + legend.height + 26;
    const summary = sheet.legend
        ? summarize(roadmap)
        : sheet.rows.flatMap((row) => (row.kind === 'group' ? [row.group.title] : [])).join(' · ');
    return picture(
        options,
        { width, height },
        sheet.title,
        summary,
        label(SIZE.margin, 26, 'sc-title', truncate(sheet.title, width - 2 * SIZE.margin, 18, true)),
        label(SIZE.margin, 45, 'sc-subtitle', truncate(summary, width - 2 * SIZE.margin, 12)),
        drawGround(roadmap, scaleTop + SCALE_HEIGHT, bottom),
        // Under the words of the scale and the targets, but over the rows.
        drawToday(roadmap, scaleTop + 4, rowsTop),
        drawScale(roadmap, scaleTop),
        drawTargets(roadmap, targets, scaleTop + SCALE_HEIGHT),
        element('g', { class: 'sc-links' }, drawLinks(roadmap, placed)),
        lines(rows),
        drawToday(roadmap, rowsTop, bottom),
        drawTodayName(roadmap, scaleTop + 4),
        unscheduled.markup,
        legend.markup,
        label(width - SIZE.margin, height - 9, 'sc-caution', CAUTION[options.locale], { 'text-anchor': 'end' }),
    );
}

/** What the roadmap holds, in a line: programs, quick wins, critical, late and unscheduled ones. */
export function summarize(roadmap: Roadmap): string {
    const { programs, unscheduled, options } = roadmap;
    const of = (choose: (program: Roadmap['programs'][number]) => boolean) => programs.filter(choose).length;
    const counts = [
        { number: programs.length + unscheduled.length, noun: 'program' as const, always: true },
        { number: of((program) => program.quickWin), noun: 'quickWin' as const, always: true },
        { number: of((program) => program.critical), noun: 'critical' as const, always: false },
        { number: of((program) => program.late > 0), noun: 'late' as const, always: false },
        { number: unscheduled.length, noun: 'unscheduled' as const, always: false },
    ];
    return counts
        .filter(({ number, always }) => always || number > 0)
        .map(({ number, noun }) => count(number, noun, options.locale))
        .join(' · ');
}

/** The programs without dates: shown, not guessed. */
export function drawUnscheduled(roadmap: Roadmap, top: number): { readonly markup: Child; readonly height: number } {
    const { unscheduled, options, width, checked } = roadmap;
    if (unscheduled.length === 0) {
        return { markup: undefined, height: 0 };
    }
    const columns = Math.max(1, Math.floor((width - 2 * SIZE.margin) / 380));
    const columnWidth = (width - 2 * SIZE.margin) / columns;
    const perColumn = Math.ceil(unscheduled.length / columns);
    const heading = options.locale === 'id' ? 'Belum terjadwal' : 'Unscheduled';
    const items = unscheduled.map((program, index) => {
        const x = SIZE.margin + Math.floor(index / perColumn) * columnWidth;
        const y = top + 34 + (index % perColumn) * 16;
        const reason = checked.analysis.schedule.inCycle.has(program.name)
            ? options.locale === 'id'
                ? 'saling menunggu'
                : 'waits in a circle'
            : options.locale === 'id'
              ? 'tanpa durasi'
              : 'no duration';
        const owner = program.owner?.ref.name;
        const note = ` ${owner === undefined ? '' : `${owner}, `}${reason}`;
        const name = truncate(titleOf(program), columnWidth - 30 - widthOf(note, SIZE.small), SIZE.title);
        return element(
            'g',
            { class: 'sc-unscheduled', ...keyed(program.name, program.whole) },
            tooltip(titleOf(program), note.trim()),
            element('rect', { class: 'sc-dashed', x: x + 2, y: y - 9, width: 12, height: 9, rx: 2 }),
            label(x + 20, y, 'sc-name', [name, element('tspan', { class: 'sc-owner' }, note)]),
        );
    });
    return {
        markup: [label(SIZE.margin, top + 14, 'sc-group-name', `${heading} (${unscheduled.length})`), items],
        height: 34 + perColumn * 16 + 8,
    };
}
