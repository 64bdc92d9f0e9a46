import { unknownLibraries } from './references.ts';
import type { Rule } from './rule.ts';
import page from './unknown-library.md';

/** `use` of a library that does not exist. */
export const unknownLibrary: Rule = {
    name: 'unknown-library',
    group: 'reading',
    severity: 'error',
    fixed: true,
    title: { en: 'A library that does not exist', id: 'Pustaka yang tidak ada' },
    page,
    find: ({ plan }) => unknownLibraries(plan),
};
