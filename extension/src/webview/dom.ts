/** What an element can be made with: attributes, and what happens on events. */
export type Props = Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => void)>>;

/** Makes an element. Texts become text, never markup; `undefined` and `false` leave an attribute out. */
export function make<K extends keyof HTMLElementTagNameMap>(
    tag: K,
    props: Props = {},
    ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(props)) {
        if (typeof value === 'function') {
            element.addEventListener(name, value);
        } else if (value !== undefined && value !== false) {
            element.setAttribute(name, value === true ? '' : String(value));
        }
    }
    element.append(...children);
    return element;
}

const parser = new DOMParser();

/**
 * The nodes of markup that the server has drawn. It has escaped every text; what could act (scripts, handlers, frames,
 * addresses) is nevertheless dropped here, so that two mistakes would have to meet.
 */
export function parseMarkup(markup: string, within: 'svg' | 'html'): Node[] {
    const text = within === 'svg' ? `<svg>${markup}</svg>` : markup;
    const { body } = parser.parseFromString(text, 'text/html');
    for (const element of body.querySelectorAll('*')) {
        if (FORBIDDEN.has(element.localName)) {
            element.remove();
            continue;
        }
        for (const { name } of [...element.attributes]) {
            if (
                name.startsWith('on') ||
                name === 'style' ||
                name === 'href' ||
                name === 'src' ||
                name === 'xlink:href'
            ) {
                element.removeAttribute(name);
            }
        }
    }
    keepTips(body);
    const parent = within === 'svg' ? body.firstElementChild! : body;
    return [...parent.childNodes].map((node) => document.importNode(node, true));
}

const FORBIDDEN = new Set([
    'script',
    'iframe',
    'object',
    'embed',
    'link',
    'meta',
    'base',
    'form',
    'style',
    'foreignobject',
]);

/** Tooltips of the browser come late and cannot be styled: their text is kept for our own card. */
function keepTips(root: Element): void {
    for (const title of root.querySelectorAll('title')) {
        const parent = title.parentElement;
        if (parent !== null) {
            parent.setAttribute('data-tip', title.textContent ?? '');
            if (parent.hasAttribute('data-key')) {
                parent.setAttribute('aria-label', (title.textContent ?? '').replaceAll('\n', '. '));
            }
        }
        title.remove();
    }
    for (const titled of root.querySelectorAll('[title]')) {
        titled.setAttribute('data-tip', titled.getAttribute('title')!);
        titled.removeAttribute('title');
    }
}

/** Makes an SVG frame that shows a part of a picture. */
export function makeFrame(className: string, x: number, y: number, width: number, height: number): SVGSVGElement {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('class', `sc-picture ${className}`);
    svg.setAttribute('viewBox', `${x} ${y} ${width} ${height}`);
    svg.setAttribute('width', String(width));
    svg.setAttribute('height', String(height));
    return svg;
}

/** Makes an empty text of a picture, for a sign. */
export function makeSign(className: string, x: number, y: number): SVGTextElement {
    const sign = document.createElementNS('http://www.w3.org/2000/svg', 'text');
    sign.setAttribute('class', className);
    sign.setAttribute('x', String(x));
    sign.setAttribute('y', String(y));
    return sign;
}

/** Words get no smaller than this, as a factor: rather one scrolls. */
const SMALLEST = 0.74;

/** How much smaller a picture is shown in a panel that is narrower than it: not at all when it was widened on purpose. */
export function scaleFor(width: number, room: number): number {
    const scale = room / width;
    return room === 0 || scale >= 1 || width > 640 ? 1 : Math.max(SMALLEST, scale);
}
