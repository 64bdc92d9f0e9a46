import { type Command, Option } from 'commander';
import type { Severity } from '../plan/config.ts';
import { nearest } from '../plan/distance.ts';
import type { Message } from '../plan/message.ts';
import { RULES } from '../rules/catalogue.ts';
import { isFixed } from '../rules/check.ts';
import { Failure } from './failure.ts';

/** Severities of rules, by name, that beat what plans configure. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

const SEVERITIES: readonly string[] = ['error', 'warning', 'info', 'off'];

/** Adds `--rule NAME=SEVERITY`, as often as wanted. */
export function addRuleOption(command: Command): Command {
    return command.addOption(
        new Option('--rule <name=severity>', 'severity of a rule: error, warning, info or off; may be repeated')
            .argParser((word: string, before: Severities) => ({ ...before, ...severityOf(word) }))
            .default({}, 'as configured'),
    );
}

function severityOf(word: string): Severities {
    const cut = word.indexOf('=');
    const [name, severity] = cut < 0 ? [word, ''] : [word.slice(0, cut), word.slice(cut + 1)];
    ruleNamed(name, '--rule');
    if (!SEVERITIES.includes(severity)) {
        throw wrong('--rule', word, {
            en: `write \`--rule ${name}=error\`, or warning, info, off`,
            id: `tulis \`--rule ${name}=error\`, atau warning, info, off`,
        });
    }
    if (severity === 'off' && isFixed(name)) {
        throw wrong('--rule', word, {
            en: `\`${name}\` cannot be switched off: without it the plan cannot be read`,
            id: `\`${name}\` tidak dapat dimatikan: tanpanya rencana tidak dapat dibaca`,
        });
    }
    return { [name]: severity as Severity | 'off' };
}

/** Adds a list of rules to an option that may be repeated. */
export function rulesOf(option: string): (words: string, before: readonly string[]) => readonly string[] {
    return (words, before) => [...before, ...words.split(',').map((word) => ruleNamed(word.trim(), option))];
}

function ruleNamed(name: string, option: string): string {
    const names = RULES.map((rule) => rule.name);
    if (names.includes(name)) {
        return name;
    }
    const meant = nearest(name, names);
    throw wrong(option, name, {
        en: `there is no such rule. ${meant === undefined ? '`smartcity rules` lists them' : `Did you mean \`${meant}\`?`}`,
        id: `tidak ada aturan itu. ${meant === undefined ? '`smartcity rules` menampilkan semuanya' : `Maksudnya \`${meant}\`?`}`,
    });
}

/** A whole number of an option, from 0. */
export function countOf(option: string): (word: string) => number {
    return (word) => {
        if (!/^\d{1,9}$/.test(word)) {
            throw wrong(option, word, {
                en: 'a whole number is expected, such as 0 or 25',
                id: 'diharapkan bilangan bulat, misalnya 0 atau 25',
            });
        }
        return Number(word);
    };
}

/** Collects the values of an option that may be repeated. */
export function collect(word: string, before: readonly string[]): readonly string[] {
    return [...before, word];
}

function wrong(option: string, word: string, { en, id }: Message): Failure {
    const end = (text: string): string => (text.endsWith('?') ? text : `${text}.`);
    return new Failure({ en: `\`${option} ${word}\`: ${end(en)}`, id: `\`${option} ${word}\`: ${end(id)}` });
}
