import { describe, expect, it } from 'vitest';
import type { Fragment } from '../../src/plan/fragment.ts';
import type { Origin } from '../../src/plan/origin.ts';
import { allKeywords } from '../../src/syntax/structure.ts';
import { day } from '../support.ts';
import { fixture, get, plain, read, wordsAt } from './reading.ts';

const everything = read(fixture('everything'));
const library = read(fixture('library'));

describe('the file with everything once', () => {
    it('gives the names it refers to in the order of the text', () => {
        for (const { references } of [everything, library]) {
            const starts = references.map(({ at }) => at.start);
            expect(starts.length).toBeGreaterThan(5);
            expect(starts).toEqual([...starts].sort((a, b) => a - b));
        }
    });

    it('is read without a problem', () => {
        expect(everything.problems).toEqual([]);
        expect(everything.declarations.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
            'masterplan kediri',
            'audience residents',
            'audience smes',
            'opd diskominfo',
            'opd dishub',
            'opd disdukcapil',
            'service complaints',
            'data population',
            'application sp4n-lapor',
            'application suara-warga',
            'infrastructure city-cctv',
            'program city-fibre',
            'infrastructure intra-network',
            'program complaint-room',
            'program toll-traffic',
            'driver toll',
            'obstacle ict-staff',
            'scenario late-fibre',
        ]);
    });

    it('uses three libraries', () => {
        expect(plain(everything.uses)).toEqual([{ kind: 'use', libraries: ['smart-city-100', 'garuda', 'funds'] }]);
    });

    it('has every clause of the masterplan', () => {
        expect(plain(get(everything, 'masterplan', 'kediri'))).toEqual({
            kind: 'masterplan',
            name: 'kediri',
            title: 'Masterplan Smart City Kota Kediri',
            region: 'Kota Kediri',
            code: '35.71',
            tagline: 'Harmoni Kediri, The Service City',
            period: { from: '2020', to: '2029' },
            vision: 'Kota Kediri Unggul dan Makmur dalam Harmoni',
            ceilings: [{ year: 2020, amount: 40_000_000_000 }],
            actuals: [{ of: 'garuda', value: 3, when: '2019-07-09', source: 'Bimtek tahap I, 9 Juli 2019' }],
            targets: [
                { of: 'garuda', value: 4, by: '2021' },
                { of: 'garuda', value: 5, by: '2023', source: 'Sambutan Wali Kota, 9 Juli 2019' },
            ],
            noneOf: [{ rules: ['duplicate-service', 'contested-data', 'isolated-opd'], by: '2023' }],
        });
    });

    it('has every clause of the agencies', () => {
        expect(plain(get(everything, 'opd', 'diskominfo'))).toEqual({
            kind: 'opd',
            name: 'diskominfo',
            title: 'Dinas Komunikasi dan Informatika',
            code: '2.16.2.20.2.21.01.0000',
            mandate: ['2.16', '2.20', '2.21'],
            capacity: 3,
            ceilings: [{ year: 2020, amount: 12_000_000_000 }],
        });
        expect(plain(get(everything, 'opd', 'dishub'))).toMatchObject({ code: '2.15.0.00.0.00.01.0000' });
        expect(plain(get(everything, 'opd', 'disdukcapil'))).toEqual({
            kind: 'opd',
            name: 'disdukcapil',
            title: 'Dinas Kependudukan dan Pencatatan Sipil',
        });
    });

    it('has every clause of the assets', () => {
        expect(plain(get(everything, 'service', 'complaints'))).toMatchObject({
            owner: 'diskominfo',
            serves: ['residents'],
        });
        expect(plain(get(everything, 'data', 'population'))).toMatchObject({ producer: 'disdukcapil', since: '2015' });
        expect(plain(get(everything, 'application', 'sp4n-lapor'))).toEqual({
            kind: 'application',
            name: 'sp4n-lapor',
            title: 'SP4N-LAPOR!',
            shared: {},
            supports: ['complaints'],
            since: '2020',
        });
        expect(plain(get(everything, 'application', 'suara-warga'))).toEqual({
            kind: 'application',
            name: 'suara-warga',
            title: 'Suara Warga',
            owner: 'diskominfo',
            supports: ['complaints'],
            needs: ['population'],
            integrates: ['sp4n-lapor'],
            since: '2013',
            until: '2025',
        });
        expect(plain(get(everything, 'infrastructure', 'city-cctv'))).toMatchObject({
            owner: 'dishub',
            class: 'cctv',
            area: ['Mojoroto'],
        });
    });

    it('has every clause of the programs', () => {
        expect(plain(get(everything, 'program', 'city-fibre'))).toEqual({
            kind: 'program',
            name: 'city-fibre',
            title: 'Jaringan serat optik antar-OPD',
            owner: 'diskominfo',
            partners: ['dishub'],
            element: 'governance.bureaucracy',
            code: '2.16.03.2.02.0014',
            duration: '9..12..18 months',
            earliest: '2020-Q1',
            budgets: [{ year: 2020, amount: 4_500_000_000, from: 'apbd' }],
            delivers: ['intra-network'],
            raises: [{ of: 'garuda.governance', to: 4 }],
        });
        expect(plain(get(everything, 'program', 'complaint-room'))).toEqual({
            kind: 'program',
            name: 'complaint-room',
            title: 'Satu pintu aduan warga',
            description: 'Menyatukan kanal aduan warga menjadi satu layanan.',
            owner: 'diskominfo',
            partners: ['dishub', 'disdukcapil'],
            element: 'governance.service',
            serves: ['residents'],
            area: ['Kota', 'Mojoroto', 'Pesantren'],
            start: '2020-Q3',
            duration: '6 months',
            after: { items: [{ ref: 'city-fibre', lag: '1 month' }] },
            needs: ['population', 'intra-network'],
            delivers: ['complaints'],
            replaces: ['suara-warga'],
            finishBy: '2021-Q2',
            budgets: [
                { year: 2020, amount: 850_000_000, from: 'apbd' },
                { year: 2021, amount: 300_000_000, from: 'csr' },
            ],
            kpis: [
                {
                    kind: 'kpi',
                    name: 'complaint-room.answer-time',
                    title: 'Waktu tanggap aduan',
                    unit: 'jam',
                    from: 72,
                    steps: [
                        { to: 48, by: '2021' },
                        { to: 24, by: '2022' },
                    ],
                },
            ],
            raises: [{ of: 'garuda.governance', to: 5, after: '3 months', until: '2027' }],
            resolves: ['ict-staff'],
            quickWin: {},
            source: 'Rencana aksi, hlm. 12',
            activities: [
                { kind: 'activity', name: 'complaint-room.design', title: 'Rancangan', duration: '2 months' },
                {
                    kind: 'activity',
                    name: 'complaint-room.rollout',
                    title: 'Peluncuran',
                    after: { items: ['complaint-room.design'] },
                    duration: '4 months',
                },
            ],
        });
        expect(plain(get(everything, 'program', 'toll-traffic'))).toMatchObject({
            during: { from: '2022', to: '2023' },
            respondsTo: ['toll'],
        });
    });

    it('has every clause of drivers, obstacles and scenarios', () => {
        expect(plain(get(everything, 'driver', 'toll'))).toEqual({
            kind: 'driver',
            name: 'toll',
            title: 'Exit toll Kediri',
            from: '2024',
            impacts: [
                { effect: 'positive', element: 'economy.industry', text: 'Distribusi barang lebih cepat' },
                { effect: 'negative', element: 'living.mobility', text: 'Antrean di pintu keluar' },
            ],
        });
        expect(plain(get(everything, 'obstacle', 'ict-staff'))).toMatchObject({ raisedBy: ['diskominfo'] });
        expect(plain(get(everything, 'scenario', 'late-fibre'))).toMatchObject({
            delays: [{ programs: ['city-fibre'], by: '12 months' }],
            drops: [['toll-traffic']],
        });
    });

    it('has every clause of the waiver', () => {
        expect(plain(everything.waivers)).toEqual([
            {
                kind: 'waiver',
                rule: 'missing-kpi',
                subjects: ['toll-traffic'],
                because: 'Indikator menunggu studi lalu lintas',
                by: 'dishub',
                until: '2099',
            },
        ]);
    });

    it('reads dates as spans of days', () => {
        const program = get(everything, 'program', 'complaint-room');
        expect(program.start!.when).toMatchObject({ first: day('2020-07-01'), last: day('2020-09-30') });
        expect(program.finishBy!.when.last).toBe(day('2021-06-30'));
        expect(get(everything, 'masterplan', 'kediri').period).toMatchObject({
            from: { first: day('2020-01-01') },
            to: { last: day('2029-12-31') },
        });
    });

    it('reads durations with least, likely and most', () => {
        const { length } = get(everything, 'program', 'city-fibre').duration!;
        expect([length.least, length.likely, length.most]).toEqual(
            [9, 12, 18].map((count) => ({ count, unit: 'months' })),
        );
    });
});

