/** Texts that the bundles carry as strings: rule pages, libraries, word lists. */
declare module '*.md' {
    const text: string;
    export default text;
}
declare module '*.txt' {
    const text: string;
    export default text;
}
declare module '*.smartcity' {
    const text: string;
    export default text;
}
