import fc from 'fast-check';

/** A text of one declaration, as somebody may type it: mostly right, with names that need not be there. */
type Text = fc.Arbitrary<string>;

const PROGRAMS = ['p1', 'p2', 'p3', 'p4', 'p5'];
const OPDS = ['o1', 'o2', 'o3'];
const SERVICES = ['s1', 's2'];
const DATA = ['t1', 't2'];
const APPLICATIONS = ['l1', 'l2', 'l3'];
const INFRASTRUCTURES = ['n1', 'n2'];
const ASSETS = [...SERVICES, ...DATA, ...APPLICATIONS, ...INFRASTRUCTURES];
const ELEMENTS = ['governance.service', 'living.mobility', 'economy.industry', 'nowhere'];
const TITLES = [
    'Aplikasi pengaduan warga',
    'Pengaduan warga berbasis aplikasi',
    'Jaringan serat optik',
    'Rekayasa lalu lintas',
    'Data kependudukan',
    '',
];
const RULES = ['missing-kpi', 'duplicate-service', 'isolated-program', 'single-fund', 'unused-waiver', 'no-such-rule'];

const any = (...texts: readonly string[]): Text => fc.constantFrom(...texts);
const name = (names: readonly string[]): Text => any(...names, names[0]!);
const names = (of: readonly string[]): Text =>
    fc.uniqueArray(name(of), { minLength: 1, maxLength: 2 }).map((list) => list.join(', '));
const year: Text = any('2020', '2021', '2022-Q3', '2023-02', '2025');
const length: Text = any('3 months', '40 days', '6..9..15 months', '2..5 weeks', '1 year');
const title: Text = any(...TITLES).map((text) => JSON.stringify(text));

/** A clause or nothing. */
const maybe = (clause: Text, weight = 1): Text =>
    fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight, arbitrary: clause });
const clause = (keyword: string, value: Text): Text => value.map((text) => `${keyword} ${text}`);
const block = (head: Text, ...clauses: readonly Text[]): Text =>
    fc.tuple(head, ...clauses).map(([first, ...rest]) => {
        const lines = rest.filter((text) => text !== '');
        return lines.length === 0 ? first : `${first} {\n    ${lines.join('\n    ')}\n}`;
    });
const head = (kind: string, of: readonly string[]): Text =>
    fc.tuple(name(of), title).map(([named, text]) => `${kind} ${named} ${text}`);

const program: Text = block(
    head('program', [...PROGRAMS, ...PROGRAMS, 's1']),
    maybe(clause('owner', name(OPDS)), 8),
    maybe(clause('partners', names(OPDS))),
    maybe(clause('element', name(ELEMENTS)), 4),
    maybe(clause('serves', name(['g1', 'g2']))),
    maybe(any('area a1', 'area "Mojoroto"')),
    maybe(clause('code', any('"2.16.03.2.02.0014"', '"2.15.02.2.01"', '"2.16"', '"x"'))),
    maybe(
        fc.oneof(
            clause('start', year),
            clause(
                'during',
                fc.tuple(year, year).map(([a, b]) => `${a}..${b}`),
            ),
        ),
        2,
    ),
    maybe(clause('earliest', year)),
    maybe(clause('duration', length), 6),
    maybe(
        fc.tuple(names(PROGRAMS), maybe(any(' + 1 month'))).map(([text, lag]) => `after ${text}${lag}`),
        2,
    ),
    maybe(clause('finish by', year)),
    maybe(any('started 2020-03', 'finished 2021-05', 'progress 40%', 'cancelled')),
    maybe(clause('needs', names(ASSETS)), 3),
    maybe(clause('delivers', names(ASSETS)), 4),
    maybe(clause('replaces', name(ASSETS))),
    maybe(clause('resolves', name(['h1', 'h2']))),
    maybe(clause('responds-to', name(['v1']))),
    maybe(any('quick-win')),
    maybe(
        fc
            .tuple(year, any('850 juta', '1.25 miliar', '90'), name(['apbd', 'csr', 'f1']))
            .map(([y, sum, fund]) => `budget ${y.slice(0, 4)} Rp ${sum} from ${fund}`),
        3,
    ),
    maybe(any('kpi k "Waktu tanggap" unit "jam" from 7 to 4 by 2022', 'kpi k2 "Cakupan"'), 2),
    maybe(
        any(
            'raises garuda.governance to 2',
            'raises garuda.governance to 3 after 2 months',
            'raises garuda.living to 2 until 2024',
            'raises garuda.mobility to 9',
        ),
    ),
    maybe(
        any(
            'activity x "X" { duration 2 months }\n    activity y "Y" { after x duration 9 months }',
            'activity x "X" { after x }',
        ),
    ),
    maybe(any('ownr o1', 'duration "x"', 'kpi', '"')),
);

