import { readFileSync } from 'node:fs';
import { library } from '../src/libraries.ts';
import { assemble } from '../src/plan/assemble.ts';
import { type Day, dayOf, parseDate } from '../src/plan/calendar.ts';
import { type Config, DEFAULT_CONFIG } from '../src/plan/config.ts';
import type { Plan } from '../src/plan/plan.ts';
import { type Checked, check } from '../src/rules/check.ts';
import { readFragment } from '../src/syntax/read.ts';

/** Files of a plan by path, or the text of its one file. */
export type Files = string | Readonly<Record<string, string>>;

/** The day tests run on, unless they say otherwise. */
export const TODAY: Day = dayOf(2020, 1, 1);

/** A plan read from texts, with the real libraries. */
export function planOf(files: Files, config: Partial<Config> = {}): Plan {
    const texts = typeof files === 'string' ? { 'plan.smartcity': files } : files;
    const fragments = Object.entries(texts).map(([file, text]) => readFragment(file, text));
    return assemble('.', { ...DEFAULT_CONFIG, ...config }, fragments, library);
}

/** A plan read from texts and checked. */
export function checkOf(files: Files, config: Partial<Config> = {}, today: Day = TODAY): Checked {
    return check(planOf(files, config), today);
}

/** The first day of a written date. */
export function day(text: string): Day {
    const span = parseDate(text);
    if (span === undefined) {
        throw new Error(`no date: ${text}`);
    }
    return span.first;
}

/** The text of a file beside the tests' root. */
export function textOf(path: string): string {
    return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}
