import type { Evidence } from '../plan/finding.ts';
import { say } from '../plan/message.ts';
import page from './duplicate-code.md';
import type { Rule } from './rule.ts';
import { draftOf, nameSide, waiveWay } from './sides.ts';

/** Two agencies claim one line of the program nomenclature. */
export const duplicateCode: Rule = {
    name: 'duplicate-code',
    group: 'sectors',
    severity: 'warning',
    title: {
        en: 'Programs of two agencies claim the same code of the nomenclature',
        id: 'Program dua OPD memakai kode nomenklatur yang sama',
    },
    page,
    judges: 'pairs',
    *find({ doubles }) {
        for (const double of doubles.codes) {
            const { a, b } = double;
            const [one, other] = [nameSide(a), nameSide(b)];
            const depth = a.code.depth === 'kegiatan' ? 'kegiatan' : 'sub kegiatan';
            const clauses = [a.declaration.code!, b.declaration.code!] as const;
            yield draftOf(double, {
                message: say(
                    () =>
                        `${one.en} and ${other.en} both claim the ${depth} \`${a.code.key}\`: one line of the budget, planned twice.`,
                    () =>
                        `${one.id} dan ${other.id} sama-sama memakai ${depth} \`${a.code.key}\`: satu baris anggaran direncanakan dua kali.`,
                ),
                places: [clauses[0].clause, clauses[1].clause],
                evidence: clauses.map((code): Evidence => ({ label: 'code', value: code.value, at: code.at })),
                facts: a.code.key,
                ways: [
                    {
                        en: `Merge them: plan it once, under the OPD that the code belongs to, with the other in \`partners\`.`,
                        id: `Gabungkan: rencanakan satu kali pada OPD pemilik kode, dengan OPD lain sebagai mitra (\`partners\`).`,
                    },
                    {
                        en: 'Share: make the smaller of the two an `activity` of the other.',
                        id: 'Pakai bersama: jadikan program yang lebih kecil sebagai kegiatan (`activity`) program lainnya.',
                    },
                    {
                        en: 'Split the roles: look up the sub kegiatan of each; two different tasks seldom have one code.',
                        id: 'Bagi peran: cari sub kegiatan masing-masing; dua tugas yang berbeda jarang memiliki satu kode.',
                    },
                    waiveWay(
                        'duplicate-code',
                        [a.declaration.name, b.declaration.name],
                        {
                            en: 'Both are budgeted there by decree',
                            id: 'Keduanya dianggarkan di sana menurut keputusan',
                        },
                        a.owner,
                    ),
                ],
            });
        }
    },
};
