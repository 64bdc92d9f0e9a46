/** A box on a picture. */
export interface Box {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
}

/** Keeps words from lying on each other: remembers what is taken, and picks the first place that is free. */
export class LabelPlaces {
    private readonly taken: Box[] = [];

    /** Takes a box that nothing else should cover. */
    take(box: Box): void {
        this.taken.push(box);
    }

    /** The first of some boxes that touches nothing taken, or else the last; it is taken then. */
    choose<T extends Box>(candidates: readonly T[]): T {
        const free = candidates.find((box) => this.taken.every((other) => !overlap(box, other)));
        const chosen = free ?? candidates.at(-1)!;
        this.take(chosen);
        return chosen;
    }
}

function overlap(a: Box, b: Box): boolean {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
