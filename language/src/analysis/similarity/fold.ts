/** The words of a text: folded, and where each starts and ends. */
export interface PlacedWords {
    readonly folded: string[];
    readonly starts: number[];
    readonly ends: number[];
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’`´][\p{L}\p{M}]+)*/gu;
const PLAIN_WORD = /[a-z0-9]+/g;
const MARKS = /[\p{M}'’`´]/gu;

/** Folds case, accents and apostrophes of one word: "Qur'an" is quran. */
export function foldWord(word: string): string {
    const lower = word.toLowerCase();
    return isPlain(lower) ? lower : lower.normalize('NFKD').replace(MARKS, '');
}

/** The folded words of a text; punctuation, hyphens and slashes only part them. */
export function foldWords(text: string): string[] {
    if (isPlain(text)) {
        return text.toLowerCase().match(PLAIN_WORD) ?? [];
    }
    return (text.match(WORD) ?? []).map(foldWord);
}

/** The words of a text with their places, for showing them as they were written. */
export function placeWords(text: string): PlacedWords {
    const placed: PlacedWords = { folded: [], starts: [], ends: [] };
    if (isPlain(text)) {
        // Most texts are; going by letters is several times as fast as matching Unicode's.
        const lower = text.toLowerCase();
        let start = -1;
        for (let i = 0; i <= lower.length; i++) {
            const isLetter = isPlainLetter(lower.charCodeAt(i));
            if (isLetter && start < 0) {
                start = i;
            } else if (!isLetter && start >= 0) {
                placed.folded.push(lower.slice(start, i));
                placed.starts.push(start);
                placed.ends.push(i);
                start = -1;
            }
        }
        return placed;
    }
    const word = new RegExp(WORD);
    for (let found = word.exec(text); found !== null; found = word.exec(text)) {
        placed.folded.push(foldWord(found[0]));
        placed.starts.push(found.index);
        placed.ends.push(word.lastIndex);
    }
    return placed;
}

/** A small letter or a digit. Behind the end of a text there is none. */
function isPlainLetter(code: number): boolean {
    return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

function isPlain(word: string): boolean {
    for (let i = 0; i < word.length; i++) {
        const code = word.charCodeAt(i);
        if (code > 127 || code === 39 || code === 96) {
            return false;
        }
    }
    return true;
}
