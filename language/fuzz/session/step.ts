import fc from 'fast-check';

/** One message of an editor, or one change behind its back, as numbers from 0 up to 1: what, in which file, where. */
export interface Step {
    readonly kind: number;
    readonly file: number;
    readonly a: number;
    readonly b: number;
    readonly c: number;
}

/** Evenly: messages that are dear should stay as rare as they are meant to be. */
const unit = fc.noBias(fc.nat(999_999)).map((n) => n / 1_000_000);

/** Any messages, one after the other. */
export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
    fc.record({ kind: unit, file: unit, a: unit, b: unit, c: unit }),
    { minLength: 300, maxLength: 900, size: 'max' },
);

/** Chooses from a list by a number from 0 up to 1. */
export function choose<T>(list: readonly T[], by: number): T {
    return list[Math.floor(by * list.length)]!;
}

/** Files that come and go: two plans, one of them nested in the other when its configuration is there. */
export const PATHS = [
    'a.smartcity',
    'b.smartcity',
    'sub%20dir/c.smartcity',
    'east/d.smartcity',
    'east/e.smartcity',
    'east/smartcity.json',
] as const;

/** What the nested plan's configuration says. */
export const CONFIGURATIONS = [
    '{}',
    '{ "rules": { "missing-kpi": "error", "missing-owner": "off" } }',
    '{ "exclude": ["e*"] }',
    '{ "exclude": "e", "rules": [], "__proto__": { "locale": "id" } }',
    '{',
    '',
] as const;

/** What is typed. */
export const SNIPPETS = [
    '',
    '',
    '',
    ' ',
    '\n',
    '}',
    '{',
    '"',
    'x',
    ' owner dishub\n',
    ' quick-win ',
    '\ud83d',
    '\r\n',
    '\u202e',
    '2021',
    ' after p1 ',
    ' needs cctv, lapor ',
    'program p9 "Sembilan" { during 2021..2022 raises garuda.governance to 3 }\n',
    'use garuda, smart-city-100\n',
    'waive missing-kpi for p1 because "x" by dishub until 2030\n',
] as const;
