import { library } from '../libraries.ts';
import type { Locale } from '../plan/message.ts';
import { RULES } from '../rules/catalogue.ts';
import type { Style } from './hover-text.ts';

/** More declarations of a library than this are not listed. */
const MOST_DECLARATIONS = 20;

/** What a rule finds: its line, and what its page says first; `undefined` for an unknown rule. */
export function ruleSummary(name: string, locale: Locale, style: Style): string | undefined {
    const rule = RULES.find((each) => each.name === name);
    if (rule === undefined) {
        return undefined;
    }
    const page = rule.page.replace(/\r\n/g, '\n');
    const indonesian = page.split(/^## Bahasa Indonesia\n/m)[1] ?? '';
    const english = page.replace(/^# .*\n/, '').split(/^## /m)[0]!;
    const words = (locale === 'id' ? indonesian : english).trim();
    return [`${style.name(name)} ${style.strong(rule.title[locale])}`, words].join('\n\n');
}

/** What a built-in library declares; `undefined` for an unknown one. */
export function librarySummary(name: string, locale: Locale, style: Style): string | undefined {
    const declared = library(name)?.declarations.map((each) => `- ${style.name(each.name)} ${style.text(each.title)}`);
    const heading = `${style.name(name)} · ${locale === 'en' ? 'built-in library' : 'pustaka bawaan'}`;
    return declared === undefined ? undefined : [heading, declared.slice(0, MOST_DECLARATIONS).join('\n')].join('\n\n');
}
