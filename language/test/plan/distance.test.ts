import { describe, expect, it } from 'vitest';
import { distance, Neighbours, nearest } from '../../src/plan/distance.ts';

describe('the distance of two words', () => {
    it.each([
        ['', '', 0],
        ['a', '', 1],
        ['', 'ab', 2],
        ['owner', 'owner', 0],
        ['owner', 'ownr', 1],
        ['owner', 'ownner', 1],
        ['owner', 'owmer', 1],
        ['from', 'form', 1],
        ['ab', 'ba', 1],
        ['abc', 'ca', 3],
        ['kitten', 'sitting', 3],
        ['program', 'progarm', 1],
    ])('%s and %s', (a, b, steps) => {
        expect(distance(a, b, 9)).toBe(steps);
        expect(distance(b, a, 9)).toBe(steps);
        expect(distance(a, b, steps)).toBe(steps);
        if (steps > 0) {
            expect(distance(a, b, steps - 1)).toBe(steps);
        }
    });

    it('is never more than a step beyond the limit', () => {
        expect(distance('abcdefgh', 'zyxwvuts', 2)).toBe(3);
        expect(distance('a', 'abcdefgh', 2)).toBe(3);
    });
});

describe('the nearest name', () => {
    it.each([
        ['ownr', 'owner'],
        ['OWNER', 'owner'],
        ['partnes', 'partners'],
        ['xyz', undefined],
        ['', undefined],
        ['o', undefined],
        ['owners', 'owner'],
    ])('to %j is %s', (word, meant) => {
        expect(nearest(word, ['partners', 'owner', 'area'])).toBe(meant);
    });

    it('is the first by code point of several, whatever their order', () => {
        expect(nearest('cat', ['hat', 'bat', 'rat'])).toBe('bat');
        expect(nearest('cat', ['rat', 'bat', 'hat'])).toBe('bat');
    });

    it('is further off the longer the word is, up to three letters', () => {
        expect(nearest('abc', ['abd'])).toBe('abd');
        expect(nearest('abc', ['axd'])).toBeUndefined();
        expect(nearest('abcdef', ['abcdxy'])).toBe('abcdxy');
        expect(nearest('abcdefghijkl', ['abcdefghixyz'])).toBe('abcdefghixyz');
        expect(nearest('abcdefghijklmno', ['abcdefghijkwxyz'])).toBeUndefined();
    });

    it('is the one that looking at all names would find', () => {
        const names = Array.from(
            { length: 400 },
            (_, i) => `program-${(i * 7919).toString(36)}-${String.fromCharCode(97 + (i % 26)).repeat(1 + (i % 5))}`,
        );
        const neighbours = new Neighbours(names);
        for (const name of names.slice(0, 40)) {
            for (const word of [
                name.slice(1),
                `${name}x`,
                name.replace('program', 'porgram'),
                name.replace(/.$/, ''),
            ]) {
                const limit = Math.min(3, Math.max(1, Math.floor(word.length / 3)));
                const all = names
                    .map((each) => ({ each, away: distance(word, each, limit) }))
                    .filter(({ away }) => away <= limit)
                    .sort((a, b) => a.away - b.away || (a.each < b.each ? -1 : 1));
                expect(neighbours.nearest(word)).toBe(all[0]?.each);
            }
        }
    });
});
