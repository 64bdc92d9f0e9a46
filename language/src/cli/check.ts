import { droppedBy } from '../analysis/scenario.ts';
import type { Day } from '../plan/calendar.ts';
import type { Severity } from '../plan/config.ts';
import type { Finding } from '../plan/finding.ts';
import type { Locale } from '../plan/message.ts';
import { RULES } from '../rules/catalogue.ts';
import type { Checked } from '../rules/check.ts';
import type { Loaded } from './load.ts';

/** A finding, the plan it was found in, and the language it is told in. */
export interface Entry {
    readonly root: string;
    readonly finding: Finding;
    readonly locale: Locale;
    /** Whether it fails the run: open, and at or above what its plan fails on. */
    readonly fails: boolean;
}

/** A plan that was checked. */
export interface CheckedPlan {
    readonly root: string;
    readonly checked: Checked;
    readonly locale: Locale;
}

/** How many findings there are of each severity; the waived ones count as waived alone. */
export interface Summary {
    readonly error: number;
    readonly warning: number;
    readonly info: number;
    readonly waived: number;
    readonly files: number;
    readonly programs: number;
}

/** Which findings a list can have at all. */
export interface Scope {
    /** Only those that this revision does not have. */
    readonly newSince: string | undefined;
    /** Only those of some rules. */
    readonly someRules: boolean;
    /** Only those that fail the run. */
    readonly failing: boolean;
}

/** What `smartcity check` found, for every format. */
export interface CheckResult {
    readonly loaded: Loaded;
    readonly today: Day;
    /** The language of what stands around the findings. */
    readonly locale: Locale;
    readonly plans: readonly CheckedPlan[];
    /** The findings that are reported, of all plans, the waived ones too. */
    readonly findings: readonly Entry[];
    /** Counts what was asked about, also what `quiet` keeps out of the list. */
    readonly summary: Summary;
    /** Whether an open finding is at or above its plan's `failOn`, or there are more warnings than allowed. */
    readonly failed: boolean;
    /** What is left out of the list, so that an empty one is not taken for more than it says. */
    readonly scope: Scope;
    /** How many warnings there are, where that is more than were allowed. */
    readonly tooManyWarnings: number | undefined;
}

/** What is asked about plans besides their findings. None of it changes what is evaluated. */
export interface CheckOptions {
    /** Beats the languages that the plans ask for. */
    readonly locale?: Locale | undefined;
    /** The lowest severity that fails, beating the plans' own; `never` lets nothing fail. */
    readonly failOn?: Severity | 'never' | undefined;
    /** More open warnings than this fail. */
    readonly maxWarnings?: number | undefined;
    /** Whether a finding of a rule is reported at all. */
    readonly reports?: ((rule: string) => boolean) | undefined;
    /** Lists only what can fail. */
    readonly quiet?: boolean | undefined;
    /** Whether a finding was there before, so that it is not reported. */
    readonly known?: ((root: string, finding: Finding) => boolean) | undefined;
    /** The revision that `known` is about, in the words it was asked for. */
    readonly newSince?: string | undefined;
    /** Checks one plan; as it is written, unless given. */
    readonly check?: ((root: string) => Checked) | undefined;
}

const WEIGHT: Readonly<Record<Severity | 'never', number>> = { info: 0, warning: 1, error: 2, never: 3 };

/** Checks all plans that were loaded. */
export function checkPlans(loaded: Loaded, today: Day, options: CheckOptions = {}): CheckResult {
    const { workspace, roots } = loaded;
    const { reports = () => true, known = () => false, check = (root) => workspace.check(root) } = options;
    const plans = roots.map((root): CheckedPlan => {
        const locale = options.locale ?? workspace.settings(root).config.locale;
        return { root, checked: check(root), locale };
    });
    const findings = plans.flatMap(({ root, checked, locale }) => {
        const failOn = WEIGHT[options.failOn ?? workspace.settings(root).config.failOn];
        return checked.findings
            .filter((finding) => reports(finding.rule) && !known(root, finding))
            .map((finding): Entry => {
                const fails = finding.waived === null && WEIGHT[finding.severity] >= failOn;
                return { root, finding, locale, fails };
            });
    });
    const summary = summarize(findings, loaded, plans);
    const { maxWarnings } = options;
    const tooManyWarnings = maxWarnings !== undefined && summary.warning > maxWarnings ? summary.warning : undefined;
    return {
        loaded,
        today,
        locale: options.locale ?? plans[0]?.locale ?? 'en',
        plans,
        findings: options.quiet === true ? findings.filter((each) => each.fails) : findings,
        summary,
        scope: {
            newSince: options.newSince,
            someRules: RULES.some((rule) => !reports(rule.name)),
            failing: options.quiet === true,
        },
        failed: findings.some((each) => each.fails) || tooManyWarnings !== undefined,
        tooManyWarnings,
    };
}

/** Whether a finding is not waived. */
export function isOpen({ finding }: Entry): boolean {
    return finding.waived === null;
}

function summarize(findings: readonly Entry[], loaded: Loaded, plans: readonly CheckedPlan[]): Summary {
    const counts = { error: 0, warning: 0, info: 0, waived: 0 };
    for (const entry of findings) {
        counts[isOpen(entry) ? entry.finding.severity : 'waived']++;
    }
    return {
        ...counts,
        files: loaded.files,
        programs: plans.reduce((sum, { checked: { analysis } }) => {
            const { plan, written, scenario } = analysis;
            return sum + plan.programs.length - (scenario === undefined ? 0 : droppedBy(written, scenario).length);
        }, 0),
    };
}
