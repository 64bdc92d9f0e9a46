import type { Data, Infrastructure, Service } from '../plan/declarations/asset.ts';
import type { Area, Audience, Fund, Opd } from '../plan/declarations/city.ts';
import { say } from '../plan/message.ts';
import type { Plan } from '../plan/plan.ts';
import type { Rule } from './rule.ts';
import page from './unused-declaration.md';

type Asked = Audience | Opd | Service | Data | Infrastructure | Fund | Area;

const KINDS = {
    audience: { en: 'audience', id: 'kelompok penerima manfaat' },
    opd: { en: 'OPD', id: 'OPD' },
    service: { en: 'service', id: 'layanan' },
    data: { en: 'data', id: 'data' },
    infrastructure: { en: 'infrastructure', id: 'infrastruktur' },
    fund: { en: 'fund', id: 'sumber dana' },
    area: { en: 'area', id: 'wilayah' },
} as const;

/** Something the plan declares and never speaks of again. */
export const unusedDeclaration: Rule = {
    name: 'unused-declaration',
    group: 'plan',
    severity: 'info',
    title: { en: 'No clause refers to a declaration', id: 'Tidak ada klausa yang merujuk ke suatu deklarasi' },
    page,
    judges: 'each',
    *find({ plan, uses }) {
        for (const declaration of askedIn(plan)) {
            if (uses.isUsed(declaration)) {
                continue;
            }
            const kind = KINDS[declaration.kind];
            yield {
                at: declaration.at,
                subjects: [declaration.name],
                message: say(
                    () => `No clause refers to the ${kind.en} \`${declaration.name}\`.`,
                    () => `Tidak ada klausa yang merujuk ke ${kind.id} \`${declaration.name}\`.`,
                ),
                evidence: [{ label: 'kind', value: declaration.kind, at: declaration.at }],
                ways: [WAYS[declaration.kind], DELETE],
            };
        }
    },
};

const DELETE = {
    en: 'Delete it, if the plan does not need it.',
    id: 'Hapus jika rencana tidak memerlukannya.',
};

const WAYS: Readonly<Record<Asked['kind'], { readonly en: string; readonly id: string }>> = {
    audience: {
        en: 'Name it where it is served: `serves` in a program, service or application.',
        id: 'Sebutkan di tempat ia dilayani: `serves` pada program, layanan, atau aplikasi.',
    },
    opd: {
        en: 'Give it a part: `owner`, `partners`, `producer` or `raised-by`.',
        id: 'Beri peran: `owner`, `partners`, `producer`, atau `raised-by`.',
    },
    service: {
        en: 'Name what provides it: `delivers` in a program, `supports` in an application.',
        id: 'Sebutkan penyedianya: `delivers` pada program, `supports` pada aplikasi.',
    },
    data: {
        en: 'Name who uses or provides it: `needs` or `delivers`.',
        id: 'Sebutkan pemakai atau penyedianya: `needs` atau `delivers`.',
    },
    infrastructure: {
        en: 'Name who uses or provides it: `needs` or `delivers`.',
        id: 'Sebutkan pemakai atau penyedianya: `needs` atau `delivers`.',
    },
    fund: {
        en: 'Name it where it pays: `from` of a budget.',
        id: 'Sebutkan di tempat ia membiayai: `from` pada anggaran.',
    },
    area: {
        en: 'Name it where something happens there, without quotes: `area mojoroto`.',
        id: 'Sebutkan pada kegiatan yang berlangsung di sana, tanpa tanda kutip: `area mojoroto`.',
    },
};

/** What a plan declares for others to refer to. */
function askedIn({ audiences, opds, services, data, infrastructures, funds, areas }: Plan): Iterable<Asked> {
    return [...audiences, ...opds, ...services, ...data, ...infrastructures, ...funds, ...areas].filter(
        (declaration) => declaration.library === undefined,
    );
}
