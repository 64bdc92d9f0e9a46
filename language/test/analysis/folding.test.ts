import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold } from '../../src/analysis/folding.ts';
import { foldWords } from '../../src/analysis/similarity/fold.ts';

it.each([
    ['Kota, Mojoroto', 'kota mojoroto'],
    ['kota  MOJOROTO', 'kota mojoroto'],
    [' kota', 'kota'],
    ['kota ', 'kota'],
    ['Qur’an', 'quran'],
    ['\u212aota', 'kota'],
    ['– !', ''],
    ['', ''],
])('%j is compared as %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
});

it('a folded text is its folded words with one space between them, whatever it is', () => {
    const likely = fc.stringMatching(/^[A-Za-z0-9 ,é’-]*$/);
    fc.assert(
        fc.property(fc.oneof(likely, fc.string({ unit: 'grapheme' })), (text) => {
            expect(fold(text)).toBe(foldWords(text).join(' '));
        }),
        { numRuns: 500 },
    );
});
