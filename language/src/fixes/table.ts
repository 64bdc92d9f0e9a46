import { moveName, rename, replaceIt, resolveLibrary, resolveName, respell } from './ways/references.ts';
import type { Way } from './ways/way.ts';

/** What can be done about the findings of each rule, the likeliest first. Every finding that may be waived can be, too. */
export const WAYS: Readonly<Record<string, readonly Way[]>> = {
    'unresolved-reference': [resolveName],
    'unknown-library': [resolveLibrary],
    'wrong-reference-kind': [moveName],
    'duplicate-name': [rename],
    'invalid-value': [respell],
    'syntax-error': [replaceIt],
};

/** Rules with fixes that may be applied without being asked. */
export const SAFE: ReadonlySet<string> = new Set(['invalid-value']);
