import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/format/edits.ts';
import { format, formatted } from '../../src/format/format.ts';
import { indentLine } from '../../src/format/on-type.ts';
import { checkOf } from '../support.ts';
import { commentsOf, meaningOf, wordsOf } from './meaning.ts';
import { loosenedTexts, spoiltTexts } from './mutations.ts';
import { SHIPPED, TEXTS } from './texts.ts';

const RUNS = { seed: 20261124, numRuns: 300 };

function holds(text: string): void {
    const once = formatted(text);
    expect(formatted(once)).toBe(once);
    expect(wordsOf(once)).toEqual(wordsOf(text));
    expect(commentsOf(once)).toEqual(commentsOf(text));
    expect(meaningOf(once)).toEqual(meaningOf(text));
}

describe('formatting', () => {
    it.each(TEXTS)('%s: is done at once, and changes no word, comment or meaning', (_, text) => holds(text));

    it('holds for texts with any mistakes in them', () => {
        fc.assert(fc.property(spoiltTexts, holds), RUNS);
    });

    it('holds for texts with any white space and comments between their words', () => {
        fc.assert(fc.property(loosenedTexts, holds), RUNS);
    });

    it('never refuses half a text', () => {
        for (const [, text] of SHIPPED) {
            const step = Math.max(1, Math.floor(text.length / 40));
            for (let end = 0; end < text.length; end += step) {
                holds(text.slice(0, end));
            }
        }
    });

    it('changes only the lines that are asked for', () => {
        const place = fc.double({ min: 0, max: 1, noNaN: true });
        fc.assert(
            fc.property(fc.oneof(loosenedTexts, spoiltTexts), place, place, (text, one, other) => {
                const [start, end] = [Math.floor(one * text.length), Math.floor(other * text.length)].sort(
                    (a, b) => a - b,
                ) as [number, number];
                const edits = format(text, { range: { start, end } });
                const first = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
                const behind = text.slice(end).search(/[\r\n]/);
                const last = behind < 0 ? text.length : end + behind;
                expect(edits.filter((edit) => edit.start < first || edit.end > last)).toEqual([]);
                expect(wordsOf(applyEdits(text, edits))).toEqual(wordsOf(text));
            }),
            RUNS,
        );
    });

    it('changes no fingerprint', () => {
        fc.assert(
            fc.property(loosenedTexts, (text) => {
                const prints = (each: string) =>
                    checkOf(each)
                        .findings.map(({ fingerprint }) => fingerprint)
                        .sort();
                expect(prints(formatted(text))).toEqual(prints(text));
            }),
            { ...RUNS, numRuns: 40 },
        );
    });

    it('indents any line of any text without harm', () => {
        fc.assert(
            fc.property(spoiltTexts, fc.double({ min: 0, max: 1, noNaN: true }), (text, at) => {
                const offset = Math.floor(at * text.length);
                const [edit] = indentLine(text, offset);
                const indented = applyEdits(text, edit === undefined ? [] : [edit]);
                expect(indented.replace(/[^\S\r\n]/g, '')).toBe(text.replace(/[^\S\r\n]/g, ''));
            }),
            RUNS,
        );
    });
});
