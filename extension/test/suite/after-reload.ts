import type { Test } from './run.ts';
export const afterReload: readonly Test[] = [];
