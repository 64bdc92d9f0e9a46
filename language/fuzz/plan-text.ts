import fc from 'fast-check';
import { RULES } from '../src/rules/catalogue.ts';
import { allKeywords } from '../src/syntax/structure.ts';

/**
 * Random plans in the language itself: every declaration and clause of the grammar, with names from small pools, so that
 * references meet, sides double each other and circles close; and now and then a name that is a keyword, or nobody's.
 */

const POOLS = {
    opd: ['dinkes', 'dishub', 'diskominfo', 'camat-1'],
    audience: ['residents', 'smes'],
    service: ['complaints', 'permits'],
    data: ['population', 'roads'],
    application: ['lapor', 'suara'],
    infrastructure: ['cctv', 'fibre-net'],
    program: ['p1', 'p2', 'p3', 'p4', 'p5', 'after'],
    driver: ['toll'],
    obstacle: ['staff'],
    area: ['kota', 'pesantren'],
    fund: ['apbd', 'csr'],
    element: ['governance.service', 'governance.bureaucracy', 'own.one', 'own.two'],
    indicator: ['garuda.governance', 'garuda', 'own-frame.i1', 'own-frame.i2', 'own-frame'],
} as const;

type Pool = keyof typeof POOLS;

const RULE_NAMES = RULES.map((rule) => rule.name);

function pick(...texts: readonly string[]): fc.Arbitrary<string> {
    return fc.constantFrom(...texts);
}

/** A name of a kind; rarely a keyword, or one that nobody declares. */
function name(pool: Pool): fc.Arbitrary<string> {
    return fc.oneof(
        { weight: 30, arbitrary: pick(...POOLS[pool]) },
        { weight: 1, arbitrary: pick(...allKeywords()) },
        { weight: 1, arbitrary: pick('nobody', 'no.body') },
    );
}

function names(pool: Pool): fc.Arbitrary<string> {
    return fc.array(name(pool), { minLength: 1, maxLength: 3 }).map((all) => all.join(', '));
}

