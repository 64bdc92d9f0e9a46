import type { Command } from 'commander';
import type { Colors } from 'picocolors/types.js';
import type { Simulation, Uncertainty } from '../analysis/uncertainty-types.ts';
import type { Locale } from '../plan/message.ts';
import { addCommand, answer, colors, loadOnly, type Options, todayOf } from './command.ts';
import { EXIT } from './failure.ts';
import { addScenarioOption, type Played, play, type ScenarioOptions } from './scenario.ts';
import { addSimulationOptions, simulationOf } from './simulation.ts';

/** A command that tells what follows from one plan, in a scenario too, and how sure it is. */
export interface Derived {
    readonly name: string;
    readonly description: string;
    readonly writeJson: (played: Played, uncertainty: Uncertainty) => string;
    readonly writeText: (played: Played, uncertainty: Uncertainty, locale: Locale, colors: Colors) => string;
}

/** Adds such a command. What it tells is never a failure: whether a plan is in order is what `check` is for. */
export function addDerived(program: Command, { name, description, writeJson, writeText }: Derived): void {
    addSimulationOptions(addScenarioOption(addCommand(program, name, description)))
        .argument('[path...]')
        .action((paths: readonly string[], options: Options & ScenarioOptions & Simulation) => {
            const { loaded, root, locale } = loadOnly(paths, options, name);
            const played = play(loaded.workspace, root, todayOf(options), options.scenario);
            const uncertainty = played.checked.analysis.simulate(simulationOf(options));
            answer({
                text:
                    options.format === 'json'
                        ? writeJson(played, uncertainty)
                        : writeText(played, uncertainty, locale, colors),
                exit: EXIT.fine,
            });
        });
}