describe('the file of a library', () => {
    it('is read without a problem', () => {
        expect(library.problems).toEqual([]);
    });

    it('has dimensions with their elements', () => {
        expect(plain(get(library, 'dimension', 'governance'))).toEqual({
            kind: 'dimension',
            name: 'governance',
            title: 'Smart Governance',
            elements: [
                { kind: 'element', name: 'governance.service', title: 'Pelayanan', dimension: 'governance' },
                { kind: 'element', name: 'governance.bureaucracy', title: 'Birokrasi', dimension: 'governance' },
                { kind: 'element', name: 'governance.policy', title: 'Kebijakan', dimension: 'governance' },
            ],
        });
        expect(get(library, 'dimension', 'branding').elements).toEqual([]);
    });

    it('has staged frameworks with levels, bars and bands', () => {
        expect(plain(get(library, 'framework', 'garuda'))).toEqual({
            kind: 'framework',
            name: 'garuda',
            title: 'Garuda Smart City (ITB)',
            scale: { least: 1, most: 5, type: 'staged' },
            aggregate: { by: 'mean' },
            levels: [
                { level: 1, title: 'Ad hoc' },
                {
                    level: 4,
                    title: 'Integrative',
                    barredBy: ['duplicate-service', 'duplicate-application', 'contested-data'],
                },
            ],
            indicators: [
                {
                    kind: 'indicator',
                    name: 'garuda.governance',
                    title: 'Smart Governance',
                    framework: 'garuda',
                    measures: 'governance',
                    levels: [{ level: 4, title: 'Layanan dan data terhubung lintas OPD' }],
                },
            ],
        });
        expect(plain(get(library, 'framework', 'spbe'))).toMatchObject({
            bands: [{ title: 'Baik', from: 2.6 }],
            domains: [{ kind: 'domain', name: 'policy', title: 'Kebijakan SPBE' }],
            indicators: [
                { name: 'spbe.i01', domain: 'policy', weight: 1.3 },
                { name: 'spbe.i02', domain: 'policy', weight: 1.3 },
            ],
        });
    });

    it('has scored frameworks with weighted domains and an open scale', () => {
        expect(plain(get(library, 'framework', 'kominfo'))).toMatchObject({
            scale: { least: 0, type: 'scored' },
            domains: [
                { name: 'output', weight: 20 },
                { name: 'impact', weight: 20 },
            ],
            indicators: [
                { name: 'kominfo.output', domain: 'output' },
                { name: 'kominfo.governance', domain: 'impact', measures: 'governance' },
                { name: 'kominfo.branding', domain: 'impact', measures: 'branding' },
            ],
        });
        expect(get(library, 'framework', 'kominfo').scale!.most).toBeUndefined();
    });

    it('has funds', () => {
        expect(plain(get(library, 'fund', 'apbd'))).toEqual({ kind: 'fund', name: 'apbd', title: 'APBD Kota' });
    });
});

