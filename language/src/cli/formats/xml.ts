/** What XML 1.0 has no place for: control characters but tab and line ends, halves of pairs, and two non-characters. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    '\t': '&#9;',
    '\n': '&#10;',
    '\r': '&#13;',
};

/** The start of an XML file. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** The start tag of an element; attributes without a value are left out. `closed` makes it an empty element. */
export function tag(
    name: string,
    attributes: Readonly<Record<string, string | number | undefined>>,
    closed = false,
): string {
    const parts = Object.entries(attributes).flatMap(([key, value]) =>
        value === undefined ? [] : [` ${key}="${escapeAttribute(String(value))}"`],
    );
    return `<${name}${parts.join('')}${closed ? '/>' : '>'}`;
}

/** Text between tags. What XML forbids becomes U+FFFD. */
export function escapeText(text: string): string {
    return text.replace(FORBIDDEN, '\ufffd').replace(/[&<>\r]/g, (char) => ENTITIES[char]!);
}

/** The value of an attribute; line ends and tabs survive as references. */
function escapeAttribute(text: string): string {
    return text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"\t\n\r]/g, (char) => ENTITIES[char]!);
}
