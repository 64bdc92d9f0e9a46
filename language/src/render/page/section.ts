import type { Locale, Message } from '../../plan/message.ts';
import type { Origin } from '../../plan/origin.ts';
import type { Checked } from '../../rules/check.ts';
import type { Rule } from '../../rules/rule.ts';
import { type Child, element, lines, Markup, together } from '../markup.ts';
import { titleOf } from '../program-view.ts';
import type { RoadmapOptions } from '../roadmap/layout.ts';

/** What a page can be asked for. */
export interface PageOptions extends RoadmapOptions {
    /** The catalogue, for the rules' titles; a rule that is not in it goes by its name. */
    readonly rules?: readonly Pick<Rule, 'name' | 'title'>[];
}

/** What all sections of a page are made from. */
export interface PageContext {
    readonly checked: Checked;
    readonly options: PageOptions;
    readonly locale: Locale;
    readonly say: (message: Message) => string;
}

/** A section with its heading and an anchor. */
export function section(anchor: string, title: string, ...children: Child[]): Markup {
    return element(
        'section',
        { id: anchor, 'aria-labelledby': `${anchor}-title` },
        element('h2', { id: `${anchor}-title` }, title),
        lines(...children),
    );
}

/** A picture that was drawn before, in a frame that scrolls, with the keyboard too, when it is wider than the page. */
export function figure(svg: string): Markup {
    return element('figure', { tabindex: 0 }, new Markup(svg.trimEnd()));
}

/** Something to open. */
export function details(open: boolean, summary: Child, ...children: Child[]): Markup {
    return element('details', { open: open ? '' : undefined }, element('summary', {}, summary), lines(...children));
}

/** A table with a caption for those who hear it. Cells that are numbers stand right. */
export function table(caption: string, head: readonly string[], rows: readonly (readonly Child[] | Markup)[]): Markup {
    return element(
        'div',
        { class: 'sc-scroll', tabindex: 0 },
        element(
            'table',
            {},
            element('caption', {}, caption),
            element(
                'thead',
                {},
                element(
                    'tr',
                    {},
                    head.map((name) => element('th', { scope: 'col' }, name)),
                ),
            ),
            element('tbody', {}, lines(rows.map((row) => (row instanceof Markup ? row : tableRow(row))))),
        ),
    );
}

/** A row of a table; its first cell names it. */
export function tableRow(cells: readonly Child[], id?: string): Markup {
    return element(
        'tr',
        { id },
        cells.map((cell, index) =>
            index === 0
                ? element('th', { scope: 'row' }, cell)
                : element('td', { class: typeof cell === 'number' ? 'sc-number' : undefined }, cell),
        ),
    );
}

/** A sentence with names in backticks: each as code, with the title of what it names. */
export function prose(context: PageContext, text: string): Markup {
    const { names } = context.checked.analysis.plan;
    return together(
        ...text.split('`').map((part, index) => {
            if (index % 2 === 0) {
                return part;
            }
            const named = names.get(part);
            return element('code', { title: named && titleOf(named) }, part);
        }),
    );
}

/** A place as people write it: file, line and column where they are known. */
export function place(context: PageContext, at: Origin): Markup {
    const located = context.options.locate?.(at);
    const words = located ? `${located.file}:${located.line}:${located.column}` : at.file;
    return element(
        'span',
        { class: 'sc-place', 'data-file': at.file, 'data-start': at.start, 'data-end': at.end },
        words,
    );
}
