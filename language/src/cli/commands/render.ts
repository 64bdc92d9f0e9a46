import { type Command, Option } from 'commander';
import { addCommand, answer, cwd, loadOnly, type Options } from '../command.ts';
import { EXIT } from '../failure.ts';
import { placeFiles, type RenderOptions, writeFiles } from '../render.ts';

/** `smartcity render [path] --out PLACE`: one HTML page, and the pictures alone. */
export function defineRender(program: Command): void {
    addCommand(program, 'render', 'draw a plan: one HTML page, and the pictures alone')
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
        .action((paths: readonly string[], options: Options & Omit<RenderOptions, 'locale'> & { out: string }) => {
            const { loaded, checked, locale } = loadOnly(paths, options, 'render');
            const files = placeFiles(loaded.workspace, checked, { ...options, locale }, options.out, cwd);
            answer({ text: `${writeFiles(files, cwd).join('\n')}\n`, exit: EXIT.fine });
        });
}
