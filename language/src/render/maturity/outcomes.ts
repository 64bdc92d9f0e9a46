import type { Blocker, TargetResult } from '../../analysis/projection-types.ts';
import type { Locale } from '../../plan/message.ts';
import type { Checked } from '../../rules/check.ts';
import { titleOf } from '../program-view.ts';
import { showEnd, showValue } from '../words.ts';

/** What stands in the way of a target, a sentence for each indicator that lacks a level. */
export function explainBlockers(checked: Checked, result: TargetResult, locale: Locale): string[] {
    return result.blockers.map((blocker) => explainBlocker(checked, result, blocker, locale));
}

function explainBlocker(checked: Checked, result: TargetResult, blocker: Blocker, locale: Locale): string {
    const indicator = titleOf(blocker.indicator);
    const level = showValue(blocker.level, locale);
    const lacks = locale === 'id' ? `${indicator} belum mencapai ${level}` : `${indicator} lacks ${level}`;
    const reasons = [explainSuppliers(checked, result, blocker, locale)];
    if (blocker.barredBy.length > 0) {
        const rules = blocker.barredBy.join(', ');
        reasons.push(locale === 'id' ? `tertahan oleh ${rules}` : `held back by ${rules}`);
    }
    return `${lacks}: ${reasons.join('; ')}`;
}

/** Who could lift the indicator: nobody, or programs and when they end. */
function explainSuppliers(checked: Checked, result: TargetResult, blocker: Blocker, locale: Locale): string {
    if (blocker.suppliers.length === 0) {
        return locale === 'id' ? 'tidak ada program yang menaikkannya' : 'no program raises it';
    }
    const { schedule, plan } = checked.analysis;
    const shown = blocker.suppliers.slice(0, 3).map((name) => {
        const named = plan.names.get(name);
        const scheduled = schedule.byName.get(name);
        const title = named ? titleOf(named) : name;
        if (!scheduled) {
            return locale === 'id' ? `${title} (belum terjadwal)` : `${title} (unscheduled)`;
        }
        const end = showEnd(scheduled.finish, locale);
        const late = scheduled.finish > result.by;
        return locale === 'id'
            ? `${title} (${late ? 'baru ' : ''}selesai ${end})`
            : `${title} (ends ${late ? 'only ' : ''}${end})`;
    });
    const more = blocker.suppliers.length - shown.length;
    const names = more > 0 ? [...shown, locale === 'id' ? `${more} lainnya` : `${more} more`] : shown;
    return locale === 'id' ? `dinaikkan oleh ${names.join(', ')}` : `raised by ${names.join(', ')}`;
}
