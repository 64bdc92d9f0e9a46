import type { Day } from '../plan/calendar.ts';
import type { Waiver } from '../plan/declarations/statement.ts';
import type { Finding, Waived } from '../plan/finding.ts';
import { list, type Message } from '../plan/message.ts';
import type { Plan } from '../plan/plan.ts';

/** The waivers of a plan in force on a day, and the baseline. */
export class Waivers {
    private readonly byRule = new Map<string, Waiver[]>();

    constructor(
        plan: Plan,
        today: Day,
        private readonly baseline: ReadonlySet<string>,
    ) {
        for (const waiver of plan.waivers) {
            if (!hasEnded(waiver, today)) {
                const all = this.byRule.get(waiver.rule.name) ?? [];
                all.push(waiver);
                this.byRule.set(waiver.rule.name, all);
            }
        }
    }

    /** Why a finding is accepted; `null` when it is not. */
    meet(finding: Finding): Waived | null {
        const waiver = this.byRule.get(finding.rule)?.find((each) => meets(each, finding));
        if (waiver !== undefined) {
            return {
                because: waiver.because?.value ?? '',
                by: waiver.by?.ref.name ?? null,
                until: waiver.until?.when.last ?? null,
            };
        }
        return this.baseline.has(finding.fingerprint) ? { because: 'baseline', by: null, until: null } : null;
    }
}

/** Whether a waiver's subjects are all among a finding's, and its rule is the finding's. */
export function meets(waiver: Waiver, finding: Finding): boolean {
    return (
        waiver.rule.name === finding.rule && waiver.subjects.every((subject) => finding.subjects.includes(subject.name))
    );
}

/** Whether a waiver's last day is over. */
export function hasEnded(waiver: Waiver, today: Day): boolean {
    return waiver.until !== undefined && waiver.until.when.last < today;
}

/** The names a waiver is for, in a sentence. */
export function partiesOf(waiver: Waiver): Message {
    return list(waiver.subjects.map(({ name }) => `\`${name}\``));
}
