import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/plan/calendar.ts';
import type { Finding } from '../../src/plan/finding.ts';
import { checkOf } from '../support.ts';

const CITY = `
    opd x "Dinas X"
    opd y "Dinas Y"
    opd z "Dinas Z"
    audience residents "Warga"
    audience smes "Pelaku UMKM"
    audience pupils "Pelajar"
    service s "Layanan" { owner x  serves residents }
    service t "Layanan lain" { owner x }
`;
const SECTORS = ['duplicate-service', 'overlapping-service', 'duplicate-application', 'bypasses-shared-application'];

/** The findings of some rules as `rule a b from..to`, sorted. */
function found(text: string, rules: readonly string[] = SECTORS): string[] {
    const { findings } = checkOf(CITY + text);
    const span = ({ from, to }: Finding) => `${from === null ? '' : isoDate(from)}..${to === null ? '' : isoDate(to)}`;
    return findings
        .filter((finding) => rules.includes(finding.rule))
        .map((finding) => `${finding.rule} ${finding.subjects.join(' ')} ${span(finding)}`)
        .sort();
}

describe('services', () => {
    it('hold over the days on which both sides live', () => {
        expect(
            found(`
                program a "A" { owner x  delivers s  during 2020..2021 }
                program b "B" { owner y  delivers s  during 2021-07..2022 }
                application c "C" { owner z  supports s  since 2021-03  until 2021-08 }
            `),
        ).toEqual([
            'duplicate-service a b 2021-07-01..2021-12-31',
            'duplicate-service a c 2021-03-01..2021-08-31',
            'duplicate-service b c 2021-07-01..2021-08-31',
        ]);
    });

    it('take an unscheduled program as always there, and leave ends open', () => {
        expect(
            found(`
                program a "A" { owner x  delivers s }
                program b "B" { owner y  delivers s }
                application c "C" { owner z  supports s  since 2021 }
            `),
        ).toEqual([
            'duplicate-service a b ..',
            'duplicate-service a c 2021-01-01..',
            'duplicate-service b c 2021-01-01..',
        ]);
    });

    it('let an application live from its delivery, to its replacement', () => {
        expect(
            found(`
                program build "Bangun" { owner x  delivers a  during 2020..2020 }
                application a "A" { owner x  supports s }
                application b "B" { owner y  supports s  since 2015 }
                program end "Akhiri" { owner z  replaces a  during 2022..2022-06 }
            `),
        ).toEqual([
            'duplicate-application a b 2021-01-01..2022-06-30',
            'duplicate-service a b 2021-01-01..2022-06-30',
            'duplicate-service b build 2020-01-01..2020-12-31',
        ]);
    });

    it('give one finding for each pair and service, however many ways there are', () => {
        expect(
            found(`
                program a "A" { owner x  delivers s, own, s, t  during 2020..2020 }
                application own "Own" { owner x  supports s, s }
                program b "B" { owner y  delivers s, t  during 2020..2020 }
            `),
        ).toEqual(['duplicate-service a b 2020-01-01..2020-12-31', 'duplicate-service a b 2020-01-01..2020-12-31']);
    });

    it.each([
        ['', '', 'duplicate-service'],
        ['serves smes', '', 'duplicate-service'],
        ['serves smes', 'serves residents, smes', 'duplicate-service'],
        ['serves smes', 'serves residents', 'overlapping-service'],
        ['area "Kota"', '', 'duplicate-service'],
        ['area "Kota"', 'area "Pesantren"', 'overlapping-service'],
        ['serves smes  area "Kota"', 'serves pupils  area "Pesantren"', 'overlapping-service'],
        ['serves smes  area "Kota"', 'serves smes  area "Pesantren"', 'overlapping-service'],
        ['serves smes  area "Kota"', 'serves pupils  area "kota"', 'overlapping-service'],
    ])('compare %j with %j: %s', (one, other, rule) => {
        const sides = `program a "A" { owner x  delivers s  during 2020..2020  ${one} }
            program b "B" { owner y  delivers s  during 2020..2020  ${other} }`;
        expect(found(sides)).toEqual([`${rule} a b 2020-01-01..2020-12-31`]);
    });

    it('take no side without an owner, of one owner, or of a cancelled program', () => {
        expect(
            found(`
                program a "A" { owner x  delivers s }
                program b "B" { delivers s }
                program c "C" { owner nobody  delivers s }
                program d "D" { owner x  delivers s }
                program e "E" { owner y  delivers s  cancelled }
                application f "F" { supports s }
            `),
        ).toEqual([]);
    });

    it('excuse a program from what it delivers or replaces, and only from that', () => {
        expect(
            found(`
                program a "A" { owner x  delivers new  replaces old  during 2020..2020 }
                application new "New" { owner y  supports s }
                application old "Old" { owner z  supports s  since 2010 }
                application third "Third" { owner y  supports s  since 2010  until 2020-06 }
            `),
        ).toEqual([
            'duplicate-application old third 2010-01-01..2020-06-30',
            'duplicate-service a third 2020-01-01..2020-06-30',
            'duplicate-service old third 2010-01-01..2020-06-30',
        ]);
    });

    it('excuse what a shared, integrating or replacing application brings, but not what is delivered besides', () => {
        const sides = (delivers: string) => `
            program a "A" { owner x  delivers ${delivers}  during 2020..2021 }
            application new "New" { owner x  supports s  integrates hub  since 2020 }
            application hub "Hub" { shared  owner y  supports s  since 2019 }`;
        expect(found(sides('new'))).toEqual([]);
        expect(found(sides('new, s'))).toEqual(['duplicate-service a hub 2020-01-01..2021-12-31']);
    });
});

