import type { Test } from './run.ts';
export const packaged: readonly Test[] = [];
