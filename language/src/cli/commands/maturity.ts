import type { Command } from 'commander';
import { addCommand, answer, colors, loadOnly, type Options } from '../command.ts';
import { EXIT } from '../failure.ts';
import { writeMaturityJson, writeMaturityText } from '../formats/maturity.ts';

/** `smartcity maturity [path]`: the levels that follow from a plan, and its targets. */
export function defineMaturity(program: Command): void {
    addCommand(program, 'maturity', 'the levels that follow from a plan, and its targets')
        .argument('[path...]')
        .action((paths: readonly string[], options: Options) => {
            const { checked, locale } = loadOnly(paths, options, 'maturity');
            answer({
                text:
                    options.format === 'json' ? writeMaturityJson(checked) : writeMaturityText(checked, locale, colors),
                exit: EXIT.fine,
            });
        });
}
