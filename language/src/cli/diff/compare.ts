import { comparePlans } from '../../analysis/diff/diff.ts';
import type { PlanDiff } from '../../analysis/diff/diff-types.ts';
import { library } from '../../libraries.ts';
import { assemble } from '../../plan/assemble.ts';
import type { Day } from '../../plan/calendar.ts';
import { type Config, DEFAULT_CONFIG } from '../../plan/config.ts';
import type { Locale } from '../../plan/message.ts';
import type { Origin } from '../../plan/origin.ts';
import { type Checked, check } from '../../rules/check.ts';
import { type Operand, type PlanPair, pairPlans, type Side } from './operands.ts';

/** A plan on one side, checked. */
export interface CheckedSide {
    readonly root: string;
    readonly checked: Checked;
}

/** What became of one plan. */
export interface ComparedPlan {
    /** Its root as people see it: the head's, or the base's where the head has it no more. */
    readonly root: string;
    readonly base: CheckedSide | undefined;
    readonly head: CheckedSide | undefined;
    /** The base, or an empty plan. */
    readonly before: Checked;
    /** The head, or an empty plan. */
    readonly after: Checked;
    readonly diff: PlanDiff;
    readonly config: Config;
}

/** Everything that a comparison found, for every format. */
export interface Compared {
    readonly base: Operand;
    readonly head: Operand;
    readonly locale: Locale;
    readonly plans: readonly ComparedPlan[];
}

/** Compares all plans of two sides. A plan that one side has not is compared with an empty one. */
export function compareSides(
    sides: { readonly base: Operand; readonly head: Operand },
    today: Day,
    cwd: string,
    locale: Locale | undefined,
): Compared {
    const plans = pairPlans(sides.base, sides.head, cwd).map((pair) => comparePair(pair, today));
    return { ...sides, locale: locale ?? plans[0]?.config.locale ?? 'en', plans };
}

function comparePair({ base, head }: PlanPair, today: Day): ComparedPlan {
    const { root } = (head ?? base)!;
    const empty = (): Checked => check(assemble(root, DEFAULT_CONFIG, [], library), today);
    const checked = (side: Side | undefined): CheckedSide | undefined =>
        side && { root: side.root, checked: side.operand.loaded.workspace.check(side.root) };
    const right = checked(head);
    const left = base !== undefined && head !== undefined && isSame(base, head) ? right : checked(base);
    const [before, after] = [left?.checked ?? empty(), right?.checked ?? empty()];
    const diff = comparePlans(before, after);
    return {
        root,
        base: left,
        head: right,
        before,
        after,
        diff,
        config: (right ?? left)!.checked.analysis.plan.config,
    };
}

/** Whether two sides have the same words in the same files, and the same settings: then one check is enough for both. */
function isSame(base: Side, head: Side): boolean {
    const [before, after] = [base, head].map(({ root, operand }) => {
        const { workspace } = operand.loaded;
        const { baseline } = workspace.settings(root);
        return { workspace, plan: workspace.plan(root), baseline: [...baseline].sort().join() };
    });
    return (
        base.root === head.root &&
        before!.baseline === after!.baseline &&
        JSON.stringify(before!.plan.config) === JSON.stringify(after!.plan.config) &&
        before!.plan.fragments.length === after!.plan.fragments.length &&
        before!.plan.fragments.every(
            ({ file }, i) =>
                file === after!.plan.fragments[i]!.file &&
                before!.workspace.lines(file)?.text === after!.workspace.lines(file)?.text,
        )
    );
}

/** The plans worth a report, and how many others there are: of several those that nothing is to be told of are left out. */
export function worthTelling({ plans }: Compared): { readonly told: readonly ComparedPlan[]; readonly others: number } {
    const told = plans.filter(({ diff }) => diff.changes.length > 0 || diff.ending.length > 0);
    return plans.length === 1 ? { told: plans, others: 0 } : { told, others: plans.length - told.length };
}

/** That nothing changed in some plans, in a sentence. */
export function sameInWords(others: number, locale: Locale): string {
    if (locale === 'id') {
        return `${others} rencana tanpa perbedaan.`;
    }
    return `${others} ${others === 1 ? 'plan is' : 'plans are'} no different.`;
}

/** `plan/file.smartcity:12:9` of one side; `undefined` for no place there. */
export function placeOf(operand: Operand, at: Origin | undefined): string | undefined {
    if (at === undefined) {
        return undefined;
    }
    const { line, column } = operand.loaded.workspace.place(at);
    return `${at.file}:${line}:${column}`;
}

/** `main → the working tree`. */
export function namesOf({ base, head, locale }: Compared): string {
    return `${base.name[locale]} → ${head.name[locale]}`;
}
