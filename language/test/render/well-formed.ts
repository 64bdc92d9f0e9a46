/**
 * What is wrong with the structure of an SVG text, or nothing: every element closed in order, every attribute quoted and
 * given once, no bare `&`, no character that XML does not know. A small reader of our own, stricter than browsers are.
 */
export function structureFaults(source: string): string[] {
    const faults: string[] = [];
    const open: string[] = [];
    const token = /<(\/?)([A-Za-z][\w-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)|(<)/g;
    for (const [whole, slash, name, attributes, empty, text, bare] of source.matchAll(token)) {
        if (bare !== undefined) {
            faults.push(`bare < in ${open.at(-1)}`);
        } else if (text !== undefined || attributes) {
            if (open.at(-1) !== 'style' && /&(?!(?:amp|lt|gt|quot|#39);)/.test(text ?? attributes!)) {
                faults.push(`bare & in ${whole.slice(0, 60)}`);
            }
        }
        if (name !== undefined && slash === '/') {
            if (open.pop() !== name) {
                faults.push(`</${name}> closes nothing`);
            }
        } else if (name !== undefined) {
            const names = [...(attributes ?? '').matchAll(/([\w:-]+)=/g)].map((match) => match[1]);
            if (new Set(names).size !== names.length) {
                faults.push(`attribute twice in ${whole.slice(0, 60)}`);
            }
            if (empty !== '/') {
                open.push(name);
            }
        }
    }
    if (open.length > 0) {
        faults.push(`never closed: ${open.join(' ')}`);
    }
    if (/[\p{Cs}\ufffe\uffff]|(?![\t\n\r])\p{Cc}/u.test(source)) {
        faults.push('a character that XML does not know');
    }
    return faults;
}

/** All values of an attribute, in order. */
export function valuesOf(source: string, attribute: string): string[] {
    return [...source.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'g'))].map((match) => match[1]!);
}
