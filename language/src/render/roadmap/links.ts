import { type Child, element, path } from '../markup.ts';
import { tooltip } from '../picture.ts';
import type { ProgramView } from '../program-view.ts';
import { type Roadmap, SIZE } from './layout.ts';

/** A program of a sheet and the middle of its row. */
export interface Placed {
    readonly view: ProgramView;
    readonly y: number;
}

/**
 * The lines from what is waited for to who waits: whole lines between programs of one sheet, and a stub with the other's
 * name where that one stands on another sheet. A line back in time means that the wait is not kept.
 */
export function drawLinks(roadmap: Roadmap, placed: ReadonlyMap<string, Placed>): Child {
    const { axis, checked } = roadmap;
    const links: Child[] = [];
    for (const { view, y } of placed.values()) {
        const drawn = new Set<string>();
        for (const wait of view.waits) {
            const name = wait.program?.name;
            if (name === undefined || drawn.has(name) || name === view.name) {
                continue;
            }
            drawn.add(name);
            const before = checked.analysis.schedule.byName.get(name);
            if (!before) {
                continue;
            }
            const to = axis.x(view.start);
            const other = placed.get(name);
            const broken = wait.until > view.start;
            const style = `sc-link${wait.name === name ? '' : ' sc-by-asset'}${broken ? ' sc-broken' : ''}`;
            const strong = view.critical && before.critical ? ' sc-heavy' : '';
            links.push(
                element(
                    'g',
                    {
                        class: style + strong,
                        'data-key': `${name}>${view.name}`,
                        'data-from': name,
                        'data-to': view.name,
                    },
                    tooltip(`${before.program.title || name} → ${view.title}`),
                    other ? drawLink(axis.x(before.finish + 1), other.y, to, y) : drawStub(to, y),
                ),
            );
        }
    }
    return links;
}

/** What is waited for stands on another sheet. */
function drawStub(x: number, y: number): Child {
    return [
        element('path', { d: path`M${x - 12} ${y}H${x - 4}` }),
        element('circle', { cx: x - 14, cy: y, r: 2.2 }),
        element('path', { class: 'sc-tip', d: pointRight(x, y) }),
    ];
}

/** From the end of one bar to the beginning of another, in straight strokes. */
function drawLink(fromX: number, fromY: number, toX: number, toY: number): Child {
    const down = toY > fromY;
    if (toX >= fromX - 1 && toX < fromX + 14) {
        // One follows on the other: straight into its upper edge (or lower, when it stands above).
        const x = toX + 6;
        const edge = down ? toY - SIZE.bar / 2 - 1 : toY + SIZE.bar / 2 + 1;
        return [
            element('path', { d: path`M${fromX} ${fromY}H${x}V${down ? edge - 3 : edge + 3}` }),
            element('path', { class: 'sc-tip', d: down ? pointDown(x, edge) : pointUp(x, edge) }),
        ];
    }
    const out = fromX + 6;
    if (toX > fromX) {
        return [
            element('path', { d: path`M${fromX} ${fromY}H${out}V${toY}H${toX - 3}` }),
            element('path', { class: 'sc-tip', d: pointRight(toX, toY) }),
        ];
    }
    // The one that waits begins before: around, through the gap between two rows.
    const gap = down ? toY - SIZE.row / 2 : toY + SIZE.row / 2;
    return [
        element('path', { d: path`M${fromX} ${fromY}H${out}V${gap}H${toX - 9}V${toY}H${toX - 3}` }),
        element('path', { class: 'sc-tip', d: pointRight(toX, toY) }),
    ];
}

function pointRight(x: number, y: number): string {
    return path`M${x - 5.5} ${y - 3}L${x} ${y}L${x - 5.5} ${y + 3}Z`;
}

function pointDown(x: number, y: number): string {
    return path`M${x - 3} ${y - 5.5}L${x} ${y}L${x + 3} ${y - 5.5}Z`;
}

function pointUp(x: number, y: number): string {
    return path`M${x - 3} ${y + 5.5}L${x} ${y}L${x + 3} ${y + 5.5}Z`;
}
