import type { Command } from 'commander';
import { DEFAULT_CONFIG } from '../../plan/config.ts';
import { addCommand, answer, colors, cwd, type Options, todayOf } from '../command.ts';
import { explainRule, listRules, listRulesJson } from '../explain.ts';
import { EXIT } from '../failure.ts';
import { loadPlans, onlyPlan } from '../load.ts';

/** `smartcity explain RULE`: the rule's page. */
export function defineExplain(program: Command): void {
    addCommand(program, 'explain', 'what a rule finds, why, and the ways out')
        .argument('<rule>')
        .action((name: string, options: Options) =>
            answer({ text: explainRule(name, options.locale ?? 'en'), exit: EXIT.fine }),
        );
}

/** `smartcity rules [plan]`: all rules, with their severity as the plan configures it. */
export function defineRules(program: Command): void {
    addCommand(program, 'rules', 'all rules, with their severity as a plan configures it')
        .argument('[plan]')
        .action((path: string | undefined, options: Options) => {
            const loaded = path === undefined ? undefined : loadPlans([path], cwd, todayOf(options));
            const config =
                loaded === undefined ? DEFAULT_CONFIG : loaded.workspace.settings(onlyPlan(loaded, 'rules')).config;
            const text =
                options.format === 'json'
                    ? listRulesJson(config)
                    : listRules(config, options.locale ?? config.locale, colors);
            answer({ text, exit: EXIT.fine });
        });
}
