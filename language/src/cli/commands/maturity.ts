import type { Command } from 'commander';
import { addCommand, answer, colors, loadOnly, type Options, todayOf } from '../command.ts';
import { EXIT } from '../failure.ts';
import { writeMaturityJson, writeMaturityText } from '../formats/maturity.ts';
import { addScenarioOption, play, type ScenarioOptions } from '../scenario.ts';

/** `smartcity maturity [path]`: the levels that follow from a plan, and its targets. */
export function defineMaturity(program: Command): void {
    addScenarioOption(addCommand(program, 'maturity', 'the levels that follow from a plan, and its targets'))
        .argument('[path...]')
        .action((paths: readonly string[], options: Options & ScenarioOptions) => {
            const { loaded, root, locale } = loadOnly(paths, options, 'maturity');
            const played = play(loaded.workspace, root, todayOf(options), options.scenario);
            answer({
                text: options.format === 'json' ? writeMaturityJson(played) : writeMaturityText(played, locale, colors),
                exit: EXIT.fine,
            });
        });
}
