import type { Command } from 'commander';
import { addCommand, answer, colors, loadOnly, type Options } from '../command.ts';
import { EXIT } from '../failure.ts';
import { writeRoadmapJson, writeRoadmapText } from '../formats/roadmap.ts';

/** `smartcity roadmap [path]`: when every program of a plan runs. */
export function defineRoadmap(program: Command): void {
    addCommand(program, 'roadmap', 'when every program of a plan runs')
        .argument('[path...]')
        .action((paths: readonly string[], options: Options) => {
            const { checked, locale } = loadOnly(paths, options, 'roadmap');
            answer({
                text: options.format === 'json' ? writeRoadmapJson(checked) : writeRoadmapText(checked, locale, colors),
                exit: EXIT.fine,
            });
        });
}
