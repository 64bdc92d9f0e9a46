import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import { type FileWord, wordsOf } from '../syntax/file-words.ts';
import type { View } from './view.ts';

/** What can be folded away: blocks in braces, long texts, comments, and runs of comments. */
export function foldingRanges(view: View): FoldingRange[] {
    const { lines } = view;
    const lineOf = (offset: number): number => lines.at(offset).line - 1;
    const ranges: FoldingRange[] = [];
    const add = (start: number, end: number, kind?: FoldingRangeKind): void => {
        if (end > start) {
            ranges.push({ startLine: start, endLine: end, ...(kind === undefined ? {} : { kind }) });
        }
    };
    const open: FileWord[] = [];
    let run: { readonly start: number; end: number } | undefined;
    for (const word of wordsOf(lines.text)) {
        const first = lineOf(word.start);
        const last = lineOf(Math.max(word.start, word.end - 1));
        if (word.kind === 'comment') {
            if (run !== undefined && first <= run.end + 1) {
                run.end = last;
            } else {
                closeRun();
                run = { start: first, end: last };
            }
            continue;
        }
        closeRun();
        if (word.kind === 'open') {
            open.push(word);
        } else if (word.kind === 'close') {
            const opening = open.pop();
            if (opening !== undefined) {
                // The closing brace stays to be seen.
                add(lineOf(opening.start), first - 1);
            }
        } else if (word.kind === 'text') {
            add(first, last);
        }
    }
    closeRun();
    return ranges.sort((a, b) => a.startLine - b.startLine || a.endLine - b.endLine);

    function closeRun(): void {
        if (run !== undefined) {
            add(run.start, run.end, FoldingRangeKind.Comment);
            run = undefined;
        }
    }
}
