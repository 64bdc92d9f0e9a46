import { describe, expect, it } from 'vitest';
import { formatted } from '../../src/format/format.ts';
import { SHIPPED, TEXTS } from './texts.ts';

describe('what is shipped', () => {
    it.each(SHIPPED)('%s is in the house style', (_, text) => {
        expect(formatted(text)).toBe(text);
    });
});

describe('every text', () => {
    it.each(TEXTS)('%s stays as it is when it is formatted again', (_, text) => {
        const once = formatted(text);
        expect(formatted(once)).toBe(once);
    });
});
