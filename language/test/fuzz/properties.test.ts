import { describe, expect, test } from 'vitest';
import { Counters } from '../../fuzz/counters.ts';
import { PROPERTIES } from '../../fuzz/properties.ts';
import { tryProperty } from '../../fuzz/run.ts';

/** The same inputs on every run; `npm run fuzz` goes on from here with others, for as long as one likes. */
const SEED = 2019;

describe('whatever the input', () => {
    test.each(PROPERTIES.map((property) => [property.name, property] as const))(
        '%s',
        async (_, property) => {
            const counters = new Counters();
            expect(await tryProperty(property, property.tested ?? 25, SEED, counters)).toBeUndefined();
            expect(counters.inputs + counters.edits + counters.checks).toBeGreaterThan(0);
        },
        60_000,
    );
});
