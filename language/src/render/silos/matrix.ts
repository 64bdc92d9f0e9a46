import type { Owner } from '../../analysis/owners.ts';
import type { SiloCell } from '../../analysis/silos.ts';
import type { Checked } from '../../rules/check.ts';
import { type Child, element, type Markup } from '../markup.ts';
import { keyed, label, type PictureOptions, picture, tooltip, widthFor } from '../picture.ts';
import { titleOf } from '../program-view.ts';
import { truncate, widthOf } from '../text.ts';
import { CAUTION } from '../words.ts';
import { emptyCells } from './cells.ts';

const MARGIN = 16;
const ROW = 24;

/**
 * Which OPD depends on, shares with, or doubles which: rows and columns are OPDs. A number is how many programs and
 * applications of the row are tied to the column; a badge is how many pairs double each other, an open one how many
 * overlap. Empty cells are there to be seen.
 */
export function renderSiloMatrix(checked: Checked, options: PictureOptions): string {
    const { owners, whole } = checked.analysis.silos;
    const id = options.locale === 'id';
    const names = owners.map((owner) => owner.name);
    const left =
        MARGIN +
        Math.min(310, Math.max(80, ...owners.map((owner) => widthOf(`${owner.name}  ${titleOf(owner)}`, 11)))) +
        26;
    const cell = Math.max(20, Math.min(46, (widthFor(options) - left - 60) / Math.max(1, owners.length)));
    const slant = Math.min(110, Math.max(30, ...names.map((name) => widthOf(name, 10.5) * 0.75)));
    const width = Math.max(widthFor(options), left + owners.length * cell + slant + MARGIN);
    const top = 40 + slant;
    const height = top + owners.length * ROW + 66;
    const cells = new Map(whole.cells.map((entry) => [`${entry.owner} ${entry.other}`, entry]));
    const isolated = new Set(whole.isolatedOwners);
    const title = id
        ? 'Siapa terkait dengan siapa, dan siapa mengerjakan hal yang sama'
        : 'Who works with whom, and who does the same';
    return `${
        picture(
            options,
            { width, height },
            title,
            id ? `${owners.length} OPD` : `${owners.length} OPDs`,
            label(MARGIN, 24, 'sc-heading', title),
            owners.map((owner, index) => {
                const x = left + (index + 0.5) * cell;
                return label(x, top - 6, 'sc-column', truncate(owner.name, 130, 10.5), {
                    transform: `rotate(-48 ${Math.round(x)} ${top - 6})`,
                });
            }),
            element('path', { class: 'sc-none', d: emptyCells(owners.length, owners.length, left, top, cell, ROW) }),
            owners.map((owner, row) =>
                element(
                    'g',
                    { class: 'sc-silo-row', ...keyed(`opd:${owner.name}`, owner.opds[0]?.at) },
                    nameOwner(owner, left - 26, top + row * ROW + 16),
                    isolated.has(owner.name)
                        ? element(
                              'g',
                              {},
                              tooltip(id ? 'OPD terisolasi' : 'Isolated OPD'),
                              element('circle', { class: 'sc-alone', cx: left - 12, cy: top + row * ROW + 12, r: 5 }),
                          )
                        : undefined,
                    owners.map((other, column) => {
                        const x = left + column * cell;
                        const y = top + row * ROW;
                        const key = `${owner.name} ${other.name}`;
                        return owner === other
                            ? element('rect', {
                                  class: 'sc-diagonal',
                                  x: x + 1,
                                  y: y + 1,
                                  width: cell - 2,
                                  height: ROW - 2,
                              })
                            : drawCell(cells.get(key), { x, y, width: cell, id });
                    }),
                ),
            ),
            drawLegend(top + owners.length * ROW + 24, id),
            label(width - MARGIN, height - 8, 'sc-caution', CAUTION[options.locale], { 'text-anchor': 'end' }),
        ).source
    }\n`;
}

