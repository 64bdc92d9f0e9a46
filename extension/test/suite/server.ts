import type { Test } from './run.ts';
export const server: readonly Test[] = [];