const asset = fc.oneof(...(['service', 'data', 'application', 'infrastructure'] as const).map(name));
const assets = fc.array(asset, { minLength: 1, maxLength: 3 }).map((all) => all.join(', '));
const year = fc.integer({ min: 2018, max: 2031 }).map(String);
const date = fc.oneof(
    year,
    fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([y, q]) => `${y}-Q${q}`),
    fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`),
    fc
        .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
        .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`),
);
const unit = pick('days', 'weeks', 'months', 'month', 'quarters', 'years');
const count = fc.integer({ min: 0, max: 30 });
const length = fc.oneof(
    { weight: 4, arbitrary: fc.tuple(count, unit).map(([n, u]) => `${n} ${u}`) },
    { weight: 1, arbitrary: fc.tuple(count, count, unit).map(([a, b, u]) => `${a}..${b} ${u}`) },
    { weight: 1, arbitrary: fc.tuple(count, count, count, unit).map(([a, b, c, u]) => `${a}..${b}..${c} ${u}`) },
);
const money = fc.oneof(
    fc.integer({ min: 1, max: 900 }).map((n) => `Rp ${n} juta`),
    fc.integer({ min: 1, max: 40 }).map((n) => `Rp ${n}.25 miliar`),
    pick('Rp 1_250_000_000', 'Rp 1.250.000.000', 'Rp 2 triliun'),
);
const title = fc.oneof(
    pick(
        '"Pengaduan masyarakat"',
        '"Layanan pengaduan warga"',
        '"Peningkatan jalan kota"',
        '"Sistem informasi kependudukan"',
        '""',
    ),
    fc.string({ maxLength: 8, unit: 'grapheme' }).map((text) => JSON.stringify(text.replace(/[\\"\r\n]/g, ' '))),
);
const level = fc.integer({ min: 0, max: 6 }).map(String);
const notes = fc.oneof(
    title.map((text) => `description ${text}`),
    title.map((text) => `source ${text}`),
    fc.constant('description """\n        two\n        lines\n        """'),
    fc.constant('// a comment\n   '),
    fc.constant('/* another */'),
);
const area = fc.oneof(names('area'), pick('"Kota"', '"Mojoroto", "Kota"')).map((text) => `area ${text}`);
const life = fc.oneof(
    date.map((text) => `since ${text}`),
    date.map((text) => `until ${text}`),
);
const owner = name('opd').map((text) => `owner ${text}`);
const ruleNames = fc.uniqueArray(pick(...RULE_NAMES), { minLength: 1, maxLength: 3 }).map((all) => all.join(', '));

const programClauses = fc.oneof(
    { weight: 3, arbitrary: owner },
    { weight: 3, arbitrary: length.map((text) => `duration ${text}`) },
    { weight: 2, arbitrary: names('program').map((text) => `after ${text}`) },
    fc.tuple(name('program'), length).map(([p, l]) => `after ${p} + ${l}`),
    names('opd').map((text) => `partners ${text}`),
    { weight: 2, arbitrary: name('element').map((text) => `element ${text}`) },
    names('audience').map((text) => `serves ${text}`),
    area,
    pick('2.16.03.2.02.0014', '2.16.03.2.02', '1.02', '2.16.03.2.02.14', 'x').map((text) => `code "${text}"`),
    fc.tuple(date, date).map(([a, b]) => `during ${a}..${b}`),
    date.map((text) => `start ${text}`),
    date.map((text) => `earliest ${text}`),
    date.map((text) => `started ${text}`),
    date.map((text) => `finished ${text}`),
    date.map((text) => `finish by ${text}`),
    fc.integer({ min: 0, max: 120 }).map((n) => `progress ${n}%`),
    pick('quick-win', 'cancelled', 'quick-win'),
    { weight: 2, arbitrary: assets.map((text) => `needs ${text}`) },
    { weight: 2, arbitrary: assets.map((text) => `delivers ${text}`) },
    assets.map((text) => `replaces ${text}`),
    names('obstacle').map((text) => `resolves ${text}`),
    names('driver').map((text) => `responds-to ${text}`),
    { weight: 2, arbitrary: fc.tuple(year, money, name('fund')).map(([y, m, f]) => `budget ${y} ${m} from ${f}`) },
    fc
        .tuple(pick('k1', 'k2', 'to'), title, date)
        .map(([k, t, d]) => `kpi ${k} ${t} unit "jam" from 72 to 48 by ${d} to 24`),
    { weight: 2, arbitrary: fc.tuple(name('indicator'), level).map(([i, n]) => `raises ${i} to ${n}`) },
    fc.tuple(name('indicator'), level, length, date).map(([i, n, l, d]) => `raises ${i} to ${n} after ${l} until ${d}`),
    fc.tuple(pick('a1', 'a2'), length).map(([a, l]) => `activity ${a} "Kegiatan" { duration ${l} }`),
    fc.tuple(length).map(([l]) => `activity a3 "Kegiatan" { after a1, a2 duration ${l} }`),
    notes,
);

const applicationClauses = fc.oneof(
    owner,
    names('service').map((text) => `supports ${text}`),
    assets.map((text) => `needs ${text}`),
    names('application').map((text) => `integrates ${text}`),
    names('application').map((text) => `replaces ${text}`),
    names('audience').map((text) => `serves ${text}`),
    pick('shared'),
    area,
    life,
    notes,
);

function block(keyword: string, pool: Pool, clause: fc.Arbitrary<string>, most = 8): fc.Arbitrary<string> {
    return fc
        .tuple(name(pool), title, fc.array(clause, { maxLength: most }), fc.boolean())
        .map(([n, t, clauses, wide]) =>
            clauses.length === 0
                ? `${keyword} ${n} ${t}`
                : wide
                  ? `${keyword} ${n} ${t} {\n    ${clauses.join('\n    ')}\n}`
                  : `${keyword} ${n} ${t} { ${clauses.join('\n  ')} }`,
        );
}

const masterplan = fc
    .array(
        fc.oneof(
            fc.tuple(date, date).map(([a, b]) => `period ${a}..${b}`),
            fc.tuple(year, money).map(([y, m]) => `ceiling ${y} ${m}`),
            fc.tuple(name('indicator'), level, date).map(([i, n, d]) => `actual ${i} ${n} at ${d} source "x"`),
            fc.tuple(name('indicator'), level, date).map(([i, n, d]) => `target ${i} ${n} by ${d}`),
            fc.tuple(ruleNames, date).map(([r, d]) => `target none-of ${r} by ${d}`),
            notes,
        ),
        { maxLength: 6 },
    )
    .map((clauses) => `masterplan kota "Kota" {\n    period 2020..2029\n    ${clauses.join('\n    ')}\n}`);

const framework = fc
    .tuple(pick('staged', 'scored'), pick('mean', 'minimum'), ruleNames, fc.boolean())
    .map(
        ([type, by, rules, domains]) =>
            `framework own-frame "Milik sendiri" {\n    scale 1..5 ${type}\n    aggregate ${by}\n` +
            `    level 3 "Tiga" barred-by ${rules}\n    band "Baik" from 2.6\n` +
            (domains
                ? '    domain d "D" weight 2 { indicator i1 "Satu" measures governance weight 1.5 indicator i2 "Dua" }\n}'
                : '    indicator i1 "Satu" measures own { level 2 "Dua" }\n    indicator i2 "Dua" weight 3\n}'),
    );

/** One declaration. */
const declaration = fc.oneof(
    { weight: 12, arbitrary: block('program', 'program', programClauses, 12) },
    { weight: 3, arbitrary: block('application', 'application', applicationClauses) },
    block(
        'service',
        'service',
        fc.oneof(
            owner,
            names('audience').map((t) => `serves ${t}`),
            life,
            notes,
        ),
    ),
    block(
        'data',
        'data',
        fc.oneof(
            name('opd').map((t) => `producer ${t}`),
            life,
            notes,
        ),
    ),
    block(
        'infrastructure',
        'infrastructure',
        fc.oneof(owner, pick('class cctv', 'class network', 'shared'), area, life, notes),
    ),
    {
        weight: 2,
        arbitrary: block(
            'opd',
            'opd',
            fc.oneof(
                pick(
                    'code "2.16.2.20.2.21.01.0000"',
                    'code "2.15.0.00.0.00.01.0000"',
                    'mandate "2.16", "2.20"',
                    'capacity 1 programs',
                ),
                fc.tuple(year, money).map(([y, m]) => `ceiling ${y} ${m}`),
                notes,
            ),
        ),
    },
    block('audience', 'audience', notes, 1),
    block('fund', 'fund', notes, 1),
    block(
        'area',
        'area',
        fc.oneof(
            name('area').map((t) => `within ${t}`),
            notes,
        ),
        2,
    ),
    block(
        'driver',
        'driver',
        fc.oneof(
            date.map((t) => `from ${t}`),
            fc.tuple(pick('positive', 'negative'), name('element'), title).map(([e, n, t]) => `impact ${e} ${n} ${t}`),
            notes,
        ),
    ),
    block(
        'obstacle',
        'obstacle',
        fc.oneof(
            names('opd').map((t) => `raised-by ${t}`),
            notes,
        ),
        2,
    ),
    fc
        .tuple(names('program'), length, names('program'))
        .map(([a, l, b]) => `scenario s1 "Andai" { delay ${a} by ${l} drop ${b} }`),
    fc.constant('dimension own "Dimensi" { element one "Satu" element two "Dua" }'),
    framework,
    masterplan,
    pick('use smart-city-100, garuda', 'use funds', 'use spbe, kominfo', 'use nothing'),
    fc
        .tuple(pick(...RULE_NAMES), names('program'), name('opd'), date)
        .map(([r, p, o, d]) => `waive ${r} for ${p} because "Alasan" by ${o} until ${d}`),
);

/** The declarations of a whole plan, a text each. */
export const declarations: fc.Arbitrary<readonly string[]> = fc
    .tuple(fc.array(declaration, { minLength: 1, maxLength: 16 }), fc.boolean())
    .map(([all, based]) => (based ? ['use smart-city-100, garuda', ...all] : all));

/** A whole plan in one text. */
export const planText: fc.Arbitrary<string> = declarations.map((all) => `${all.join('\n')}\n`);
