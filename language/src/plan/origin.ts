/**
 * Where someone wrote something: a half-open span of UTF-16 offsets in a file.
 * Every declaration and clause carries one, so that a diagnostic, a SARIF result or a click in a picture
 * needs no second look-up. Lines and columns are made from offsets only when they are shown (`Lines`).
 */
export interface Origin {
    /** The file's name as its workspace knows it: a path with `/`, or an address. */
    readonly file: string;
    readonly start: number;
    readonly end: number;
}

/** A place as people count: lines and columns from 1, columns in UTF-16 units. */
export interface Place {
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
}

/** The line starts of one text; turns offsets into lines and columns. Offsets beyond the text are clamped. */
export class Lines {
    private counted: Int32Array | undefined;

    constructor(readonly text: string) {}

    /** Where each line begins: counted when it is first asked for, and packed, since a city has a hundred thousand lines. */
    private get starts(): Int32Array {
        this.counted ??= new Int32Array(startsOf(this.text));
        return this.counted;
    }

    /** How many lines the text has; an empty text has one. */
    get count(): number {
        return this.starts.length;
    }

    /** The text of a line (from 1) without its line end; empty when there is no such line. */
    line(line: number): string {
        const start = this.starts[line - 1];
        if (start === undefined) {
            return '';
        }
        // From the back: a line may be millions of letters long, and is asked for at each finding in it.
        let end = this.starts[line] ?? this.text.length;
        while (end > start && isLineEnd(this.text.charCodeAt(end - 1))) {
            end--;
        }
        return this.text.slice(start, end);
    }

    /** Where a line (from 1) begins; the end of the text for one beyond the last. */
    start(line: number): number {
        return this.starts[line - 1] ?? this.text.length;
    }

    /** Line and column (both from 1) of an offset. */
    at(offset: number): { line: number; column: number } {
        const { starts } = this;
        const wanted = Math.max(0, Math.min(offset, this.text.length));
        let low = 0;
        let high = starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if (starts[middle]! <= wanted) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return { line: low + 1, column: wanted - starts[low]! + 1 };
    }

    /** The place of a span. */
    place({ start: from, end: to }: Origin): Place {
        const start = this.at(from);
        // Nearly everything ends in the line that it begins in.
        const isOneLine = from >= 0 && from <= to && to < (this.starts[start.line] ?? this.text.length);
        const end = isOneLine ? { line: start.line, column: start.column + to - from } : this.at(to);
        return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
    }
}

function startsOf(text: string): readonly number[] {
    const starts = [0];
    if (!text.includes('\r')) {
        // Most texts know one line end only, and the engine finds that faster than a loop goes from letter to letter.
        for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            starts.push(i + 1);
        }
        return starts;
    }
    for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) {
            starts.push(i + 1);
        }
    }
    return starts;
}

/** CR or LF. */
function isLineEnd(code: number): boolean {
    return code === 10 || code === 13;
}
