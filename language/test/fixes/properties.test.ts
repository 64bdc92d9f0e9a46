import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fixAll, fixer } from '../../src/fixes/fixes.ts';
import { refactoringsOf } from '../../src/refactor/refactorings.ts';
import { spoiltTexts } from '../format/mutations.ts';
import { applied, faultsIn, tryPlan } from './trial.ts';

const RUNS = { seed: 20261124, numRuns: 80 };

it('offers nothing that cannot be applied, whatever the text', () => {
    fc.assert(
        fc.property(spoiltTexts, (text) => {
            const trial = tryPlan({ a: text });
            const fixesFor = fixer(trial.checked, (file) => trial.files[file]);
            for (const finding of trial.checked.findings) {
                for (const fix of fixesFor(finding)) {
                    expect(faultsIn(trial, fix)).toEqual([]);
                    expect([fix.title.en, fix.title.id]).not.toContain('');
                }
            }
        }),
        RUNS,
    );
});

it('refactors nothing that cannot be, whatever the text', () => {
    fc.assert(
        fc.property(spoiltTexts, fc.double({ min: 0, max: 1, noNaN: true }), (text, at) => {
            const trial = tryPlan({ a: text, b: '' });
            const start = Math.floor(at * text.length);
            for (const each of refactoringsOf(trial.checked, { file: 'a', start, end: text.length }, (file) =>
                file === 'a' ? text : '',
            )) {
                expect(faultsIn(trial, each)).toEqual([]);
            }
        }),
        RUNS,
    );
});

it('is done after few rounds of safe fixes', () => {
    fc.assert(
        fc.property(spoiltTexts, (text) => {
            let trial = tryPlan({ a: text });
            let rounds = 0;
            for (; rounds < 20; rounds++) {
                const edits = fixAll(trial.checked, (file) => trial.files[file]);
                if (edits.length === 0) {
                    break;
                }
                trial = applied(trial, edits);
            }
            expect(rounds).toBeLessThan(20);
        }),
        { ...RUNS, numRuns: 40 },
    );
});
