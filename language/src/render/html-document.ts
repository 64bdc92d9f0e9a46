import type { Locale } from '../plan/message.ts';
import { element, lines, Markup } from './markup.ts';
import { paint, type Theme } from './palette.ts';

/** What a page is made of. */
export interface HtmlDocument {
    readonly title: string;
    readonly locale: Locale;
    /** `auto` follows the reader's system. */
    readonly theme: Theme;
    /** The style, with the names of the palette's colours. */
    readonly css: string;
    readonly body: Markup;
}

/**
 * A whole HTML page that needs nothing else: it may load nothing and run nothing, whatever a plan's texts hold.
 * The same parts give the same bytes.
 */
export function writeHtmlDocument({ title, locale, theme, css, body }: HtmlDocument): string {
    const head = element(
        'head',
        {},
        new Markup('\n'),
        lines(
            element('meta', { charset: 'utf-8' }),
            element('meta', {
                'http-equiv': 'Content-Security-Policy',
                content: "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
            }),
            element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
            element('meta', { name: 'color-scheme', content: theme === 'auto' ? 'light dark' : theme }),
            element('title', {}, title),
            element('style', {}, new Markup(`\n${paint(css, theme)}\n`)),
        ),
        new Markup('\n'),
    );
    const newline = new Markup('\n');
    return `<!doctype html>\n${element('html', { lang: locale }, newline, head, newline, body, newline).source}\n`;
}
