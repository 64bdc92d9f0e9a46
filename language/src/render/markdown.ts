/**
 * A sentence as Markdown: names in backticks stay code, and nothing else that a planner wrote becomes markup, a link, a
 * mention or the beginning of a list. One line, whatever breaks stand in it.
 */
export function escapeMarkdown(sentence: string): string {
    return (
        sentence
            .replace(BLANK, ' ')
            // Two backticks side by side are no empty code: with a third they would open a span that Markdown ends elsewhere.
            .split(/(`[^`]+`)/)
            .map((part, i) => (i % 2 === 1 ? part : escapeWords(part)))
            .join('')
            // Or a list would begin. A digit cannot be escaped: its `\` would be shown.
            .replace(/^(\d*)([-+.)])/, '$1\\$2')
    );
}

/** Words as code; what a code span cannot hold (a path may have a backtick in it) as escaped text. */
export function codeSpan(words: string): string {
    const line = words.replace(BLANK, ' ');
    return line.includes('`') || line.trim() === '' ? escapeWords(line) : `\`${line}\``;
}

/** White space, line ends and control characters in a row. */
const BLANK = /[\s\p{Cc}]+/gu;

function escapeWords(text: string): string {
    return (
        text
            .replace(/[\\`*_[\]|~!$]/g, '\\$&')
            .replaceAll('&', '&amp;')
            .replaceAll('<', '&lt;')
            .replaceAll('>', '&gt;')
            // An invisible sign keeps @names from being called, and numbers and addresses from becoming links.
            .replace(/@(?=\S)/g, '@\u2060')
            .replace(/#(?=\d)/g, '#\u2060')
            .replace(/#(?!\u2060)/g, '\\#')
            .replace(/:\/\//g, ':\u2060//')
            .replace(/\b(www)\./gi, '$1\u2060.')
    );
}
