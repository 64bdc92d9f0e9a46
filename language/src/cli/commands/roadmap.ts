import type { Command } from 'commander';
import type { Simulation } from '../../analysis/uncertainty-types.ts';
import { addCommand, answer, colors, loadOnly, type Options, todayOf } from '../command.ts';
import { EXIT } from '../failure.ts';
import { writeRoadmapJson, writeRoadmapText } from '../formats/roadmap.ts';
import { addScenarioOption, play, type ScenarioOptions } from '../scenario.ts';
import { addSimulationOptions, simulationOf } from '../simulation.ts';

/** `smartcity roadmap [path]`: when every program of a plan runs. */
export function defineRoadmap(program: Command): void {
    addSimulationOptions(addScenarioOption(addCommand(program, 'roadmap', 'when every program of a plan runs')))
        .argument('[path...]')
        .action((paths: readonly string[], options: Options & ScenarioOptions & Simulation) => {
            const { loaded, root, locale } = loadOnly(paths, options, 'roadmap');
            const played = play(loaded.workspace, root, todayOf(options), options.scenario);
            const uncertainty = played.checked.analysis.simulate(simulationOf(options));
            answer({
                text:
                    options.format === 'json'
                        ? writeRoadmapJson(played, uncertainty)
                        : writeRoadmapText(played, uncertainty, locale, colors),
                exit: EXIT.fine,
            });
        });
}
