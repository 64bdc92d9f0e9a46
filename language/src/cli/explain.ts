import type { Colors } from 'picocolors/types.js';
import type { Config, Severity } from '../plan/config.ts';
import { nearest } from '../plan/distance.ts';
import type { Locale } from '../plan/message.ts';
import { RULES } from '../rules/catalogue.ts';
import type { Rule } from '../rules/rule.ts';
import { Failure } from './failure.ts';
import { inWords, table } from './words.ts';

/** A rule's page, in the reader's language first. Fences keep their marks: they show what is found where. */
export function explainRule(name: string, locale: Locale): string {
    const rule = RULES.find((each) => each.name === name);
    if (rule === undefined) {
        const meant = nearest(
            name,
            RULES.map((each) => each.name),
        );
        throw new Failure({
            en: `There is no rule \`${name}\`.${meant === undefined ? ' `smartcity rules` lists them.' : ` Did you mean \`${meant}\`?`}`,
            id: `Tidak ada aturan \`${name}\`.${meant === undefined ? ' `smartcity rules` menampilkan semuanya.' : ` Maksudnya \`${meant}\`?`}`,
        });
    }
    const parts = rule.page.split(/^(?=## )/m);
    const indonesian = parts.find((part) => part.startsWith('## Bahasa Indonesia'));
    if (locale === 'en' || indonesian === undefined) {
        return rule.page;
    }
    const examples = parts.filter((part) => /^```/m.test(part));
    return [`# \`${name}\`\n\n`, indonesian.replace(/^## Bahasa Indonesia\n+/, ''), '\n', ...examples].join('');
}

/** All rules by group, with the severity that a configuration gives them. */
export function listRules(config: Config, locale: Locale, colors: Colors): string {
    const groups = [...new Set(RULES.map((rule) => rule.group))];
    const lines = groups.flatMap((group) => {
        const rules = RULES.filter((rule) => rule.group === group);
        const rows = rules.map((rule) => [
            `  ${rule.name}${rule.fixed === true ? ' †' : ''}`,
            severityIn(config, rule, locale),
            rule.title[locale],
        ]);
        return [colors.bold(group), ...table(rows), ''];
    });
    lines.push(locale === 'id' ? '† tidak dapat dikecualikan atau dimatikan' : '† cannot be waived or switched off');
    return `${lines.join('\n')}\n`;
}

/** The rules for machines. */
export function listRulesJson(config: Config): string {
    const rules = RULES.map((rule) => ({
        name: rule.name,
        group: rule.group,
        severity: configured(config, rule),
        default: rule.severity,
        fixed: rule.fixed === true,
        title: rule.title,
    }));
    return `${JSON.stringify({ formatVersion: 1, rules }, null, 2)}\n`;
}

function configured(config: Config, rule: Rule): Severity | 'off' {
    return config.rules[rule.name] ?? rule.severity;
}

function severityIn(config: Config, rule: Rule, locale: Locale): string {
    const severity = configured(config, rule);
    return `${inWords(severity, locale)}${severity === rule.severity ? '' : ` (${inWords(rule.severity, locale)})`}`;
}
