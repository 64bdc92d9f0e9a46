/**
 * The code grammars of local government. Programs: Permendagri 90/2019 and Kepmendagri 050-5889/2021 as amended
 * (`urusan.bidang.program.level.kegiatan.sub`); OPDs: up to three bidang, a serial and a unit; regions: Kemendagri.
 */

/** How far down the tree of programs a code goes. */
export type CodeDepth = 'bidang' | 'program' | 'kegiatan' | 'sub-kegiatan';

/** A code of the program nomenclature, read. */
export interface ProgramCode {
    readonly text: string;
    /** The field of government: `2.16`. */
    readonly bidang: string;
    readonly depth: CodeDepth;
    /** Whether its third group is `01`: the supporting program that every agency has. */
    readonly supporting: boolean;
    /** Whether its sub kegiatan has two digits, the form before four digits came in. */
    readonly outdated: boolean;
    /** The same for the old and the new form of one sub kegiatan: `2.16.03.2.02.0014`. */
    readonly key: string;
}

/** The code of an OPD, read. */
export interface OpdCode {
    /** The code without its last group, which tells the units of one OPD apart. */
    readonly office: string;
    readonly unit: string;
    /** Its fields of government, the leading one first: `2.16`, `2.20`, `2.21`. */
    readonly bidang: readonly string[];
}

const PROGRAM = /^[1-8]\.\d{2}(\.\d{2}(\.[12]\.\d{2}(\.\d{2}|\.\d{4})?)?)?$/;
const OPD = /^(\d\.\d{2})\.(\d\.\d{2})\.(\d\.\d{2})\.(\d{2})\.(\d{4})$/;
const REGION = /^\d{2}\.\d{2}(\.\d{2}(\.\d{4})?)?$/;
const BIDANG = /^[1-8]\.\d{2}$/;

/** Reads a code of the program nomenclature; `undefined` when it is none. */
export function readProgramCode(text: string): ProgramCode | undefined {
    if (!PROGRAM.test(text)) {
        return undefined;
    }
    // Every group has its place: 2.16.03.2.02.0014.
    const sub = text.slice(13);
    return {
        text,
        bidang: text.slice(0, 4),
        depth: sub !== '' ? 'sub-kegiatan' : text.length > 7 ? 'kegiatan' : text.length > 4 ? 'program' : 'bidang',
        supporting: text.startsWith('01', 5),
        outdated: sub.length === 2,
        key: sub.length === 2 ? `${text.slice(0, 13)}00${sub}` : text,
    };
}

/** Reads the code of an OPD; `undefined` when it is none. */
export function readOpdCode(text: string): OpdCode | undefined {
    const match = OPD.exec(text);
    if (!match) {
        return undefined;
    }
    return {
        office: text.slice(0, -5),
        unit: match[5]!,
        bidang: [match[1]!, match[2]!, match[3]!].filter((bidang) => BIDANG.test(bidang)),
    };
}

/** Whether a text is the code of a province's part: a kabupaten or kota, a kecamatan, a kelurahan. */
export function isRegionCode(text: string): boolean {
    return REGION.test(text);
}

/** Whether a text is the code of a field of government, `2.16`. */
export function isBidang(text: string): boolean {
    return BIDANG.test(text);
}
