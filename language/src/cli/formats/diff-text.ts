import type { Colors } from 'picocolors/types.js';
import { severityOf } from '../../analysis/diff/diff.ts';
import { type Change, TOPICS, type Traced } from '../../analysis/diff/diff-types.ts';
import { breakingHead, changesOf, findingHead, markOf, summaryOf, TOPIC_NAMES } from '../../render/diff/diff-words.ts';
import { CAUTION } from '../../render/words.ts';
import { type Compared, type ComparedPlan, namesOf, placeOf, sameInWords, worthTelling } from '../diff/compare.ts';
import { oneLine } from '../words.ts';

/** What a change of plans means, for people: by topic, each sentence with its places before and now. */
export function writeDiffText(compared: Compared, colors: Colors): string {
    const { told, others } = worthTelling(compared);
    const parts = told.map((plan) => writePlan(compared, plan, colors));
    if (told.some(({ diff }) => diff.changes.length > 0)) {
        parts.push(colors.dim(CAUTION[compared.locale]));
    }
    if (others > 0) {
        parts.push(sameInWords(others, compared.locale));
    }
    return `${parts.join('\n\n')}\n`;
}

function writePlan(compared: Compared, plan: ComparedPlan, colors: Colors): string {
    const { locale } = compared;
    const lines = [colors.bold(`${plan.root}: ${namesOf(compared)}`)];
    for (const topic of TOPICS) {
        const changes = changesOf(plan.diff, topic);
        if (changes.length > 0) {
            lines.push('', colors.bold(TOPIC_NAMES[topic][locale]));
            lines.push(...changes.flatMap((change) => writeChange(compared, plan, change, colors)));
        }
    }
    if (plan.diff.ending.length > 0) {
        lines.push('', colors.bold(locale === 'id' ? 'Pengecualian yang segera berakhir' : 'Waivers about to expire'));
        lines.push(
            ...plan.diff.ending.map(
                (each) => `  ${oneLine(each.sentence[locale])}${colors.dim(places(compared, each))}`,
            ),
        );
    }
    lines.push('', summaryOf(plan, locale));
    return lines.join('\n');
}

function writeChange(compared: Compared, plan: ComparedPlan, change: Change, colors: Colors): string[] {
    const { locale } = compared;
    const mark = markOf(change);
    const paint = mark === '!' ? colors.red : mark === '+' ? colors.green : mark === '-' ? colors.yellow : colors.cyan;
    const head = findingHead(change, locale);
    const severity = severityOf(change, plan.config);
    const broken =
        severity === undefined
            ? ''
            : ` ${(severity === 'error' ? colors.red : colors.yellow)(breakingHead(change, severity, locale))}`;
    return [
        `  ${paint(mark)} ${head === undefined ? '' : `${paint(head)} `}${oneLine(change.sentence[locale])}${broken}`,
        ...change.because.map(
            (each) => `      = ${oneLine(each.sentence[locale])}${colors.dim(places(compared, each))}`,
        ),
        `   ${colors.dim(places(compared, change))}`,
    ];
}

/** Where something stood and where it stands: both, where both exist. */
function places({ base, head, locale }: Compared, traced: Pick<Traced, 'base' | 'head'>): string {
    const [was, is] = [placeOf(base, traced.base), placeOf(head, traced.head)];
    const id = locale === 'id';
    const parts = [
        ...(was === undefined ? [] : [`${id ? 'semula' : 'was'} ${was}`]),
        ...(is === undefined ? [] : [`${id ? 'kini' : 'now'} ${is}`]),
    ];
    return parts.length === 0 ? '' : `  ${parts.join(', ')}`;
}
