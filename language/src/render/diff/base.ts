import type { Checked } from '../../rules/check.ts';

/**
 * A plan whose programs stand under the names that another plan has for them, so that their bars are found beside the
 * ones drawn there. Only the schedule is renamed: pictures look up nothing else by a program's name.
 */
export function underNewNames(checked: Checked, renamed: ReadonlyMap<string, string>): Checked {
    const { schedule } = checked.analysis;
    if (![...renamed.keys()].some((name) => schedule.byName.has(name))) {
        return checked;
    }
    const byName = new Map([...schedule.byName].map(([name, each]) => [renamed.get(name) ?? name, each]));
    const analysis = Object.create(checked.analysis, {
        schedule: { value: { ...schedule, byName }, enumerable: true },
    }) as Checked['analysis'];
    return { ...checked, analysis };
}