describe.each([
    ['everything', everything],
    ['library', library],
] as const)('places in the file %s', (name, fragment) => {
    const text = fixture(name);

    it('of references are the names as they are written', () => {
        expect(fragment.references.length).toBeGreaterThan(0);
        for (const { name: referred, expected, at } of fragment.references) {
            const written = wordsAt(text, at);
            expect(expected === 'activity' ? `complaint-room.${written}` : written).toBe(referred);
        }
    });

    it('of clauses begin with their keyword, and of declarations too', () => {
        const keywords = new Set(allKeywords());
        const places = clausesOf(fragment);
        expect(places.length).toBeGreaterThan(30);
        for (const at of places) {
            expect(keywords).toContain(/^[a-z0-9-]+/.exec(wordsAt(text, at))?.[0]);
        }
        for (const { kind, whole, at, name: declared } of fragment.declarations) {
            expect(wordsAt(text, whole)).toMatch(new RegExp(`^${kind} [^]*["}]$`));
            expect(wordsAt(text, at)).toBe(declared);
        }
    });
});

/** All places called `clause` or `whole` in a file. */
function clausesOf(fragment: Fragment): Origin[] {
    const found: Origin[] = [];
    const search = (value: unknown): void => {
        if (typeof value !== 'object' || value === null) {
            return;
        }
        for (const [key, each] of Object.entries(value)) {
            if ((key === 'clause' || key === 'whole') && each !== undefined) {
                found.push(each as Origin);
            } else {
                search(each);
            }
        }
    };
    search([fragment.uses, fragment.declarations, fragment.waivers]);
    return found;
}
