import { problemsOf } from './problems.ts';
import type { Rule } from './rule.ts';
import page from './syntax-error.md';

/** Words that are no part of the language where they stand. */
export const syntaxError: Rule = {
    name: 'syntax-error',
    group: 'reading',
    severity: 'error',
    fixed: true,
    title: { en: 'Words that cannot be read where they stand', id: 'Kata-kata yang tidak dapat dibaca di tempatnya' },
    page,
    stands: (edit) => !edit.misreads('syntax-error'),
    find: ({ plan }) => problemsOf(plan, 'syntax-error'),
};
