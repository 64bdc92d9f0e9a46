import { renderDiffPage } from '../../render/diff/diff-page.ts';
import { type Compared, placeOf, worthTelling } from '../diff/compare.ts';

/** What a change of plans means, as an HTML page. */
export function writeDiffHtml(compared: Compared): string {
    const { base, head, locale, plans } = compared;
    const { told } = worthTelling(compared);
    return renderDiffPage(told.length === 0 ? plans.slice(0, 1) : told, {
        locale,
        theme: 'auto',
        baseName: base.name,
        headName: head.name,
        place: (side, at) => placeOf(side === 'base' ? base : head, at) ?? at.file,
    });
}
