import type { Locale } from '../plan/message.ts';
import type { PreviewExport, PreviewExportParams } from '../protocol.ts';
import { writeHtmlDocument } from '../render/html-document.ts';
import { element, lines } from '../render/markup.ts';
import { PAGE_CSS } from '../render/page/page-css.ts';
import { figure } from '../render/page/section.ts';
import { PICTURE_CSS } from '../render/picture-css.ts';
import { titleOf } from '../render/program-view.ts';
import { CAUTION } from '../render/words.ts';
import type { Checked } from '../rules/check.ts';
import { drawFigures } from './preview-figures.ts';
import { drawRoadmapSheet } from './preview-roadmap.ts';

/** What the panel shows, as a file that stands alone: one SVG picture, or an HTML page of all pictures of the view. */
export function writeExport(checked: Checked, params: PreviewExportParams, locale: Locale): PreviewExport {
    const { options, format, theme } = params;
    const drawing = { locale, theme, width: options.width };
    const { masterplan } = checked.analysis.plan;
    const name = `${masterplan?.name ?? 'plan'}-${options.view}`;
    const pictures =
        options.view === 'roadmap'
            ? [drawRoadmapSheet(checked, options, drawing)]
            : [...drawFigures(checked, options.view, drawing).values()].filter((text) => text.startsWith('<svg'));
    if (pictures.length === 0) {
        return { text: null, name };
    }
    if (format === 'svg') {
        return { text: pictures.length === 1 ? pictures[0]! : stack(pictures), name };
    }
    const title = masterplan ? titleOf(masterplan) : name;
    const body = element(
        'body',
        { class: 'sc' },
        lines(
            element('header', {}, element('h1', {}, title)),
            element('main', {}, lines(pictures.map((svg) => figure(svg)))),
            element('footer', {}, CAUTION[locale]),
        ),
    );
    const css = `${PICTURE_CSS}\n${PAGE_CSS}`;
    return { text: writeHtmlDocument({ title, locale, theme, css, body }), name };
}

/** Pictures one below the other, as one. */
function stack(pictures: readonly string[]): string {
    let height = 0;
    let width = 0;
    const parts = pictures.map((svg) => {
        const [, wide, tall] = / viewBox="0 0 (\d+) (\d+)"/.exec(svg)!;
        const part = svg.trimEnd().replace('<svg ', `<svg y="${height}" `);
        height += Number(tall) + 12;
        width = Math.max(width, Number(wide));
        return part;
    });
    const size = `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`;
    return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>\n${parts.join('\n')}\n</svg>\n`;
}
