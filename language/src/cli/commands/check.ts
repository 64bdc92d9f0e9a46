import type { Command } from 'commander';
import { checkPlans } from '../check.ts';
import { addCommand, answer, colors, cwd, type Options, todayOf } from '../command.ts';
import { EXIT } from '../failure.ts';
import { writeCheckJson } from '../formats/check-json.ts';
import { writeCheckText } from '../formats/check-text.ts';
import { loadPlans } from '../load.ts';

/** `smartcity check [paths]`: the findings of every plan at or below the paths. */
export function defineCheck(program: Command): void {
    addCommand(program, 'check', 'check plans: every folder with a smartcity.json at or below the paths')
        .argument('[paths...]')
        .action((paths: readonly string[], options: Options) => {
            const today = todayOf(options);
            const result = checkPlans(loadPlans(paths, cwd, today), today, options.locale);
            answer({
                text: options.format === 'json' ? writeCheckJson(result) : writeCheckText(result, colors),
                exit: result.failed ? EXIT.findings : EXIT.fine,
            });
        });
}
