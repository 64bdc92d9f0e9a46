import type { Message } from '../plan/message.ts';
import { change } from './diff/comparison.ts';
import { comparePlans } from './diff/diff.ts';
import type { Change, ChangeKind, Side, Topic } from './diff/diff-types.ts';

/** What a scenario can bring about; what is written in the plan it leaves as it is. */
const TOPICS: ReadonlySet<Topic> = new Set(['targets', 'levels', 'programs', 'schedule', 'money', 'findings']);

/**
 * What follows from a scenario, from the plan as it is written to the same plan with the scenario played, both checked on
 * the same day: what moves, which targets are lost or gained, which findings appear or go. A finding that only has other
 * dates stays; who depends on what the scenario drops is told, though `check` tells it without the scenario as well.
 */
export function consequencesOf(base: Side, played: Side): readonly Change[] {
    const { scenario } = played.analysis;
    const changes = comparePlans(base, played).changes.filter(({ topic }) => TOPICS.has(topic));
    const appeared = tally(changes, 'finding-new');
    const gone = tally(changes, 'finding-gone');
    const told = changes.filter(({ kind, finding }) => {
        if (finding === undefined || (kind !== 'finding-new' && kind !== 'finding-gone')) {
            return true;
        }
        const key = keyOf(finding);
        // That a waiver accepts nothing while its program is left out is no news to anybody.
        return finding.rule !== 'unused-waiver' && !(appeared.has(key) && gone.has(key));
    });
    const lacking = played.findings
        .filter(
            ({ rule, at, waived }) =>
                rule === 'depends-on-dropped' &&
                waived === null &&
                scenario !== undefined &&
                at.file === scenario.whole.file &&
                at.start >= scenario.whole.start &&
                at.end <= scenario.whole.end,
        )
        .map((finding) =>
            change({
                kind: 'finding-new',
                topic: 'findings',
                subjects: finding.subjects,
                sentence: finding.message,
                base: finding.at,
                head: finding.at,
                facts: { rule: finding.rule, severity: finding.severity, fingerprint: finding.fingerprint },
                finding,
            }),
        );
    const first = told.findIndex(({ topic }) => topic === 'findings');
    return first < 0 ? [...told, ...lacking] : [...told.slice(0, first), ...lacking, ...told.slice(first)];
}

function tally(changes: readonly Change[], kind: Change['kind']): ReadonlySet<string> {
    return new Set(changes.flatMap((each) => (each.kind === kind && each.finding ? [keyOf(each.finding)] : [])));
}

function keyOf({ rule, subjects }: { readonly rule: string; readonly subjects: readonly string[] }): string {
    return [rule, ...subjects].join('\n');
}

const LOSSES: ReadonlySet<ChangeKind> = new Set([
    'target-missed',
    'level-lost',
    'level-later',
    'finding-new',
    'finding-reopened',
    'ceiling-exceeded',
]);
const GAINS: ReadonlySet<ChangeKind> = new Set([
    'target-met',
    'level-gained',
    'level-earlier',
    'finding-gone',
    'ceiling-kept',
]);

/** Whether a consequence is a loss for the city (-1), a gain (1), or only something else (0). */
export function signOf({ kind }: Change): -1 | 0 | 1 {
    return LOSSES.has(kind) ? -1 : GAINS.has(kind) ? 1 : 0;
}

/** The sentence of a consequence. That of a finding says what is wrong, so it has to be told whether that comes or goes. */
export function sentenceOf({ kind, sentence }: Change): Message {
    switch (kind) {
        case 'finding-new':
        case 'finding-reopened':
            return { en: `Found then: ${sentence.en}`, id: `Muncul: ${sentence.id}` };
        case 'finding-gone':
            return { en: `No longer found: ${sentence.en}`, id: `Tidak ada lagi: ${sentence.id}` };
        default:
            return sentence;
    }
}
