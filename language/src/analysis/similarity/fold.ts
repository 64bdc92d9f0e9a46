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
    const word = new RegExp(WORD);
    for (let found = word.exec(text); found !== null; found = word.exec(text)) {
        placed.folded.push(foldWord(found[0]));
        placed.starts.push(found.index);
        placed.ends.push(word.lastIndex);
    }
    return placed;
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
