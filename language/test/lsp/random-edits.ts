import fc from 'fast-check';

/** One thing that an editor, or someone at the disk behind its back, does. Numbers choose among what there is. */
export type Step =
    | { readonly do: 'open' | 'close' | 'delete' | 'save'; readonly file: number }
    | {
          readonly do: 'type';
          readonly file: number;
          readonly from: number;
          readonly length: number;
          readonly text: string;
      }
    | { readonly do: 'replace' | 'write'; readonly file: number; readonly text: string }
    | { readonly do: 'move'; readonly file: number; readonly to: number }
    | { readonly do: 'configure'; readonly text: string | undefined }
    | { readonly do: 'pause' };

/** Files that come and go: two plans, one of them nested in the other when its configuration is there. */
export const PATHS = ['a.smartcity', 'b.smartcity', 'sub%20dir/c.smartcity', 'east/d.smartcity', 'east/e.smartcity'];

/** Where the nested plan has its configuration. */
export const EAST = 'east/smartcity.json';

const PIECES = [
    'opd dishub "Dishub"\n',
    'opd diskominfo "Diskominfo" { code "2.16.2.20.2.21.01.0000" }\n',
    'service complaints "Pengaduan" { owner diskominfo }\n',
    'application lapor "Lapor" { owner dishub supports complaints since 2015 }\n',
    'application suara "Suara" { owner diskominfo supports complaints since 2015 }\n',
    'program p "Pengaduan warga" {\n    owner dishub\n    during 2021..2021\n    delivers complaints\n}\n',
    'program q "Pengaduan warga satu pintu" {\n    owner diskominfo\n    after p\n    duration 6 months\n    needs lapor\n}\n',
    'use garuda, smart-city-100\n',
    'masterplan k "K" { period 2020..2024 target garuda 2 by 2022 }\n',
    'waive missing-kpi for p because "x" by dishub until 2030\n',
    'scenario late "Late" { delay p by 3 months drop q }\n',
    '// just words\n',
];
const SNIPPETS = [
    '',
    ' ',
    '\n',
    '}',
    '{',
    '"',
    'x',
    '  owner dishub\n',
    'quick-win',
    '\ud83d',
    '\r\n',
    '2021',
    ...PIECES,
];

const file = fc.nat({ max: PATHS.length - 1 });
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 5 }).map((pieces) => pieces.join(''));

/** Any sequence of steps. */
export const steps = fc.array(
    fc.oneof(
        { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('open', 'close', 'save', 'delete'), file }) },
        {
            weight: 4,
            arbitrary: fc.record({
                do: fc.constant('type'),
                file,
                from: fc.nat({ max: 400 }),
                length: fc.nat({ max: 30 }),
                text: fc.constantFrom(...SNIPPETS),
            }),
        },
        { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('replace', 'write'), file, text }) },
        { weight: 1, arbitrary: fc.record({ do: fc.constant('move'), file, to: file }) },
        {
            weight: 1,
            arbitrary: fc.record({
                do: fc.constant('configure'),
                text: fc.constantFrom(
                    undefined,
                    '{}',
                    '{ "rules": { "missing-kpi": "error" } }',
                    '{ "exclude": ["e*"] }',
                    '{',
                ),
            }),
        },
        { weight: 1, arbitrary: fc.constant({ do: 'pause' as const }) },
    ) as fc.Arbitrary<Step>,
    { minLength: 2, maxLength: 14 },
);

/** Texts to begin with, one a path; `undefined` for a file that is not there. */
export const beginnings = fc.array(fc.option(text, { nil: undefined, freq: 4 }), {
    minLength: PATHS.length,
    maxLength: PATHS.length,
});
