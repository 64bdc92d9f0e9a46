import type { Kpi, Program } from '../../plan/declarations/program.ts';
import { findOpd, type Plan } from '../../plan/plan.ts';
import { type ProgramCode, readProgramCode } from '../codes.ts';
import { fold } from '../folding.ts';
import { byPair, type Pair, type Parties, pairsOf, putUnder, type Side, sideOf } from './sides.ts';

/** A program with a code of the nomenclature. */
export interface CodeSide extends Side<Program> {
    readonly code: ProgramCode;
    /** The field of government that leads its OPD. */
    readonly leading: string | undefined;
    readonly kecamatan: boolean;
}

/** Two programs that claim one code of the nomenclature. */
export type CodeDouble = Pair<CodeSide>;

/** A program with a kpi. */
export interface KpiSide extends Side<Program> {
    readonly kpi: Kpi;
}

/** Two programs that promise the same kpi. */
export type KpiDouble = Pair<KpiSide>;

/**
 * Pairs of programs of two owners with one code at kegiatan or sub kegiatan depth, by name. The two-digit form of a sub
 * kegiatan is the same as its four-digit form. Left out: third group 01; 7.01 among kecamatan; kegiatan depth between
 * OPDs of one leading bidang. Units of one OPD are one owner.
 */
export function codeDoubles(plan: Plan, parties: Parties): CodeDouble[] {
    const claims = new Map<string, { readonly program: Program; readonly code: ProgramCode }[]>();
    for (const program of parties.lifetimes.programs) {
        const code = program.code && readProgramCode(program.code.value);
        if (code && !code.supporting && (code.depth === 'kegiatan' || code.depth === 'sub-kegiatan')) {
            putUnder(claims, code.key, { program, code });
        }
    }
    const doubles: CodeDouble[] = [];
    for (const claimants of claims.values()) {
        if (claimants.length > 1) {
            const sides = claimants.flatMap(({ program, code }) => codeSide(plan, parties, program, code) ?? []);
            doubles.push(...pairsOf(sides).filter((pair) => !isRegular(pair)));
        }
    }
    return doubles.sort(byPair);
}

function codeSide(plan: Plan, parties: Parties, program: Program, code: ProgramCode): CodeSide | undefined {
    const side = sideOf(program, parties);
    const opd = findOpd(plan, program.owner?.ref);
    if (!side || !opd) {
        return undefined;
    }
    const { leading } = parties.owners.mandate(opd);
    return { ...side, code, leading, kecamatan: parties.owners.isKecamatan(opd) };
}

/** Whether two owners may carry one code. */
function isRegular({ a, b }: CodeDouble): boolean {
    if (a.code.bidang === '7.01' && a.kecamatan && b.kecamatan) {
        return true;
    }
    return a.code.depth === 'kegiatan' && a.leading !== undefined && a.leading === b.leading;
}

/** Pairs of programs of two owners with a kpi of the same folded title, by name. Titles that say nothing are left out. */
export function kpiDoubles(parties: Parties): KpiDouble[] {
    const titles = new Map<string, { readonly program: Program; readonly kpi: Kpi }[]>();
    for (const program of parties.lifetimes.programs) {
        for (const kpi of program.kpis) {
            const title = fold(kpi.title);
            if (title !== '' && titles.get(title)?.at(-1)?.program !== program) {
                putUnder(titles, title, { program, kpi });
            }
        }
    }
    const doubles: { readonly title: string; readonly pair: KpiDouble }[] = [];
    for (const [title, carriers] of titles) {
        if (carriers.length > 1) {
            const sides = carriers.flatMap(({ program, kpi }): KpiSide[] => {
                const side = sideOf(program, parties);
                return side ? [{ ...side, kpi }] : [];
            });
            doubles.push(...pairsOf(sides).map((pair) => ({ title, pair })));
        }
    }
    doubles.sort((x, y) => byPair(x.pair, y.pair) || (x.title < y.title ? -1 : 1));
    return doubles.map(({ pair }) => pair);
}
