import type { Colors } from 'picocolors/types.js';
import type { BandStep, FrameworkLine, LevelStep, TargetResult, ValueStep } from '../../analysis/projection-types.ts';
import type { TargetChances, Uncertainty } from '../../analysis/uncertainty-types.ts';
import { isoDate } from '../../plan/calendar.ts';
import type { Locale } from '../../plan/message.ts';
import { byName } from '../../plan/plan.ts';
import { CAUTION, showChance, showEnd, showValue } from '../../render/words.ts';
import type { Played } from '../scenario.ts';
import { oneLine } from '../words.ts';
import { consequencesJson, writeConsequences } from './consequences.ts';

function local(name: string): string {
    return name.slice(name.lastIndexOf('.') + 1);
}

/** The projection for machines; the shape is stable (`formatVersion`). Values are unrounded, lists by name or date. */
export function writeMaturityJson(played: Played, uncertainty: Uncertainty): string {
    const { analysis, noneOf } = played.checked;
    return `${JSON.stringify(
        {
            formatVersion: 1,
            note: CAUTION.en,
            ...consequencesJson(played),
            simulation: { seed: uncertainty.seed, runs: uncertainty.runs },
            noneOf: noneOf.map((each) => ({
                rules: each.noneOf.rules.map((rule) => rule.name).sort(),
                by: isoDate(each.noneOf.by.last),
                met: each.met,
                findings: each.findings,
            })),
            frameworks: analysis.projection.frameworks.map((line) => ({
                name: line.framework.name,
                steps: line.steps.map((step: BandStep) => ({
                    date: isoDate(step.date),
                    value: step.value,
                    band: step.band,
                    causes: step.causes,
                })),
                actuals: line.actuals.map(({ date, value, source }) => ({ date: isoDate(date), value, source })),
                domains: [...line.domains].sort(byName).map(({ name, steps }) => ({
                    name,
                    steps: steps.map((step: ValueStep) => ({
                        date: isoDate(step.date),
                        value: step.value,
                        causes: step.causes,
                    })),
                })),
                indicators: line.indicators.map(({ indicator, steps }) => ({
                    name: local(indicator.name),
                    steps: steps.map((step: LevelStep) => ({
                        date: isoDate(step.date),
                        level: step.level,
                        causes: step.causes,
                    })),
                })),
                targets: line.targets.map((target) => ({
                    indicator: target.indicator === null ? null : local(target.indicator.name),
                    value: target.value,
                    by: isoDate(target.by),
                    reached: target.reached === null ? null : isoDate(target.reached),
                    met: target.met,
                    attained: target.attained,
                    ...chancesJson(uncertainty.targets.get(target.target)!),
                    blockers: target.blockers.map(({ indicator, level, suppliers, barredBy }) => ({
                        indicator: local(indicator.name),
                        level,
                        suppliers,
                        barredBy,
                    })),
                })),
            })),
        },
        null,
        2,
    )}\n`;
}

/** How sure a target is: by its date, by the end of each following year, and which programs decide it. */
function chancesJson({ probability, curve, deciders }: TargetChances): object {
    return {
        probability,
        curve: curve.map(({ by, share }) => ({ by: isoDate(by), probability: share })),
        deciders: deciders.map(({ program, share }) => ({ program: program.name, share })),
    };
}

/** The projection for people: the line of each framework in use, its targets, and what is in the way. */
export function writeMaturityText(played: Played, uncertainty: Uncertainty, locale: Locale, colors: Colors): string {
    const { analysis, noneOf } = played.checked;
    const id = locale === 'id';
    const lines = writeConsequences(played, ['targets', 'levels'], locale, colors);
    for (const line of analysis.projection.frameworks.filter(isTold)) {
        lines.push(colors.bold(oneLine(line.framework.title)));
        lines.push(
            ...line.steps.map(
                (step) =>
                    `  ${isoDate(step.date)}  ${showValue(step.value, locale)}${step.band === null ? '' : ` (${oneLine(step.band)})`}  ${colors.dim(step.causes.join(', '))}`,
            ),
        );
        lines.push(
            ...line.targets.flatMap((target) => [
                writeTarget(line, target, locale, colors),
                ...writeChances(uncertainty, target, locale, colors),
            ]),
            '',
        );
    }
    for (const each of noneOf) {
        const rules = each.noneOf.rules.map((rule) => rule.name).join(', ');
        const verdict = each.met
            ? colors.green(id ? 'tercapai' : 'met')
            : colors.red(
                  id
                      ? `belum: ${each.findings.length} temuan masih terbuka`
                      : `missed: ${each.findings.length} still open`,
              );
        lines.push(
            `${id ? 'Tanpa' : 'None of'} ${rules} ${id ? 'pada' : 'by'} ${isoDate(each.noneOf.by.last)}: ${verdict}`,
        );
    }
    lines.push('', colors.dim(CAUTION[locale]));
    return `${lines.join('\n')}\n`;
}