describe('applications', () => {
    const pair = (a: string, b: string, more = '') =>
        found(
            `application a "A" { owner x  supports s, t  since 2020  ${a} }
            application b "B" { owner y  supports t, s  since 2021  ${b} } ${more}`,
            ['duplicate-application', 'duplicate-service', 'bypasses-shared-application'],
        );

    it('are one finding a pair, whatever they have in common', () => {
        expect(pair('', '')).toEqual([
            'duplicate-application a b 2021-01-01..',
            'duplicate-service a b 2021-01-01..',
            'duplicate-service a b 2021-01-01..',
        ]);
    });

    it.each([
        ['integrates b', ''],
        ['', 'integrates a'],
        ['until 2020', ''],
        ['', 'replaces a'],
    ])('are none with %j and %j', (a, b) => {
        expect(pair(a, b)).toEqual([]);
    });

    it('are none when the program that delivers one replaces the other, unless it is cancelled', () => {
        const program = (more: string) => `program p "P" { owner z  delivers b  replaces a ${more} }`;
        expect(pair('', '', program(''))).not.toContain('duplicate-application a b 2021-01-01..');
        expect(pair('', '', program('cancelled'))).toContain('duplicate-application a b 2021-01-01..');
    });

    it('are not connected by a third', () => {
        const hub = 'application hub "Hub" { shared  supports s  since 2000 }';
        expect(pair('integrates hub', 'integrates hub', hub)).toContain('duplicate-application a b 2021-01-01..');
    });

    it('bypass each other when both are shared and another’s', () => {
        expect(pair('shared', 'shared')).toEqual([
            'bypasses-shared-application a b 2021-01-01..',
            'bypasses-shared-application a b 2021-01-01..',
        ]);
    });
});

describe('data, codes and kpis', () => {
    it('contest a dataset once, from the first day of two owners to the last', () => {
        expect(
            found(
                `data d "Data" { producer x }
                program a "A" { owner x  delivers d  during 2020..2020 }
                program b "B" { owner y  delivers d  during 2020-07..2021 }
                program c "C" { owner x  delivers d  during 2021-07..2023 }
                program e "E" { owner x  delivers d  during 2024..2024 }`,
                ['contested-data'],
            ),
        ).toEqual(['contested-data a b c d 2020-07-01..2021-12-31']);
    });

    it('never match titles that say nothing', () => {
        expect(
            found(
                `data d "" { producer x } data e "" { producer y } data f "-" { producer x } data g "–" { producer y }
                program a "A" { owner x  kpi k "" } program b "B" { owner y  kpi k "" }`,
                ['contested-data', 'contested-kpi'],
            ),
        ).toEqual([]);
    });

    it('take two kpis of one program with one title as one, and two titles as two findings', () => {
        expect(
            found(
                `program a "A" { owner x  kpi k "Waktu"  kpi l "waktu"  kpi m "Biaya" }
                program b "B" { owner y  kpi k "WAKTU!"  kpi n "biaya" }`,
                ['contested-kpi'],
            ),
        ).toEqual(['contested-kpi a b ..', 'contested-kpi a b ..']);
    });

    it('claim 7.01 among kecamatan, but not with others', () => {
        expect(
            found(
                `opd k1 "Kecamatan Satu" { mandate "7.01" } opd k2 "Kecamatan Dua" { code "7.01.0.00.0.00.02.0000" }
                program a "A" { owner k1  code "7.01.02.2.01.0001" }
                program b "B" { owner k2  code "7.01.02.2.01.0001" }
                program c "C" { owner x  code "7.01.02.2.01.0001" }
                program d "D" { owner k1  code "1.05.02.2.01.0001" }
                program e "E" { owner k2  code "1.05.02.2.01.0001" }`,
                ['duplicate-code'],
            ),
        ).toEqual(['duplicate-code a c ..', 'duplicate-code b c ..', 'duplicate-code d e ..']);
    });
});

describe('lifetimes', () => {
    it('leave out an asset that ends before it begins', () => {
        expect(
            found(`
                program build "Bangun" { owner x  delivers a  during 2020..2022 }
                application a "A" { owner x  supports s  until 2021 }
                application b "B" { owner y  supports s  since 2015 }
            `),
        ).toEqual(['duplicate-service b build 2020-01-01..2022-12-31']);
    });
});
