import type { Test } from './run.ts';
export const panel: readonly Test[] = [];
