import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/rules/catalogue.ts';
import { checkOf, type Files } from '../support.ts';

const ASKED = new Set(RULES.filter((rule) => rule.group === 'plan' || rule.group === 'money').map((rule) => rule.name));

/** The findings of the groups plan and money as `rule: subject, subject`. */
function found(files: Files): string[] {
    const { findings } = checkOf(files);
    return findings
        .filter((finding) => ASKED.has(finding.rule))
        .map((finding) => `${finding.rule}: ${finding.subjects.join(', ')}`)
        .sort();
}

const MASTERPLAN = 'masterplan kediri "Kediri" { period 2020..2029 }\n';

describe('rules about the plan', () => {
    it('ask a bare program everything', () => {
        expect(found(`${MASTERPLAN}program bare "Program"`)).toEqual([
            'missing-beneficiary: bare',
            'missing-element: bare',
            'missing-kpi: bare',
            'missing-owner: bare',
            'unfunded-program: bare',
        ]);
    });

    it('ask a cancelled program nothing', () => {
        const program = 'program gone "Program" { during 2010..2012  quick-win  budget 2035 Rp 5 juta  cancelled }';
        expect(found(MASTERPLAN + program)).toEqual([]);
    });

    it('call nothing missing that was tried and could not be read', () => {
        const program = 'program p "P" {\n  owner\n}\nprogram q "Q" {\n  kpi "Waktu tunggu"\n}\n';
        const missing = found(MASTERPLAN + program);
        expect(missing).not.toContain('missing-owner: p');
        expect(missing).toContain('missing-kpi: p');
        expect(missing).not.toContain('missing-kpi: q');
        expect(missing).toContain('missing-owner: q');
    });

    it('name driver and element of an impact, so that one impact can be waived alone', () => {
        const plan = `${MASTERPLAN}use smart-city-100
            driver toll "Tol" {
                impact positive economy.industry "Distribusi"
                impact negative living.mobility "Antrean"
            }
            waive unaddressed-impact for toll, economy.industry because "Datang sendiri" by dishub
            opd dishub "Dishub"`;
        const impacts = checkOf(plan).findings.filter((finding) => finding.rule === 'unaddressed-impact');
        expect(impacts.map((finding) => [finding.subjects.join(', '), finding.waived !== null])).toEqual([
            ['economy.industry, toll', true],
            ['living.mobility, toll', false],
        ]);
    });

    it('keep a waived unused declaration unused', () => {
        const plan = `${MASTERPLAN}audience fishers "Nelayan"
            opd dkpp "Dinas Pertanian"
            waive unused-declaration for fishers because "Menunggu data" by dkpp`;
        const findings = checkOf(plan).findings.filter((finding) => ASKED.has(finding.rule));
        expect(findings.map((finding) => [finding.rule, finding.waived?.because])).toEqual([
            ['unused-declaration', 'Menunggu data'],
        ]);
    });

    it('say nothing about a plan without files', () => {
        expect(found({})).toEqual([]);
    });

    it('find the same, however the files are named', () => {
        const parts = [
            'use smart-city-100',
            MASTERPLAN,
            'program p "P" { element living.health quick-win }',
            'fund f "F"',
        ];
        const named = (names: readonly string[]) =>
            Object.fromEntries(parts.map((text, i) => [`${names[i]}.smartcity`, text]));
        expect(found(named(['d', 'c', 'b', 'a']))).toEqual(found(named(['a', 'b', 'c', 'd'])));
    });
});
