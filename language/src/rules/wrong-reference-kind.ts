import { ofWrongKind } from './references.ts';
import type { Rule } from './rule.ts';
import page from './wrong-reference-kind.md';

/** A name of something that has no place there. */
export const wrongReferenceKind: Rule = {
    name: 'wrong-reference-kind',
    group: 'reading',
    severity: 'error',
    fixed: true,
    title: { en: 'A name of something of another kind', id: 'Nama milik sesuatu yang berjenis lain' },
    page,
    find: ({ plan }) => ofWrongKind(plan),
};
