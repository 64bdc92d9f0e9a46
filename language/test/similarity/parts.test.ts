import { describe, expect, it } from 'vitest';
import { foldWords, placeWords } from '../../src/analysis/similarity/fold.ts';
import { PhraseTable } from '../../src/analysis/similarity/phrase-table.ts';
import { countStep, rarity, sizeStep } from '../../src/analysis/similarity/rarity.ts';
import { isOneEdit, SpellingIndex } from '../../src/analysis/similarity/spelling.ts';
import { stem } from '../../src/analysis/similarity/stem.ts';
import { TermStore } from '../../src/analysis/similarity/term-store.ts';

describe('folding', () => {
    it('folds case, accents, apostrophes and punctuation', () => {
        expect(foldWords('E-KTP, Café & Al-Qur’an (SP4N-LAPOR!)')).toEqual([
            'e',
            'ktp',
            'cafe',
            'al',
            'quran',
            'sp4n',
            'lapor',
        ]);
        expect(foldWords('Dinas/UPT: 3R')).toEqual(['dinas', 'upt', '3r']);
    });

    it('finds the same words with their places', () => {
        const text = "Jum'at Bersih, Café";
        const placed = placeWords(text);
        expect(placed.folded).toEqual(foldWords(text));
        expect(placed.folded.map((_, i) => text.slice(placed.starts[i], placed.ends[i]))).toEqual([
            "Jum'at",
            'Bersih',
            'Café',
        ]);
    });
});

describe('phrases', () => {
    it('takes the longest first and none over another', () => {
        const table = new PhraseTable();
        const add = (text: string, rank = 1) =>
            table.add({ words: text.split(' '), term: text, isSynonym: rank < 2, rank });
        add('data center');
        add('center kota');
        add('ruang data center kota');
        add('kerja sama', 2);
        add('sama data', 1);
        const found = (text: string) => table.find(text.split(' ')).map(({ phrase }) => phrase.term);
        expect(found('ruang data center kota')).toEqual(['ruang data center kota']);
        expect(found('data center kota')).toEqual(['data center']);
        expect(found('kerja sama data')).toEqual(['sama data']);
        expect(found('kerja sama antar kota')).toEqual(['kerja sama']);
    });
});

describe('stemming', () => {
    it('finds Indonesian roots', () => {
        expect(['pengangkutan', 'kesehatan', 'berjualan'].map(stem)).toEqual(['angkut', 'sehat', 'jual']);
    });

    it('takes an English plural off, and leaves names alone', () => {
        expect(['sensors', 'libraries', 'kampus', 'SIPILAH'.toLowerCase(), 'gis']).toEqual([
            'sensors',
            'libraries',
            'kampus',
            'sipilah',
            'gis',
        ]);
        expect(['robots', 'batteries', 'kampus', 'sipilah', 'gis'].map(stem)).toEqual([
            'robot',
            'battery',
            'kampus',
            'sipilah',
            'gis',
        ]);
    });
});

describe('spelling', () => {
    it.each([
        ['pengaduan', 'pengaduhan', true],
        ['pengaduan', 'pengadan', true],
        ['pengaduan', 'penagduan', true],
        ['pengaduan', 'pengadoan', true],
        ['pengaduan', 'pengaduan', false],
        ['pengaduan', 'mengaduan', false],
        ['pengaduan', 'pengadhuna', false],
        ['pengaduan', 'pengaduanku', false],
    ])('%s and %s: %s', (a, b, expected) => {
        expect(isOneEdit(a, b)).toBe(expected);
        expect(isOneEdit(b, a)).toBe(expected);
    });

    it('finds the words nearby, but no short ones', () => {
        const index = new SpellingIndex();
        for (const word of ['perpustakaan', 'perpustakan', 'pasar', 'sampah']) index.add(word);
        expect(index.near('perpustakaann')).toEqual(['perpustakaan']);
        expect(index.near('perpustakaan')).toEqual(['perpustakan']);
        expect(index.near('pasir')).toEqual([]);
    });
});

describe('rarity', () => {
    it('weighs rare words more, by the list and by the plan', () => {
        expect(rarity(20, 0, 1024)).toBeGreaterThan(rarity(20, 64, 1024));
        expect(rarity(20, 0, 2)).toBeGreaterThan(rarity(400, 0, 2));
        expect(rarity(20, 1024, 1024)).toBeLessThan(0.2);
        expect(rarity(4, 0, 16384)).toBe(1);
    });

    it('counts in steps', () => {
        const steps = (size: number, counts: number[]) => counts.map((count) => countStep(count, size));
        expect(steps(1024, [0, 3, 4, 15, 16, 60, 61])).toEqual([-1, 0, 7.62, 7.62, 30.48, 30.48, 121.92]);
        expect(steps(2, [1, 2])).toEqual([0, 0]);
        expect([0, 1, 2, 3, 676, 10_000].map(sizeStep)).toEqual([0, 1, 2, 4, 1024, 16_384]);
    });
});

describe('the store of terms', () => {
    it('keeps every program through gaps and growth', () => {
        const store = new TermStore();
        const read = (place: number) => [
            [...store.terms.slice(store.start[place], store.middle[place])],
            [...store.terms.slice(store.middle[place], store.end[place])],
        ];
        for (let place = 0; place < 1000; place++) {
            store.set(place, [place, place + 1], [place + 2]);
            if (place % 3 === 2) store.clear(place);
        }
        for (let place = 2; place < 1000; place += 3) store.set(place, [place], [7, 8, 9]);
        expect(read(0)).toEqual([[0, 1], [2]]);
        expect(read(500)).toEqual([[500], [7, 8, 9]]);
        expect(read(999)).toEqual([[999, 1000], [1001]]);
    });
});
