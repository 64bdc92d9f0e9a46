import type { Position, Range } from 'vscode-languageserver-types';
import type { Lines } from '../plan/origin.ts';

/**
 * The offset of a position. One before the text is its beginning, one behind a line the line's end, one behind the text
 * its end: editors and their plugins send all of these.
 */
export function offsetAt(lines: Lines, { line, character }: Position): number {
    if (!(line >= 0)) {
        return 0;
    }
    if (line >= lines.count) {
        return lines.text.length;
    }
    const start = lines.start(line + 1);
    const length = lines.line(line + 1).length;
    return start + Math.max(0, Math.min(character, length));
}

/** The position of an offset. */
export function positionAt(lines: Lines, offset: number): Position {
    const { line, column } = lines.at(offset);
    return { line: line - 1, character: column - 1 };
}

/** The range between two offsets. */
export function rangeBetween(lines: Lines, start: number, end: number): Range {
    return { start: positionAt(lines, start), end: positionAt(lines, end) };
}
