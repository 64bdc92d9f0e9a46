import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pairsOf, type Side } from '../../src/analysis/doubles/sides.ts';
import { join, type Lifetime, meet, touches } from '../../src/analysis/lifetimes.ts';
import type { Program } from '../../src/plan/declarations/program.ts';

const end = fc.option(fc.integer({ min: 0, max: 20 }));
const lifetimes: fc.Arbitrary<Lifetime> = fc
    .record({ from: end, to: end })
    .filter(({ from, to }) => from === null || to === null || from <= to);
const DAYS = Array.from({ length: 31 }, (_, i) => i - 5);
const lives = (life: Lifetime, day: number) => touches(life, day, day);

it('meets on the days on which both live, and joins all days of either', () => {
    fc.assert(
        fc.property(lifetimes, lifetimes, (a, b) => {
            const both = meet(a, b);
            expect(DAYS.filter((day) => both !== undefined && lives(both, day))).toEqual(
                DAYS.filter((day) => lives(a, day) && lives(b, day)),
            );
            expect(meet(b, a)).toEqual(both);
            expect(DAYS.every((day) => lives(join(a, b), day) || !(lives(a, day) || lives(b, day)))).toBe(true);
        }),
    );
});

it('finds the same pairs as comparing all with all', () => {
    const sides = fc.array(fc.record({ owner: fc.integer({ min: 0, max: 3 }), life: lifetimes }), { maxLength: 12 });
    const owners = [0, 1, 2, 3].map((i) => ({ name: `o${i}`, title: '', opds: [] }));
    fc.assert(
        fc.property(sides, (drawn) => {
            const all = drawn.map(({ owner, life }, i): Side => {
                const declaration = { kind: 'program', name: `p${String(i).padStart(2, '0')}` } as Program;
                return { declaration, owner: owners[owner]!, life };
            });
            const expected = all.flatMap((a, i) =>
                all.slice(i + 1).flatMap((b) => {
                    const life = a.owner === b.owner ? undefined : meet(a.life, b.life);
                    return life ? [{ a, b, life }] : [];
                }),
            );
            expect(pairsOf(all)).toEqual(expected);
            expect(pairsOf([...all].reverse())).toEqual(expected);
        }),
    );
});
