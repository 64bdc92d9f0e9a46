import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/plan/calendar.ts';
import { checkOf } from '../support.ts';

const CITY = `
    masterplan m "M" { period 2020-07..2023 }
    dimension d "D" { element e1 "Satu" element e2 "Dua" element e3 "Tiga" }
    opd x "Dinas X"
    opd y "Dinas Y"
    opd z "Dinas Z"
    data dx "Data X" { producer x  since 2015 }
    application hub "Hub" { shared  owner y  since 2015 }
`;
const analysisOf = (text: string) => checkOf(CITY + text).analysis;

describe('links', () => {
    const tied = (text: string) =>
        analysisOf(text).links.links.map(
            ({ from, other, kind, clause }) => `${from.name} ${kind} ${other.name}: ${clause.name}`,
        );

    it('are what a program needs, waits for, delivers, replaces and whom it works with', () => {
        expect(
            tied(`
                program a "A" {
                    owner z
                    partners x, z
                    needs dx, hub, built
                    delivers new
                    replaces hub
                    after other, own
                }
                infrastructure built "Built" { owner z }
                application new "New" { owner x }
                program builder "B" { owner y  delivers built }
                program other "O" { owner y }
                program own "P" { owner z }
            `),
        ).toEqual([
            'a shares x: x',
            'a depends x: dx',
            'a shares x: new',
            'a depends y: hub',
            'a shares y: hub',
            'a depends y: built',
            'a shares y: hub',
            'a depends y: other',
            'builder shares z: built',
        ]);
    });

    it('of applications are what they need and integrate', () => {
        expect(tied('application app "App" { owner z  needs dx  integrates hub }')).toEqual([
            'app depends x: dx',
            'app shares y: hub',
        ]);
    });

    it('do not come from cancelled programs, nor lead to them', () => {
        const text = `
            program a "A" { owner x  after b }
            program b "B" { owner y  partners z  cancelled }
        `;
        expect(tied(text)).toEqual([]);
        expect(analysisOf(text).links.programs.map(({ program, isolated }) => [program.name, isolated])).toEqual([
            ['a', true],
        ]);
    });

    it('say nothing about a program whose partners could not be read', () => {
        const { links } = analysisOf('program a "A" { owner x  partners 12 }');
        expect(links.programs.map(({ isolated }) => isolated)).toEqual([false]);
    });

    it('of an asset with a date are not those of the programs that deliver it', () => {
        const text = (since: string) => `
            infrastructure net "Net" { owner x ${since} }
            program builder "B" { owner x  delivers net }
            program user "U" { owner y  partners z  needs net }`;
        const isolated = (since: string) =>
            analysisOf(text(since))
                .links.programs.filter((program) => program.isolated)
                .map(({ program }) => program.name);
        expect(isolated('since 2015')).toEqual(['builder']);
        expect(isolated('')).toEqual([]);
    });
});

