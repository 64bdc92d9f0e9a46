import page from './missing-clause.md';
import { problemsOf } from './problems.ts';
import type { Rule } from './rule.ts';

/** A clause that must stand and does not. */
export const missingClause: Rule = {
    name: 'missing-clause',
    group: 'reading',
    severity: 'error',
    fixed: true,
    title: { en: 'A clause that must stand is missing', id: 'Klausa yang wajib ada belum ditulis' },
    page,
    stands: (edit) => !edit.misreads('missing-clause'),
    find: ({ plan }) => problemsOf(plan, 'missing-clause'),
};
