import { BREAKING } from '../../language/src/plan/config.ts';
import { RULES } from '../../language/src/rules/catalogue.ts';
import { isFixed } from '../../language/src/rules/check.ts';

const SEVERITIES = ['error', 'warning', 'info'] as const;

/** The JSON Schema of `smartcity.json`, made from the catalogue of rules: completion, hover and checks in the editor. */
export function writeSettingsSchema(): object {
    return {
        $schema: 'http://json-schema.org/draft-07/schema#',
        title: 'Smartcity plan',
        description: 'Makes this folder a plan, and says how it is checked. Data only.',
        type: 'object',
        additionalProperties: false,
        properties: {
            $schema: { type: 'string' },
            exclude: {
                type: 'array',
                items: { type: 'string' },
                uniqueItems: true,
                markdownDescription:
                    'Globs of files below this folder that are no part of the plan, such as `drafts/**`.',
            },
            rules: {
                type: 'object',
                additionalProperties: false,
                markdownDescription:
                    'How serious each rule is in this plan. Rules that are not named keep their own severity.',
                properties: Object.fromEntries([...RULES].sort(byName).map((rule) => [rule.name, ruleSchema(rule)])),
            },
            failOn: {
                enum: SEVERITIES,
                default: 'error',
                markdownDescription:
                    '`smartcity check` ends with 1 when there is a finding at least as serious as this.',
            },
            locale: {
                enum: ['en', 'id'],
                enumDescriptions: ['English', 'Bahasa Indonesia'],
                default: 'en',
                markdownDescription: 'The language of findings and pictures.',
            },
            baseline: {
                type: 'string',
                markdownDescription: 'Path of a file of fingerprints: findings that were there before count as waived.',
            },
            similarity: {
                type: 'object',
                additionalProperties: false,
                markdownDescription: 'Words of this city for the comparison of titles (`similar-program`).',
                properties: {
                    synonyms: {
                        type: 'array',
                        items: { type: 'array', items: { type: 'string' }, minItems: 2 },
                        markdownDescription: 'Groups of words that mean the same; the first stands for all.',
                    },
                    boilerplate: {
                        type: 'array',
                        items: { type: 'string' },
                        markdownDescription: 'Words that say nothing about what a program does.',
                    },
                },
            },
            diff: {
                type: 'object',
                additionalProperties: false,
                markdownDescription: 'How serious breaking changes are when two versions of the plan are compared.',
                properties: Object.fromEntries(
                    Object.entries(BREAKING).map(([name, severity]) => [
                        name,
                        { enum: [...SEVERITIES, 'off'], default: severity },
                    ]),
                ),
            },
        },
    };
}

function ruleSchema(rule: (typeof RULES)[number]): object {
    const values = isFixed(rule.name) ? [...SEVERITIES] : [...SEVERITIES, 'off'];
    return {
        enum: values,
        default: rule.severity,
        markdownDescription: `${rule.title.en}  \n_${rule.title.id}_  \nUnless set here: \`${rule.severity}\`${isFixed(rule.name) ? '; cannot be switched off' : ''}.`,
    };
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
    return a.name < b.name ? -1 : 1;
}