describe('silo figures', () => {
    const TEXT = `
        service s "Layanan" { owner x }
        program a "A" { owner x  during 2020-01..2021  delivers s }
        program b "B" { owner y  during 2021..2022  delivers s  partners x }
        program c "C" { owner z  during 2022..2022 }
        program u "U" { owner z }
        program e "E" { during 2021..2021 }
        application one "Satu" { owner x  supports s  since 2019  until 2020  integrates hub }
        application two "Dua" { owner z  supports s  since 2020-10 }
    `;

    it('move from year to year, from the spans of the findings', () => {
        const { silos } = analysisOf(TEXT);
        expect(
            silos.years.map((year) => [
                `${year.year} ${isoDate(year.first)}..${isoDate(year.last)}`,
                `${year.linked} of ${year.programs}`,
                year.isolatedPrograms,
                year.isolatedOwners,
                year.doubles,
            ]),
        ).toEqual([
            ['2020 2020-07-01..2020-12-31', '0 of 2', ['a', 'u'], ['z'], 2],
            ['2021 2021-01-01..2021-12-31', '1 of 3', ['a', 'u'], ['z'], 3],
            ['2022 2022-01-01..2022-12-31', '1 of 3', ['c', 'u'], ['z'], 1],
            ['2023 2023-01-01..2023-12-31', '0 of 1', ['u'], ['z'], 0],
        ]);
        expect(silos.years.map((year) => year.share)).toEqual([0, 1 / 3, 1 / 3, 0]);
        expect(silos.owners.map((owner) => owner.name)).toEqual(['x', 'y', 'z']);
    });

    it('count each pair once, in the two cells across the diagonal', () => {
        const { whole } = analysisOf(TEXT).silos;
        const cell = (owner: string, other: string) =>
            whole.cells.find((each) => each.owner === owner && each.other === other);
        expect(cell('y', 'x')).toMatchObject({ depends: [], shares: ['b'], doubles: [['b', 'a']], overlaps: [] });
        expect(cell('x', 'y')).toMatchObject({ shares: ['one'], doubles: [['a', 'b']] });
        expect(cell('x', 'z')?.doubles).toEqual([
            ['a', 'two'],
            ['one', 'two'],
        ]);
        expect(whole.doubles).toBe(4);
        expect(whole.cells.map((each) => each.owner + each.other)).toEqual(['xy', 'xz', 'yx', 'yz', 'zx', 'zy']);
    });

    it('count a pair that doubles in one service and overlaps in another as a double', () => {
        const { whole } = analysisOf(`
            audience p "P" audience q "Q" service s "S" { owner x } service t "T" { owner x }
            infrastructure f "F" { owner x  class cctv  area "Kota" } infrastructure g "G" { owner y  class cctv }
            program a "A" { owner x  serves p  delivers s  code "2.16.03.2.02" }
            program b "B" { owner y  serves q  delivers s  code "2.16.03.2.02" }
            program c "C" { owner z  serves q  delivers t }
            program h "H" { owner y  serves p  delivers t }
        `).silos;
        expect([whole.doubles, whole.overlaps]).toEqual([2, 1]);
    });

    it('have no share where nothing runs, and no years without a period and dates', () => {
        const { silos } = checkOf('opd x "X"').analysis;
        expect(silos).toMatchObject({ owners: [], years: [], whole: { programs: 0, share: null, cells: [] } });
    });

    it('take the years from the programs where there is no period', () => {
        const { years } = checkOf(
            'program a "A" { during 2021-05..2022 } program b "B" { during 2022..2024-02 }',
        ).analysis;
        expect(years.map(({ year, first, last }) => [year, isoDate(first), isoDate(last)])).toEqual([
            [2021, '2021-05-01', '2021-12-31'],
            [2022, '2022-01-01', '2022-12-31'],
            [2023, '2023-01-01', '2023-12-31'],
            [2024, '2024-01-01', '2024-02-29'],
        ]);
    });

    it('stop at a hundred years', () => {
        expect(checkOf('masterplan m "M" { period 1900..9999 }').analysis.years).toHaveLength(100);
    });
});

describe('coverage', () => {
    it('shows every element with its owners, partners and years, the empty cells too', () => {
        const { coverage } = analysisOf(`
            program a "A" { owner x  partners y  element d.e1  during 2020..2021 }
            program b "B" { owner y  element d.e1  during 2021..2021 }
            program c "C" { owner x  element d.e2 }
            program g "G" { element d.e2  during 2023..2023 }
            program h "H" { owner z  element d.e3  during 2023..2023  cancelled }
        `);
        expect(coverage.owners.map((owner) => owner.name)).toEqual(['x', 'y']);
        expect(coverage.years.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023]);
        expect(coverage.rows.map(({ element, dimension, ...row }) => ({ element: element.name, ...row }))).toEqual([
            {
                element: 'd.e1',
                programs: ['a', 'b'],
                owners: [
                    { owned: ['a'], supported: [] },
                    { owned: ['b'], supported: ['a'] },
                ],
                years: [['a'], ['a', 'b'], [], []],
                unscheduled: [],
            },
            {
                element: 'd.e2',
                programs: ['c', 'g'],
                owners: [
                    { owned: ['c'], supported: [] },
                    { owned: [], supported: [] },
                ],
                years: [[], [], [], ['g']],
                unscheduled: ['c'],
            },
            {
                element: 'd.e3',
                programs: [],
                owners: [
                    { owned: [], supported: [] },
                    { owned: [], supported: [] },
                ],
                years: [[], [], [], []],
                unscheduled: [],
            },
        ]);
    });
});
