import type { Command } from 'commander';
import type { Day } from '../plan/calendar.ts';
import type { Scenario } from '../plan/declarations/change.ts';
import { nearest } from '../plan/distance.ts';
import type { Plan } from '../plan/plan.ts';
import { type Checked, check } from '../rules/check.ts';
import type { Workspace } from '../workspace.ts';
import { Failure } from './failure.ts';

/** What a command that can play a scenario is asked for besides. */
export interface ScenarioOptions {
    /** The name of a scenario of the plan. */
    readonly scenario?: string;
}

/** Adds `--scenario NAME` to a command. */
export function addScenarioOption(command: Command): Command {
    return command.option('--scenario <name>', 'what if: play one of the plan’s scenarios');
}

/**
 * The scenario of a name, in each of some plans that has it. Ends the command when none has: with the name that was
 * probably meant, and with those there are.
 */
export function scenariosNamed(plans: readonly Plan[], name: string): readonly (Scenario | undefined)[] {
    const found = plans.map((plan) => plan.scenarios.find((scenario) => scenario.name === name));
    if (found.every((scenario) => scenario === undefined)) {
        const names = [...new Set(plans.flatMap((plan) => plan.scenarios.map((scenario) => scenario.name)))].sort();
        const meant = nearest(name, names);
        const listed = names.map((each) => `\`${each}\``).join(', ');
        throw new Failure({
            en: `There is no scenario \`${name}\`.${meant === undefined ? '' : ` Did you mean \`${meant}\`?`} ${
                names.length === 0 ? 'The plan declares none.' : `The plan has ${listed}.`
            }`,
            id: `Tidak ada skenario \`${name}\`.${meant === undefined ? '' : ` Apakah maksudnya \`${meant}\`?`} ${
                names.length === 0 ? 'Rencana ini tidak memuat skenario.' : `Rencana ini memuat ${listed}.`
            }`,
        });
    }
    return found;
}

/** A plan with a scenario played, and the same plan as it is written. */
export interface Played {
    readonly checked: Checked;
    /** `undefined` when no scenario is played. */
    readonly base: Checked | undefined;
}

/** Checks a plan as it is written and, if a scenario is named, with that scenario played. */
export function play(workspace: Workspace, root: string, today: Day, name: string | undefined): Played {
    const base = workspace.check(root);
    if (name === undefined) {
        return { checked: base, base: undefined };
    }
    const [scenario] = scenariosNamed([base.analysis.plan], name);
    return { checked: playOn(workspace, root, today, scenario!), base };
}

/** Checks a plan with a scenario played. */
export function playOn(workspace: Workspace, root: string, today: Day, scenario: Scenario): Checked {
    const { baseline } = workspace.settings(root);
    return check(workspace.plan(root), today, { baseline, scenario });
}
