import { comparePlans } from '../../../src/analysis/diff/diff.ts';
import type { Change, PlanDiff, Side } from '../../../src/analysis/diff/diff-types.ts';
import type { Config } from '../../../src/plan/config.ts';
import { checkOf, type Files } from '../../support.ts';

/** What a change of texts means. */
export function diffOf(
    base: Files,
    head: Files,
    config: { readonly base?: Partial<Config>; readonly head?: Partial<Config> } = {},
): PlanDiff {
    return comparePlans(checkOf(base, config.base), checkOf(head, config.head));
}

/** A change as a line: its kind, what it says, and why. */
export function line({ kind, sentence, because }: Change): string {
    return [`${kind}: ${sentence.en}`, ...because.map((each) => `  ${each.sentence.en}`)].join('\n');
}

/** The changes of one topic, or of one kind, as lines. */
export function lines(diff: PlanDiff, of: string): string[] {
    return diff.changes.filter(({ kind, topic }) => kind === of || topic === of).map(line);
}

/** Every sentence of a change in both languages. */
export function sentences(diff: PlanDiff): { readonly en: string; readonly id: string }[] {
    return diff.changes.flatMap(({ sentence, because }) => [sentence, ...because.map((each) => each.sentence)]);
}

/** Changes and reasons without any place in either plan, or with a place in a file that the plan has not. */
export function untraced(diff: PlanDiff, base: Side, head: Side): string[] {
    const has = (side: Side, file: string): boolean =>
        file.endsWith('smartcity.json') || side.analysis.plan.fragments.some((each) => each.file === file);
    return diff.changes.flatMap((change) =>
        [change, ...change.because].flatMap((each) => {
            const found =
                (each.base !== undefined || each.head !== undefined) &&
                (each.base === undefined || has(base, each.base.file)) &&
                (each.head === undefined || has(head, each.head.file));
            return found ? [] : [`${change.kind}: ${each.sentence.en}`];
        }),
    );
}
