import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { truncate, widthOf, wrap } from '../../src/render/text.ts';

const TITLE = 'Peningkatan kapasitas pengelola teknologi informasi dan komunikasi di setiap perangkat daerah';

describe('measured text', () => {
    it('knows that an m is wider than an i and bold wider than plain', () => {
        expect(widthOf('mmmm', 10)).toBeGreaterThan(2 * widthOf('iiii', 10));
        expect(widthOf('abc', 10, true)).toBeGreaterThan(widthOf('abc', 10));
        expect(widthOf('', 10)).toBe(0);
    });

    it('wraps a long title into lines that fit, and cuts the last', () => {
        const lines = wrap(TITLE, 200, 11, 2);
        expect(lines).toEqual(['Peningkatan kapasitas pengelola', 'teknologi informasi dan komunikasi…']);
        expect(wrap('Satu', 200, 11, 2)).toEqual(['Satu']);
        expect(wrap('', 200, 11, 2)).toEqual(['']);
    });

    it('never makes a line wider than asked for', () => {
        const text = fc.string({ unit: fc.constantFrom('a', 'W', ' ', 'é', '漢', '🚦', '.'), maxLength: 80 });
        fc.assert(
            fc.property(text, fc.integer({ min: 30, max: 400 }), (value, width) => {
                for (const line of [...wrap(value, width, 11, 2), truncate(value, width, 11)]) {
                    expect(widthOf(line, 11)).toBeLessThanOrEqual(width);
                }
                expect(wrap(value, width, 11, 2).length).toBeLessThanOrEqual(2);
            }),
        );
    });

    it('cuts a title of megabytes at once', () => {
        expect(truncate('x'.repeat(3_000_000), 100, 11)).toMatch(/^x+…$/);
    });
});
