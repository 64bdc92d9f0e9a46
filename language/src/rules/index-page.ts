import { RULES } from './catalogue.ts';
import { RULES_BY_GROUP } from './names.ts';
import type { Group, Rule } from './rule.ts';

/** What the rules of a group ask, as a heading and a sentence. */
const GROUPS: Readonly<Record<Group, readonly [string, string]>> = {
    reading: ['Reading', 'Can the text be understood, and does every name mean something?'],
    plan: [
        'Plan',
        'Does every program have an owner, a place, people it serves and a measure; does the plan answer what comes at it?',
    ],
    time: ['Time', 'Can things happen in this order, in this time, by these people?'],
    money: ['Money', 'Is everything paid for, and is the money there?'],
    maturity: ['Maturity', 'Does the plan lift the city to the levels it aims at?'],
    sectors: ['Sectors', 'Where do agencies do the same, lean on each other unasked, or stand alone?'],
    codes: ['Codes', 'Does the nomenclature know the codes?'],
    waivers: ['Waivers', 'Do accepted findings still have their reason?'],
};

/** The list of all rules as a Markdown page, `docs/rules.md`; the links lead from there to the page of each rule. */
export function rulesIndex(): string {
    const sections = (Object.keys(RULES_BY_GROUP) as Group[]).map((group) => {
        const [heading, question] = GROUPS[group];
        const rows = RULES.filter((rule) => rule.group === group)
            .sort((a, b) => (a.name < b.name ? -1 : 1))
            .map(row);
        return [
            `## ${heading}`,
            '',
            question,
            '',
            '| rule | severity | finds | menemukan |',
            '|---|---|---|---|',
            ...rows,
            '',
        ].join('\n');
    });
    return [
        '# Rules',
        '',
        `The ${RULES.length} rules, by what they ask about. Each has a page with examples, which are its tests, and with ways out;`,
        '`smartcity explain <rule>` shows it. `smartcity.json` may change the severity of a rule or switch it off, and a waiver',
        'accepts a finding for a reason; rules marked † can be neither switched off nor waived.',
        '',
        'This page is made from the rules: a test fails when it is out of date.',
        '',
        ...sections,
    ].join('\n');
}

function row({ name, severity, fixed, title }: Rule): string {
    return `| [\`${name}\`](../language/src/rules/${name}.md)${fixed === true ? ' †' : ''} | ${severity} | ${title.en} | ${title.id} |`;
}
