import type { PreviewPicture, PreviewTrouble } from '../../../language/src/protocol.ts';
import { withNames } from './card.ts';
import { make, parseMarkup } from './dom.ts';
import { fill, tell, words } from './state.ts';

/** The banner: why the picture is not the text's. */
export class Banner {
    readonly element = make('div', { class: 'banner', role: 'status', hidden: true });
    private shown = '';
    private trouble: PreviewTrouble | undefined;
    private isRunning = true;

    /** What is wrong with the text, or nothing. */
    setTrouble(trouble: PreviewTrouble | undefined): void {
        this.trouble = trouble;
        this.paint();
    }

    /** Whether the server answers. */
    setRunning(isRunning: boolean): void {
        this.isRunning = isRunning;
        this.paint();
    }

    private paint(): void {
        const { trouble, isRunning } = this;
        const state = JSON.stringify([isRunning, trouble]);
        if (state === this.shown) {
            return;
        }
        this.shown = state;
        this.element.hidden = isRunning && trouble === undefined;
        this.element.replaceChildren();
        if (!isRunning) {
            this.element.append(make('span', {}, words.stopped));
        } else if (trouble?.kind === 'no-plan') {
            this.element.append(make('span', {}, words.noPlan));
        } else if (trouble !== undefined) {
            const { file, start, end, message } = trouble;
            this.element.append(
                make('span', {}, words.broken),
                ' ',
                make('span', { class: 'reason' }, ...withNames(message)),
            );
            if (file !== undefined && start !== undefined && end !== undefined) {
                this.element.append(
                    make(
                        'button',
                        {
                            type: 'button',
                            class: 'quiet',
                            id: 'go-to-trouble',
                            click: () => tell({ type: 'goTo', file, start, end }),
                        },
                        words.goThere,
                    ),
                );
            }
        }
    }
}

/** The sentence for the reader in a hurry. */
export class Verdict {
    readonly element = make('div', { class: 'verdict' });
    private shown = '';

    show(markup: string): void {
        if (markup !== this.shown) {
            this.shown = markup;
            this.element.replaceChildren(...parseMarkup(markup, 'html'));
        }
    }
}

/** The findings of a view, folded away below the picture. */
export class FindingList {
    private readonly summary = make('summary');
    private readonly list = make('ul');
    readonly element = make('details', { class: 'findings', hidden: true }, this.summary, this.list);
    private shown = '';

    show(picture: PreviewPicture): void {
        const state = JSON.stringify([picture.findings, picture.found, picture.files]);
        if (state === this.shown) {
            return;
        }
        this.shown = state;
        this.element.hidden = picture.found === 0;
        this.summary.textContent = fill(words.findings, picture.found);
        this.list.replaceChildren(
            ...picture.findings.map(({ severity, message, rule, at }) => {
                const [file, start, end] = at;
                const go = () => tell({ type: 'goTo', file: picture.files[file]!, start, end });
                return make(
                    'li',
                    { class: severity },
                    make(
                        'button',
                        { type: 'button', class: 'finding', click: go },
                        make('b', {}, words[severity]),
                        ' ',
                        ...withNames(message),
                    ),
                    make(
                        'button',
                        { type: 'button', class: 'quiet', click: () => tell({ type: 'explain', rule }) },
                        words.explain,
                    ),
                );
            }),
        );
        const more = picture.found - picture.findings.length;
        if (more > 0) {
            this.list.append(make('li', {}, fill(words.more, more)));
        }
    }
}
