import type { Command } from 'commander';
import type { Simulation } from '../../analysis/uncertainty-types.ts';
import { addCommand, answer, colors, loadOnly, type Options, todayOf } from '../command.ts';
import { EXIT } from '../failure.ts';
import { writeMaturityJson, writeMaturityText } from '../formats/maturity.ts';
import { addScenarioOption, play, type ScenarioOptions } from '../scenario.ts';
import { addSimulationOptions, simulationOf } from '../simulation.ts';

/** `smartcity maturity [path]`: the levels that follow from a plan, and its targets. */
export function defineMaturity(program: Command): void {
    addSimulationOptions(
        addScenarioOption(addCommand(program, 'maturity', 'the levels that follow from a plan, and its targets')),
    )
        .argument('[path...]')
        .action((paths: readonly string[], options: Options & ScenarioOptions & Simulation) => {
            const { loaded, root, locale } = loadOnly(paths, options, 'maturity');
            const played = play(loaded.workspace, root, todayOf(options), options.scenario);
            const uncertainty = played.checked.analysis.simulate(simulationOf(options));
            answer({
                text:
                    options.format === 'json'
                        ? writeMaturityJson(played, uncertainty)
                        : writeMaturityText(played, uncertainty, locale, colors),
                exit: EXIT.fine,
            });
        });
}
