import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { type Node, parseTree } from 'jsonc-parser';
import { CONFIG_FILE } from '../../configuration.ts';
import type { Config } from '../../plan/config.ts';
import type { Locale } from '../../plan/message.ts';
import { Lines } from '../../plan/origin.ts';
import { RULES } from '../../rules/catalogue.ts';
import { addRuleOption, type Severities } from '../check-options.ts';
import { addBareCommand, answer, cwd, type Options, todayOf } from '../command.ts';
import { EXIT } from '../failure.ts';
import { DISK, readText, shown } from '../files.ts';
import { loadPlans, onlyPlan } from '../load.ts';

/** A value, and where it is from: a place in a `smartcity.json`, an option, or `default`. */
interface From<T> {
    readonly value: T;
    readonly from: string;
}

/** Says where a setting is from; the names lead into the JSON. */
type Source = (...names: readonly string[]) => string;

/** `smartcity print-config [path]`: what is in force for a plan, as JSON, and where each value is from. */
export function definePrintConfig(program: Command): void {
    const command = addBareCommand(
        program,
        'print-config',
        'the settings in force for a plan, and where each is from, as JSON',
    ).argument('[path...]');
    addRuleOption(command).action(
        (paths: readonly string[], options: Pick<Options, 'locale' | 'today'> & { rule: Severities }) => {
            const loaded = loadPlans(paths, cwd, todayOf(options));
            const root = onlyPlan(loaded, 'print-config');
            const { config } = loaded.workspace.settings(root);
            const settings = settingsOf(config, sourceOf(root), options.rule, options.locale);
            const text = JSON.stringify({ formatVersion: 1, root, ...settings }, null, 2);
            answer({ text: `${text}\n`, exit: EXIT.fine });
        },
    );
}

function settingsOf(config: Config, source: Source, rules: Severities, locale: Locale | undefined): object {
    const from = <T>(value: T, name: string): From<T> => ({ value, from: source(name) });
    return {
        exclude: from(config.exclude, 'exclude'),
        failOn: from(config.failOn, 'failOn'),
        locale: locale === undefined ? from(config.locale, 'locale') : { value: locale, from: '--locale' },
        baseline: from(config.baseline ?? null, 'baseline'),
        similarity: from(config.similarity, 'similarity'),
        rules: Object.fromEntries(
            RULES.map((rule): [string, From<string>] => {
                const asked = rules[rule.name];
                const value = asked ?? config.rules[rule.name] ?? rule.severity;
                return [rule.name, { value, from: asked === undefined ? source('rules', rule.name) : '--rule' }];
            }).sort(([a], [b]) => (a < b ? -1 : 1)),
        ),
    };
}

/** Where the settings of a plan are from: `smartcity.json:3:5`, or `default` for what it does not say. */
function sourceOf(root: string): Source {
    const file = join(resolve(cwd, root), CONFIG_FILE);
    if (DISK.kindOf(file) === undefined) {
        return () => 'default';
    }
    const { text } = readText(file, cwd);
    const lines = new Lines(text);
    const tree = parseTree(text);
    return (...names) => {
        const member = memberAt(tree, names);
        if (member === undefined) {
            return 'default';
        }
        const { line, column } = lines.at(member.offset);
        return `${shown(file, cwd)}:${line}:${column}`;
    };
}

/** The last member with that name, the one that counts. */
function memberAt(tree: Node | undefined, names: readonly string[]): Node | undefined {
    let node = tree;
    let member: Node | undefined;
    for (const name of names) {
        member = node?.children?.filter((each) => each.children?.[0]?.value === name).at(-1);
        node = member?.children?.[1];
    }
    return member;
}
