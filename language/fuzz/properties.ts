import { formats } from './formats.ts';
import { formatting } from './formatting.ts';
import { laterWaits, moreRaises } from './monotone.ts';
import { incremental, order } from './plans.ts';
import type { Property } from './property.ts';
import { reading, readingLong } from './reading.ts';
import { sessions } from './sessions.ts';

/** Everything that must hold, whatever the input. */
export const PROPERTIES: readonly Property[] = [
    reading,
    readingLong,
    order,
    incremental,
    laterWaits,
    moreRaises,
    sessions,
    formatting,
    formats,
];
