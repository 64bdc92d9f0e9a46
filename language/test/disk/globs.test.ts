import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/configuration.ts';
import { compileGlob, faultOf } from '../../src/disk/globs.ts';

describe('patterns', () => {
    test.each([
        ['drafts/**', 'drafts/a/b.smartcity', true],
        ['**/old-*.smartcity', 'x/y/old-plan.smartcity', true],
        ['*.smartcity', 'x/a.smartcity', false],
        ['plan-{2020,2021}.smartcity', 'plan-2021.smartcity', true],
        ['plan-?.smartcity', 'plan-a.smartcity', true],
        ['plan-[ab].smartcity', 'plan-c.smartcity', false],
        ['Rencana (lama).smartcity', 'Rencana (lama).smartcity', true],
        ['!a.smartcity', 'b.smartcity', false],
        ['@a+b|c.smartcity', '@a+b|c.smartcity', true],
    ])('%s and %s: %s', (pattern, path, meets) => {
        expect(faultOf(pattern)).toBeUndefined();
        expect(compileGlob(pattern)(path)).toBe(meets);
    });

    test.each([
        '((((((((a+)+)+)+)+)+)+)+)b',
        '@(+(a|aa)|+(a|aa))+(b)',
        '**/**/**/**/**/**/**/**/**/*a*a*a*b',
        '*a*a*a*a*a*a*a*a*b',
        '{a,b}'.repeat(20),
        '{1..99999999}{1..99999999}',
        '['.repeat(100),
        '*'.repeat(5000),
        '/'.repeat(1_000_000),
    ])('%s answers at once, also for a name made to hold it up', (pattern) => {
        const from = performance.now();
        compileGlob(pattern)(`${'a'.repeat(255)}/${'a'.repeat(255)}.smartcity`);
        // Seconds would be a pattern that runs away; what a slow machine takes is far less.
        expect(performance.now() - from).toBeLessThan(2000);
    });

    test('one too hard to follow is reported where it stands', () => {
        const [problem] = readConfig('{ "exclude": ["drafts", "*a*a*a*a*a*b"] }').problems;
        expect(problem?.start).toBe(24);
        expect(problem?.message.en).toContain('too complicated');
    });

    test.each(['', '/', './'])('%j means nothing, is reported where it stands, and ends nothing', (pattern) => {
        const [problem] = readConfig(`{ "exclude": ["drafts", "${pattern}"] }`).problems;
        expect([problem?.start, problem?.message.en]).toEqual([24, expect.stringContaining('is empty')]);
        expect(compileGlob(pattern)('a.smartcity')).toBe(false);
    });
});
