import type { Group } from './rule.ts';

/**
 * The names of all rules, by group. They stand apart from the catalogue, since rules about names of rules are in it;
 * a test holds the two together.
 */
export const RULES_BY_GROUP: Readonly<Record<Group, readonly string[]>> = {
    reading: [
        'duplicate-name',
        'invalid-value',
        'missing-clause',
        'repeated-clause',
        'syntax-error',
        'unknown-library',
        'unresolved-reference',
        'wrong-reference-kind',
    ],
    plan: [
        'empty-element',
        'many-masterplans',
        'missing-beneficiary',
        'missing-element',
        'missing-kpi',
        'missing-owner',
        'no-masterplan',
        'no-quick-win',
        'outside-period',
        'slow-quick-win',
        'technology-only',
        'unaddressed-impact',
        'unresolved-obstacle',
        'unused-declaration',
    ],
    time: [
        'dependency-cycle',
        'depends-on-dropped',
        'misses-deadline',
        'over-capacity',
        'starts-before-dependency',
        'undelivered-asset',
        'unscheduled',
    ],
    money: ['budget-outside-schedule', 'over-ceiling', 'single-fund', 'unfunded-program'],
    maturity: ['idle-raise', 'level-gap', 'misses-target'],
    sectors: [
        'bypasses-shared-application',
        'code-outside-mandate',
        'contested-data',
        'contested-kpi',
        'duplicate-application',
        'duplicate-code',
        'duplicate-infrastructure',
        'duplicate-service',
        'isolated-opd',
        'isolated-program',
        'overlapping-service',
        'similar-program',
        'unconsulted-ict',
        'uncoordinated-dependency',
    ],
    codes: ['malformed-code', 'outdated-code'],
    waivers: ['expired-waiver', 'unused-waiver'],
};

/** The names of all rules. */
export const RULE_NAMES: ReadonlySet<string> = new Set(Object.values(RULES_BY_GROUP).flat());

/** Rules that cannot be waived or switched off: with what they report a plan cannot be understood as it stands. */
export const FIXED_RULES: ReadonlySet<string> = new Set([
    ...RULES_BY_GROUP.reading,
    'many-masterplans',
    'dependency-cycle',
    'expired-waiver',
]);
