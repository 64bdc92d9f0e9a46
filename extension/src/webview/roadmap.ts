import type { PreviewPicture, PreviewRoadmap, PreviewRow } from '../../../language/src/protocol.ts';
import { make, makeFrame, makeSign, parseMarkup, scaleFor } from './dom.ts';
import { words } from './state.ts';

/** Rows beyond the edge of the view that are built all the same, in pixels: nobody sees them appear. */
const MARGIN = 400;

interface BuiltRow {
    readonly element: HTMLElement;
    markup: string;
    width: number;
}

/**
 * The roadmap: names left, years right, of which only the rows in sight are built. A row whose markup is as before keeps
 * its elements, wherever it moves.
 */
export class RoadmapView {
    readonly element: HTMLElement;
    private readonly head = make('div', { class: 'head' });
    private readonly targets = make('div', { class: 'targets' });
    private readonly ground = make('div', { class: 'ground', 'aria-hidden': 'true' });
    private readonly today = make('div', { class: 'ground over', 'aria-hidden': 'true' });
    private readonly links = makeFrame('links', 0, 0, 1, 1);
    private readonly rows = make('div', { class: 'rows', role: 'presentation' });
    private readonly foot = make('div', { class: 'foot' });
    private readonly nothing = make('p', { class: 'nothing' }, words.nothingShown);
    private readonly canvas: HTMLElement;
    private roadmap: PreviewRoadmap | undefined;
    private markup: ReadonlyMap<string, string> = new Map();
    private tops: number[] = [];
    private height = 0;
    private readonly built = new Map<string, BuiltRow>();
    private readonly builtLinks = new Map<string, { element: Element; markup: string }>();
    private readonly framed = new Map<HTMLElement, string>();
    /** Smaller than 1 where the panel is narrower than any picture. */
    private scale = 1;
    private chosen = '';
    private atCursor = '';

    constructor(private readonly stage: HTMLElement) {
        this.links.setAttribute('aria-hidden', 'true');
        this.canvas = make('div', { class: 'canvas' }, this.ground, this.links, this.rows, this.today);
        this.element = make(
            'div',
            { class: 'roadmap', hidden: true },
            this.head,
            this.targets,
            this.canvas,
            this.nothing,
            this.foot,
        );
    }

    /** Shows a picture; parts that are as before are not touched. */
    show(picture: PreviewPicture, markup: ReadonlyMap<string, string>): void {
        const roadmap = picture.roadmap!;
        const before = this.roadmap;
        this.roadmap = roadmap;
        this.markup = markup;
        this.tops = [];
        this.height = 0;
        for (const row of roadmap.rows) {
            this.tops.push(this.height);
            this.height += row.height;
        }
        this.nothing.hidden = roadmap.rows.length > 0 || picture.shown > 0;
        this.canvas.style.width = `${roadmap.width}px`;
        this.canvas.style.height = `${this.height}px`;
        this.element.style.width = `${roadmap.width}px`;
        this.scale = scaleFor(roadmap.width, this.stage.clientWidth);
        this.element.style.setProperty('zoom', String(this.scale));
        this.frame(this.head, 'head', roadmap.headHeight, true);
        this.frame(this.targets, 'targets', roadmap.targetsHeight, true);
        this.frame(this.ground, 'ground', 4000, false);
        this.frame(this.today, 'today', 4000, false);
        this.frame(this.foot, 'foot', roadmap.footHeight, false, true);
        if (before === undefined || before.width !== roadmap.width || before.labels !== roadmap.labels) {
            this.built.clear();
            this.rows.replaceChildren();
        }
        this.build();
    }

    /** Builds what has come into sight, and lets go what has left it. */
    build(): void {
        const { roadmap } = this;
        if (roadmap === undefined || this.element.hidden) {
            return;
        }
        const top = this.edge() - MARGIN;
        const bottom = top + this.stage.clientHeight / this.scale + 2 * MARGIN;
        const wanted = new Set<string>();
        const first = this.indexAt(top);
        for (let index = first; index < roadmap.rows.length && this.tops[index]! < bottom; index++) {
            const row = roadmap.rows[index]!;
            wanted.add(row.key);
            this.place(row, index);
        }
        this.inSight = { from: first, to: first + wanted.size };
        for (const [key, { element }] of this.built) {
            if (!wanted.has(key)) {
                element.remove();
                this.built.delete(key);
            }
        }
        this.buildLinks(top, bottom);
    }

    /** Marks the chosen program. */
    choose(key: string): void {
        this.chosen = key;
        this.mark('chosen', key);
    }

    /** Marks the program that the cursor in the editor stands in. */
    setCursor(key: string): void {
        this.atCursor = key;
        this.mark('at-cursor', key);
    }

    /** Scrolls a row into sight, if there is one and it is not. */
    reveal(key: string): void {
        const index = this.roadmap?.rows.findIndex((row) => row.key === key) ?? -1;
        if (index < 0) {
            return;
        }
        const { headHeight, rows } = this.roadmap!;
        const edge = this.edge();
        const room = this.stage.clientHeight / this.scale;
        const top = this.tops[index]!;
        const { height } = rows[index]!;
        if (top < edge + headHeight || top + height > edge + room) {
            this.stage.scrollTop += (top - edge - headHeight - (room - headHeight - height) / 2) * this.scale;
            this.build();
        }
    }

