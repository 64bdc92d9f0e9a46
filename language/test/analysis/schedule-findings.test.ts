import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/plan/calendar.ts';
import type { Finding } from '../../src/plan/finding.ts';
import { RULES } from '../../src/rules/catalogue.ts';
import { checkOf } from '../support.ts';

const TIME = new Set(RULES.filter((rule) => rule.group === 'time').map((rule) => rule.name));

/** The findings of the group *time* in declarations of a plan of 2020 to 2029. */
function findingsOf(text: string): Finding[] {
    const { findings } = checkOf(`masterplan kediri "Kediri" { period 2020..2029 }\n${text}`);
    return findings.filter((finding) => TIME.has(finding.rule));
}

/** `label value` of each piece of evidence. */
function evidenceOf(finding: Finding | undefined): string[] {
    return finding!.evidence.map(({ label, value }) => `${label} ${value}`);
}

/** What is marked by a place in the text of the only file. */
function marked(text: string, { at }: Pick<Finding, 'at'>): string {
    return `masterplan kediri "Kediri" { period 2020..2029 }\n${text}`.slice(at.start, at.end);
}

describe('the rules of time', () => {
    it('are all of the group', () => {
        expect([...TIME].sort()).toEqual([
            'dependency-cycle',
            'depends-on-dropped',
            'misses-deadline',
            'over-capacity',
            'starts-before-dependency',
            'undelivered-asset',
            'unscheduled',
        ]);
    });

    it('find nothing in a cancelled program', () => {
        expect(
            findingsOf(`
                opd dishub "Dishub" { capacity 1 program }
                infrastructure network "Jaringan"
                program a "A" { cancelled after a, b needs network }
                program b "B" { cancelled owner dishub start 2019 duration 1 month after c finish by 2018 }
                program c "C" { owner dishub during 2019..2021 }
                program d "D" { cancelled during 2020-01..2020-01 activity x "X" { duration 3 months } }`),
        ).toEqual([]);
    });
});

describe('starts-before-dependency', () => {
    const text = `
        program fibre "Serat optik" { during 2020..2020 }
        program radio "Radio" { during 2020..2021-03 }
        program room "Ruang" { start 2020-Q3 duration 6 months after fibre + 1 month, radio }`;

    it('is one finding for each thing waited for, with that thing’s date and the earliest day that works', () => {
        const [fibre, radio, ...others] = findingsOf(text);
        expect(others).toEqual([]);
        expect([fibre!.subjects, radio!.subjects]).toEqual([
            ['fibre', 'room'],
            ['radio', 'room'],
        ]);
        expect(evidenceOf(fibre)).toEqual([
            'start 2020-07-01',
            'finish 2020-12-31',
            'earliest day 2021-02-01',
            'earliest day for all it waits for 2021-04-01',
        ]);
        expect(evidenceOf(radio)).toEqual(['start 2020-07-01', 'finish 2021-03-31', 'earliest day 2021-04-01']);
        expect(fibre!.message.id).toContain('2021-02-01');
    });

    it('stands at the written date, which the quick fix replaces by a day that works for all', () => {
        for (const finding of findingsOf(text)) {
            expect(marked(text, finding)).toBe('2020-Q3');
            expect(finding.replacement).toBe('2021-04-01');
        }
        expect(findingsOf(text.replace('2020-Q3', '2021-04-01'))).toEqual([]);
    });

    it('has no quick fix where the end of the span would come first, or where the program has begun', () => {
        const fixes = findingsOf(`
            program fibre "Serat optik" { during 2020..2020 }
            program a "A" { during 2020..2020 after fibre }
            program b "B" { during 2020..2021 after fibre }
            program c "C" { started 2020-02 duration 1 month after fibre }
            program d "D" { finished 2020-02 after fibre }`).map(({ subjects, replacement }) => [
            subjects[0],
            replacement,
        ]);
        expect(fixes).toEqual([
            ['a', undefined],
            ['b', '2021-01-01'],
            ['c', undefined],
            ['d', undefined],
        ]);
    });

    it('keeps its identity when the other one moves', () => {
        const prints = (changed: string) => findingsOf(changed).map((finding) => finding.fingerprint);
        expect(prints(text.replace('during 2020..2020', 'during 2020..2022'))).toEqual(prints(text));
    });
});

describe('dependency-cycle', () => {
    it('has every member as subject and as related place', () => {
        const text = `
            infrastructure network "Jaringan"
            program c "C" { duration 1 month needs network }
            program b "B" { duration 1 month after c }
            program a "A" { duration 1 month after b delivers network }
            program d "D" { duration 1 month after a }`;
        const [cycle, ...others] = findingsOf(text);
        expect(others).toEqual([]);
        expect(cycle!.subjects).toEqual(['a', 'b', 'c']);
        expect(marked(text, cycle!)).toBe('a');
        expect(evidenceOf(cycle)).toEqual([
            'path a → b → c → network → a',
            'wait a → b',
            'wait b → c',
            'wait c → network',
        ]);
        expect(cycle!.evidence.slice(1).map(({ at }) => marked(text, { at: at! }))).toEqual(['b', 'c', 'network']);
        expect(cycle!.related.map((place) => marked(text, place))).toEqual(['a', 'b', 'c']);
        expect(cycle!.related[2]!.message.en).toBe('`c` needs `network`.');
        expect(cycle!.ways).toHaveLength(2);
    });

    it('is not waived', () => {
        const { findings } = checkOf(`
            program a "A" { duration 1 month after b }
            program b "B" { duration 1 month after a }
            opd bappeda "Bappeda"
            waive dependency-cycle for a because "Sudah biasa" by bappeda`);
        expect(findings.find((finding) => finding.rule === 'dependency-cycle')!.waived).toBeNull();
    });
});

