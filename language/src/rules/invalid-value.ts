import page from './invalid-value.md';
import { problemsOf } from './problems.ts';
import type { Rule } from './rule.ts';
import { circularBars, levelsOffScale } from './scales.ts';

/** A date, duration, amount, number or level that cannot be. */
export const invalidValue: Rule = {
    name: 'invalid-value',
    group: 'reading',
    severity: 'error',
    fixed: true,
    title: {
        en: 'A date, duration, amount or level that cannot be',
        id: 'Tanggal, lama, jumlah, atau tingkat yang tidak mungkin',
    },
    page,
    stands: (edit) =>
        !edit.misreads('invalid-value') && !edit.touches('program', 'raises') && !edit.touches('masterplan'),
    *find({ plan }) {
        yield* problemsOf(plan, 'invalid-value');
        yield* levelsOffScale(plan);
        yield* circularBars(plan);
    },
};
