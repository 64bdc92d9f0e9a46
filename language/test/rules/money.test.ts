import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/plan/finding.ts';
import { checkOf, type Files } from '../support.ts';

function found(rule: string, files: Files): readonly Finding[] {
    return checkOf(files).findings.filter((finding) => finding.rule === rule);
}

describe('over-ceiling', () => {
    const opd = 'opd dinkes "Dinas Kesehatan" { ceiling 2022 Rp 10 juta }\n';
    const programs = [1, 7, 3, 2, 5, 4].map(
        (juta) => `program p${juta} "Program ${juta}" { owner dinkes  budget 2022 Rp ${juta} juta }\n`,
    );

    it('names the OPD as its party and the largest budgets as evidence, each at its clause', () => {
        const text = opd + programs.join('');
        const finding = found('over-ceiling', text)[0]!;
        expect(finding.subjects).toEqual(['dinkes']);
        const evidence = finding.evidence.map((each) => `${each.label}: ${each.value}`);
        expect(evidence.slice(0, 4)).toEqual([
            'year: 2022',
            'ceiling: Rp 10 juta',
            'budgets: Rp 22 juta in 6',
            'over: Rp 12 juta',
        ]);
        const budgets = finding.evidence.filter((each) => each.label === 'budget');
        expect(budgets.map((each) => each.value)).toEqual([
            'p7 Rp 7 juta',
            'p5 Rp 5 juta',
            'p4 Rp 4 juta',
            'p3 Rp 3 juta',
            'p2 Rp 2 juta',
        ]);
        expect(budgets.map((each) => text.slice(each.at!.start, each.at!.end))[0]).toBe('budget 2022 Rp 7 juta');
        expect(finding.related).toHaveLength(5);
    });

    it('is the same finding wherever its programs lie, and another when the sum changes', () => {
        const one = found('over-ceiling', opd + programs.join(''))[0]!;
        const split = found('over-ceiling', { 'z.smartcity': opd, 'b.smartcity': programs.reverse().join('') })[0]!;
        const more = found(
            'over-ceiling',
            `${opd}${programs.join('')}program q "Q" { owner dinkes budget 2022 Rp 1 }`,
        )[0]!;
        expect(split.fingerprint).toBe(one.fingerprint);
        expect(more.fingerprint).not.toBe(one.fingerprint);
    });

    it('counts the second ceiling of a year for nothing', () => {
        const twice = 'opd dinkes "Dinkes" { ceiling 2022 Rp 50 juta  ceiling 2022 Rp 1 juta }\n';
        expect(found('over-ceiling', twice + programs.join(''))).toEqual([]);
    });
});

describe('single-fund', () => {
    const plan = (apbd: string, other: string, waiver = '') => `
        masterplan kediri "Kediri" { period 2020..2029 }
        fund apbd "APBD Kota"
        program p "P" { budget 2020 Rp ${apbd} from apbd }
        program q "Q" { budget 2020 Rp ${other} }
        ${waiver}`;

    it('names masterplan and fund, so that a waiver may name either', () => {
        expect(found('single-fund', plan('95 juta', '5 juta'))[0]!.subjects).toEqual(['apbd', 'kediri']);
        for (const subject of ['apbd', 'kediri']) {
            const waiver = `waive single-fund for ${subject} because "Keputusan wali kota" by kediri`;
            expect(found('single-fund', plan('95 juta', '5 juta', waiver))[0]!.waived).not.toBeNull();
        }
    });

    it('compares to the rupiah', () => {
        expect(found('single-fund', plan('9_000_000_000_000', '1_000_000_000_000'))).toEqual([]);
        expect(found('single-fund', plan('9_000_000_000_001', '1_000_000_000_000'))).toHaveLength(1);
        expect(found('single-fund', plan('8_100_000_000_000_000', '900_000_000_000_000'))).toEqual([]);
        expect(found('single-fund', plan('8_100_000_000_000_001', '900_000_000_000_000'))).toHaveLength(1);
    });

    it('does not round a share up to the whole', () => {
        const { message } = found('single-fund', plan('9_999 juta', '1 juta'))[0]!;
        expect(message.en).toContain('(99.9%)');
        expect(message.id).toContain('(99,9%)');
    });

    it('says nothing of a plan without money, or whose money names no fund', () => {
        expect(found('single-fund', 'fund apbd "APBD"\nprogram p "P" { budget 2020 Rp 0 from apbd }')).toEqual([]);
        expect(found('single-fund', 'program p "P" { budget 2020 Rp 5 juta }')).toEqual([]);
    });
});
