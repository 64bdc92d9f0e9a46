/** Rotations of the eight rounds that repeat. */
const ROTATIONS = [13, 15, 26, 6, 17, 29, 16, 24] as const;
const ROUNDS = 20;

/**
 * Two random words of 32 bits for a key and a counter of two words each: Threefry-2x32 with 20 rounds (J. K. Salmon,
 * M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11). There is no state: any
 * number of any stream can be asked for at any time, and streams with different keys have nothing to do with each other.
 * The words are written to `out` at `place` and behind it.
 */
export function threefry(
    key0: number,
    key1: number,
    counter0: number,
    counter1: number,
    out: Uint32Array,
    place: number,
): void {
    let first = key0 | 0;
    let second = key1 | 0;
    let third = key0 ^ key1 ^ 0x1bd11bda;
    let x = (counter0 + first) | 0;
    let y = (counter1 + second) | 0;
    for (let round = 0; round < ROUNDS; ) {
        const rotation = ROTATIONS[round & 7]!;
        x = (x + y) | 0;
        y = ((y << rotation) | (y >>> (32 - rotation))) ^ x;
        round++;
        if ((round & 3) === 0) {
            x = (x + second) | 0;
            y = (y + third + (round >> 2)) | 0;
            [first, second, third] = [second, third, first];
        }
    }
    out[place] = x;
    out[place + 1] = y;
}
