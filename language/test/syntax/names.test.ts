import { describe, expect, it } from 'vitest';
import { allKeywords } from '../../src/syntax/structure.ts';
import { plain, problemsOf, read } from './reading.ts';

/** Every place where a name can stand, as K; words are a space apart. */
const POSITIONS: Readonly<Record<string, string>> = {
    'a masterplan': 'masterplan K "T" { period 2020..2029 }',
    'an audience': 'audience K "T"',
    'an opd': 'opd K "T" { code "1" }',
    'a service': 'service K "T" { owner a }',
    'a dataset': 'data K "T" { since 2013 }',
    'an application': 'application K "T" { shared }',
    'an infrastructure': 'infrastructure K "T" { class K owner a }',
    'a program': 'program K "T" { quick-win }',
    'a driver': 'driver K "T" { from 2024 }',
    'an obstacle': 'obstacle K "T"',
    'a scenario': 'scenario K "T" { drop a }',
    'a dimension': 'dimension K "T"',
    'a framework': 'framework K "T" { scale 1..5 staged aggregate mean }',
    'a fund': 'fund K "T"',
    'an area': 'area K "T"',
    'an area within another': 'area a "A" within K { source "S" }',
    'an area that says so inside': 'area a "A" { within K source "S" }',
    'an element': 'dimension a "A" { element K "T" element b "B" { source "S" } description "D" }',
    'an activity': 'program a "A" { activity K "T" duration 2 months activity b "B" { after K , K duration 1 month } }',
    'a kpi': 'program a "A" { kpi K "T" unit "jam" from 72 to 48 by 2021 to 24 by 2022 start 2020 }',
    'a kpi without a unit': 'program a "A" { kpi K "T" from 72 to 48 quick-win }',
    'a domain': 'framework a "A" { scale 0.. scored aggregate mean domain K "T" weight 20 { indicator b "B" } }',
    'an indicator':
        'framework a "A" { scale 0.. scored aggregate mean indicator K "T" weight 2 measures K { level 1 "L" } }',
    'an indicator of a domain':
        'framework a "A" { scale 0.. scored aggregate mean domain d "D" { indicator K "T" measures K indicator b "B" } }',
    owner: 'program a "A" { owner K partners b }',
    'the owner of a service': 'service a "A" { owner K since 2013 }',
    producer: 'data a "A" { producer K since 2013 until 2025 }',
    partners: 'program a "A" { partners K , b , K code "1" }',
    'the element of a program': 'program a "A" { element K.K description "D" }',
    'an element that opens a line': 'program a "A" { element K earliest 2020 }',
    serves: 'program a "A" { serves K , K area "Kota" }',
    'an area named by a clause': 'program a "A" { area K , "Kota" , K start 2020 }',
    'the area of an application': 'application a "A" { area "Kota" , K since 2013 }',
    'needs before since': 'application a "A" { needs K since 2013 }',
    'needs before until': 'application a "A" { needs b , K until 2013 shared }',
    supports: 'application a "A" { supports K , K integrates K , K replaces K since 2013 source "S" }',
    'serves of an application': 'application a "A" { serves K area K , "X" }',
    delivers: 'program a "A" { delivers K , K budget 2020 Rp 1 juta from K code "1" }',
    'the fund of a budget':
        'program a "A" { budget 2020 Rp 850 juta from K budget 2021 Rp 1_000 from K progress 40 % }',
    replaces: 'program a "A" { replaces K resolves K , K responds-to K , K cancelled }',
    after: 'program a "A" { after K duration 2 months }',
    'after with lags': 'program a "A" { after K + 1 month , K + 6..12 days , K finish by 2021 }',
    raises: 'program a "A" { raises K.K to 4 }',
    'raises before the clause after': 'program a "A" { raises K.K to 4 after K + 1 month }',
    'raises with the suffix after': 'program a "A" { raises K.K to 4 after 3 months until 2027 after K }',
    'raises of a plain name': 'program a "A" { raises K to 4 raises K to 5 until 2027 }',
    actual: 'masterplan a "A" { period 2020 actual K 3 at 2019 source "S" actual K.K 4 at 2020 }',
    target: 'masterplan a "A" { period 2020 target K 4 by 2021 source "S" }',
    'target of an indicator': 'masterplan a "A" { period 2020 target K.K 4 by 2021 target K 5 by 2022 }',
    'target none-of':
        'masterplan a "A" { period 2020 target none-of K by 2023 target none-of K , K by 2024 source "S" }',
    'impact positive': 'driver a "A" { impact positive K "T" impact negative K.K from 2024 }',
    'impact negative': 'driver a "A" { impact negative K impact positive K source "S" }',
    'raised-by': 'obstacle a "A" { raised-by K , K description "D" }',
    delay: 'scenario a "A" { delay K , K by 12 months delay K by 1 year }',
    drop: 'scenario a "A" { drop K , K drop K description "D" }',
    'barred-by': 'framework a "A" { scale 1..5 staged level 4 "L" barred-by K , K aggregate mean level 5 barred-by K }',
    measures: 'framework a "A" { scale 1..5 staged aggregate mean indicator b "B" { measures K weight 2 } }',
    'the rule of a waiver': 'waive K for a because "R" by b',
    'the subject of a waiver': 'waive a for K because "R" by b until 2099',
    'the subjects of a waiver': 'waive a for K.K , K by b because "R"',
    'the owner of a waiver': 'waive a for b by K because "R"',
    'the owner of a waiver at its end': 'waive a for b because "R" by K until 2099 opd c "C"',
    'a library': 'use K opd c "C"',
    libraries: 'use K , a , K fund c "C"',
};

