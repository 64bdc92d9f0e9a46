import {
    GROUPS,
    LINKS,
    type PreviewFilter,
    type PreviewOptions,
    type PreviewPicture,
    VIEWS,
} from '../../../language/src/protocol.ts';
import type { ExportFormat } from '../preview/messages.ts';
import { make } from './dom.ts';
import { fill, tell, words } from './state.ts';

/** What the toolbar can ask for. */
export interface Wishes {
    change(options: Partial<PreviewOptions>): void;
    zoom(factor: number): void;
}

const STATES: readonly (readonly [PreviewFilter['status'], string])[] = [
    ['', words.allStates],
    ['planned', words.planned],
    ['started', words.started],
    ['finished', words.finished],
    ['critical', words.critical],
    ['late', words.late],
    ['quick-win', words.quickWin],
    ['unscheduled', words.unscheduled],
];

/** Tabs of the views, and what can be chosen in each. */
export class Toolbar {
    readonly element: HTMLElement;
    private readonly tabs = new Map<string, HTMLButtonElement>();
    private readonly groupBy = this.list(
        words.groupBy,
        GROUPS.map((name) => [name, words[name]]),
        (value) => this.wishes.change({ groupBy: GROUPS.find((name) => name === value) ?? 'dimension', closed: [] }),
    );
    private readonly opd = this.list(words.opd, [['', words.allOpds]], (opd) => this.filter({ opd }));
    private readonly dimension = this.list(words.dimension, [['', words.allDimensions]], (dimension) =>
        this.filter({ dimension }),
    );
    private readonly status = this.list(words.allStates, STATES, (value) =>
        this.filter({ status: STATES.find(([status]) => status === value)?.[0] ?? '' }),
    );
    private readonly links = this.list(
        words.lines,
        LINKS.map((name) => [name, { chosen: words.linesChosen, all: words.linesAll, none: words.linesNone }[name]]),
        (value) => this.wishes.change({ links: LINKS.find((name) => name === value) ?? 'chosen' }),
    );
    private readonly text = make('input', {
        type: 'search',
        id: 'find',
        placeholder: words.find,
        'aria-label': words.find,
        input: () => this.filter({ text: this.text.value }),
    });
    private readonly count = make('span', { class: 'count', role: 'status' });
    private readonly clear = make(
        'button',
        {
            type: 'button',
            class: 'quiet',
            id: 'clear',
            click: () => this.wishes.change({ filter: { opd: '', dimension: '', status: '', text: '' } }),
        },
        words.clear,
    );
    private readonly table = make(
        'button',
        { type: 'button', id: 'table', click: () => this.wishes.change({ table: !this.options.table }) },
        words.table,
    );
    private readonly ofRoadmap: HTMLElement;
    private readonly zooming: HTMLElement;
    private choices = '';

    constructor(
        private readonly wishes: Wishes,
        private options: PreviewOptions,
    ) {
        const tabs = VIEWS.map((view) => {
            const tab = make(
                'button',
                {
                    type: 'button',
                    role: 'tab',
                    id: `tab-${view}`,
                    'aria-controls': 'stage',
                    click: () => wishes.change({ view }),
                },
                words[view],
            );
            tab.addEventListener('keydown', (event) => this.step(event));
            this.tabs.set(view, tab);
            return tab;
        });
        const zoom = (id: string, sign: string, label: string, factor: number): HTMLElement =>
            make(
                'button',
                {
                    type: 'button',
                    id,
                    'aria-label': label,
                    'data-tip': label,
                    title: label,
                    click: () => wishes.zoom(factor),
                },
                sign,
            );
        const save = make(
            'select',
            {
                id: 'export',
                'aria-label': words.export,
                change: () => {
                    tell({ type: 'export', format: save.value as ExportFormat });
                    save.value = '';
                },
            },
            make('option', { value: '' }, words.export),
            make('option', { value: 'svg' }, words.exportSvg),
            make('option', { value: 'png' }, words.exportPng),
            make('option', { value: 'html' }, words.exportHtml),
        );
        this.groupBy.id = 'group-by';
        this.opd.id = 'filter-opd';
        this.dimension.id = 'filter-dimension';
        this.status.id = 'filter-status';
        this.links.id = 'links';
        this.zooming = make(
            'span',
            { class: 'zoom' },
            zoom('zoom-out', '−', words.zoomOut, 1 / 1.3),
            zoom('zoom-reset', '⤢', words.zoomReset, 0),
            zoom('zoom-in', '+', words.zoomIn, 1.3),
        );
        this.ofRoadmap = make(
            'div',
            { class: 'tools' },
            this.groupBy,
            this.opd,
            this.dimension,
            this.status,
            this.text,
            this.links,
            this.clear,
            this.count,
        );
        this.element = make(
            'header',
            {},
            make(
                'div',
                { class: 'top' },
                make('div', { class: 'tabs', role: 'tablist', 'aria-label': words.views }, ...tabs),
                make('div', { class: 'right' }, this.zooming, this.table, save),
            ),
            this.ofRoadmap,
        );
        this.set(options);
    }

