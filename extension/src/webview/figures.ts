import type { PreviewPicture } from '../../../language/src/protocol.ts';
import { make, parseMarkup, scaleFor } from './dom.ts';

/** Pictures one below the other. One that is as before keeps its elements. */
export class FiguresView {
    readonly element = make('div', { class: 'figures', hidden: true });
    private readonly built = new Map<string, { readonly element: HTMLElement; markup: string }>();

    /** Shows the pictures of a view; those of other views are let go. */
    show(
        picture: PreviewPicture,
        markup: ReadonlyMap<string, string>,
        leads: (key: string) => boolean,
        room: number,
    ): void {
        const keys = picture.figures ?? [];
        for (const [key, { element }] of this.built) {
            if (!keys.includes(key)) {
                element.remove();
                this.built.delete(key);
            }
        }
        keys.forEach((key, index) => {
            const text = markup.get(key) ?? '';
            let built = this.built.get(key);
            if (built === undefined) {
                built = { element: make('figure', { 'data-figure': key }), markup: '' };
                this.built.set(key, built);
            }
            if (built.markup !== text) {
                built.element.replaceChildren(...parseMarkup(text, 'html'));
                built.markup = text;
            }
            if (this.element.children[index] !== built.element) {
                this.element.insertBefore(built.element, this.element.children[index] ?? null);
            }
        });
        for (const svg of this.element.querySelectorAll('svg')) {
            const width = Number(svg.getAttribute('viewBox')?.split(' ')[2]);
            svg.style.width = `${Math.round(width * scaleFor(640, room))}px`;
            svg.style.height = 'auto';
        }
        for (const shape of this.element.querySelectorAll('[data-key]')) {
            shape.classList.toggle('clickable', leads(shape.getAttribute('data-key')!));
        }
    }
}
