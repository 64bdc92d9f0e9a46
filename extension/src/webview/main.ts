import type { PreviewOptions, PreviewPicture, PreviewUpdate, PreviewView } from '../../../language/src/protocol.ts';
import type { ToPanel } from '../preview/messages.ts';
import { Card } from './card.ts';
import { make, parseMarkup } from './dom.ts';
import { FiguresView } from './figures.ts';
import { actOnKey, onZoomWheel } from './keys.ts';
import { Banner, FindingList, Verdict } from './notes.ts';
import { rasterize } from './raster.ts';
import { RoadmapView } from './roadmap.ts';
import { keepState, readState, tell, words } from './state.ts';
import { Store } from './store.ts';
import { Toolbar } from './toolbar.ts';

/** The panel: puts what the server draws together, and tells what is wished for. It never empties its picture. */
class Panel {
    private readonly state = readState();
    private readonly stage = make('main', { id: 'stage', tabindex: 0, 'aria-label': words.picture });
    private readonly toolbar = new Toolbar(
        { change: (options) => this.change(options), zoom: (factor) => this.zoom(factor) },
        this.state.options,
    );
    private readonly banner = new Banner();
    private readonly verdict = new Verdict();
    private readonly roadmap = new RoadmapView(this.stage);
    private readonly figures = new FiguresView();
    private readonly findings = new FindingList();
    private readonly table = make('div', { class: 'tables', hidden: true });
    private readonly waiting = make('p', { class: 'nothing' }, words.waiting);
    private readonly card = new Card(this.stage);
    private readonly store = new Store();
    private shown: PreviewView | undefined;
    private root: string | undefined;
    private shownTable = '';
    private timer: number | undefined;
    private seenTimer: number | undefined;
    private cursor: { readonly file: string; readonly offset: number } | undefined;

