import type { Edit, Fix } from '../../src/fixes/fix.ts';
import { applyEdits } from '../../src/format/edits.ts';
import { type Config, DEFAULT_CONFIG } from '../../src/plan/config.ts';
import type { Finding } from '../../src/plan/finding.ts';
import type { Checked } from '../../src/rules/check.ts';
import { FIXED_RULES } from '../../src/rules/names.ts';
import { checkOf, TODAY } from '../support.ts';

/** Files of a plan with what is found in them. */
export interface Trial {
    readonly files: Readonly<Record<string, string>>;
    readonly config: Partial<Config>;
    readonly today: number;
    readonly checked: Checked;
}

/** Checks a plan. */
export function tryPlan(
    files: Readonly<Record<string, string>>,
    config: Partial<Config> = {},
    today: number = TODAY,
): Trial {
    return { files, config, today, checked: checkOf(files, { ...DEFAULT_CONFIG, ...config }, today) };
}

/** The same plan with edits applied. */
export function applied(trial: Trial, edits: readonly Edit[]): Trial {
    const files = Object.fromEntries(
        Object.entries(trial.files).map(([file, text]) => [
            file,
            applyEdits(
                text,
                edits.filter((each) => each.file === file),
            ),
        ]),
    );
    return tryPlan(files, trial.config, trial.today);
}

/** What is wrong with the edits of a fix as edits: out of range, overlapping, in no file of the plan. */
export function faultsIn(trial: Trial, { edits }: Pick<Fix, 'edits'>): string[] {
    return edits.flatMap((edit, i) => {
        const text = trial.files[edit.file];
        const others = edits.slice(i + 1).filter((each) => each.file === edit.file);
        return [
            ...(text === undefined ? [`no file: ${edit.file}`] : []),
            ...(text !== undefined && (edit.start < 0 || edit.end < edit.start || edit.end > text.length)
                ? [`out of range: ${edit.start}..${edit.end}`]
                : []),
            ...others.filter((each) => each.start < edit.end && edit.start < each.end).map(() => 'overlap'),
        ];
    });
}

/**
 * The findings that nobody can waive which one trial has and another has not. The fix of one circle may leave a smaller
 * one, and so on: of the rule that is being dealt with there may be others, if there are not more.
 */
export function newFixed(before: Trial, after: Trial, rule: string): string[] {
    const old = fixedOf(before);
    const now = fixedOf(after);
    const isFewer = (name: string) =>
        name === rule &&
        count(after, ({ rule: each }) => each === name) <= count(before, ({ rule: each }) => each === name);
    return [...now]
        .filter(([print, finding]) => !old.has(print) && !isFewer(finding.rule))
        .map(([, { message }]) => message.en);
}

function fixedOf({ checked }: Trial): Map<string, Finding> {
    return new Map(
        checked.findings.filter(({ rule }) => FIXED_RULES.has(rule)).map((finding) => [finding.fingerprint, finding]),
    );
}

/** How many un-waived findings of a trial there are of a sort. */
export function count({ checked }: Trial, isIt: (finding: Finding) => boolean): number {
    return checked.findings.filter((finding) => finding.waived === null && isIt(finding)).length;
}
