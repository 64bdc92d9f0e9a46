import { foldWords } from './similarity/fold.ts';

/**
 * Text as it is compared: without case, accents and punctuation, words parted by one space.
 * `"Kota, Mojoroto"` and `"kota  MOJOROTO"` fold to the same. Empty when the text has neither letters nor digits:
 * such a text says nothing and equals nothing.
 */
export function fold(text: string): string {
    return foldWords(text).join(' ');
}