    constructor(root: HTMLElement) {
        this.stage.append(this.verdict.element, this.waiting, this.roadmap.element, this.figures.element, this.table);
        root.append(
            this.toolbar.element,
            this.stage,
            // Over the picture: one that moved down for it would jump with every word that is typed.
            make('div', { class: 'overlay' }, this.banner.element),
            this.findings.element,
            this.card.element,
        );
        this.stage.addEventListener('scroll', () => this.scrolled());
        this.stage.addEventListener('click', (event) => this.click(event));
        this.stage.addEventListener('keydown', (event) => this.key(event));
        onZoomWheel(this.stage, (factor) => this.zoom(factor));
        window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => this.hear(data));
        new ResizeObserver(() => this.resized()).observe(this.stage);
        this.change({ width: this.width() }, true);
    }

    private hear(message: ToPanel): void {
        switch (message.type) {
            case 'update':
                this.update(message.update);
                return;
            case 'server':
                this.banner.setRunning(message.running);
                return;
            case 'cursor':
                this.cursor = message;
                this.showCursor(true);
                return;
            case 'why':
                this.card.add(message.key, message.why);
                return;
            case 'open':
                this.change({ view: message.view });
                return;
            case 'rasterize':
                void rasterize(message.svg).then((base64) => tell({ type: 'png', id: message.id, base64 }));
        }
    }

    private update({ fresh, view, trouble, picture, more }: PreviewUpdate): void {
        if (fresh) {
            this.store.clear();
        }
        const isShown = view === this.state.options.view;
        if (more !== undefined) {
            this.store.add(view, more);
            if (isShown && this.shown === 'roadmap') {
                this.roadmap.build();
                this.showCursor(false);
            }
            return;
        }
        this.banner.setTrouble(trouble);
        if (picture === undefined) {
            this.waiting.hidden = true;
            return;
        }
        this.store.take(view, picture);
        if (isShown) {
            const begin = performance.now();
            this.paint(picture);
            document.body.dataset.painted = String(Math.round(performance.now() - begin));
        }
    }

    private paint(picture: PreviewPicture): void {
        const { options } = this.state;
        const { view } = options;
        const isOther = this.shown !== view;
        const before = { left: this.stage.scrollLeft, width: this.stage.scrollWidth };
        const isOtherPlan = this.root !== undefined && this.root !== picture.root;
        this.shown = view;
        this.root = picture.root;
        this.waiting.hidden = true;
        this.toolbar.update(picture);
        this.verdict.show(picture.verdict);
        this.findings.show(picture);
        const showsTable = options.table;
        this.table.hidden = !showsTable;
        this.roadmap.element.hidden = view !== 'roadmap' || showsTable;
        this.figures.element.hidden = view === 'roadmap' || showsTable;
        this.stage.setAttribute('role', view === 'roadmap' && !showsTable ? 'tree' : 'region');
        if (showsTable && picture.table !== undefined && picture.table !== this.shownTable) {
            this.shownTable = picture.table;
            this.table.replaceChildren(...parseMarkup(picture.table, 'html'));
        }
        const markup = this.store.markup(view);
        if (view === 'roadmap') {
            this.roadmap.show(picture, markup);
        } else {
            this.figures.show(picture, markup, (key) => this.store.leads(key), this.stage.clientWidth);
        }
        if (isOtherPlan) {
            this.state.scroll = {};
            this.stage.scrollTo({ left: 0, top: 0, behavior: 'instant' });
        } else if (isOther) {
            const [left, top] = this.state.scroll[view] ?? [0, 0];
            this.stage.scrollTo({ left, top, behavior: 'instant' });
        } else if (before.width > 0 && this.stage.scrollWidth !== before.width) {
            // Zooming keeps the middle of what is seen in the middle.
            const half = this.stage.clientWidth / 2;
            this.stage.scrollLeft = ((before.left + half) / before.width) * this.stage.scrollWidth - half;
        }
        if (view === 'roadmap') {
            this.roadmap.choose(options.chosen);
            this.roadmap.build();
            this.showCursor(false);
        }
        document.body.dataset.view = view;
        document.body.dataset.programs = String(picture.shown);
    }

    private change(options: Partial<PreviewOptions>, fresh = false): void {
        const before = this.state.options;
        this.state.options = { ...before, ...options };
        const { view } = this.state.options;
        if (options.groupBy !== undefined || options.filter !== undefined) {
            // Other rows, or in another order: what was in sight is somewhere else.
            this.stage.scrollTop = 0;
        }
        this.toolbar.set(this.state.options);
        this.card.hide();
        keepState(this.state);
        tell({ type: 'watch', options: this.state.options, fresh });
        const known = this.store.picture(view);
        // What is known of another view stands there at once; what has changed since comes a moment later.
        if (view !== before.view && known !== undefined) {
            this.paint(known);
        }
    }

    private zoom(factor: number): void {
        this.state.zoom = factor === 0 ? 1 : Math.min(12, Math.max(1, this.state.zoom * factor));
        this.change({ width: this.width() });
    }

    private width(): number {
        return Math.max(640, Math.round((this.stage.clientWidth || window.innerWidth) * this.state.zoom));
    }

    private resized(): void {
        this.roadmap.build();
        window.clearTimeout(this.timer);
        this.timer = window.setTimeout(() => {
            const width = this.width();
            if (this.stage.clientWidth > 0 && Math.abs(width - this.state.options.width) > 4) {
                this.change({ width });
            } else if (this.shown !== undefined && width === 640) {
                // Narrower than any picture: the one there is fits itself in.
                this.paint(this.store.picture(this.shown)!);
            }
        }, 120);
    }

    private scrolled(): void {
        this.roadmap.build();
        window.clearTimeout(this.seenTimer);
        this.seenTimer = window.setTimeout(() => this.tellSeen(), 100);
        if (this.shown !== undefined) {
            this.state.scroll[this.shown] = [this.stage.scrollLeft, this.stage.scrollTop];
            keepState(this.state);
        }
    }

    /** Lets the server draw what is in sight before all else. */
    private tellSeen(): void {
        const { from, to } = this.roadmap.inSight;
        if (this.shown === 'roadmap' && to > from) {
            tell({ type: 'seen', from, to });
        }
    }

    private click(event: Event): void {
        const target = event.target instanceof Element ? event.target : undefined;
        const shape = target?.closest('[data-key], [data-file]');
        const row = target?.closest<HTMLElement>('.row');
        const group = row?.classList.contains('group') ? row.dataset.row : undefined;
        if (group !== undefined) {
            this.fold(group);
            return;
        }
        const key = shape?.getAttribute('data-key') ?? row?.dataset.row;
        if (row?.dataset.row !== undefined) {
            this.choose(row.dataset.row);
        }
        if (key !== null && key !== undefined && this.goTo(key)) {
            return;
        }
        const file = shape?.getAttribute('data-file');
        if (file !== null && file !== undefined) {
            tell({
                type: 'goTo',
                file,
                start: Number(shape!.getAttribute('data-start')),
                end: Number(shape!.getAttribute('data-end')),
            });
        }
    }

    private goTo(key: string): boolean {
        const place = this.store.place(key);
        if (place !== undefined) {
            tell({ type: 'goTo', ...place });
        }
        return place !== undefined;
    }

    private choose(key: string): void {
        this.roadmap.choose(key);
        if (key !== this.state.options.chosen) {
            this.change({ chosen: key });
        }
        this.stage.setAttribute('aria-activedescendant', `row-${key}`);
    }

    private fold(group: string): void {
        const { closed } = this.state.options;
        this.change({ closed: closed.includes(group) ? closed.filter((key) => key !== group) : [...closed, group] });
    }

    private key(event: KeyboardEvent): void {
        const { options } = this.state;
        if (event.target !== this.stage || this.shown !== 'roadmap' || options.table) {
            return;
        }
        actOnKey(event, this.roadmap.list, options, {
            choose: ({ key }) => {
                this.choose(key);
                this.roadmap.reveal(key);
                const shape = document.getElementById(`row-${key}`)?.querySelector('.years [data-key]');
                if (shape) {
                    this.card.showAt(shape);
                }
            },
            goTo: ({ key }) => this.goTo(key),
            fold: ({ key }) => this.fold(key),
            zoom: (factor) => this.zoom(factor),
        });
    }

    /** Marks the program that the cursor in the editor stands in. */
    private showCursor(reveal: boolean): void {
        const picture = this.store.picture('roadmap');
        const { cursor } = this;
        if (picture === undefined || cursor === undefined) {
            return;
        }
        const row = picture.roadmap?.rows.find(({ key, kind }) => {
            const place = kind === 'program' ? this.store.place(key) : undefined;
            return place?.file === cursor.file && place.start <= cursor.offset && cursor.offset <= place.end;
        });
        this.roadmap.setCursor(row?.key ?? '');
        if (reveal && row !== undefined && this.shown === 'roadmap') {
            this.roadmap.reveal(row.key);
        }
    }
}

new Panel(document.querySelector<HTMLElement>('#smartcity')!);
