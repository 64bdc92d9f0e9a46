import { type Command, Option } from 'commander';
import type { Simulation } from '../../analysis/uncertainty-types.ts';
import { addCommand, answer, cwd, loadOnly, type Options, todayOf } from '../command.ts';
import { EXIT } from '../failure.ts';
import { placeFiles, type RenderOptions } from '../render.ts';
import { addScenarioOption, play, type ScenarioOptions } from '../scenario.ts';
import { addSimulationOptions, simulationOf } from '../simulation.ts';
import { writeFiles } from '../write.ts';

type Asked = Options &
    ScenarioOptions &
    Simulation &
    Pick<RenderOptions, 'theme' | 'groupBy'> & { readonly out: string };

/** `smartcity render [path] --out PLACE`: one HTML page, and the pictures alone. */
export function defineRender(program: Command): void {
    addSimulationOptions(
        addScenarioOption(addCommand(program, 'render', 'draw a plan: one HTML page, and the pictures alone')),
    )
        .argument('[path...]')
        .requiredOption('--out <place>', 'a folder, or a file that ends in .html')
        .addOption(
            new Option('--theme <theme>', 'light, dark, or as the reader’s system asks')
                .choices(['light', 'dark', 'auto'])
                .default('auto'),
        )
        .addOption(
            new Option('--group-by <what>', 'rows of the roadmap').choices(['dimension', 'opd']).default('dimension'),
        )
        .action((paths: readonly string[], options: Asked) => {
            const { loaded, root, locale } = loadOnly(paths, options, 'render');
            const { checked, base } = play(loaded.workspace, root, todayOf(options), options.scenario);
            const uncertainty = checked.analysis.simulate(simulationOf(options));
            const { theme, groupBy, out } = options;
            const files = placeFiles(
                loaded.workspace,
                checked,
                { locale, theme, groupBy, base, uncertainty },
                out,
                cwd,
            );
            answer({ text: `${writeFiles(files, cwd).join('\n')}\n`, exit: EXIT.fine });
        });
}
