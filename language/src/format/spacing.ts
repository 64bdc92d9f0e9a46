import type { Gap } from './layout.ts';

/** A comment in a gap: where it stands in the text, and what it says. */
export interface Remark {
    readonly start: number;
    readonly end: number;
}

/** What is before and after a gap. */
export interface Edges {
    readonly atStart: boolean;
    readonly atEnd: boolean;
}

/**
 * Writes the gap between two words anew. Comments keep their order and their line: one behind a word stays behind it,
 * one on a line of its own stays on one. `from` and `to` bound the gap in the text, `eol` is the file's line end.
 */
export function writeGap(
    text: string,
    from: number,
    to: number,
    remarks: readonly Remark[],
    gap: Gap,
    edges: Edges,
    eol: string,
): string {
    const white = whiteBetween(text, from, to, remarks);
    if (remarks.length === 0) {
        return edges.atStart ? '' : plainGap(gap, white[0]!, edges, eol);
    }
    const parts: string[] = [];
    const isLine = gap.kind === 'line';
    const isFree = isLine && white.every((each) => !/[\r\n]/.test(each));
    remarks.forEach((remark, i) => {
        const before = white[i]!;
        const breaks = /[\r\n]/.test(before);
        if (i === 0 && edges.atStart) {
            // A file begins with its first comment.
        } else if (!breaks) {
            parts.push(' ');
        } else if (isLine) {
            const blank = isBlank(before) && (i > 0 || gap.blankAfter);
            parts.push(blank ? eol + eol : eol, ' '.repeat(gap.inner));
        } else {
            parts.push(eol, ' '.repeat(gap.indent));
        }
        parts.push(text.slice(remark.start, remark.end));
    });
    parts.push(lastGap(text, remarks[remarks.length - 1]!, white[remarks.length]!, gap, edges, eol, isFree));
    return parts.join('');
}

/** What stands between the last comment and the next word. */
function lastGap(
    text: string,
    last: Remark,
    white: string,
    gap: Gap,
    edges: Edges,
    eol: string,
    isFree: boolean,
): string {
    if (edges.atEnd) {
        const comment = text.slice(last.start, last.end);
        const isOpen = comment.startsWith('/*') && (comment.length < 4 || !comment.endsWith('*/'));
        return isOpen ? '' : eol;
    }
    if (/[\r\n]/.test(white) || (isFree && !edges.atStart)) {
        const blank = gap.kind === 'line' && gap.blankBefore && isBlank(white);
        return (blank ? eol + eol : eol) + ' '.repeat(gap.indent);
    }
    return gap.kind === 'none' ? '' : ' ';
}

function plainGap(gap: Gap, white: string, edges: Edges, eol: string): string {
    if (edges.atEnd) {
        return eol;
    }
    switch (gap.kind) {
        case 'none':
            return '';
        case 'space':
            return ' ';
        case 'wide':
            return '  ';
        case 'break':
            return eol + ' '.repeat(gap.indent);
        default:
            return (gap.blankAfter && gap.blankBefore && isBlank(white) ? eol + eol : eol) + ' '.repeat(gap.indent);
    }
}

/** The white space before, between and after the comments of a gap. */
function whiteBetween(text: string, from: number, to: number, remarks: readonly Remark[]): string[] {
    const white: string[] = [];
    let at = from;
    for (const remark of remarks) {
        white.push(text.slice(at, remark.start));
        at = remark.end;
    }
    white.push(text.slice(at, to));
    return white;
}

/** Whether white space has a blank line in it. */
function isBlank(white: string): boolean {
    return (white.match(/\r\n|\r|\n/g)?.length ?? 0) > 1;
}
