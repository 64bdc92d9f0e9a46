/** The terms of many programs in one row of numbers, so that walking thousands of them is quick. */
export class TermStore {
    /** All terms; a program's title terms stand from its start to its middle, the others up to its end. */
    terms = new Int32Array(1024);
    /** Where the terms of a place start, where those of the title end, and where all end. */
    start = new Int32Array(256);
    middle = new Int32Array(256);
    end = new Int32Array(256);
    /** The kinds of work that a program's title names. */
    works = new Int32Array(256);
    private used = 0;
    private kept = 0;

    /** Puts a program's terms at a place. */
    set(place: number, title: readonly number[], description: readonly number[], works = 0): void {
        if (place >= this.start.length) {
            const room = place * 2;
            this.start = grow(this.start, room);
            this.middle = grow(this.middle, room);
            this.end = grow(this.end, room);
            this.works = grow(this.works, room);
        }
        this.works[place] = works;
        const size = title.length + description.length;
        if (this.used + size > this.terms.length) {
            this.makeRoom(size);
        }
        this.start[place] = this.used;
        this.terms.set(title, this.used);
        this.middle[place] = this.used + title.length;
        this.terms.set(description, this.used + title.length);
        this.used += size;
        this.kept += size;
        this.end[place] = this.used;
    }

    /** Forgets the terms of a place. */
    clear(place: number): void {
        this.kept -= this.end[place]! - this.start[place]!;
        this.start[place] = this.middle[place] = this.end[place] = 0;
    }

    /** Moves the terms to a new row, twice as long as they need, without the gaps that were left. */
    private makeRoom(size: number): void {
        const from = this.terms;
        this.terms = new Int32Array(Math.max(1024, (this.kept + size) * 2));
        this.used = 0;
        for (let place = 0; place < this.start.length; place++) {
            const start = this.start[place]!;
            const shift = this.used - start;
            const end = this.end[place]!;
            if (end > start) {
                this.terms.set(from.subarray(start, end), this.used);
                this.used += end - start;
                this.start[place] = start + shift;
                this.middle[place] = this.middle[place]! + shift;
                this.end[place] = end + shift;
            }
        }
    }
}

function grow(from: Int32Array<ArrayBuffer>, room: number): Int32Array<ArrayBuffer> {
    const to = new Int32Array(room);
    to.set(from);
    return to;
}
