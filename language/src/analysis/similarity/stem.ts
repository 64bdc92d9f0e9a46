import stemmer from 'natural/lib/natural/stemmers/indonesian/stemmer_id.js';

const dictionary = new Set(stemmer.dictionary);
const stems = new Map<string, string>();

/** Whether the word is a root of the Indonesian dictionary. */
export function isRoot(word: string): boolean {
    return dictionary.has(word);
}

/** Whether the word has another Indonesian root than itself. */
export function isInflected(word: string): boolean {
    const root = stem(word);
    return root !== word && root !== singular(word);
}

/**
 * The root of an Indonesian word by Sastrawi's rules. What is no Indonesian word only loses an English
 * plural, so that names and borrowed words stay as they are. Remembers what it has seen.
 */
export function stem(word: string): string {
    let found = stems.get(word);
    if (found === undefined) {
        found = /^[a-z]{4,}$/.test(word) ? findStem(word) : word;
        stems.set(word, found);
    }
    return found;
}

function findStem(word: string): string {
    if (dictionary.has(word)) {
        return word;
    }
    const root = AFFIXED.test(word) ? stemmer.stem(word) : word;
    return root === word || PARTICLE.test(word.slice(root.length)) ? singular(word) : root;
}

/** A word without any of these beginnings and endings is its own stem; looking is far cheaper than stemming. */
const AFFIXED = /^(?:be|me|pe|te|di|ke|se|ku|kau)|(?:lah|kah|tah|pun|ku|mu|nya|is|isme|isasi|i|an)$/;

/** Particles are not cut: in a plan such a word is the name of an application (SIPILAH), not a turn of speech. */
const PARTICLE = /^(?:lah|kah|tah|pun)$/;

function singular(word: string): string {
    if (word.length < 5 || !word.endsWith('s') || /(?:ss|us|is|os|as)$/.test(word)) {
        return word;
    }
    return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}
