import { unresolved } from './references.ts';
import type { Rule } from './rule.ts';
import page from './unresolved-reference.md';

/** A name that nothing has. */
export const unresolvedReference: Rule = {
    name: 'unresolved-reference',
    group: 'reading',
    severity: 'error',
    fixed: true,
    title: { en: 'A name that nothing is called', id: 'Nama yang tidak dimiliki apa pun' },
    page,
    find: ({ plan }) => unresolved(plan),
};
