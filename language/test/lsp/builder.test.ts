import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Builder } from '../../src/lsp/builder.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A builder whose work takes so many milliseconds, and when each began. */
function builderOf(milliseconds: number): { builder: Builder; begun: number[] } {
    const begun: number[] = [];
    const builder = new Builder(() => {
        begun.push(performance.now());
        return new Promise((resolve) => setTimeout(resolve, milliseconds));
    });
    return { builder, begun };
}

describe('work after changes', () => {
    test('begins as soon as the keyboard is still, once for many changes', async () => {
        const { builder, begun } = builderOf(5);
        const start = performance.now();
        for (let i = 0; i < 10; i++) {
            builder.touch();
        }
        await vi.advanceTimersByTimeAsync(1000);
        expect(begun.map((each) => each - start)).toEqual([4]);
    });

    test('does not wait for a pause that never comes, and leaves half of the time to others', async () => {
        const { builder, begun } = builderOf(50);
        for (let i = 0; i < 100; i++) {
            builder.touch();
            await vi.advanceTimersByTimeAsync(10);
        }
        await vi.advanceTimersByTimeAsync(1000);
        expect(begun.length).toBeGreaterThan(5);
        const gaps = begun.slice(1).map((each, i) => each - begun[i]!);
        expect(Math.min(...gaps)).toBeGreaterThanOrEqual(100);
    });

    test('takes in what changed while it was being done', async () => {
        const { builder, begun } = builderOf(50);
        builder.touch();
        await vi.advanceTimersByTimeAsync(20);
        builder.touch();
        const idle = builder.idle();
        await vi.advanceTimersByTimeAsync(1000);
        await idle;
        expect(begun).toHaveLength(2);
    });
});
