import { readdirSync } from 'node:fs';
import { RULES } from '../../src/rules/catalogue.ts';
import { examplesOf } from '../pages.ts';
import { textOf } from '../support.ts';

function below(folder: string): [string, string][] {
    return readdirSync(new URL(`../../../${folder}`, import.meta.url), { recursive: true })
        .map((file) => `${folder}/${String(file).replaceAll('\\', '/')}`)
        .filter((file) => file.endsWith('.smartcity'))
        .sort()
        .map((file) => [file, textOf(file)]);
}

/** The plans and libraries that are part of the product. */
export const SHIPPED: readonly [string, string][] = ['examples', 'seeds'].flatMap(below);

/** Every text there is: what is shipped, the fixtures of reading, and the examples of all rule pages. */
export const TEXTS: readonly [string, string][] = [
    ...SHIPPED,
    ...below('language/test/syntax/fixtures'),
    ...RULES.flatMap((rule) =>
        examplesOf(rule.page).flatMap(({ heading, files }) =>
            Object.entries(files).map(([file, text]): [string, string] => [`${rule.name}: ${heading}: ${file}`, text]),
        ),
    ),
];
