import { describe, expect, it } from 'vitest';
import { owners } from '../../src/analysis/owners.ts';
import { planOf } from '../support.ts';

describe('owners', () => {
    it('takes OPDs whose codes differ in the last group only as one, under the name of the head', () => {
        const all = owners(
            planOf(`
                opd hukum "Bagian Hukum" { code "4.01.1.06.8.01.01.0001" }
                opd setda "Sekretariat Daerah" { code "4.01.1.06.8.01.01.0000" }
                opd other "Badan Lain" { code "4.01.1.06.8.01.02.0000" }
                opd plain "Dinas Tanpa Kode"
                opd broken "Dinas Salah Kode" { code "4.01.1.06.8.01.1.0000" }
                opd broken-2 "Dinas Salah Kode" { code "4.01.1.06.8.01.1.0001" }
            `),
        ).all;
        expect(all.map((owner) => [owner.name, owner.opds.map((opd) => opd.name)])).toEqual([
            ['broken', ['broken']],
            ['broken-2', ['broken-2']],
            ['other', ['other']],
            ['plain', ['plain']],
            ['setda', ['hukum', 'setda']],
        ]);
    });

    it('reads a mandate as written, else off the code', () => {
        const plan = planOf(`
            opd written "W" { code "2.16.2.20.2.21.01.0000"  mandate "2.20", "2.16" }
            opd coded "C" { code "3.31.3.30.0.00.02.0000" }
            opd unknown "U"
            opd unclear "U" { mandate "2.16", "220" }
        `);
        const read = owners(plan);
        const mandates = plan.opds.map((opd) => {
            const { bidang, leading, unclear } = read.mandate(opd);
            return [opd.name, [...bidang], leading, unclear];
        });
        expect(mandates).toEqual([
            ['coded', ['3.31', '3.30'], '3.31', false],
            ['unclear', ['2.16'], '2.16', true],
            ['unknown', [], undefined, false],
            ['written', ['2.20', '2.16'], '2.16', false],
        ]);
        expect(read.ict.map((owner) => owner.name)).toEqual(['unclear', 'written']);
    });

    it('knows a kecamatan by its mandate, its code, or, without either, its title', () => {
        const plan = planOf(`
            opd by-mandate "Mojoroto" { mandate "7.01" }
            opd by-code "Pesantren" { code "7.01.0.00.0.00.03.0000" }
            opd by-title "Kec. Kota"
            opd no-title "Dinas Kecamatan"
            opd no-mandate "Kecamatan Semu" { mandate "2.16" }
        `);
        const read = owners(plan);
        expect(plan.opds.filter((opd) => read.isKecamatan(opd)).map((opd) => opd.name)).toEqual([
            'by-code',
            'by-mandate',
            'by-title',
        ]);
    });
});
