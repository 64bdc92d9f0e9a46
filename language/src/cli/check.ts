import type { Day } from '../plan/calendar.ts';
import type { Severity } from '../plan/config.ts';
import type { Finding } from '../plan/finding.ts';
import type { Locale } from '../plan/message.ts';
import type { Checked } from '../rules/check.ts';
import type { Loaded } from './load.ts';

/** What `smartcity check` found, for every format. */
export interface CheckResult {
    readonly loaded: Loaded;
    readonly today: Day;
    readonly locale: Locale;
    readonly plans: readonly { readonly root: string; readonly checked: Checked }[];
    /** All findings of all plans, the waived ones too. */
    readonly findings: readonly { readonly root: string; readonly finding: Finding }[];
    readonly summary: {
        readonly error: number;
        readonly warning: number;
        readonly info: number;
        readonly waived: number;
        readonly files: number;
        readonly programs: number;
    };
    /** Whether a finding that is not waived is at or above its plan's `failOn`. */
    readonly failed: boolean;
}

const WEIGHT: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** Checks all plans that were loaded. `locale` beats the language that a plan asks for. */
export function checkPlans(loaded: Loaded, today: Day, locale: Locale | undefined): CheckResult {
    const plans = loaded.roots.map((root) => ({ root, checked: loaded.workspace.check(root) }));
    const findings = plans.flatMap(({ root, checked }) => checked.findings.map((finding) => ({ root, finding })));
    const open = findings.filter(({ finding }) => finding.waived === null);
    const count = (severity: Severity): number => open.filter(({ finding }) => finding.severity === severity).length;
    return {
        loaded,
        today,
        locale: locale ?? (plans[0] === undefined ? 'en' : loaded.workspace.settings(plans[0].root).config.locale),
        plans,
        findings,
        summary: {
            error: count('error'),
            warning: count('warning'),
            info: count('info'),
            waived: findings.length - open.length,
            files: loaded.files,
            programs: plans.reduce((sum, { checked }) => sum + checked.analysis.plan.programs.length, 0),
        },
        failed: open.some(
            ({ root, finding }) => WEIGHT[finding.severity] >= WEIGHT[loaded.workspace.settings(root).config.failOn],
        ),
    };
}
