import { breakingOf, severityOf } from '../../analysis/diff/diff.ts';
import type { Change, Traced } from '../../analysis/diff/diff-types.ts';
import type { Origin } from '../../plan/origin.ts';
import type { Compared, ComparedPlan } from '../diff/compare.ts';
import type { Operand } from '../diff/operands.ts';

/** What a change of plans means, for machines; the shape is stable (`formatVersion`). */
export function writeDiffJson(compared: Compared): string {
    const { base, head, plans } = compared;
    return `${JSON.stringify(
        {
            formatVersion: 1,
            base: sideOf(base),
            head: sideOf(head),
            plans: plans.map((plan) => writePlan(compared, plan)),
            summary: {
                changes: plans.reduce((sum, { diff }) => sum + diff.changes.length, 0),
                breaking: count(plans),
            },
        },
        null,
        2,
    )}\n`;
}

function sideOf({ name, kind, commit }: Operand): object {
    return { name: name.en.replaceAll('`', ''), kind, commit: commit ?? null };
}

function count(plans: readonly ComparedPlan[]): object {
    const severities = plans.flatMap(({ diff, config }) => breakingOf(diff, config)).map(({ severity }) => severity);
    const of = (severity: string): number => severities.filter((each) => each === severity).length;
    return { error: of('error'), warning: of('warning'), info: of('info') };
}

function writePlan(compared: Compared, plan: ComparedPlan): object {
    const { locale } = compared;
    const { diff, base, head, after, before } = plan;
    return {
        root: plan.root,
        base: base?.root ?? null,
        head: head?.root ?? null,
        masterplan: (after.analysis.plan.masterplan ?? before.analysis.plan.masterplan)?.name ?? null,
        renamed: Object.fromEntries(diff.renamed),
        changes: diff.changes.map((change) => writeChange(compared, plan, change)),
        findings: {
            new: fingerprints(diff.changes, 'finding-new', 'finding-reopened'),
            gone: fingerprints(diff.changes, 'finding-gone'),
            accepted: fingerprints(diff.changes, 'finding-accepted'),
            unchanged: diff.unchangedFindings,
        },
        endingWaivers: diff.ending.map(({ rule, subjects, until, daysLeft, sentence, ...traced }) => ({
            rule,
            subjects,
            until,
            daysLeft,
            message: sentence[locale],
            ...placesOf(compared, traced),
        })),
    };
}

function writeChange(compared: Compared, plan: ComparedPlan, change: Change): object {
    const { locale } = compared;
    return {
        kind: change.kind,
        topic: change.topic,
        message: change.sentence[locale],
        subjects: change.subjects,
        ...placesOf(compared, change),
        breaking: change.breaking ?? null,
        severity: severityOf(change, plan.config) ?? null,
        because: change.because.map((each) => ({ message: each.sentence[locale], ...placesOf(compared, each) })),
        facts: change.facts,
    };
}

function placesOf({ base, head }: Compared, traced: Pick<Traced, 'base' | 'head'>): object {
    const place = ({ loaded }: Operand, at: Origin | undefined): object | null =>
        at === undefined ? null : { file: at.file, ...loaded.workspace.place(at) };
    return { base: place(base, traced.base), head: place(head, traced.head) };
}

function fingerprints(changes: readonly Change[], ...kinds: readonly Change['kind'][]): string[] {
    return changes
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ finding }) => finding!.fingerprint)
        .sort();
}
