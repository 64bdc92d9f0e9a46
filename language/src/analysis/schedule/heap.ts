/** A queue that gives the least key first, and of equal keys the least number: a binary heap over two arrays. */
export class LeastFirst {
    private readonly keys: number[] = [];
    private readonly numbers: number[] = [];

    get size(): number {
        return this.keys.length;
    }

    push(key: number, number: number): void {
        let place = this.keys.length;
        this.keys.push(key);
        this.numbers.push(number);
        while (place > 0) {
            const above = (place - 1) >> 1;
            if (!this.isBefore(key, number, above)) {
                break;
            }
            this.keys[place] = this.keys[above]!;
            this.numbers[place] = this.numbers[above]!;
            place = above;
        }
        this.keys[place] = key;
        this.numbers[place] = number;
    }

    /** Takes out the number with the least key; must not be asked of an empty queue. */
    pop(): number {
        const least = this.numbers[0]!;
        const key = this.keys.pop()!;
        const number = this.numbers.pop()!;
        const size = this.keys.length;
        if (size === 0) {
            return least;
        }
        let place = 0;
        for (;;) {
            let below = 2 * place + 1;
            if (below >= size) {
                break;
            }
            if (below + 1 < size && this.isBefore(this.keys[below + 1]!, this.numbers[below + 1]!, below)) {
                below++;
            }
            if (this.isBefore(key, number, below)) {
                break;
            }
            this.keys[place] = this.keys[below]!;
            this.numbers[place] = this.numbers[below]!;
            place = below;
        }
        this.keys[place] = key;
        this.numbers[place] = number;
        return least;
    }

    private isBefore(key: number, number: number, place: number): boolean {
        return key < this.keys[place]! || (key === this.keys[place]! && number < this.numbers[place]!);
    }
}
