import { element, type Markup, path } from './markup.ts';
import { HUES } from './palette.ts';

// Small signs around a middle point, drawn as paths so that no font has to have them.

/** A five-pointed star: a quick win. */
export function star(x: number, y: number, radius: number): string {
    return polygon(x, y, 10, (corner) => (corner % 2 === 0 ? radius : radius * 0.45));
}

/** A diamond: a milestone. */
export function diamond(x: number, y: number, radius: number): string {
    return polygon(x, y, 4, () => radius);
}

/** A tick: done, met. */
export function tick(x: number, y: number, radius: number): string {
    const low = y + radius * 0.75;
    return path`M${x - radius} ${y}L${x - radius * 0.25} ${low}L${x + radius} ${y - radius * 0.75}`;
}

/** A cross: missed. */
export function cross(x: number, y: number, radius: number): string {
    const [left, right, top, bottom] = [x - radius, x + radius, y - radius, y + radius];
    return path`M${left} ${top}L${right} ${bottom}M${right} ${top}L${left} ${bottom}`;
}

/** A triangle that points right: under way. */
export function play(x: number, y: number, radius: number): string {
    const left = x - radius * 0.7;
    return path`M${left} ${y - radius}L${x + radius} ${y}L${left} ${y + radius}Z`;
}

/** A triangle that points up. */
export function triangle(x: number, y: number, radius: number): string {
    const [left, right, bottom] = [x - radius * 1.1, x + radius * 1.1, y + radius * 0.9];
    return path`M${x} ${y - radius}L${right} ${bottom}L${left} ${bottom}Z`;
}

/** A triangle that points down. */
export function triangleDown(x: number, y: number, radius: number): string {
    const [left, right, top] = [x - radius * 1.1, x + radius * 1.1, y - radius * 0.9];
    return path`M${x} ${y + radius}L${right} ${top}L${left} ${top}Z`;
}

/** A triangle with an exclamation mark: a program with errors. */
export function warning(x: number, y: number, radius: number): Markup {
    const mark = path`M${x} ${y - radius * 0.35}V${y + radius * 0.25}M${x} ${y + radius * 0.5}v.6`;
    return element(
        'g',
        {},
        element('path', { class: 'sc-alert', d: triangle(x, y, radius) }),
        element('path', { class: 'sc-alert-mark', d: mark }),
    );
}

/**
 * The sign of a dimension: its colour and a shape of its own, so that it is known without the colour too. Colours repeat
 * after eight, shapes after seven, so that pairs repeat after fifty-six.
 */
export function sign(hue: number, x: number, y: number, radius: number): Markup {
    return element('path', { class: `sc-h${hue % HUES}`, d: SHAPES[hue % SHAPES.length]!(x, y, radius) });
}

const SHAPES: readonly ((x: number, y: number, radius: number) => string)[] = [
    (x, y, r) => polygon(x, y, 24, () => r * 1.05),
    (x, y, r) => path`M${x - r * 0.9} ${y - r * 0.9}h${1.8 * r}v${1.8 * r}h${-1.8 * r}Z`,
    triangle,
    (x, y, r) => diamond(x, y, r * 1.2),
    (x, y, r) => polygon(x, y, 6, () => r * 1.1),
    (x, y, r) => {
        const arm = r * 0.6;
        const bar = r * 0.8;
        return path`M${x - bar / 2} ${y - r}h${bar}v${arm}h${arm}v${bar}h${-arm}v${arm}h${-bar}v${-arm}h${-arm}v${-bar}h${arm}Z`;
    },
    triangleDown,
];

function polygon(x: number, y: number, corners: number, reach: (corner: number) => number): string {
    const points: string[] = [];
    for (let corner = 0; corner < corners; corner++) {
        const turn = (2 * Math.PI * corner) / corners;
        points.push(path`${x + reach(corner) * Math.sin(turn)} ${y - reach(corner) * Math.cos(turn)}`);
    }
    return `M${points.join('L')}Z`;
}
