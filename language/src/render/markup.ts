/**
 * Text that is markup already. Everything else that goes into an element is escaped, so that no name or title,
 * whatever it holds, can become part of a picture's structure.
 */
export class Markup {
    constructor(readonly source: string) {}
}

/** What an element may hold. `undefined` is left out. */
export type Child = Markup | string | number | undefined | readonly Child[];

/** Attributes by name; `undefined` leaves one out, a number is written with two decimals at most. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Elements that are written without an end when they hold nothing: SVG's shapes and HTML's void elements. */
const EMPTY = new Set(['rect', 'path', 'line', 'circle', 'meta', 'br', 'col']);

/** One element of SVG or HTML, with its attributes and children escaped. */
export function element(name: string, attributes: Attributes, ...children: Child[]): Markup {
    let source = `<${name}`;
    for (const key of Object.keys(attributes)) {
        const value = attributes[key];
        if (value !== undefined) {
            source += ` ${key}="${escapeText(typeof value === 'number' ? decimal(value) : value)}"`;
        }
    }
    const inside = join(children, '');
    return new Markup(inside === '' && EMPTY.has(name) ? `${source}/>` : `${source}>${inside}</${name}>`);
}

/** Children one after the other, each on its own line: what makes a picture readable as a text and in a diff. */
export function lines(...children: Child[]): Markup {
    return new Markup(join(children, '\n'));
}

/** Children one after the other. */
export function together(...children: Child[]): Markup {
    return new Markup(join(children, ''));
}

function join(children: readonly Child[], separator: string): string {
    const parts: string[] = [];
    collect(children, parts);
    return parts.join(separator);
}

function collect(children: readonly Child[], parts: string[]): void {
    for (const child of children) {
        if (child instanceof Markup) {
            if (child.source !== '') {
                parts.push(child.source);
            }
        } else if (typeof child === 'object') {
            collect(child, parts);
        } else if (child !== undefined) {
            parts.push(escapeText(String(child)));
        }
    }
}

/**
 * A text as it may stand in an element or in a quoted attribute, of SVG and of HTML. Characters that XML does not know
 * (control characters, halves of a surrogate pair) become U+FFFD: one of them would make the whole picture unreadable.
 */
export function escapeText(text: string): string {
    return SPECIAL.test(text) ? escapeSpecial(text) : text;
}

/** What has to be escaped, or cannot stand in XML: most texts hold none of it. */
const SPECIAL = /[&<>"'\p{Cc}\p{Cs}\ufffe\uffff]/u;

function escapeSpecial(text: string): string {
    return text
        .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, (character) => ('\t\n\r'.includes(character) ? character : '\ufffd'))
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;');
}

/** A coordinate with two decimals at most and no trailing zeros: the same on every machine. */
export function decimal(value: number): string {
    const rounded = Math.round(value * 100) / 100;
    return Object.is(rounded, -0) ? '0' : String(rounded);
}

/** The data of a path; its numbers are written with two decimals at most. */
export function path(strings: TemplateStringsArray, ...values: readonly (number | string)[]): string {
    return strings.reduce((data, text, index) => {
        const value = values[index - 1]!;
        return data + (typeof value === 'number' ? decimal(value) : value) + text;
    });
}