/** Whether a framework has something to say in this plan: a target, a measured value, or a line that moves. */
function isTold(line: FrameworkLine): boolean {
    return line.targets.length > 0 || line.actuals.length > 0 || line.steps.length > 1;
}

function writeTarget(line: FrameworkLine, target: TargetResult, locale: Locale, colors: Colors): string {
    const id = locale === 'id';
    const name = target.indicator?.name ?? line.framework.name;
    const head = `  ${id ? 'target' : 'target'} ${name} ${showValue(target.value, locale)} ${id ? 'pada' : 'by'} ${isoDate(target.by)}: `;
    if (target.met) {
        return head + colors.green(id ? 'tercapai' : 'met');
    }
    const when =
        target.reached === null
            ? id
                ? 'tidak ada program yang mencapainya'
                : 'no program leads there'
            : `${id ? 'baru tercapai' : 'reached'} ${isoDate(target.reached)}`;
    const attained = target.attained === null ? '' : `${showValue(target.attained, locale)}; `;
    const blockers = target.blockers.map(({ indicator, level, suppliers, barredBy }) => {
        const ways = [
            ...(suppliers.length > 0 ? [suppliers.join(', ')] : []),
            ...(barredBy.length > 0 ? [`${id ? 'tertahan oleh' : 'barred by'} ${barredBy.join(', ')}`] : []),
        ];
        return `      ${indicator.name} ${id ? 'perlu' : 'lacks'} ${showValue(level, locale)}: ${ways.join('; ') || (id ? 'tidak ada program' : 'no program raises it')}`;
    });
    return [`${head}${colors.red(id ? 'tidak tercapai' : 'missed')} (${attained}${when})`, ...blockers].join('\n');
}

/** More programs that decide a target are counted. */
const MOST_DECIDERS = 3;

/** How sure a target is, in planners' words; nothing in a plan whose durations are all certain. */
function writeChances(
    { isUncertain, targets }: Uncertainty,
    { target }: TargetResult,
    locale: Locale,
    colors: Colors,
): string[] {
    const chances = targets.get(target);
    if (!isUncertain || chances === undefined) {
        return [];
    }
    const id = locale === 'id';
    const { probability, curve, deciders } = chances;
    const sure = curve.find(({ share }) => share >= 0.9)?.by;
    const share = showChance(probability);
    const parts = [id ? `tepat waktu pada ${share} percobaan` : `in time in ${share} of the runs`];
    if (sure === undefined) {
        parts.push(
            id
                ? 'tidak sampai sembilan dari sepuluh kali dalam rencana ini'
                : 'never nine times out of ten in this plan',
        );
    } else if (sure > target.by.last) {
        parts.push(
            id
                ? `sembilan dari sepuluh kali per ${showEnd(sure, 'id')}`
                : `nine times out of ten by ${showEnd(sure, 'en')}`,
        );
    }
    if (deciders.length > 0) {
        const named = deciders.slice(0, MOST_DECIDERS).map((each) => `${each.program.name} ${showChance(each.share)}`);
        const more = deciders.length - named.length;
        const rest = more > 0 ? (id ? `, ${more} lainnya` : `, ${more} more`) : '';
        parts.push(`${id ? 'ditentukan oleh' : 'decided by'} ${named.join(', ')}${rest}`);
    }
    return [colors.dim(`      ${parts.join('; ')}`)];
}
