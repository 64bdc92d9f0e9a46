import type { Severity } from '../../../plan/config.ts';
import type { Locale } from '../../../plan/message.ts';
import { RULES } from '../../../rules/catalogue.ts';
import type { Rule } from '../../../rules/rule.ts';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** A severity in SARIF's words. */
export function levelOf(severity: Severity): string {
    return LEVELS[severity];
}

const INDEX: ReadonlyMap<string, number> = new Map(RULES.map((rule, index) => [rule.name, index]));

/** Where a rule stands in the list of descriptors. */
export function indexOf(rule: string): number {
    return INDEX.get(rule) ?? -1;
}

/** A rule as SARIF describes it: its page is its help. */
export function descriptorOf(rule: Rule, locale: Locale): object {
    return {
        id: rule.name,
        name: rule.name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
        shortDescription: { text: `${rule.title[locale]}.` },
        fullDescription: { text: introductionOf(rule, locale) },
        help: { text: plain(rule.page), markdown: rule.page },
        defaultConfiguration: { level: levelOf(rule.severity) },
        properties: { tags: [rule.group], 'problem.severity': severityWord(rule.severity), precision: 'very-high' },
    };
}

function severityWord(severity: Severity): string {
    return severity === 'info' ? 'recommendation' : severity;
}

/** The first paragraph of a rule's page, in the reader's language. */
function introductionOf(rule: Rule, locale: Locale): string {
    const start = locale === 'id' ? '## Bahasa Indonesia' : `# \`${rule.name}\``;
    const [paragraph] = (rule.page.split(start)[1] ?? '').trim().split(/\n\n/);
    return plain(paragraph === undefined || paragraph === '' ? rule.title[locale] : paragraph).replace(/\s+/g, ' ');
}

/** Markdown without its signs. */
function plain(text: string): string {
    return text
        .replace(/^#+ /gm, '')
        .replace(/^```.*\n/gm, '')
        .replace(/[`*]/g, '');
}
