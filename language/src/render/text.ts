/**
 * Widths of the characters from space to tilde in hundredths of the font size, as in Arial and the fonts made to its
 * measure. Pictures are drawn without a screen, so widths are estimated; what is set in a wider font has some air left.
 */
const WIDTHS = (
    '28 28 35 56 56 89 67 19 33 33 39 58 28 33 28 28 56 56 56 56 56 56 56 56 56 56 28 28 58 58 58 56 ' +
    '102 67 67 72 72 67 61 78 72 28 50 67 56 83 72 78 67 78 72 67 61 72 67 94 67 67 61 28 28 28 47 56 ' +
    '33 56 56 50 56 56 28 56 56 22 22 50 22 83 56 56 56 56 33 50 28 56 50 72 50 50 50 33 26 33 58'
)
    .split(' ')
    .map((width) => Number(width) / 100);

/** Air for fonts wider than Arial, as a factor. */
const AIR = 1.06;

/** The width of a text in pixels, at a font size in pixels; bold is about a tenth wider. */
export function widthOf(text: string, size: number, bold = false): number {
    let width = 0;
    for (const character of text) {
        width += widthOfCharacter(character.codePointAt(0)!);
    }
    return width * size * AIR * (bold ? 1.08 : 1);
}

function widthOfCharacter(code: number): number {
    const known = WIDTHS[code - 32];
    if (known !== undefined) {
        return known;
    }
    // Marks that stand on the letter before take no room; the wide scripts take a full square.
    return code >= 0x300 && code <= 0x36f ? 0 : code >= 0x1100 ? 1 : 0.6;
}

/** A text cut to fit a width, with an ellipsis where it was cut. */
export function truncate(text: string, width: number, size: number, bold = false): string {
    if (widthOf(text, size, bold) <= width) {
        return text;
    }
    // Nothing longer than this fits on any picture; a title of megabytes is not worth measuring.
    const characters = [...text.slice(0, 2000)];
    let low = 0;
    let high = characters.length;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (widthOf(`${characters.slice(0, middle).join('')}…`, size, bold) <= width) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    return `${characters.slice(0, low).join('').trimEnd()}…`;
}

/**
 * A text broken at spaces into lines that fit a width; at most `most` of them, the last one cut if need be.
 * A word too long for a line is cut. An empty text has one empty line.
 */
export function wrap(text: string, width: number, size: number, most: number, bold = false): string[] {
    const words = text.split(/\s+/).filter((word) => word !== '');
    const result: string[] = [];
    let current = '';
    for (let i = 0; i < words.length; i++) {
        const longer = current === '' ? words[i]! : `${current} ${words[i]}`;
        if (current === '' || widthOf(longer, size, bold) <= width) {
            current = longer;
            continue;
        }
        if (result.length === most - 1) {
            current = [current, ...words.slice(i)].join(' ');
            break;
        }
        result.push(current);
        current = words[i]!;
    }
    result.push(current);
    return result.map((line) => truncate(line, width, size, bold));
}
