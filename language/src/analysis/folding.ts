import { foldWords } from './similarity/fold.ts';

/**
 * Text as it is compared: without case, accents and punctuation, words parted by one space.
 * `"Kota, Mojoroto"` and `"kota  MOJOROTO"` fold to the same. Empty when the text has neither letters nor digits:
 * such a text says nothing and equals nothing.
 */
export function fold(text: string): string {
    const lower = text.toLowerCase();
    return isFolded(lower) ? lower : foldWords(text).join(' ');
}

/** Whether a text is plain words with one space between them, as most titles are. */
function isFolded(text: string): boolean {
    let isInWord = false;
    for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        const isLetter = (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
        if (!isLetter && (code !== 32 || !isInWord)) {
            return false;
        }
        isInWord = isLetter;
    }
    return isInWord;
}
