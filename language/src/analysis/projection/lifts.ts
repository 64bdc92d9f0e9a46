import { LeastFirst } from '../schedule/heap.ts';
import type { Scale } from './level.ts';

/**
 * The raises in force on one day, by level; each is known by a number of the caller's. In a staged
 * framework level N counts only when N−1 does; a scored one takes the highest value.
 */
export class Lifts {
    private readonly at = new Map<number, Set<number>>();
    /** Scored only: the highest value, and those below it; values that are gone leave when they surface. */
    private highest: number | undefined;
    private lower = new LeastFirst();

    constructor(private readonly scale: Scale) {}

    add(level: number, raise: number): void {
        const same = this.at.get(level);
        if (same) {
            same.add(raise);
            return;
        }
        this.at.set(level, new Set([raise]));
        if (this.scale.staged) {
            return;
        }
        const below = this.highest === undefined ? undefined : Math.min(level, this.highest);
        this.highest = Math.max(level, this.highest ?? level);
        if (below !== undefined) {
            this.lower.push(-below, below);
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
        this.highest = undefined;
        this.lower = new LeastFirst();
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
        while (this.highest !== undefined && !this.at.has(this.highest)) {
            this.highest = this.lower.size > 0 ? this.lower.pop() : undefined;
        }
        return Math.max(floor, this.highest ?? floor);
    }
}
