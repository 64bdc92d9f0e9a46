/** The Indonesian stemmer (Sastrawi's rules), the one module of `natural` that this project bundles. */
declare module 'natural/lib/natural/stemmers/indonesian/stemmer_id.js' {
    const stemmer: { stem(word: string): string; readonly dictionary: readonly string[] };
    export default stemmer;
}
