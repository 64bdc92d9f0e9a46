import { type Message, say } from '../plan/message.ts';
import { isBidang, isRegionCode, readOpdCode, readProgramCode } from './codes.ts';

/** What a code was written as. */
export type CodeKind = 'program' | 'opd' | 'region' | 'mandate';

/** What is wrong with a code, in words that go on from "…: ", and the right spelling where it can be told. */
export interface CodeFault {
    readonly message: Message;
    readonly replacement: string | undefined;
}

/** One group of a code: the digits it takes and what it stands for. */
interface Group {
    readonly pattern: RegExp;
    readonly digits: number;
    readonly en: string;
    readonly id: string;
}

const READS: Readonly<Record<CodeKind, (text: string) => boolean>> = {
    program: (text) => readProgramCode(text) !== undefined,
    opd: (text) => readOpdCode(text) !== undefined,
    region: isRegionCode,
    mandate: isBidang,
};

const URUSAN: Group = {
    pattern: /^[1-8]$/,
    digits: 1,
    en: 'urusan, a digit from 1 to 8',
    id: 'urusan, satu angka dari 1 sampai 8',
};
const BIDANG: Group = { pattern: /^\d{2}$/, digits: 2, en: 'bidang, two digits', id: 'bidang, dua angka' };
const DIGIT: Group = { pattern: /^\d$/, digits: 1, en: 'urusan, one digit', id: 'urusan, satu angka' };

const GROUPS: Readonly<Record<CodeKind, readonly Group[]>> = {
    program: [
        URUSAN,
        BIDANG,
        { pattern: /^\d{2}$/, digits: 2, en: 'program, two digits', id: 'program, dua angka' },
        {
            pattern: /^[12]$/,
            digits: 1,
            en: 'level, 1 for a province or 2 for a kabupaten/kota',
            id: 'tingkat, 1 untuk provinsi atau 2 untuk kabupaten/kota',
        },
        { pattern: /^\d{2}$/, digits: 2, en: 'kegiatan, two digits', id: 'kegiatan, dua angka' },
        { pattern: /^(\d{2}|\d{4})$/, digits: 4, en: 'sub kegiatan, four digits', id: 'sub kegiatan, empat angka' },
    ],
    opd: [
        DIGIT,
        BIDANG,
        DIGIT,
        BIDANG,
        DIGIT,
        BIDANG,
        { pattern: /^\d{2}$/, digits: 2, en: 'serial number, two digits', id: 'nomor urut, dua angka' },
        { pattern: /^\d{4}$/, digits: 4, en: 'unit, four digits', id: 'unit, empat angka' },
    ],
    region: [
        { pattern: /^\d{2}$/, digits: 2, en: 'province, two digits', id: 'provinsi, dua angka' },
        { pattern: /^\d{2}$/, digits: 2, en: 'kabupaten/kota, two digits', id: 'kabupaten/kota, dua angka' },
        { pattern: /^\d{2}$/, digits: 2, en: 'kecamatan, two digits', id: 'kecamatan, dua angka' },
        { pattern: /^\d{4}$/, digits: 4, en: 'kelurahan, four digits', id: 'kelurahan, empat angka' },
    ],
    mandate: [URUSAN, BIDANG],
};

/** How many groups a code may have. */
const LENGTHS: Readonly<Record<CodeKind, readonly number[]>> = {
    program: [2, 3, 5, 6],
    opd: [8],
    region: [2, 3, 4],
    mandate: [2],
};

const NAMES: Readonly<Record<CodeKind, Message & { readonly sample: string }>> = {
    program: { en: 'a program’s code', id: 'kode program', sample: '2.16.03.2.02.0014' },
    opd: { en: 'an OPD’s code', id: 'kode OPD', sample: '2.16.2.20.2.21.01.0000' },
    region: { en: 'a region’s code', id: 'kode wilayah', sample: '35.71' },
    mandate: { en: 'the code of a bidang', id: 'kode bidang urusan', sample: '2.16' },
};

/** An account code: revenue 4, spending 5, financing 6 at any depth, the other accounts from four groups on. */
const ACCOUNT = /^(?:[4-6]\.\d(?:\.\d{2}){0,3}(?:\.\d{4,5})?|[1-9]\.\d(?:\.\d{2}){2,3}(?:\.\d{4,5})?)$/;

