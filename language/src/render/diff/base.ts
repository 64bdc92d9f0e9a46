import type { Checked } from '../../rules/check.ts';

/**
 * A plan whose programs stand under the names that another plan has for them, so that their bars are found beside the
 * ones drawn there, and none that was only renamed is drawn as gone.
 */
export function underNewNames(checked: Checked, renamed: ReadonlyMap<string, string>): Checked {
    const { schedule } = checked.analysis;
    if (![...renamed.keys()].some((name) => schedule.byName.has(name))) {
        return checked;
    }
    const programs = schedule.programs.map((each) => {
        const name = renamed.get(each.program.name);
        return name === undefined ? each : { ...each, program: { ...each.program, name } };
    });
    const byName = new Map(programs.map((each) => [each.program.name, each]));
    const analysis = Object.create(checked.analysis, {
        schedule: { value: { ...schedule, programs, byName }, enumerable: true },
    }) as Checked['analysis'];
    return { ...checked, analysis };
}