    /** The height on the canvas that the upper edge of the view stands at. */
    private edge(): number {
        return (this.stage.getBoundingClientRect().top - this.canvas.getBoundingClientRect().top) / this.scale;
    }

    /** The rows that are built: from the first to the one behind the last. */
    inSight = { from: 0, to: 0 };

    /** The rows, in order. */
    get list(): readonly PreviewRow[] {
        return this.roadmap?.rows ?? [];
    }

    private mark(className: string, key: string): void {
        for (const [each, { element }] of this.built) {
            element.classList.toggle(className, each === key);
            if (className === 'chosen') {
                element.setAttribute('aria-selected', String(each === key));
            }
        }
    }

    private place(row: PreviewRow, index: number): void {
        const { labels, width, rows } = this.roadmap!;
        const markup = this.markup.get(`row:${row.key}`) ?? '';
        let built = this.built.get(row.key);
        if (built === undefined || built.markup !== markup) {
            const element =
                built?.element ?? make('div', { class: `row ${row.kind}`, 'data-row': row.key, role: 'treeitem' });
            const left = makeFrame('names', 0, 0, labels, row.height);
            const right = makeFrame('years', labels, 0, width - labels, row.height);
            const nodes = parseMarkup(markup, 'svg');
            left.append(...nodes.map((node) => node.cloneNode(true)));
            right.append(...nodes);
            if (row.kind === 'group') {
                left.append(makeSign('fold', 3, row.height / 2 + 4));
            }
            left.setAttribute('aria-hidden', 'true');
            right.setAttribute('aria-hidden', 'true');
            element.replaceChildren(left, right);
            const said = right.querySelector('[data-key]')?.getAttribute('aria-label');
            element.setAttribute('aria-label', said ?? left.textContent ?? row.key);
            element.setAttribute('aria-level', row.kind === 'group' ? '1' : '2');
            element.id = `row-${row.key}`;
            if (built === undefined) {
                this.rows.append(element);
            }
            built = { element, markup, width };
            this.built.set(row.key, built);
        }
        const { element } = built;
        element.style.top = `${this.tops[index]}px`;
        element.style.height = `${row.height}px`;
        element.setAttribute('aria-setsize', String(rows.length));
        element.setAttribute('aria-posinset', String(index + 1));
        element.classList.toggle('chosen', row.key === this.chosen);
        element.classList.toggle('at-cursor', row.key === this.atCursor);
        element.setAttribute('aria-selected', String(row.key === this.chosen));
        if (row.kind === 'group') {
            const next = rows[index + 1];
            element.setAttribute('aria-expanded', String(next?.kind === 'program'));
            element.querySelector('.fold')?.replaceChildren(next?.kind === 'program' ? '▾' : '▸');
        }
    }

    private buildLinks(top: number, bottom: number): void {
        const { links, width } = this.roadmap!;
        this.links.setAttribute('viewBox', `0 0 ${width} ${Math.max(1, this.height)}`);
        this.links.setAttribute('width', String(width));
        this.links.setAttribute('height', String(Math.max(1, this.height)));
        const wanted = new Set<string>();
        for (const link of links) {
            if (link.bottom < top || link.top > bottom) {
                continue;
            }
            wanted.add(link.key);
            const markup = this.markup.get(`link:${link.key}`) ?? '';
            const built = this.builtLinks.get(link.key);
            if (built?.markup !== markup) {
                const [node] = parseMarkup(markup, 'svg');
                if (node instanceof Element) {
                    built?.element.remove();
                    this.links.append(node);
                    this.builtLinks.set(link.key, { element: node, markup });
                }
            }
        }
        for (const [key, { element }] of this.builtLinks) {
            if (!wanted.has(key)) {
                element.remove();
                this.builtLinks.delete(key);
            }
        }
    }

    /** Fills a strip that has one picture: the scale, the lines behind the rows, the legend. */
    private frame(parent: HTMLElement, key: string, height: number, hasNames: boolean, isWhole = false): void {
        const { labels, width } = this.roadmap!;
        const markup = this.markup.get(key) ?? '';
        const state = `${width} ${height} ${markup}`;
        if (this.framed.get(parent) === state) {
            return;
        }
        this.framed.set(parent, state);
        const nodes = parseMarkup(markup, 'svg');
        const from = isWhole ? 0 : labels;
        const years = makeFrame('years', from, 0, width - from, height);
        parent.replaceChildren();
        if (hasNames) {
            const names = makeFrame('names', 0, 0, labels, height);
            names.append(...nodes.map((node) => node.cloneNode(true)));
            parent.append(names);
        }
        years.append(...nodes);
        parent.append(years);
    }

    /** The row at a height, by halving. */
    private indexAt(y: number): number {
        let low = 0;
        let high = this.tops.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if (this.tops[middle]! + this.roadmap!.rows[middle]!.height < y) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