/** Ways to set the words of a text; a name may stand on the line before, behind, or on one of its own. */
const LAYOUTS: Readonly<Record<string, (text: string) => string>> = {
    'on one line': (text) => text,
    'each word on a line': (text) => text.replaceAll(' ', '\n'),
    'a line before each name': (text) => text.replace(/ (?=K)/g, '\n'),
    'a line behind each name': (text) => text.replace(/(K(?:\.K)?) /g, '$1\n'),
    'comments between all words': (text) => text.replaceAll(' ', ' /* data "x" { */ // opd b "B"\r\n'),
    'indented with tabs and odd white space': (text) => text.replaceAll(' ', '\r\n\t\u00a0'),
};

describe.each(Object.entries(POSITIONS))('any keyword may be the name of %s', (_, position) => {
    it.each(Object.entries(LAYOUTS))('%s', (_layout, set) => {
        const usual = JSON.stringify(said(set(position).replaceAll('K', 'some-name')));
        expect(usual.split('some-name').length).toBeGreaterThanOrEqual(position.split('K').length);
        for (const keyword of allKeywords()) {
            const text = set(position).replaceAll('K', keyword);
            expect(
                problemsOf(text).filter((each) => !each.startsWith('missing-clause')),
                text,
            ).toEqual([]);
            expect(JSON.stringify(said(text)), text).toBe(usual.replaceAll('some-name', keyword));
        }
    });
});

/** All that a text says, without places. */
function said(text: string): unknown {
    const { uses, declarations, waivers, references } = read(text);
    return plain([uses, declarations, waivers, references.map(({ name, expected }) => ({ name, wanted: expected }))]);
}

describe('names', () => {
    it.each([
        'a',
        '_',
        '_a',
        'A9',
        'a-',
        'a--b',
        'a_b-9',
        'Rp',
        'rp',
        'Rp2020',
        'Rp2020-roads',
        'rp-2020',
        'x'.repeat(300),
    ])('%s is one', (name) => {
        const text = `program ${name} "T" { after ${name}, ${name} raises ${name}.${name} to 4 }`;
        expect(problemsOf(text)).toEqual([]);
        expect(read(text).references.map((reference) => reference.name)).toEqual([name, name, `${name}.${name}`]);
    });

    it.each(['9a', '-a', 'a.b', 'a b', 'é', '"a"'])('%s is none', (name) => {
        expect(problemsOf(`program ${name} "T"`)).toHaveLength(1);
    });

    it('are case-sensitive, and so are keywords', () => {
        expect(read('opd Dishub "A"\nopd dishub "B"').declarations.map(({ name }) => name)).toEqual([
            'Dishub',
            'dishub',
        ]);
        expect(problemsOf('Opd a "A"')).toEqual(['syntax-error 1:1 Opd']);
    });

    it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s has no meaning of its own', (name) => {
        const text = `program ${name} "T" { owner ${name} needs ${name} duration 1 ${name} }`;
        expect(problemsOf(text)).toEqual([`invalid-value 1:${text.lastIndexOf(name) + 1} ${name}`]);
        expect(read(text).declarations[0]!.name).toBe(name);
    });
});
