import type { PreviewWhy } from '../../../language/src/protocol.ts';
import { make } from './dom.ts';
import { tell, words } from './state.ts';

/** How long the pointer has to rest, in milliseconds. */
const PATIENCE = 180;

/** The card beside the pointer: what a shape stands for, and why it is as it is. */
export class Card {
    readonly element = make('div', { class: 'card', role: 'tooltip', hidden: true });
    private timer: number | undefined;
    private key = '';
    private tip = '';

    constructor(stage: HTMLElement) {
        stage.addEventListener('pointerover', (event) => this.over(event));
        stage.addEventListener('pointerleave', () => this.hide());
        stage.addEventListener('scroll', () => this.hide());
        window.addEventListener('keydown', (event) => {
            if (event.key === 'Escape') {
                this.hide();
            }
        });
    }

    /** Shows the card for a shape at once, at its place: for those who use the keyboard. */
    showAt(shape: Element): void {
        const tipped = shape.hasAttribute('data-tip') ? shape : shape.querySelector('[data-tip]');
        const box = shape.getBoundingClientRect();
        this.show(
            tipped?.getAttribute('data-tip') ?? '',
            shape.getAttribute('data-key') ?? '',
            box.left + 40,
            box.bottom,
        );
    }

    /** Adds what the server has found about the shape. */
    add(key: string, why: PreviewWhy): void {
        if (key !== this.key || this.element.hidden) {
            return;
        }
        for (const element of this.element.querySelectorAll('.why')) {
            element.remove();
        }
        for (const { severity, message } of why.findings) {
            const line = make(
                'p',
                { class: `why ${severity}` },
                make('b', {}, words[severity]),
                ' ',
                ...withNames(message),
            );
            this.element.append(line);
        }
        this.fit();
    }

    /** Takes the card away. */
    hide(): void {
        window.clearTimeout(this.timer);
        this.element.hidden = true;
        this.key = '';
        this.tip = '';
    }

    private over(event: PointerEvent): void {
        const target = event.target instanceof Element ? event.target : undefined;
        const tipped = target?.closest('[data-tip]');
        const keyed = target?.closest('[data-key]');
        const tip = tipped?.getAttribute('data-tip') ?? keyed?.getAttribute('data-tip') ?? '';
        const key = keyed?.getAttribute('data-key') ?? target?.closest('[data-row]')?.getAttribute('data-row') ?? '';
        if (tip === '') {
            this.hide();
            return;
        }
        if (tip === this.tip && key === this.key) {
            return;
        }
        window.clearTimeout(this.timer);
        const { clientX, clientY } = event;
        this.timer = window.setTimeout(() => this.show(tip, key, clientX, clientY), PATIENCE);
    }

    private show(tip: string, key: string, x: number, y: number): void {
        if (tip === '') {
            this.hide();
            return;
        }
        this.key = key;
        this.tip = tip;
        const [first = '', ...rest] = tip.split('\n');
        this.element.replaceChildren(make('strong', {}, first), ...rest.map((line) => make('p', {}, line)));
        this.element.style.left = `${x + 14}px`;
        this.element.style.top = `${y + 16}px`;
        this.element.hidden = false;
        this.fit();
        if (key !== '') {
            tell({ type: 'why', key });
        }
    }

    /** Keeps the card inside the panel. */
    private fit(): void {
        const box = this.element.getBoundingClientRect();
        const { innerWidth, innerHeight } = window;
        if (box.right > innerWidth - 8) {
            this.element.style.left = `${Math.max(8, innerWidth - 8 - box.width)}px`;
        }
        if (box.bottom > innerHeight - 8) {
            this.element.style.top = `${Math.max(8, box.top - box.height - 40)}px`;
        }
    }
}

/** A sentence in which names stand in backticks, as nodes. */
export function withNames(message: string): Node[] {
    return message
        .split('`')
        .map((part, index) => (index % 2 === 0 ? document.createTextNode(part) : make('code', {}, part)));
}
