import type { NoneOf } from '../plan/declarations/masterplan.ts';
import { byPlace, type Finding } from '../plan/finding.ts';
import type { Plan } from '../plan/plan.ts';
import type { NoneOfResult } from './projection-types.ts';

/** The un-waived findings of a target's rules that still hold on its day, by place; a finding without days holds always. */
export function stillHolding(noneOf: NoneOf, findings: readonly Finding[]): readonly Finding[] {
    const rules = new Set(noneOf.rules.map((rule) => rule.name));
    const day = noneOf.by.last;
    return findings
        .filter(
            (finding) =>
                finding.waived === null &&
                rules.has(finding.rule) &&
                (finding.from === null || finding.from <= day) &&
                (finding.to === null || finding.to >= day),
        )
        .sort(byPlace);
}

/** What becomes of every `target none-of`, by date, then rules: met when on its day no un-waived finding of its rules holds. */
export function noneOfResults(plan: Plan, findings: readonly Finding[]): readonly NoneOfResult[] {
    return [...(plan.masterplan?.noneOf ?? [])]
        .sort((a, b) => a.by.last - b.by.last || (rulesOf(a) < rulesOf(b) ? -1 : 1))
        .map((noneOf) => {
            const holding = stillHolding(noneOf, findings);
            return {
                noneOf,
                met: holding.length === 0,
                findings: holding.map((finding) => finding.fingerprint).sort(),
            };
        });
}

function rulesOf(noneOf: NoneOf): string {
    return noneOf.rules.map((rule) => rule.name).join(' ');
}
