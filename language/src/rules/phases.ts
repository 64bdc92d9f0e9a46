import { barringRules } from '../analysis/projection/bars.ts';
import type { Waiver } from '../plan/declarations/statement.ts';
import type { Finding } from '../plan/finding.ts';
import type { Plan } from '../plan/plan.ts';
import { RULES } from './catalogue.ts';
import type { Ledger } from './ledger.ts';
import type { Rule } from './rule.ts';
import type { Waivers } from './waivers.ts';

/** Facts, then levels, of which missed targets come last (a `none-of` may name the others), then waivers. */
export const IN_ORDER: readonly Rule[] = [...RULES].sort((a, b) => phaseOf(a) - phaseOf(b));

function phaseOf(rule: Rule): number {
    if (rule.group === 'waivers') {
        return 3;
    }
    return rule.group === 'maturity' ? (rule.name === 'misses-target' ? 2 : 1) : 0;
}

/** The findings of earlier rules that a rule asks for. */
export function findingsFor(rule: Rule, ledger: Ledger, plan: Plan, waivers: Waivers): readonly Finding[] {
    if (phaseOf(rule) < 2) {
        return [];
    }
    const asked = phaseOf(rule) === 2 ? noneOfRules(plan) : plan.waivers.map((waiver) => waiver.rule.name);
    ledger.settle(waivers);
    return ledger.of(new Set(asked.filter((name) => name !== rule.name)));
}

/** The rules that targets of the masterplan want no finding of. */
export function noneOfRules(plan: Plan): readonly string[] {
    return (plan.masterplan?.noneOf ?? []).flatMap(({ rules }) => rules.map(({ name }) => name));
}

/** The findings that can keep a level down: facts only, since levels cannot hang on themselves. */
export function barsOf(ledger: Ledger, plan: Plan, waivers: Waivers): readonly Finding[] {
    ledger.settle(waivers);
    const facts = IN_ORDER.filter((rule) => phaseOf(rule) === 0).map(({ name }) => name);
    const barring = barringRules(plan);
    return ledger.of(facts.filter((name) => barring.has(name))).filter(({ waived }) => waived === null);
}

/** The rules of which some finding may be waived otherwise than before. */
export function waiversBetween(before: Plan, after: Plan): ReadonlySet<string> {
    if (before.waivers === after.waivers) {
        return new Set();
    }
    const counts = new Map<string, { readonly rule: string; count: number }>();
    const count = (waiver: Waiver, step: 1 | -1): void => {
        const { rule, subjects, because, by, until } = waiver;
        const names = subjects.map(({ name }) => name);
        const key = JSON.stringify([rule.name, names, because?.value, by?.ref.name, until?.when.last]);
        const known = counts.get(key) ?? { rule: rule.name, count: 0 };
        known.count += step;
        counts.set(key, known);
    };
    for (const waiver of before.waivers) {
        count(waiver, -1);
    }
    for (const waiver of after.waivers) {
        count(waiver, 1);
    }
    return new Set([...counts.values()].filter((each) => each.count !== 0).map(({ rule }) => rule));
}
