import type {
    PreviewOptions,
    PreviewPicture,
    PreviewPlace,
    PreviewUpdate,
    PreviewView,
} from '../../../language/src/protocol.ts';
import type { ToPanel } from '../preview/messages.ts';
import { Card } from './card.ts';
import { make, parseMarkup } from './dom.ts';
import { FiguresView } from './figures.ts';
import { Banner, FindingList, Verdict } from './notes.ts';
import { rasterize } from './raster.ts';
import { RoadmapView } from './roadmap.ts';
import { keepState, readState, tell, words } from './state.ts';
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
    /** Markup of every part, by view and key. */
    private readonly parts = new Map<PreviewView, Map<string, string>>();
    /** Where each shape stands in the text. */
    private readonly places = new Map<string, PreviewPlace>();
    private files: readonly string[] = [];
    private readonly pictures = new Map<PreviewView, PreviewPicture>();
    private shown: PreviewView | undefined;
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
        this.stage.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
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
            this.parts.clear();
            this.places.clear();
        }
        if (more !== undefined) {
            this.add(view, more);
            return;
        }
        this.banner.setTrouble(trouble);
        if (picture === undefined) {
            this.waiting.hidden = true;
            return;
        }
        this.files = picture.files;
        this.keepPlaces(picture.places);
        this.keepParts(view, picture);
        this.pictures.set(view, picture);
        if (view === this.state.options.view) {
            const begin = performance.now();
            this.paint(picture);
            document.body.dataset.painted = String(Math.round(performance.now() - begin));
        }
    }

    /** Takes parts that were out of sight when the picture came. */
    private add(view: PreviewView, { markup, files, places }: NonNullable<PreviewUpdate['more']>): void {
        this.files = files;
        this.keepPlaces(places);
        const parts = this.parts.get(view);
        const picture = this.pictures.get(view);
        if (parts === undefined || picture === undefined) {
            return;
        }
        for (const [key, text] of Object.entries(markup)) {
            parts.set(key, text);
        }
        if (view === this.state.options.view && picture.roadmap !== undefined) {
            this.roadmap.build();
            this.showCursor(false);
        }
    }

    private keepPlaces(places: PreviewPicture['places']): void {
        for (const [key, place] of Object.entries(places)) {
            this.places.set(key, place);
        }
    }

    /** Parts that the picture still has: the new ones, and the old ones that it did not bring again. */
    private keepParts(view: PreviewView, picture: PreviewPicture): void {
        const before = this.parts.get(view);
        const { roadmap, figures } = picture;
        const keys =
            roadmap === undefined
                ? (figures ?? [])
                : [
                      ...['head', 'targets', 'ground', 'today', 'foot'],
                      ...roadmap.rows.map(({ key }) => `row:${key}`),
                      ...roadmap.links.map(({ key }) => `link:${key}`),
                  ];
        this.parts.set(view, new Map(keys.map((key) => [key, picture.markup[key] ?? before?.get(key) ?? ''])));
    }

    private paint(picture: PreviewPicture): void {
        const { options } = this.state;
        const { view } = options;
        const isOther = this.shown !== view;
        const before = { left: this.stage.scrollLeft, width: this.stage.scrollWidth };
        this.shown = view;
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
        const markup = this.parts.get(view)!;
        if (view === 'roadmap') {
            this.roadmap.show(picture, markup);
        } else {
            this.figures.show(picture, markup, this.places, this.stage.clientWidth);
        }
        if (isOther) {
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
        this.toolbar.set(this.state.options);
        this.card.hide();
        keepState(this.state);
        tell({ type: 'watch', options: this.state.options, fresh });
        const known = this.pictures.get(view);
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
                this.paint(this.pictures.get(this.shown)!);
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
        const place = this.places.get(key);
        if (place === undefined) {
            return false;
        }
        const [file, start, end] = place;
        tell({ type: 'goTo', file: this.files[file]!, start, end });
        return true;
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
        if (event.target !== this.stage || this.shown !== 'roadmap' || this.state.options.table) {
            return;
        }
        const rows = this.roadmap.list;
        const at = rows.findIndex(({ key }) => key === this.state.options.chosen);
        const row = rows[at];
        const steps: Record<string, number> = {
            ArrowDown: at + 1,
            ArrowUp: Math.max(0, at - 1),
            PageDown: at + 12,
            PageUp: at - 12,
            Home: 0,
            End: rows.length - 1,
        };
        const next = steps[event.key];
        if (next !== undefined && rows.length > 0) {
            const key = rows[Math.max(0, Math.min(rows.length - 1, next))]!.key;
            this.choose(key);
            this.roadmap.reveal(key);
            const shape = document.getElementById(`row-${key}`)?.querySelector('.years [data-key]');
            if (shape) {
                this.card.showAt(shape);
            }
        } else if (event.key === 'Enter' && row !== undefined) {
            this.goTo(row.key);
        } else if (row?.kind === 'group' && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
            const isClosed = this.state.options.closed.includes(row.key);
            if (isClosed === (event.key === 'ArrowRight')) {
                this.fold(row.key);
            }
        } else if (event.key === '+' || event.key === '-') {
            this.zoom(event.key === '+' ? 1.3 : 1 / 1.3);
        } else {
            return;
        }
        event.preventDefault();
    }

    private wheel(event: WheelEvent): void {
        if (event.ctrlKey || event.metaKey) {
            event.preventDefault();
            this.zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15);
        }
    }

    /** Marks the program that the cursor in the editor stands in. */
    private showCursor(reveal: boolean): void {
        const picture = this.pictures.get('roadmap');
        const { cursor } = this;
        if (picture === undefined || cursor === undefined) {
            return;
        }
        const file = this.files.indexOf(cursor.file);
        const row = picture.roadmap?.rows.find(({ key, kind }) => {
            const place = this.places.get(key);
            return kind === 'program' && place?.[0] === file && place[1] <= cursor.offset && cursor.offset <= place[2];
        });
        this.roadmap.setCursor(row?.key ?? '');
        if (reveal && row !== undefined && this.shown === 'roadmap') {
            this.roadmap.reveal(row.key);
        }
    }
}

new Panel(document.querySelector<HTMLElement>('#smartcity')!);
