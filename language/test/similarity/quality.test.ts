import { describe, expect, it } from 'vitest';
import { measureQuality, measureTimes } from '../../bench/similarity.ts';

describe('the labelled pairs', () => {
    const halves = measureQuality();

    it('are many, of every kind, in two halves and five parts that are hard on purpose', () => {
        const parts = ['development', 'held-out', 'hard', 'fresh', 'fresh 2', 'fresh 3', 'fresh 4'];
        expect(halves.map(({ half }) => half)).toEqual(parts);
        const all = halves.flatMap(({ pairs }) => Object.values(pairs).filter((count) => count > 0));
        expect(all.reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(500);
        expect(Math.min(...all)).toBeGreaterThanOrEqual(8);
    });

    it.each(halves.slice(0, 2))('are told apart in the $half half', ({ precision, recall, boilerplate }) => {
        expect(precision).toBeGreaterThanOrEqual(0.85);
        expect(recall).toBeGreaterThanOrEqual(0.75);
        expect(boilerplate).toBeLessThanOrEqual(0.1);
    });

    it.each(halves.slice(2))('are told apart where it is hard, if not all found: $half', (part) => {
        expect(part.precision).toBeGreaterThanOrEqual(0.75);
        expect(part.recall).toBeGreaterThanOrEqual(0.35);
        expect(part.boilerplate).toBeLessThanOrEqual(0.25);
    });
});

describe('speed', () => {
    it('compares one edited program again without comparing the plan again', () => {
        const { editMedian } = measureTimes(2000, 60);
        expect(editMedian).toBeLessThan(5);
    });
});
