import type { FrameworkLine } from '../../analysis/projection-types.ts';
import type { Checked } from '../../rules/check.ts';
import type { Markup } from '../markup.ts';
import { label, type PictureOptions, picture, widthFor } from '../picture.ts';
import { titleOf } from '../program-view.ts';
import { CAUTION, NO_LEVELS } from '../words.ts';
import { drawPanel } from './panel.ts';
import { frameworksInUse } from './series.ts';

/**
 * The maturity that follows from a plan, as one picture: a panel for each framework that the plan says something about.
 * A plan that says nothing about any has a sentence that says so.
 */
export function renderMaturity(checked: Checked, options: PictureOptions): string {
    return `${drawPanels(checked, frameworksInUse(checked), options).source}\n`;
}

/** The same, a picture for each framework: what fits a sheet of paper. */
export function renderMaturitySheets(checked: Checked, options: PictureOptions): string[] {
    return frameworksInUse(checked).map((line) => drawPanels(checked, [line], options).source);
}

function drawPanels(checked: Checked, frameworks: readonly FrameworkLine[], options: PictureOptions): Markup {
    const width = widthFor(options);
    const id = options.locale === 'id';
    let top = 6;
    const panels = frameworks.map((line) => {
        const base = options.base?.analysis.projection.frameworks.find(
            (candidate) => candidate.framework.name === line.framework.name,
        );
        const panel = drawPanel({ checked, line, base, options, width }, top);
        top += panel.height + 20;
        return panel.markup;
    });
    if (panels.length === 0) {
        panels.push(label(16, 40, 'sc-subtitle', NO_LEVELS[options.locale]));
        top = 60;
    }
    const title = id ? 'Proyeksi kematangan' : 'Projected maturity';
    const names = frameworks.map((line) => titleOf(line.framework)).join(', ');
    return picture(
        options,
        { width, height: top + 22 },
        title,
        `${names}. ${CAUTION[options.locale]}`,
        panels,
        label(width - 16, top + 12, 'sc-caution', CAUTION[options.locale], { 'text-anchor': 'end' }),
    );
}