    /** Shows what is chosen. */
    set(options: PreviewOptions): void {
        this.options = options;
        for (const [view, tab] of this.tabs) {
            tab.setAttribute('aria-selected', String(view === options.view));
            tab.tabIndex = view === options.view ? 0 : -1;
        }
        this.ofRoadmap.hidden = options.view !== 'roadmap' || options.table;
        this.groupBy.value = options.groupBy;
        this.opd.value = options.filter.opd;
        this.dimension.value = options.filter.dimension;
        this.status.value = options.filter.status;
        this.links.value = options.links;
        if (document.activeElement !== this.text) {
            this.text.value = options.filter.text;
        }
        this.table.setAttribute('aria-pressed', String(options.table));
        const { opd, dimension, status, text } = options.filter;
        this.clear.hidden = `${opd}${dimension}${status}${text}` === '';
        if (this.clear.hidden) {
            this.text.value = '';
        }
    }

    /** Takes what can be chosen from the plan, and how much of it is shown. */
    update(picture: PreviewPicture): void {
        const choices = JSON.stringify([picture.opds, picture.dimensions]);
        if (choices !== this.choices) {
            this.choices = choices;
            this.offer(this.opd, words.allOpds, picture.opds, this.options.filter.opd);
            this.offer(this.dimension, words.allDimensions, picture.dimensions, this.options.filter.dimension);
        }
        const isPart = picture.shown < picture.total;
        this.count.textContent = isPart ? fill(words.shown, picture.shown, picture.total) : '';
    }

    private offer(
        list: HTMLSelectElement,
        all: string,
        choices: readonly { readonly name: string; readonly title: string }[],
        chosen: string,
    ): void {
        list.replaceChildren(
            make('option', { value: '' }, all),
            ...choices.map(({ name, title }) => make('option', { value: name }, title)),
        );
        // A choice that the plan no longer has is still in force, and has to be seen to be taken back.
        if (chosen !== '' && !choices.some(({ name }) => name === chosen)) {
            list.append(make('option', { value: chosen }, chosen));
        }
        list.value = chosen;
    }

    private filter(change: Partial<PreviewFilter>): void {
        this.wishes.change({ filter: { ...this.options.filter, ...change } });
    }

    private list(
        label: string,
        choices: readonly (readonly [string, string])[],
        choose: (value: string) => void,
    ): HTMLSelectElement {
        const list = make(
            'select',
            { 'aria-label': label, change: () => choose(list.value) },
            ...choices.map(([value, text]) => make('option', { value }, text)),
        );
        return list;
    }

    /** Arrow keys go from tab to tab. */
    private step(event: KeyboardEvent): void {
        const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
        if (step !== 0) {
            event.preventDefault();
            const next = VIEWS[(VIEWS.indexOf(this.options.view) + step + VIEWS.length) % VIEWS.length]!;
            this.wishes.change({ view: next });
            this.tabs.get(next)?.focus();
        }
    }
}
