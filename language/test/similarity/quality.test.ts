import { describe, expect, it } from 'vitest';
import { measureQuality, measureTimes } from '../../bench/similarity.ts';

describe('the labelled pairs', () => {
    const halves = measureQuality();

    it('are many, of every kind, in two halves', () => {
        expect(halves.map(({ half }) => half)).toEqual(['development', 'held-out']);
        const all = halves.flatMap(({ pairs }) => Object.values(pairs));
        expect(all.reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(250);
        expect(Math.min(...all)).toBeGreaterThanOrEqual(12);
    });

    it.each(halves)('are told apart in the $half half', ({ precision, recall, boilerplate }) => {
        expect(precision).toBeGreaterThanOrEqual(0.85);
        expect(recall).toBeGreaterThanOrEqual(0.75);
        expect(boilerplate).toBeLessThanOrEqual(0.1);
    });
});

describe('speed', () => {
    it('compares one edited program again without comparing the plan again', () => {
        const { editMedian } = measureTimes(2000, 60);
        expect(editMedian).toBeLessThan(5);
    });
});