const declaration: Text = fc.oneof(
    { weight: 10, arbitrary: program },
    {
        weight: 2,
        arbitrary: block(
            head('service', SERVICES),
            maybe(clause('owner', name(OPDS)), 4),
            maybe(clause('serves', name(['g1']))),
            maybe(any('since 2015', 'until 2021')),
        ),
    },
    {
        weight: 2,
        arbitrary: block(
            head('data', DATA),
            maybe(clause('producer', name(OPDS)), 4),
            maybe(any('since 2015', 'until 2022')),
        ),
    },
    {
        weight: 3,
        arbitrary: block(
            head('application', APPLICATIONS),
            maybe(clause('owner', name(OPDS)), 4),
            maybe(any('shared')),
            maybe(clause('supports', names(SERVICES)), 4),
            maybe(clause('needs', names(ASSETS))),
            maybe(clause('integrates', name(APPLICATIONS))),
            maybe(clause('replaces', name(APPLICATIONS))),
            maybe(clause('serves', name(['g1', 'g2']))),
            maybe(any('since 2013', 'since 2018 until 2024')),
        ),
    },
    {
        weight: 2,
        arbitrary: block(
            head('infrastructure', INFRASTRUCTURES),
            maybe(clause('owner', name(OPDS)), 4),
            maybe(clause('class', any('cctv', 'network', 'CCTV')), 3),
            maybe(any('shared', 'area a1')),
        ),
    },
    {
        weight: 2,
        arbitrary: block(
            head('opd', OPDS),
            maybe(any('code "2.16.2.20.2.21.01.0000"', 'code "2.15.0.00.0.00.01.0000"', 'mandate "2.16", "2.15"')),
            maybe(any('capacity 1 programs')),
            maybe(any('ceiling 2021 Rp 900 juta')),
        ),
    },
    any(
        'audience g1 "Warga"',
        'audience g2 "UMKM"',
        'area a1 "Mojoroto" within a2',
        'area a2 "Kota"',
        'fund f1 "Hibah"',
        'obstacle h1 "SDM" { raised-by o1 }',
        'driver v1 "Tol" { from 2024 impact negative living.mobility "Antrean" impact positive economy.industry "Lancar" }',
        'scenario c1 "Terlambat" { delay p1 by 12 months drop p2 }',
        '// catatan',
        '/* catatan',
        'program',
        'dimension society2 "Masyarakat" { element club "Klub" }',
        'use garuda',
    ),
    fc
        .tuple(name(RULES), names([...PROGRAMS, 's1', 'o1']), name(OPDS), any('until 2099', 'until 2019', ''))
        .map(
            ([rule, subjects, by, until]) => `waive ${rule} for ${subjects} because "Sudah dibahas" by ${by} ${until}`,
        ),
);

const masterplan: Text = any(
    '',
    'masterplan m "Masterplan" { period 2020..2026 target garuda 3 by 2024 target none-of duplicate-service, missing-kpi by 2022 actual garuda 1 at 2019 }',
    'masterplan m "Masterplan" { period 2020..2026 region "Kota" ceiling 2021 Rp 1 miliar target garuda.governance 3 by 2021 }',
    'masterplan m "Masterplan" { region "Kota" }',
);

/** The declarations that a file of a plan begins with. */
export const firstDeclarations: fc.Arbitrary<string[]> = fc
    .tuple(
        any('use smart-city-100, garuda, funds', 'use smart-city-100, garuda, funds', ''),
        masterplan,
        fc.array(declaration, { minLength: 4, maxLength: 12 }),
    )
    .map(([use, plan, declarations]) => [use, plan, ...declarations]);

/** Something somebody does in a workspace. Places are taken modulo what is there. */
export type Step =
    | { readonly kind: 'write' | 'insert'; readonly file: number; readonly place: number; readonly text: string }
    | { readonly kind: 'delete' | 'move'; readonly file: number; readonly place: number; readonly to: number }
    | {
          readonly kind: 'type';
          readonly file: number;
          readonly place: number;
          readonly letters: string;
          readonly drop: number;
      }
    | { readonly kind: 'create'; readonly texts: readonly string[] }
    | { readonly kind: 'remove' | 'rename'; readonly file: number };

const place = fc.nat(30);
const file = fc.nat(5);

/** What people do, mostly in one declaration. */
export const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 8, arbitrary: fc.record({ kind: fc.constant('write' as const), file, place, text: declaration }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('insert' as const), file, place, text: declaration }) },
    {
        weight: 3,
        arbitrary: fc.record({ kind: fc.constantFrom('delete' as const, 'move' as const), file, place, to: file }),
    },
    {
        weight: 6,
        arbitrary: fc.record({
            kind: fc.constant('type' as const),
            file,
            place: fc.nat(3000),
            letters: any('x', '1', ' ', '\n', '"', '{', '}', 'cancelled ', 'partners o2 ', 'p1', ''),
            drop: fc.nat(3),
        }),
    },
    {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('create' as const), texts: fc.array(declaration, { maxLength: 4 }) }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('remove' as const, 'rename' as const), file }) },
);
