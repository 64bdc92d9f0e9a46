import { problemsOf } from './problems.ts';
import page from './repeated-clause.md';
import type { Rule } from './rule.ts';

/** A clause that may stand once and stands twice. */
export const repeatedClause: Rule = {
    name: 'repeated-clause',
    group: 'reading',
    severity: 'error',
    fixed: true,
    title: { en: 'A clause that may stand once stands twice', id: 'Klausa yang hanya boleh satu tertulis dua kali' },
    page,
    stands: (edit) => !edit.misreads('repeated-clause'),
    find: ({ plan }) => problemsOf(plan, 'repeated-clause'),
};
