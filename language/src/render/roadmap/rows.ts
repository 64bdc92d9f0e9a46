import { sign, star, warning } from '../glyph.ts';
import { type Child, element, type Markup, path } from '../markup.ts';
import { keyed, label, tooltip } from '../picture.ts';
import { type ProgramView, spanOf } from '../program-view.ts';
import { truncate, widthOf } from '../text.ts';
import { count, showDay } from '../words.ts';
import { drawBar } from './bar.ts';
import { drawGhost } from './ghost.ts';
import { type GroupRow, type ProgramRow, type Roadmap, type Row, SIZE } from './layout.ts';

/** Draws one row whose upper edge is at `top`. A row needs nothing but itself, so that a host can build those in sight only. */
export function drawRow(roadmap: Roadmap, row: Row, top: number): Markup {
    return row.kind === 'group' ? drawGroup(roadmap, row, top) : drawProgram(roadmap, row, top);
}

function drawProgram(roadmap: Roadmap, row: ProgramRow, top: number): Markup {
    const { view } = row;
    const { title, owner, ownerEnd, titleEnd } = roadmap.columns;
    const middle = top + row.height / 2;
    const first = middle - ((row.lines.length - 1) * SIZE.line) / 2 + 4;
    const indent = view.quickWin ? 14 : 0;
    // Under a dimension's own heading its sign would only be repeated.
    const signed = (roadmap.options.groupBy ?? 'dimension') !== 'dimension';
    const ownerName = view.owner?.name ?? '–';
    return element(
        'g',
        { class: 'sc-row', 'data-row': row.key },
        linked(
            roadmap,
            view.gone ? undefined : row.key,
            row.lines.join(' ') === view.title ? undefined : tooltip(view.title),
            signed ? drawSign(roadmap, view.dimension?.name, title - 10, middle) : undefined,
            view.quickWin ? element('path', { class: 'sc-star', d: star(title + 5, first - 4, 5.5) }) : undefined,
            row.lines.map((line, index) => label(title + indent, first + index * SIZE.line, nameClassOf(view), line)),
            view.errors > 0 && !view.gone ? warning(titleEnd + 9, middle, 5.5) : undefined,
            label(owner, middle + 3.5, 'sc-owner', truncate(ownerName, ownerEnd - owner, SIZE.small)),
        ),
        drawGhost(roadmap, view, middle),
        view.gone ? undefined : drawBar(roadmap, view, middle),
    );
}

function nameClassOf({ gone, critical }: ProgramView): string {
    return gone ? 'sc-name sc-gone' : critical ? 'sc-name sc-strong' : 'sc-name';
}

function drawGroup(roadmap: Roadmap, row: GroupRow, top: number): Markup {
    const { axis, options, width, columns } = roadmap;
    const { group } = row;
    const middle = top + row.height / 2;
    const live = group.programs.filter((program) => !program.gone);
    const [start, finish] = spanOf(live.length > 0 ? live : group.programs);
    const from = axis.x(start);
    const to = Math.max(axis.x(finish + 1), from + 4);
    const counted = row.continued
        ? options.locale === 'id'
            ? '(lanjutan)'
            : '(continued)'
        : countGroup(row, options.locale);
    const room = columns.ownerEnd - columns.title - widthOf(counted, SIZE.small) - 10;
    const isDimension = group.key.startsWith('dimension:');
    return element(
        'g',
        { class: 'sc-group', ...keyed(group.key, group.at) },
        element('rect', {
            class: 'sc-group-ground',
            x: SIZE.margin - 6,
            y: top + 2,
            width: width - 2 * SIZE.margin + 12,
            height: row.height - 4,
        }),
        isDimension
            ? drawSign(roadmap, group.key.slice('dimension:'.length), columns.title - 10, middle, 6)
            : undefined,
        element(
            'g',
            {},
            tooltip(group.title),
            label(columns.title, middle + 4, 'sc-group-name', truncate(group.title, room, 12, true)),
        ),
        label(columns.ownerEnd, middle + 3.5, 'sc-group-count', counted, { 'text-anchor': 'end' }),
        element(
            'g',
            {},
            tooltip(
                group.title,
                `${showDay(start, options.locale)} – ${showDay(finish, options.locale)}`,
                countGroup(row, options.locale),
            ),
            element('path', {
                class: live.length > 0 ? 'sc-summary' : 'sc-summary sc-gone',
                d: path`M${from} ${middle - 4}H${to}V${middle + 5}L${to - Math.min(5, (to - from) / 2)} ${middle}H${from + Math.min(5, (to - from) / 2)}L${from} ${middle + 5}Z`,
            }),
            live
                .filter((program) => program.quickWin)
                .map((program) =>
                    element('path', { class: 'sc-star', d: star(axis.x(program.finish + 1), middle - 1, 6) }),
                ),
        ),
    );
}

function countGroup(row: GroupRow, locale: 'en' | 'id'): string {
    const programs = row.group.programs.filter((program) => !program.gone);
    const late = programs.filter((program) => program.late > 0).length;
    return [count(programs.length, 'program', locale), late > 0 ? count(late, 'late', locale) : '']
        .filter(Boolean)
        .join(' · ');
}

/** The sign of a dimension, where there is one. */
function drawSign(roadmap: Roadmap, dimension: string | undefined, x: number, y: number, radius = 4): Child {
    const hue = dimension === undefined ? undefined : roadmap.hues.get(dimension);
    return hue === undefined ? undefined : sign(hue, x, y, radius);
}

/** A program's name; in a page a click leads to its row in the table (the keyboard has the table itself). */
function linked(roadmap: Roadmap, name: string | undefined, ...children: Child[]): Markup {
    return roadmap.options.embedded && name !== undefined
        ? element('a', { href: `#program-${name}`, tabindex: -1 }, ...children)
        : element('g', { 'data-label': name }, ...children);
}
