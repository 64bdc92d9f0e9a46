import type { ContestedData } from '../analysis/doubles/data.ts';
import type { Owners } from '../analysis/owners.ts';
import type { Draft, Evidence } from '../plan/finding.ts';
import { list, say } from '../plan/message.ts';
import { byName, ownerOf } from '../plan/plan.ts';
import page from './contested-data.md';
import type { Rule } from './rule.ts';
import { nameSide, waiveWay } from './sides.ts';

/** A dataset that more than one agency makes: one dataset, one producer (Perpres 39/2019, Satu Data Indonesia). */
export const contestedData: Rule = {
    name: 'contested-data',
    group: 'sectors',
    severity: 'error',
    title: {
        en: 'More than one agency makes the same dataset',
        id: 'Lebih dari satu OPD menghasilkan data yang sama',
    },
    page,
    judges: 'groups',
    *find({ doubles, owners }) {
        for (const contested of doubles.data) {
            yield draftOf(contested, owners);
        }
    },
};

function draftOf(contested: ContestedData, owners: Owners): Draft {
    const { data, claims, life } = contested;
    const parties = [...claims.map((claim) => claim.declaration), ...(data ? [data] : [])].sort(byName);
    const sides = claims.map(nameSide);
    const [en, id] = [list(sides.map((side) => side.en)).en, list(sides.map((side) => side.id)).id];
    const title = claims[0]?.declaration.title ?? '';
    const owner = claims[0]!.owner;
    const walidata = claims.map((claim) => claim.owner).find((claimant) => owners.ict.includes(claimant));
    return {
        message: data
            ? say(
                  () => `\`${data.name}\` is delivered by ${en}: one dataset has one producer.`,
                  () => `\`${data.name}\` dihasilkan oleh ${id}: satu data memiliki satu produsen.`,
              )
            : say(
                  () =>
                      `${en} are the same dataset, “${title}”, with different producers: one dataset has one producer.`,
                  () =>
                      `${id} adalah data yang sama, “${title}”, dengan produsen yang berbeda: satu data memiliki satu produsen.`,
              ),
        at: parties[0]!.at,
        subjects: parties.map((party) => party.name),
        evidence: claims.flatMap(({ declaration, clause }): Evidence[] =>
            clause && data
                ? [{ label: 'data', value: data.name, at: clause.at }]
                : [
                      { label: 'title', value: declaration.title, at: declaration.at },
                      { label: 'producer', value: ownerOf(declaration)?.name ?? '', at: ownerOf(declaration)?.at },
                  ],
        ),
        related: parties.slice(1).map((party) => ({
            at: party.at,
            message: say(
                () =>
                    party.kind === 'data'
                        ? `The dataset \`${party.name}\` is declared here.`
                        : `\`${party.name}\` delivers it too.`,
                () =>
                    party.kind === 'data'
                        ? `Data \`${party.name}\` dideklarasikan di sini.`
                        : `\`${party.name}\` juga menghasilkannya.`,
            ),
        })),
        from: life.from,
        to: life.to,
        facts: claims.map((claim) => claim.owner.name).join('\n'),
        ways: [
            {
                en: 'Merge: agree in the data forum on one `producer`; the others hand in what they collect.',
                id: 'Gabungkan: sepakati satu produsen data (`producer`) di forum Satu Data; yang lain menyetorkan hasil pendataannya.',
            },
            data
                ? say(
                      () =>
                          `Share: let one program deliver \`${data.name}\`, and let the others say \`needs ${data.name}\`.`,
                      () =>
                          `Pakai bersama: biarkan satu program menghasilkan \`${data.name}\`, dan yang lain menuliskan \`needs ${data.name}\`.`,
                  )
                : {
                      en: 'Share: keep one of the declarations, and let all who use the data say `needs` of it.',
                      id: 'Pakai bersama: pertahankan satu deklarasi, dan semua yang memakai datanya menuliskan `needs`.',
                  },
            {
                en: 'Split the roles: if the data are not the same, name each of them for what it holds.',
                id: 'Bagi peran: jika datanya memang berbeda, beri masing-masing judul sesuai isinya.',
            },
            ...(data || !walidata
                ? []
                : [
                      say(
                          () =>
                              `\`${walidata.name}\` may be the data steward (walidata) here and not the producer: name the OPD that collects the data.`,
                          () =>
                              `Bisa jadi \`${walidata.name}\` adalah walidata, bukan produsen data: sebutkan OPD yang mengumpulkan datanya.`,
                      ),
                  ]),
            waiveWay(
                'contested-data',
                parties.map((party) => party.name),
                { en: 'Both are counted until the census of 2027', id: 'Keduanya didata sampai sensus 2027' },
                owner,
            ),
        ],
    };
}
