import { cross, tick } from '../glyph.ts';
import { element, type Markup } from '../markup.ts';
import { keyed, label, tooltip } from '../picture.ts';
import { viewTargets } from '../target-view.ts';
import { truncate, wrap } from '../text.ts';
import { explainBlockers } from './outcomes.ts';
import type { Panel } from './panel-input.ts';

const LINE = 15;
/** More sentences about one target, or more targets, are counted: the page has them all. */
const MOST_SENTENCES = 4;
const MOST_TARGETS = 6;

/** The targets of a panel in words, in two columns where there is room: met or missed, and what stands in the way. */
export function drawOutcomes(panel: Panel, top: number): { readonly markup: Markup; readonly height: number } {
    const { checked, line, options, width } = panel;
    const views = viewTargets(checked, options.locale).filter((view) => view.framework === line.framework);
    const more = (number: number) => (options.locale === 'id' ? `… dan ${number} lainnya` : `… and ${number} more`);
    const columns = width >= 1000 && views.length > 1 ? 2 : 1;
    const columnWidth = (width - 32) / columns;
    const blocks = views.slice(0, MOST_TARGETS).map((view) => {
        const sentences = view.result ? explainBlockers(checked, view.result, options.locale) : [];
        const shown = sentences.slice(0, MOST_SENTENCES);
        if (sentences.length > shown.length) {
            shown.push(more(sentences.length - shown.length));
        }
        return { view, sentences, texts: shown.flatMap((sentence) => wrap(sentence, columnWidth - 50, 11, 2)) };
    });
    const heights = Array.from({ length: columns }, () => 6);
    const drawn = blocks.map(({ view, sentences, texts }, index) => {
        const column = columns === 2 && index >= Math.ceil(blocks.length / 2) ? 1 : 0;
        const x = 16 + column * columnWidth;
        const y = top + heights[column]!;
        heights[column]! += LINE * (texts.length + 1) + 5;
        const head = truncate(`${view.what}: ${view.outcome}`, columnWidth - 30, 11.5, true);
        return element(
            'g',
            keyed(view.key, view.at),
            tooltip(view.what, view.outcome, ...sentences),
            element('path', { class: view.met ? 'sc-tick' : 'sc-no', d: (view.met ? tick : cross)(x + 8, y + 8, 4) }),
            label(x + 20, y + 12, 'sc-strong', head),
            texts.map((text, line) => label(x + 32, y + 12 + (line + 1) * LINE, 'sc-explain', text)),
        );
    });
    let height = Math.max(...heights);
    if (views.length > MOST_TARGETS) {
        drawn.push(label(36, top + height + 12, 'sc-explain', more(views.length - MOST_TARGETS)));
        height += LINE + 5;
    }
    return { markup: element('g', { class: 'sc-outcomes' }, drawn), height: height + 8 };
}