/** An OPD by its short name, which is what people call it, and its title as far as there is room. */
function nameOwner(owner: Owner, width: number, y: number): Markup {
    const room = width - MARGIN - widthOf(owner.name, 11.5, true) - 8;
    return element(
        'g',
        {},
        tooltip(titleOf(owner)),
        label(MARGIN, y, 'sc-name', [
            element('tspan', { class: 'sc-strong' }, owner.name),
            element('tspan', { class: 'sc-owner', dx: 6 }, truncate(titleOf(owner), room, 10)),
        ]),
    );
}

interface CellPlace {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly id: boolean;
}

function drawCell(cell: SiloCell | undefined, place: CellPlace): Child {
    const { x, y, width, id } = place;
    if (!cell) {
        return undefined;
    }
    const ties = new Set([...cell.depends, ...cell.shares]).size;
    const pairs = (list: readonly (readonly [string, string])[]) => list.map((pair) => pair.join(' × ')).join(', ');
    const badge = cell.doubles.length || cell.overlaps.length;
    // In a narrow cell the badge comes first: the shade still says that there are ties, the tooltip how many.
    const numbered = ties > 0 && (badge === 0 || width >= 27);
    const middle = x + width / 2;
    return element(
        'g',
        { class: 'sc-silo', 'data-key': `silo:${cell.owner}:${cell.other}` },
        tooltip(
            `${cell.owner} → ${cell.other}`,
            cell.depends.length ? `${id ? 'bergantung' : 'depends'}: ${cell.depends.join(', ')}` : '',
            cell.shares.length ? `${id ? 'berbagi' : 'shares'}: ${cell.shares.join(', ')}` : '',
            cell.doubles.length ? `${id ? 'ganda' : 'doubles'}: ${pairs(cell.doubles)}` : '',
            cell.overlaps.length ? `${id ? 'beririsan' : 'overlaps'}: ${pairs(cell.overlaps)}` : '',
        ),
        element('rect', {
            class: 'sc-heat',
            'fill-opacity': ties === 0 ? 0 : Math.min(0.5, 0.12 + ties * 0.06),
            x: x + 1,
            y: y + 1,
            width: width - 2,
            height: ROW - 2,
        }),
        numbered ? label(badge ? middle - 6.5 : middle, y + 16, 'sc-cell-value', ties) : undefined,
        badge ? drawBadge(numbered ? middle + 5 : middle, y + ROW / 2, badge, cell.doubles.length > 0) : undefined,
    );
}

/** Filled: pairs that double each other. Open: pairs that overlap. */
function drawBadge(x: number, y: number, count: number, doubles: boolean): Child {
    return element(
        'g',
        { class: doubles ? 'sc-badge sc-double' : 'sc-badge' },
        element('circle', { cx: x, cy: y, r: 6.5 }),
        label(x, y + 3.5, 'sc-badge-value', count, { 'text-anchor': 'middle' }),
    );
}

function drawLegend(y: number, id: boolean): Child {
    const ties = id
        ? 'bergantung pada atau berbagi dengan (jumlah program dan aplikasi baris itu)'
        : 'depends on or shares with (programs and applications of the row)';
    const parts: Child[] = [
        element('rect', { class: 'sc-heat', 'fill-opacity': 0.3, x: MARGIN, y: y - 9, width: 24, height: 18, rx: 2 }),
        label(MARGIN + 12, y + 4, 'sc-cell-value', 2),
        label(MARGIN + 30, y + 4, 'sc-small', ties),
    ];
    let x = MARGIN + 30 + widthOf(ties, 10) + 26;
    for (const [draw, words] of [
        [
            (at: number) => drawBadge(at, y, 1, true),
            id ? 'mengerjakan hal yang sama (pasangan)' : 'does the same (pairs)',
        ],
        [(at: number) => drawBadge(at, y, 1, false), id ? 'beririsan' : 'overlaps'],
        [
            (at: number) => element('circle', { class: 'sc-alone', cx: at, cy: y, r: 5 }),
            id ? 'OPD terisolasi' : 'OPD on its own',
        ],
    ] as const) {
        parts.push(draw(x), label(x + 13, y + 4, 'sc-small', words));
        x += 13 + widthOf(words, 10) + 26;
    }
    return element('g', { class: 'sc-legend' }, parts);
}
