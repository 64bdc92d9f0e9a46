import type { Scale } from './level.ts';

/**
 * The raises in force on one day, by level; each is known by a number of the caller's. In a staged
 * framework level N counts only when N−1 does; a scored one takes the highest value.
 */
export class Lifts {
    private readonly at = new Map<number, Set<number>>();
    /** Scored only: a binary heap of the values in `at`, highest first; values that are gone leave when they surface. */
    private heap: number[] = [];

    constructor(private readonly scale: Scale) {}

    add(level: number, raise: number): void {
        const same = this.at.get(level);
        if (same) {
            same.add(raise);
            return;
        }
        this.at.set(level, new Set([raise]));
        if (!this.scale.staged) {
            this.push(level);
        }
    }

    /** Takes a raise away; `false` when it was not in force. */
    remove(level: number, raise: number): boolean {
        const same = this.at.get(level);
        if (!same?.delete(raise)) {
            return false;
        }
        if (same.size === 0) {
            this.at.delete(level);
        }
        return true;
    }

    clear(): void {
        this.at.clear();
        this.heap = [];
    }

    /** The raises in force to exactly this level, in the order they came into force. */
    to(level: number): ReadonlySet<number> | undefined {
        return this.at.get(level);
    }

    /** The level they make of a measured one. */
    over(floor: number): number {
        if (this.scale.staged) {
            let level = floor;
            while (this.at.has(level + 1)) {
                level++;
            }
            return level;
        }
        while (this.heap.length > 0 && !this.at.has(this.heap[0]!)) {
            this.pop();
        }
        return Math.max(floor, this.heap[0] ?? floor);
    }

    private push(value: number): void {
        const heap = this.heap;
        let i = heap.push(value) - 1;
        while (i > 0) {
            const parent = (i - 1) >> 1;
            if (heap[parent]! >= value) {
                break;
            }
            heap[i] = heap[parent]!;
            i = parent;
        }
        heap[i] = value;
    }

    private pop(): void {
        const heap = this.heap;
        const last = heap.pop()!;
        if (heap.length === 0) {
            return;
        }
        let i = 0;
        for (let child = 1; child < heap.length; child = 2 * i + 1) {
            if (child + 1 < heap.length && heap[child + 1]! > heap[child]!) {
                child++;
            }
            if (heap[child]! <= last) {
                break;
            }
            heap[i] = heap[child]!;
            i = child;
        }
        heap[i] = last;
    }
}
