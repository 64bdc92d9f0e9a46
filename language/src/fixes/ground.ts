import { lineEnd } from '../format/format.ts';
import type { Day } from '../plan/calendar.ts';
import type { Declaration } from '../plan/declarations/declaration.ts';
import type { Named } from '../plan/declarations/named.ts';
import type { Waiver } from '../plan/declarations/statement.ts';
import type { Fragment } from '../plan/fragment.ts';
import type { Origin } from '../plan/origin.ts';
import type { Plan } from '../plan/plan.ts';
import type { Checked } from '../rules/check.ts';
import { type Chunk, splitChunks } from '../syntax/chunks.ts';
import { type Outline, outlineChunk, type Part } from '../syntax/outline.ts';
import type { Edit, Texts } from './fix.ts';

/** A declaration or clause in its file: its words, and how offsets of its words become offsets of the file. */
export interface Spot {
    readonly file: string;
    readonly text: string;
    readonly eol: string;
    readonly outline: Outline;
    readonly part: Part;
    /** Where a word begins, and where it ends, in the file. */
    start(index: number): number;
    end(index: number): number;
}

/** What fixes are made on: a checked plan, its texts, and the words of its declarations. Made for one version. */
export class Ground {
    readonly plan: Plan;
    private readonly files = new Map<
        string,
        { readonly text: string; readonly eol: string; readonly chunks: Chunk[] }
    >();
    private readonly outlines = new Map<Chunk, Outline>();
    private readonly fragments: ReadonlyMap<string, Fragment>;

    constructor(
        readonly checked: Checked,
        private readonly texts: Texts,
    ) {
        this.plan = checked.analysis.plan;
        this.fragments = new Map(this.plan.fragments.map((fragment) => [fragment.file, fragment]));
    }

    get today(): Day {
        return this.checked.analysis.today;
    }

    /** The text of a file of the plan itself; libraries are not changed. */
    text(file: string): string | undefined {
        return this.file(file)?.text;
    }

    /** What one of the plan's own files says. */
    fragment(file: string): Fragment | undefined {
        return this.fragments.get(file);
    }

    /** The words at a place. */
    slice(at: Origin): string {
        return this.text(at.file)?.slice(at.start, at.end) ?? '';
    }

    /** The line end of a file. */
    eol(file: string): string {
        return this.file(file)?.eol ?? '\n';
    }

    /** The declaration or waiver around a place in the plan's own files. */
    around(at: Origin): Declaration | Waiver | undefined {
        const fragment = this.fragments.get(at.file);
        const isAround = ({ whole }: Declaration | Waiver): boolean => whole.start <= at.start && at.end <= whole.end;
        return fragment === undefined
            ? undefined
            : ((nearestBefore(fragment.declarations, at.start, isAround) as Declaration | undefined) ??
                  (nearestBefore(fragment.waivers, at.start, isAround) as Waiver | undefined));
    }

    /** The words of a declaration, waiver or clause that begins at a place; `undefined` in text that cannot be read. */
    spot(at: Origin): Spot | undefined {
        const file = this.file(at.file);
        const chunk = file && chunkAt(file.chunks, at.start);
        if (file === undefined || chunk === undefined) {
            return undefined;
        }
        let outline = this.outlines.get(chunk);
        if (outline === undefined) {
            outline = outlineChunk(chunk);
            this.outlines.set(chunk, outline);
        }
        const { tokens } = outline;
        const wanted = at.start - chunk.start;
        const part = partAt(outline.parts ?? [], (each) => tokens[each.first]!.startOffset === wanted);
        return part === undefined
            ? undefined
            : {
                  file: at.file,
                  text: file.text,
                  eol: file.eol,
                  outline,
                  part,
                  start: (index) => chunk.start + tokens[index]!.startOffset,
                  end: (index) => chunk.start + tokens[index]!.endOffset! + 1,
              };
    }

    private file(name: string): { readonly text: string; readonly eol: string; readonly chunks: Chunk[] } | undefined {
        let file = this.files.get(name);
        const text = file === undefined && this.fragments.has(name) ? this.texts(name) : undefined;
        if (text !== undefined) {
            file = { text, eol: lineEnd(text), chunks: splitChunks(text) };
            this.files.set(name, file);
        }
        return file;
    }
}

/** An edit that puts words at a place. */
export function replace(at: Origin, text: string): Edit {
    return { file: at.file, start: at.start, end: at.end, text };
}

/** An edit that puts words between two others. */
export function insert(file: string, offset: number, text: string): Edit {
    return { file, start: offset, end: offset, text };
}

/** Whether something is declared by the plan itself. */
export function isOwn(named: Pick<Named, 'library'>): boolean {
    return named.library === undefined;
}

function nearestBefore<T extends { readonly whole: Origin }>(
    all: readonly T[],
    offset: number,
    isIt: (each: T) => boolean,
): T | undefined {
    let low = 0;
    let high = all.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (all[middle]!.whole.start <= offset) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    const found = all[low];
    return found !== undefined && isIt(found) ? found : undefined;
}

function chunkAt(chunks: readonly Chunk[], offset: number): Chunk | undefined {
    let low = 0;
    let high = chunks.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (chunks[middle]!.start <= offset) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    return chunks[low];
}

function partAt(parts: readonly Part[], isIt: (part: Part) => boolean): Part | undefined {
    for (const part of parts) {
        const found = isIt(part) ? part : partAt(part.clauses, isIt);
        if (found !== undefined) {
            return found;
        }
    }
    return undefined;
}
