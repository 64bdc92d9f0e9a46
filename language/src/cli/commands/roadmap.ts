import type { Command } from 'commander';
import { addCommand, answer, colors, loadOnly, type Options, todayOf } from '../command.ts';
import { EXIT } from '../failure.ts';
import { writeRoadmapJson, writeRoadmapText } from '../formats/roadmap.ts';
import { addScenarioOption, play, type ScenarioOptions } from '../scenario.ts';

/** `smartcity roadmap [path]`: when every program of a plan runs. */
export function defineRoadmap(program: Command): void {
    addScenarioOption(addCommand(program, 'roadmap', 'when every program of a plan runs'))
        .argument('[path...]')
        .action((paths: readonly string[], options: Options & ScenarioOptions) => {
            const { loaded, root, locale } = loadOnly(paths, options, 'roadmap');
            const played = play(loaded.workspace, root, todayOf(options), options.scenario);
            answer({
                text: options.format === 'json' ? writeRoadmapJson(played) : writeRoadmapText(played, locale, colors),
                exit: EXIT.fine,
            });
        });
}
