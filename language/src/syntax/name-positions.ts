/**
 * Where names stand. The scanner knows one kind of word; its neighbours decide which words are keywords and which are
 * names. Every keyword may be a name: a word is one where a name is due, which is behind the keywords below, and behind
 * a comma.
 */
export const INTRODUCES_NAME: ReadonlySet<string> = words(`
    masterplan audience opd service data application infrastructure program driver obstacle scenario
    dimension framework fund area use waive for by owner producer element measures within class serves
    supports needs integrates replaces partners delivers resolves responds-to raised-by drop delay after
    actual target none-of from kpi raises activity positive negative barred-by domain indicator
`);

/** Behind these a name is followed by a text, so that a text tells nothing about the word before it. */
export const NAME_THEN_TEXT: ReadonlySet<string> = words(`
    masterplan audience opd service data application infrastructure program driver obstacle scenario
    dimension framework fund area kpi activity element domain indicator positive negative
`);

/** Behind these a name is followed by a number. */
export const NAME_THEN_NUMBER: ReadonlySet<string> = words('actual target');

function words(list: string): Set<string> {
    return new Set(list.trim().split(/\s+/));
}
