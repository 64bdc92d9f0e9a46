import type { FrameworkLine } from '../../analysis/projection-types.ts';
import { type Day, dayOf, yearOf } from '../../plan/calendar.ts';
import type { Declaration } from '../../plan/declarations/declaration.ts';
import type { Indicator } from '../../plan/declarations/framework.ts';
import type { Program } from '../../plan/declarations/program.ts';
import type { Locale } from '../../plan/message.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Checked } from '../../rules/check.ts';
import { type Axis, axisOver } from '../axis.ts';
import { path } from '../markup.ts';
import { titleOf } from '../program-view.ts';
import { showDay, showMean, showValue } from '../words.ts';
import type { LevelAxis } from './levels.ts';
import type { Panel } from './panel-input.ts';

/** A value from a day on. */
export interface SeriesStep {
    readonly date: Day;
    readonly value: number;
    readonly causes: readonly string[];
}

/** A stepped line: nothing is interpolated. */
export function stepPath(steps: readonly SeriesStep[], axis: Axis, levels: LevelAxis): string {
    return steps
        .map((step, index) => {
            const x = axis.x(step.date);
            const y = levels.y(step.value);
            return index === 0 ? path`M${x} ${y}` : path`H${x}V${y}`;
        })
        .join('')
        .concat(steps.length > 0 ? path`H${axis.right}` : '');
}

/** The steps of an indicator's line, in the form of the others. */
export function stepsOf(line: FrameworkLine, indicator: Indicator): SeriesStep[] {
    const found = line.indicators.find((candidate) => candidate.indicator.name === indicator.name);
    return (found?.steps ?? []).map(({ date, level, causes }) => ({ date, value: level, causes }));
}

/** `4 on 1 Jan 2021: Jaringan serat optik`: a step with what caused it. */
export function explainStep(plan: Plan, step: SeriesStep, isLevel: boolean, locale: Locale): string {
    const value = isLevel ? showValue(step.value, locale) : showMean(step.value, locale);
    const causes = step.causes.map((cause) => nameCause(plan, cause, locale)).join(', ');
    const day = showDay(step.date, locale);
    return locale === 'id'
        ? `${value} pada ${day}${causes && `: ${causes}`}`
        : `${value} on ${day}${causes && `: ${causes}`}`;
}

/** What a cause is called: a program by its title, a measurement as such. */
export function nameCause(plan: Plan, cause: string, locale: Locale): string {
    const named = plan.names.get(cause) as Declaration | Program | undefined;
    if (cause === 'actual' && named?.kind !== 'program') {
        return locale === 'id' ? 'hasil pengukuran' : 'measured';
    }
    return named ? titleOf(named) : cause;
}

/**
 * Frameworks the plan says something about: a target, a measurement, a raise. Of the others there is only a flat line at
 * the lower end, which would look like a statement and is none.
 */
export function frameworksInUse(checked: Checked): FrameworkLine[] {
    const { plan, projection } = checked.analysis;
    const raised = new Set<string>();
    for (const program of plan.programs) {
        for (const raise of program.raises) {
            raised.add(raise.of.name.split('.')[0]!);
        }
    }
    for (const { of } of plan.masterplan?.actuals ?? []) {
        raised.add(of.name.split('.')[0]!);
    }
    return projection.frameworks.filter(
        (line) => line.targets.length > 0 || line.actuals.length > 0 || raised.has(line.framework.name),
    );
}

/** Whether two lines are the same on every day; causes do not count. */
export function sameSteps(a: readonly SeriesStep[], b: readonly SeriesStep[]): boolean {
    return (
        a.length === b.length &&
        a.every((step, index) => step.date === b[index]!.date && step.value === b[index]!.value)
    );
}

/**
 * Whole years from the first thing known about a framework to the last, the plan's period in any case. `base` is the
 * same framework in a plan to compare with.
 */
export function yearsOf(
    checked: Checked,
    line: FrameworkLine,
    base?: FrameworkLine,
): { readonly first: number; readonly last: number } {
    const { plan, schedule } = checked.analysis;
    const period = plan.masterplan?.period;
    const days = [
        ...line.actuals.map((actual) => actual.date),
        ...line.targets.map((target) => target.by),
        ...[...line.indicators, ...(base?.indicators ?? [])].flatMap(({ steps }) => steps.map((step) => step.date)),
    ];
    let first = yearOf(period?.from.first ?? schedule.firstDay);
    let last = period ? yearOf(period.to.last) : first;
    const [earliest, latest] = [first - 15, period ? last + 5 : first + 40];
    for (const day of days) {
        first = Math.max(earliest, Math.min(first, yearOf(day)));
        // A step on 1 January belongs to what the year before achieved.
        last = Math.min(latest, Math.max(last, yearOf(day - 1)));
    }
    return { first, last };
}

/** The axis of a framework's panel. */
export function axisOf({ checked, line, base }: Panel, left: number, right: number): Axis {
    const { first, last } = yearsOf(checked, line, base);
    return axisOver(dayOf(first, 1, 1), dayOf(last, 12, 31), left, right);
}
