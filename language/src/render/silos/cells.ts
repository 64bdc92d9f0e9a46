import { path } from '../markup.ts';

/** The outlines of all cells of a matrix as one path: what stays empty is seen, and costs little. */
export function emptyCells(
    columns: number,
    rows: number,
    left: number,
    top: number,
    width: number,
    height: number,
): string {
    const boxes: string[] = [];
    for (let row = 0; row < rows; row++) {
        for (let column = 0; column < columns; column++) {
            boxes.push(
                path`M${left + column * width + 1.5} ${top + row * height + 1.5}h${width - 3}v${height - 3}h${3 - width}Z`,
            );
        }
    }
    return boxes.join('');
}
