import type { Day } from '../plan/calendar.ts';
import type { Waiver } from '../plan/declarations/statement.ts';
import type { Finding, Waived } from '../plan/finding.ts';
import { list, type Message } from '../plan/message.ts';
import type { Plan } from '../plan/plan.ts';

/** A waiver and its place among those of the plan: of several that meet a finding the first counts. */
interface Ranked {
    readonly rank: number;
    readonly waiver: Waiver;
}

/** The waivers of a plan in force on a day, and the baseline. */
export class Waivers {
    /** By rule and first subject; those without a subject, which meet every finding, under none. */
    private readonly byRule = new Map<string, Map<string | undefined, Ranked[]>>();

    constructor(
        plan: Plan,
        today: Day,
        private readonly baseline: ReadonlySet<string>,
    ) {
        for (const [rank, waiver] of plan.waivers.entries()) {
            if (hasEnded(waiver, today)) {
                continue;
            }
            const bySubject = this.byRule.get(waiver.rule.name) ?? new Map<string | undefined, Ranked[]>();
            this.byRule.set(waiver.rule.name, bySubject);
            const subject = waiver.subjects[0]?.name;
            const all = bySubject.get(subject);
            if (all === undefined) {
                bySubject.set(subject, [{ rank, waiver }]);
            } else {
                all.push({ rank, waiver });
            }
        }
    }

    /** Why a finding is accepted; `null` when it is not. */
    meet(finding: Finding): Waived | null {
        const waiver = this.waiverOf(finding);
        if (waiver !== undefined) {
            return {
                because: waiver.because?.value ?? '',
                by: waiver.by?.ref.name ?? null,
                until: waiver.until?.when.last ?? null,
            };
        }
        return this.baseline.has(finding.fingerprint) ? { because: 'baseline', by: null, until: null } : null;
    }

    /** The first waiver that meets a finding. */
    private waiverOf(finding: Finding): Waiver | undefined {
        const bySubject = this.byRule.get(finding.rule);
        if (bySubject === undefined) {
            return undefined;
        }
        let first: Ranked | undefined;
        for (const subject of [undefined, ...finding.subjects]) {
            const met = bySubject.get(subject)?.find(({ waiver }) => meets(waiver, finding));
            if (met !== undefined && (first === undefined || met.rank < first.rank)) {
                first = met;
            }
        }
        return first?.waiver;
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
