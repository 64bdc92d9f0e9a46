import type { Uncertainty } from '../analysis/uncertainty-types.ts';
import type { Day } from '../plan/calendar.ts';
import type { Locale, Message } from '../plan/message.ts';
import type { Origin } from '../plan/origin.ts';
import type { Checked } from '../rules/check.ts';
import { type Attributes, type Child, element, lines, Markup, path } from './markup.ts';
import { paint, type Theme } from './palette.ts';
import { PICTURE_CSS } from './picture-css.ts';

/** Where something stands, as people count: lines and columns from 1. */
export interface Located {
    readonly file: string;
    readonly line: number;
    readonly column: number;
}

/** What all pictures can be asked for. */
export interface PictureOptions {
    readonly locale: Locale;
    readonly theme: Theme;
    /** The day to mark; the day of the run unless given. */
    readonly today?: Day;
    /** Width in pixels at natural size; 1200 fills a sheet of A4 across. At least 640. */
    readonly width?: number;
    /** Turns places into lines for people. Without it a place is known by its file alone. */
    readonly locate?: (at: Origin) => Located | undefined;
    /** Whether the picture stands in a page that has the style sheet and a row for every name to link to. */
    readonly embedded?: boolean;
    /** What to compare with: the plan without the scenario, or as it was before. It is drawn as ghosts beside the plan. */
    readonly base?: Checked;
    /** What the ghosts are called in the legend; "as planned" unless given. */
    readonly baseName?: Message;
    /** How sure dates and targets are; pictures show it only if it is given, since it costs more than all else. */
    readonly uncertainty?: Uncertainty;
}

/** What the ghosts of a picture are called. */
export function nameOfBase(options: PictureOptions): string {
    return (options.baseName ?? { en: 'as planned', id: 'menurut rencana' })[options.locale];
}

/** The width a picture is drawn for. */
export function widthFor(options: PictureOptions): number {
    return Math.max(640, Math.round(options.width ?? 1200));
}

/** A whole picture, as the text of an SVG file or a part of a page. */
export function picture(
    options: PictureOptions,
    size: { readonly width: number; readonly height: number },
    title: string,
    summary: string,
    ...children: Child[]
): Markup {
    const { theme, embedded } = options;
    return element(
        'svg',
        {
            xmlns: embedded ? undefined : 'http://www.w3.org/2000/svg',
            viewBox: `0 0 ${Math.round(size.width)} ${Math.round(size.height)}`,
            width: Math.round(size.width),
            height: Math.round(size.height),
            class: 'sc sc-picture',
            role: 'img',
            'aria-label': `${title}. ${summary}`,
            lang: options.locale,
        },
        new Markup('\n'),
        lines(
            embedded ? undefined : element('style', {}, new Markup(`\n${paint(PICTURE_CSS, theme)}`)),
            embedded ? undefined : element('rect', { class: 'sc-paper', width: '100%', height: '100%' }),
            children,
        ),
        new Markup('\n'),
    );
}

/** A line of text at its baseline. */
export function label(x: number, y: number, className: string, content: Child, more: Attributes = {}): Markup {
    return element('text', { x, y, class: className, ...more }, content);
}

/** The text that a pointer brings up over what it stands in. */
export function tooltip(...sentences: (string | undefined)[]): Markup {
    return element('title', {}, sentences.filter((sentence) => sentence !== undefined && sentence !== '').join('\n'));
}

/**
 * The attributes by which a host finds what a shape stands for: a key that stays the same when the plan changes around
 * it, and the place in the text that a click should lead to.
 */
export function keyed(key: string, at: Origin | undefined): Attributes {
    return { 'data-key': key, 'data-file': at?.file, 'data-start': at?.start, 'data-end': at?.end };
}

/** Parallel strokes at 45 degrees that fill a box: a pattern every program that shows SVG can draw. */
export function hatch(x: number, y: number, width: number, height: number, step: number): string {
    const strokes: string[] = [];
    for (let offset = step / 2; offset < width + height; offset += step) {
        const fromX = Math.max(0, offset - height);
        const toX = Math.min(width, offset);
        if (toX > fromX) {
            strokes.push(path`M${x + fromX} ${y + offset - fromX}L${x + toX} ${y + offset - toX}`);
        }
    }
    return strokes.join('');
}
