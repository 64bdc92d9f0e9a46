import type { TargetResult } from '../analysis/projection-types.ts';
import type { Day } from '../plan/calendar.ts';
import type { Framework } from '../plan/declarations/framework.ts';
import type { Locale, Message } from '../plan/message.ts';
import type { Origin } from '../plan/origin.ts';
import type { Checked } from '../rules/check.ts';
import { titleOf } from './program-view.ts';
import { showEnd, showMean, showValue } from './words.ts';

/** A target that was set, in words: of a framework, of one of its indicators, or of what nothing should be found of. */
export interface TargetView {
    /** Stable: `target:garuda:5:2023-12-31`. */
    readonly key: string;
    readonly at: Origin;
    readonly by: Day;
    readonly met: boolean;
    /** `garuda 5: missed`, where the date is seen. */
    readonly brief: string;
    /** `Garuda level 5 by 2023`. */
    readonly what: string;
    /** `missed: 3.17 then`. */
    readonly outcome: string;
    readonly framework: Framework | undefined;
    readonly result: TargetResult | undefined;
    /** How many findings stand in the way of a `none-of`. */
    readonly findings: number;
}

/** All targets by date, then by what they ask for. */
export function viewTargets(checked: Checked, locale: Locale): TargetView[] {
    const views: TargetView[] = [];
    for (const { framework, steps, targets, indicators } of checked.analysis.projection.frameworks) {
        for (const result of targets) {
            const line = result.indicator
                ? indicators
                      .find((candidate) => candidate.indicator === result.indicator)
                      ?.steps.map((step) => ({ date: step.date, value: step.level }))
                : steps;
            const then = valueBy(line ?? [], result.by);
            views.push({
                key: `target:${result.indicator?.name ?? framework.name}:${result.value}:${result.by}`,
                at: result.target.clause,
                by: result.by,
                met: result.met,
                brief: brief(
                    `${result.indicator?.name ?? framework.name} ${showValue(result.value, locale)}`,
                    result.met,
                    locale,
                ),
                what: nameTarget(framework, result, locale),
                outcome: nameOutcome(result, then, locale),
                framework,
                result,
                findings: 0,
            });
        }
    }
    for (const { noneOf, met, findings } of checked.noneOf) {
        const rules = noneOf.rules.map((rule) => rule.name).join(', ');
        const by = noneOf.by.last;
        const what =
            noneOf.rules.length > 2
                ? {
                      en: `no findings of ${noneOf.rules.length} rules`,
                      id: `tanpa temuan dari ${noneOf.rules.length} aturan`,
                  }
                : { en: `no ${rules}`, id: `tanpa ${rules}` };
        views.push({
            key: `target:none-of:${rules}:${by}`,
            at: noneOf.clause,
            by,
            met,
            brief: brief(say(what, locale), met, locale),
            what: say({ en: `${what.en} by ${showEnd(by, 'en')}`, id: `${what.id} per ${showEnd(by, 'id')}` }, locale),
            outcome: met
                ? say({ en: 'met', id: 'tercapai' }, locale)
                : say(
                      { en: `missed: ${findings.length} still found`, id: `meleset: masih ${findings.length} temuan` },
                      locale,
                  ),
            framework: undefined,
            result: undefined,
            findings: findings.length,
        });
    }
    return views.sort((a, b) => a.by - b.by || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

function brief(what: string, met: boolean, locale: Locale): string {
    return `${what}: ${say(met ? { en: 'met', id: 'tercapai' } : { en: 'missed', id: 'meleset' }, locale)}`;
}

/** The short name of a framework: the words of its title before a bracket. */
export function shortTitle(framework: Framework): string {
    const title = titleOf(framework).trimEnd();
    const bracket = title.endsWith(')') ? title.indexOf('(') : -1;
    return (bracket < 0 ? title : title.slice(0, bracket).trimEnd()) || framework.name;
}

/**
 * The value a line has once all that finished by the end of a day counts: a program that is finished on the day acts from
 * the next one, and still belongs to the year that ends. Facts and lapses of the next day do not count yet.
 */
export function valueBy(
    steps: readonly { readonly date: Day; readonly value: number; readonly causes?: readonly string[] }[],
    day: Day,
): number | undefined {
    let value: number | undefined;
    for (const step of steps) {
        if (step.date <= day) {
            value = step.value;
        } else {
            const risen = step.date === day + 1 && value !== undefined && step.value > value;
            if (risen && step.causes?.length && !step.causes.includes('actual')) {
                value = step.value;
            }
            break;
        }
    }
    return value;
}

function nameTarget(framework: Framework, result: TargetResult, locale: Locale): string {
    const name = result.indicator ? `${shortTitle(framework)}, ${titleOf(result.indicator)}` : shortTitle(framework);
    const value = showValue(result.value, locale);
    const word = framework.scale?.type === 'staged' ? 'level ' : '';
    const by = showEnd(result.by, locale);
    return say({ en: `${name}: ${word}${value} by ${by}`, id: `${name}: ${word}${value} per ${by}` }, locale);
}

function nameOutcome(result: TargetResult, then: number | undefined, locale: Locale): string {
    if (result.met) {
        return say({ en: 'met', id: 'tercapai' }, locale);
    }
    const value = then === undefined ? '–' : result.indicator ? showValue(then, locale) : showMean(then, locale);
    const later =
        result.reached === null
            ? say({ en: 'never reached', id: 'tidak pernah tercapai' }, locale)
            : say(
                  {
                      en: `reached ${showEnd(result.reached, 'en')}`,
                      id: `baru tercapai ${showEnd(result.reached, 'id')}`,
                  },
                  locale,
              );
    return say({ en: `missed: ${value} then, ${later}`, id: `meleset: ${value} saat itu, ${later}` }, locale);
}

function say(message: Message, locale: Locale): string {
    return message[locale];
}