describe('unscheduled', () => {
    it('names those who wait, once each', () => {
        const [finding] = findingsOf(`
            infrastructure network "Jaringan"
            program x "X" { delivers network }
            program c "C" { duration 1 month after x needs network }
            program b "B" { duration 1 month needs network }
            program a "A" { cancelled after x }`);
        expect(finding!.subjects).toEqual(['x']);
        expect(evidenceOf(finding)).toEqual(['waiting b', 'waiting c']);
        expect(finding!.message.en).toContain('`b` and `c` wait for it');
        expect(finding!.message.id).toContain('`b` dan `c` menunggunya');
    });

    it('does not name those who have what they need from somebody else', () => {
        const [finding] = findingsOf(`
            infrastructure network "Jaringan"
            program x "X" { delivers network }
            program y "Y" { duration 1 month delivers network }
            program b "B" { duration 1 month needs network }`);
        expect(finding!.evidence).toEqual([]);
    });
});

describe('over-capacity', () => {
    it('is one finding, from the first such day to the last, with the programs of the first', () => {
        const text = `
            opd dishub "Dishub" { capacity 1 program }
            program a "A" { owner dishub during 2020-01..2020-06 }
            program b "B" { owner dishub during 2020-06..2020-12 }
            program c "C" { owner dishub during 2020-09..2021-03 }`;
        const [finding, ...others] = findingsOf(text);
        expect(others).toEqual([]);
        expect(marked(text, finding!)).toBe('capacity 1 program');
        expect(finding!.subjects).toEqual(['a', 'b', 'dishub']);
        expect(evidenceOf(finding)).toEqual([
            'capacity 1',
            'first day 2020-06-01',
            'program a 2020-01-01..2020-06-30',
            'program b 2020-06-01..2020-12-31',
        ]);
        expect([isoDate(finding!.from!), isoDate(finding!.to!)]).toEqual(['2020-06-01', '2020-12-31']);
    });
});

describe('misses-deadline', () => {
    it('stands at the clause and shows what the program waited for', () => {
        const text = `
            program fibre "Serat optik" { duration 12 months }
            program room "Ruang" { duration 6 months after fibre finish by 2021-05 }`;
        const [finding] = findingsOf(text);
        expect(marked(text, finding!)).toBe('finish by 2021-05');
        expect(evidenceOf(finding)).toEqual(['deadline 2021-05-31', 'finish 2021-06-30', 'days late 30']);
        expect(finding!.related.map((place) => marked(text, place))).toEqual(['fibre']);
    });

    it('may stand twice in one program: its deadline, and activities over its end', () => {
        const findings = findingsOf(`
            program a "A" { during 2020-01..2020-03 finish by 2020-02 activity x "X" { duration 4 months } }`);
        expect(findings.map((finding) => finding.subjects)).toEqual([['a'], ['a']]);
        expect(new Set(findings.map((finding) => finding.fingerprint)).size).toBe(2);
    });
});

describe('undelivered-asset', () => {
    it('has program and asset as subjects, and stands at the name', () => {
        const text = `
            data population "Kependudukan"
            application portal "Portal" { since 2020 needs population }
            program a "A" { duration 1 month needs population, population }`;
        const findings = findingsOf(text);
        expect(findings.map((finding) => finding.subjects)).toEqual([
            ['population', 'portal'],
            ['a', 'population'],
        ]);
        expect(findings.map((finding) => marked(text, finding))).toEqual(['population', 'population']);
    });
});

describe('depends-on-dropped', () => {
    it('takes the place of `undelivered-asset` where who delivers is cancelled', () => {
        const findings = findingsOf(`
            infrastructure network "Jaringan"
            program x "X" { duration 1 month delivers network cancelled }
            program a "A" { duration 1 month needs network }`);
        expect(findings.map((finding) => [finding.rule, finding.subjects])).toEqual([
            ['depends-on-dropped', ['a', 'network', 'x']],
        ]);
    });

    it('counts what is cancelled and what is dropped together', () => {
        const text = `
            infrastructure network "Jaringan"
            program x "X" { duration 1 month delivers network cancelled }
            program y "Y" { duration 1 month delivers network }
            program a "A" { duration 1 month needs network }
            scenario less "Kurang" { drop y }`;
        const [finding, ...others] = findingsOf(text);
        expect(others).toEqual([]);
        expect(finding!.subjects).toEqual(['a', 'network', 'x', 'y']);
        expect(marked(text, finding!)).toBe('y');
    });

    it('is found for every scenario, each for itself', () => {
        const findings = findingsOf(`
            program x "X" { duration 1 month }
            program a "A" { duration 1 month after x }
            scenario one "Satu" { drop x }
            scenario two "Dua" { drop x }
            scenario both "Keduanya" { drop x, a }`);
        expect(findings.map((finding) => evidenceOf(finding)[0])).toEqual(['scenario one', 'scenario two']);
        expect(new Set(findings.map((finding) => finding.fingerprint)).size).toBe(2);
    });
});
