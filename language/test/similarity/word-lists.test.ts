import { describe, expect, it } from 'vitest';
import { foldWords } from '../../src/analysis/similarity/fold.ts';
import { ROLES } from '../../src/analysis/similarity/roles.ts';
import { shippedLists } from '../../src/analysis/similarity/word-lists.ts';

const lists = shippedLists();
const groups = [...lists.synonyms.core, ...lists.synonyms.wider];
const groupOf = new Map(groups.flatMap(({ word, names }) => names.map((name) => [name, word] as const)));
const TWOFOLD = ['ikm', 'kia', 'tps', 'tpa', 'pkl', 'p3k', 'kb', 'pdp', 'pd', 'pad', 'psu'];

describe('the shipped word lists', () => {
    it('hold the fact book and much more', () => {
        expect(lists.synonyms.core.length).toBe(66);
        expect(lists.synonyms.wider.length).toBeGreaterThan(300);
        expect(groupOf.get('kamera pengawas')).toBe('cctv');
        expect(lists.boilerplate.core).toContain('penyelenggaraan');
        expect(lists.protectedPhrases.core).toContain('barang milik daerah');
    });

    it('name each thing once', () => {
        const twice = groups.flatMap(({ word, names }) => names.filter((name) => groupOf.get(name) !== word));
        expect(twice).toEqual([]);
        expect(groups.filter(({ word }) => groupOf.has(word) && groupOf.get(word) !== word)).toEqual([]);
    });

    it('are written as texts are folded', () => {
        for (const name of [...groupOf.keys(), ...groupOf.values()]) {
            expect(foldWords(name).join(' ')).toBe(name);
        }
    });

    it('never unify a word of two meanings', () => {
        for (const word of TWOFOLD) {
            expect(groupOf.has(word)).toBe(false);
            expect(groups.some((group) => group.word === word)).toBe(false);
            expect(lists.roles.get('twofold')).toContain(word);
        }
        expect(groupOf.has('laporan')).toBe(false);
        expect(groupOf.has('pengawasan')).toBe(false);
        expect(groupOf.has('lingkungan')).toBe(false);
    });

    it('give every word one role, by the name its group goes by', () => {
        const seen = new Map<string, string>();
        for (const [role, words] of lists.roles) {
            expect(Object.keys(ROLES)).toContain(role);
            for (const word of words) {
                expect(seen.get(word) ?? role).toBe(role);
                expect(groupOf.get(word) ?? word).toBe(word);
                seen.set(word, role);
            }
        }
    });

    it('count and relate words by the names their groups go by', () => {
        const counted = [...lists.frequency.values()].flat();
        const related = lists.related.flatMap(({ head, members }) => [head, ...members]);
        const aliases = [...counted, ...related].filter((word) => groupOf.has(word) && groupOf.get(word) !== word);
        expect(aliases).toEqual([]);
        expect([...lists.frequency.keys()].every((step) => step > 0 && step < 10_000)).toBe(true);
    });
});
