import type { ScheduledProgram } from '../analysis/schedule-types.ts';
import type { Day } from '../plan/calendar.ts';
import type { Opd } from '../plan/declarations/city.ts';
import type { Dimension } from '../plan/declarations/dimension.ts';
import { byName, findElement, findOpd, type Plan } from '../plan/plan.ts';
import type { Checked } from '../rules/check.ts';

/** A scheduled program with what a picture says about it. */
export interface ProgramView extends ScheduledProgram {
    readonly name: string;
    /** Its title, or its name where the title is empty. */
    readonly title: string;
    readonly dimension: Dimension | undefined;
    readonly owner: Opd | undefined;
    readonly quickWin: boolean;
    /** Days by which it finishes after its `finish by`; 0 when it is in time or has none. */
    readonly late: number;
    /** Per cent; 100 when it is finished. */
    readonly progress: number | undefined;
    /** Un-waived findings about it that are errors. */
    readonly errors: number;
    /** Whether the plan that is drawn has it no more, and only the one it is compared with does. */
    readonly gone: boolean;
}

/** All scheduled programs in order of start, then name. */
export function viewPrograms(checked: Checked): ProgramView[] {
    const { plan, schedule } = checked.analysis;
    const errors = countErrors(checked);
    return schedule.programs.map((scheduled) => {
        const { program, finish, status } = scheduled;
        const deadline = program.finishBy?.when.last;
        return {
            ...scheduled,
            name: program.name,
            title: titleOf(program),
            dimension: dimensionOf(plan, program.element?.ref.name),
            owner: findOpd(plan, program.owner?.ref),
            quickWin: program.quickWin !== undefined,
            late: deadline === undefined ? 0 : Math.max(0, finish - deadline),
            progress: status === 'finished' ? 100 : program.progress?.value,
            errors: errors.get(program.name) ?? 0,
            gone: false,
        };
    });
}

/** The programs with days that a plan has no more, of the one it is compared with; in order of start, then name. */
export function viewGone(checked: Checked, base: Checked): ProgramView[] {
    const { byName: scheduled, unscheduled } = checked.analysis.schedule;
    const known = new Set(unscheduled.map((program) => program.name));
    return viewPrograms(base)
        .filter(({ name }) => !scheduled.has(name) && !known.has(name))
        .map((view) => ({ ...view, gone: true }));
}

/** The first start and the last finish of some programs; days 0 for none. */
export function spanOf(programs: readonly { readonly start: Day; readonly finish: Day }[]): [Day, Day] {
    let [first, last] = [programs[0]?.start ?? 0, programs[0]?.finish ?? 0];
    for (const { start, finish } of programs) {
        first = Math.min(first, start);
        last = Math.max(last, finish);
    }
    return [first, last];
}

/** What to call a declaration: its title, or its name where the title is empty. */
export function titleOf(named: { readonly name: string; readonly title: string }): string {
    return named.title.trim() === '' ? named.name : named.title;
}

/** The dimension that an element, known by its name, belongs to. */
export function dimensionOf(plan: Plan, element: string | undefined): Dimension | undefined {
    const found = element === undefined ? undefined : plan.names.get(element);
    const dimension = found?.kind === 'element' ? plan.names.get(found.dimension) : undefined;
    return dimension?.kind === 'dimension' ? dimension : undefined;
}

/**
 * The dimensions in the order that they are shown and coloured in: a library's as it declares them, which is the order
 * they are presented in, the plan's own by name. Files and their order play no part.
 */
export function orderDimensions(plan: Plan): Dimension[] {
    return [...plan.dimensions].sort(
        (a, b) =>
            Number(a.library === undefined) - Number(b.library === undefined) ||
            (a.library !== undefined && a.library === b.library && a.at.file === b.at.file
                ? a.at.start - b.at.start
                : 0) ||
            byName(a, b),
    );
}

/** The title of the element a program belongs to; empty without one. */
export function elementTitle(plan: Plan, view: ProgramView): string {
    const element = findElement(plan, view.program.element?.ref);
    return element ? titleOf(element) : '';
}

function countErrors(checked: Checked): Map<string, number> {
    const errors = new Map<string, number>();
    for (const finding of checked.findings) {
        if (finding.severity === 'error' && finding.waived === null) {
            for (const subject of finding.subjects) {
                errors.set(subject, (errors.get(subject) ?? 0) + 1);
            }
        }
    }
    return errors;
}
