import type { Command } from 'commander';
import { EXPLAINED, why } from '../../analysis/why/why.ts';
import { nearest } from '../../plan/distance.ts';
import { KINDS } from '../../plan/kinds.ts';
import type { Plan } from '../../plan/plan.ts';
import { addCommand, answer, colors, loadOnly, type Options, todayOf } from '../command.ts';
import { EXIT, Failure } from '../failure.ts';
import { writeWhyJson, writeWhyText } from '../formats/why.ts';
import { addScenarioOption, play, type ScenarioOptions } from '../scenario.ts';

/** `smartcity why NAME [path]`: the chain of reasons behind dates and levels. */
export function defineWhy(program: Command): void {
    addScenarioOption(addCommand(program, 'why', 'why something has the dates or the level it has, clause by clause'))
        .argument('<name>', 'a program, an activity, an asset, a framework or one of its indicators')
        .argument('[path...]')
        .action((name: string, paths: readonly string[], options: Options & ScenarioOptions) => {
            const { loaded, root, locale } = loadOnly(paths, options, 'why');
            const { analysis, findings } = play(loaded.workspace, root, todayOf(options), options.scenario).checked;
            const reason = why(analysis, name, findings);
            if (reason === undefined) {
                throw unexplained(analysis.plan, name);
            }
            const { workspace } = loaded;
            answer({
                text:
                    options.format === 'json'
                        ? writeWhyJson(name, reason, workspace, locale)
                        : writeWhyText(reason, workspace, locale, colors),
                exit: EXIT.fine,
            });
        });
}

function unexplained(plan: Plan, name: string): Failure {
    const found = plan.names.get(name);
    if (found !== undefined) {
        return new Failure({
            en: `\`${name}\` is ${KINDS[found.kind].en}, which has neither dates nor levels. Ask for a program, an asset, or a level such as \`garuda\`.`,
            id: `\`${name}\` adalah ${KINDS[found.kind].id}, yang tidak memiliki tanggal atau tingkat. Tanyakan program, aset, atau kerangka penilaian seperti \`garuda\`.`,
        });
    }
    const names = [...plan.names.values()].filter(({ kind }) => EXPLAINED.has(kind)).map((each) => each.name);
    // `governance` may be short for `garuda.governance`.
    const nested = names.filter((each) => each.endsWith(`.${name}`));
    const meant = nested.length === 1 ? nested[0] : nearest(name, names);
    return new Failure({
        en: `Nothing is called \`${name}\` in this plan.${meant === undefined ? '' : ` Did you mean \`${meant}\`?`}`,
        id: `Tidak ada yang bernama \`${name}\` dalam rencana ini.${meant === undefined ? '' : ` Maksudnya \`${meant}\`?`}`,
    });
}