/** What is wrong with a code; `undefined` when it is well formed. */
export function faultOf(kind: CodeKind, text: string): CodeFault | undefined {
    if (READS[kind](text)) {
        return undefined;
    }
    const message = mistaken(kind, text);
    // An account code with a zero more reads as a program's, and would mean something else: no spelling is offered.
    return {
        message: message ?? misspelt(kind, text),
        replacement: message && kind !== 'region' ? undefined : respell(kind, text),
    };
}

/** A code that is well formed, but of another tree. */
function mistaken(kind: CodeKind, text: string): Message | undefined {
    if (kind === 'mandate' && readOpdCode(text)) {
        return another(
            'opd',
            'write its bidang one by one, as in `"2.16", "2.20"`',
            'tuliskan bidangnya satu per satu, seperti `"2.16", "2.20"`',
        );
    }
    for (const other of ['opd', 'program'] as const) {
        if (other !== kind && kind !== 'mandate' && READS[other](text)) {
            return another(
                other,
                `${NAMES[kind].en} looks like \`${NAMES[kind].sample}\``,
                `${NAMES[kind].id} berbentuk \`${NAMES[kind].sample}\``,
            );
        }
    }
    if (kind === 'program' && ACCOUNT.test(text)) {
        return {
            en: 'it is an account code (kode rekening), which is another tree; a program carries the nomenclature’s code, such as `2.16.03.2.02.0014`',
            id: 'ini kode rekening, yaitu pohon kode yang lain; program memakai kode nomenklatur, misalnya `2.16.03.2.02.0014`',
        };
    }
    if (kind === 'program' && /^[Xx]\.[Xx]{2}(\.|$)/.test(text)) {
        return {
            en: '`X.XX` is the printed placeholder for any bidang; write the OPD’s own, such as `2.16`',
            id: '`X.XX` adalah penanda cetak untuk bidang mana pun; tuliskan bidang OPD sendiri, misalnya `2.16`',
        };
    }
    if (kind === 'region' && /^\d{4}$/.test(text)) {
        return {
            en: 'that is the way of the statistics office; the Ministry of Home Affairs writes it with a point',
            id: 'itu cara penulisan BPS; Kementerian Dalam Negeri menuliskannya dengan titik',
        };
    }
    return undefined;
}

function another(kind: CodeKind, en: string, id: string): Message {
    return say(
        () => `it is ${NAMES[kind].en}; ${en}`,
        () => `ini ${NAMES[kind].id}; ${id}`,
    );
}

/** The first group that is not what it should be, or one too few or too many. */
function misspelt(kind: CodeKind, text: string): Message {
    const { sample } = NAMES[kind];
    if (/[^\d.]/.test(text)) {
        return say(
            () => `it is made of digits and points, as in \`${sample}\``,
            () => `kode ditulis dengan angka dan titik, seperti \`${sample}\``,
        );
    }
    const groups = text.split('.');
    const expected = GROUPS[kind];
    for (const [index, group] of groups.slice(0, expected.length).entries()) {
        const wanted = expected[index]!;
        if (group === '') {
            return say(
                () => `group ${index + 1} is empty, where the ${wanted.en} belongs`,
                () => `kelompok ${index + 1} kosong, seharusnya ${wanted.id}`,
            );
        }
        if (!wanted.pattern.test(group)) {
            return say(
                () => `\`${group}\` stands where group ${index + 1} is the ${wanted.en}`,
                () => `\`${group}\` berada di kelompok ${index + 1}, tempat ${wanted.id}`,
            );
        }
    }
    const lengths = (or: string) => LENGTHS[kind].join(', ').replace(/, (\d)$/, ` ${or} $1`);
    return say(
        () =>
            `it has ${groups.length} ${groups.length === 1 ? 'group' : 'groups'} and takes ${lengths('or')}, as in \`${sample}\``,
        () => `kode ini terdiri atas ${groups.length} kelompok, seharusnya ${lengths('atau')}, seperti \`${sample}\``,
    );
}

/** The code with points between its groups, with zeros in front where digits lack; only when that makes it right. */
function respell(kind: CodeKind, text: string): string | undefined {
    const bare = kind === 'region' && /^\d{4}$/.test(text) ? `${text.slice(0, 2)}.${text.slice(2)}` : text;
    const groups = bare
        .trim()
        .split(/[\s.,\-/]+/)
        .filter((group) => group !== '');
    const padded = groups.map((group, index) => group.padStart(GROUPS[kind][index]?.digits ?? 0, '0')).join('.');
    return [groups.join('.'), padded].find((candidate) => READS[kind](candidate));
}
