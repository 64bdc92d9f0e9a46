import { isoDate } from '../../plan/calendar.ts';
import type { Rupiah } from '../../plan/money.ts';
import type { Checked } from '../../rules/check.ts';

/** What one version of a plan comes to, in figures alone: nothing of it needs the plan again. */
export interface TrendFigures {
    readonly programs: number;
    readonly money: Rupiah;
    /** What the plan comes to on the day of each of its targets. */
    readonly targets: readonly {
        /** A framework or an indicator. */
        readonly of: string;
        readonly value: number;
        /** As `2023-12-31`. */
        readonly by: string;
        readonly attained: number | null;
        readonly met: boolean;
    }[];
    readonly silos: {
        /** Programs with a link to another OPD, 0 to 1; `null` when there is no program. */
        readonly share: number | null;
        readonly isolatedOpds: number;
        readonly doubles: number;
    };
    /** Open findings by severity, and those that are waived. */
    readonly findings: {
        readonly error: number;
        readonly warning: number;
        readonly info: number;
        readonly waived: number;
    };
}

/** A version of a plan in its history. */
export interface TrendPoint extends TrendFigures {
    /** The commit, in full. */
    readonly commit: string;
    /** The day it was committed, as `2021-02-01`. */
    readonly date: string;
    /** The first line of what was said about it. */
    readonly subject: string;
}

/** The figures of a checked plan. */
export function figuresOf({ analysis, findings }: Checked): TrendFigures {
    const { share, isolatedOwners, doubles } = analysis.silos.whole;
    const open = findings.filter(({ waived }) => waived === null);
    const count = (severity: string): number => open.filter((finding) => finding.severity === severity).length;
    return {
        programs: analysis.plan.programs.filter(({ cancelled }) => cancelled === undefined).length,
        money: analysis.budget.total.amount,
        targets: analysis.projection.frameworks.flatMap(({ targets }) =>
            targets.map(({ target, value, by, attained, met }) => ({
                of: target.of.name,
                value,
                by: isoDate(by),
                attained,
                met,
            })),
        ),
        silos: { share, isolatedOpds: isolatedOwners.length, doubles },
        findings: {
            error: count('error'),
            warning: count('warning'),
            info: count('info'),
            waived: findings.length - open.length,
        },
    };
}
