import { BREAKING, type Config, type Severity } from '../../plan/config.ts';
import { Comparison } from './comparison.ts';
import { compareDates } from './dates.ts';
import { compareDeadlines } from './deadlines.ts';
import { type Change, type PlanDiff, type Side, TOPICS } from './diff-types.ts';
import { compareFindings } from './findings.ts';
import { compareLevels } from './levels.ts';
import { compareMoney } from './money.ts';
import { compareOwners } from './owners.ts';
import { comparePrograms } from './programs.ts';
import { compareTargets } from './targets.ts';
import { compareWaivers, endingWaivers } from './waivers.ts';
import { compareWriting } from './writing.ts';

/**
 * What a change of a plan means for the city: from the base to the head, both checked on the same day. Files, their names
 * and the order of what stands in them make no difference. Costs both analyses and one look at every declaration.
 */
export function comparePlans(base: Side, head: Side): PlanDiff {
    const comparison = new Comparison(base, head);
    const dates = compareDates(comparison);
    const findings = compareFindings(comparison);
    const changes = [
        ...compareTargets(comparison),
        ...compareLevels(comparison),
        ...comparePrograms(comparison),
        ...dates,
        ...compareDeadlines(comparison),
        ...compareOwners(comparison),
        ...compareMoney(comparison),
        ...findings.changes,
        ...compareWaivers(comparison),
        ...compareWriting(comparison, new Set(dates.flatMap(({ subjects }) => subjects))),
    ];
    return {
        changes: changes.sort(inOrder),
        unchangedFindings: findings.unchanged,
        ending: endingWaivers(comparison),
        renamed: comparison.names.renamed,
    };
}

function inOrder(a: Change, b: Change): number {
    return (
        TOPICS.indexOf(a.topic) - TOPICS.indexOf(b.topic) ||
        compare(a.subjects.join('\n'), b.subjects.join('\n')) ||
        compare(a.kind, b.kind) ||
        compare(a.sentence.en, b.sentence.en)
    );
}

function compare(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}

/** How bad a change is as a breaking one, as the head's settings say; `undefined` when it is none, or switched off. */
export function severityOf(change: Change, config: Config): Severity | undefined {
    if (change.breaking === undefined) {
        return undefined;
    }
    const severity = config.diff[change.breaking] ?? BREAKING[change.breaking];
    return severity === 'off' ? undefined : severity;
}

const WORST: readonly Severity[] = ['error', 'warning', 'info'];

/** The breaking changes of a comparison with their severities, the worst first. */
export function breakingOf(
    { changes }: Pick<PlanDiff, 'changes'>,
    config: Config,
): readonly { readonly change: Change; readonly severity: Severity }[] {
    return changes
        .flatMap((change) => {
            const severity = severityOf(change, config);
            return severity === undefined ? [] : [{ change, severity }];
        })
        .sort((a, b) => WORST.indexOf(a.severity) - WORST.indexOf(b.severity));
}

/** Whether a breaking change is as bad as what the settings fail on, or worse. */
export function breaks(diff: Pick<PlanDiff, 'changes'>, config: Config): boolean {
    return breakingOf(diff, config).some(({ severity }) => WORST.indexOf(severity) <= WORST.indexOf(config.failOn));
}
