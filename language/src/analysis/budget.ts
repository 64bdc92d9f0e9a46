import type { Fund, Opd } from '../plan/declarations/city.ts';
import type { Ceiling } from '../plan/declarations/clause.ts';
import type { Dimension } from '../plan/declarations/dimension.ts';
import type { Masterplan } from '../plan/declarations/masterplan.ts';
import type { Budget as BudgetClause, Program } from '../plan/declarations/program.ts';
import type { Reference } from '../plan/declarations/reference.ts';
import type { Rupiah } from '../plan/money.ts';
import { byName, find, findElement, findOpd, type Plan } from '../plan/plan.ts';

/** One `budget` clause with everything its money is counted under. */
export interface BudgetEntry {
    readonly program: Program;
    /** The clause itself: its origin is the place that every sum leads back to. */
    readonly clause: BudgetClause;
    /** Calendar year. */
    readonly year: number;
    readonly amount: Rupiah;
    /** `undefined` where no `from` is written, or where it names no fund. */
    readonly fund: Fund | undefined;
    /** The OPD that owns the program; partners pay nothing. */
    readonly opd: Opd | undefined;
    /** The dimension of the program's element. */
    readonly dimension: Dimension | undefined;
}

/** A sum in rupiah and the clauses it is the sum of, by year, then program, then as they are written. */
export interface BudgetSum {
    readonly amount: Rupiah;
    readonly entries: readonly BudgetEntry[];
}

/** The money of one fund, OPD or dimension: a row of a table, a layer of a stacked picture. */
export interface BudgetRow<T> {
    /** `undefined` in the row of money that belongs to none. */
    readonly of: T | undefined;
    readonly total: BudgetSum;
    /** One sum for each of `Budget.years`, in their order. */
    readonly years: readonly BudgetSum[];
}

/** A ceiling and what is planned under it. */
export interface CeilingUse {
    readonly holder: Masterplan | Opd;
    readonly ceiling: Ceiling;
    /** All budgets of that year: the whole plan's for a masterplan, those of its own programs for an OPD. */
    readonly planned: BudgetSum;
    /** Rupiah left under the ceiling; negative when it is exceeded. */
    readonly left: Rupiah;
}

/** The plan's money. */
export interface Budget {
    /**
     * The columns: calendar years in order. Years without money between two with money are there, so that a time axis
     * has no holes; only a gap of more than 25 years, which is a slip of the pen, stays open.
     */
    readonly years: readonly number[];
    readonly total: BudgetSum;
    /** One sum for each of `years`. */
    readonly perYear: readonly BudgetSum[];
    /** Rows by name, only those with a budget; money that belongs to none comes last. */
    readonly funds: readonly BudgetRow<Fund>[];
    readonly opds: readonly BudgetRow<Opd>[];
    readonly dimensions: readonly BudgetRow<Dimension>[];
    /** The masterplan's ceilings by year, then those of each OPD. */
    readonly ceilings: readonly CeilingUse[];
}

const NOTHING: BudgetSum = { amount: 0, entries: [] };

const LONGEST_GAP = 25;

/**
 * Adds up the budgets of a plan. Cancelled programs cost nothing; names that mean nothing count as not written.
 * Of two ceilings for one year the first counts. Sums are exact up to Rp 9 quadrillion, more than the state's own budget;
 * a larger one may be some rupiah off, but never falls below a ceiling that it exceeds.
 */
export function budget(plan: Plan): Budget {
    const entries = readEntries(plan);
    const holders = [...(plan.masterplan ? [plan.masterplan] : []), ...plan.opds];
    const years = readYears(entries, holders);
    const perYear = splitByYear(entries, years);
    const opds = groupRows(entries, years, (entry) => entry.opd);
    return {
        years,
        total: addUp(entries),
        perYear,
        funds: groupRows(entries, years, (entry) => entry.fund),
        opds,
        dimensions: groupRows(entries, years, (entry) => entry.dimension),
        ceilings: compareCeilings(holders, years, perYear, opds),
    };
}

/** By year, then program, then as written: programs come by name, so the years are all that is left to sort. */
function readEntries(plan: Plan): BudgetEntry[] {
    const opdOf = lookUpOnce((ref) => findOpd(plan, ref));
    const fundOf = lookUpOnce((ref) => find(plan, ref, 'fund'));
    const dimensionOf = lookUpOnce((ref) => {
        const element = findElement(plan, ref);
        const dimension = element && plan.names.get(element.dimension);
        return dimension?.kind === 'dimension' ? dimension : undefined;
    });
    const byYear = new Map<number, BudgetEntry[]>();
    for (const program of plan.programs) {
        if (program.budgets.length === 0 || program.cancelled !== undefined) {
            continue;
        }
        const opd = opdOf(program.owner?.ref);
        const dimension = dimensionOf(program.element?.ref);
        for (const clause of program.budgets) {
            const year = clause.year.value;
            const fund = fundOf(clause.from);
            const entry = { program, clause, year, amount: clause.amount.value, fund, opd, dimension };
            const known = byYear.get(year);
            if (known) {
                known.push(entry);
            } else {
                byYear.set(year, [entry]);
            }
        }
    }
    return [...byYear].sort(([a], [b]) => a - b).flatMap(([, entries]) => entries);
}

/** Many budgets name few funds and owners: each name is looked up once. */
function lookUpOnce<T>(
    lookUp: (reference: Reference) => T | undefined,
): (reference: Reference | undefined) => T | undefined {
    const known = new Map<string, T | undefined>();
    return (reference) => {
        if (reference !== undefined && !known.has(reference.name)) {
            known.set(reference.name, lookUp(reference));
        }
        return reference && known.get(reference.name);
    };
}

function readYears(entries: readonly BudgetEntry[], holders: readonly (Masterplan | Opd)[]): number[] {
    const named = new Set(entries.map((entry) => entry.year));
    for (const holder of holders) {
        for (const ceiling of holder.ceilings) {
            named.add(ceiling.year.value);
        }
    }
    const years: number[] = [];
    for (const year of [...named].sort((a, b) => a - b)) {
        const last = years.at(-1);
        if (last !== undefined && year - last <= LONGEST_GAP) {
            for (let between = last + 1; between < year; between++) {
                years.push(between);
            }
        }
        years.push(year);
    }
    return years;
}

function addUp(entries: readonly BudgetEntry[]): BudgetSum {
    let amount = 0;
    for (const entry of entries) {
        amount += entry.amount;
    }
    return entries.length === 0 ? NOTHING : { amount, entries };
}

/** One sum a year; the entries are in order of their years. */
function splitByYear(entries: readonly BudgetEntry[], years: readonly number[]): BudgetSum[] {
    let from = 0;
    return years.map((year) => {
        let to = from;
        while (to < entries.length && entries[to]!.year === year) {
            to++;
        }
        const sum = addUp(entries.slice(from, to));
        from = to;
        return sum;
    });
}

function groupRows<T extends { readonly name: string }>(
    entries: readonly BudgetEntry[],
    years: readonly number[],
    key: (entry: BudgetEntry) => T | undefined,
): BudgetRow<T>[] {
    const groups = new Map<T | undefined, BudgetEntry[]>();
    for (const entry of entries) {
        const of = key(entry);
        const group = groups.get(of);
        if (group) {
            group.push(entry);
        } else {
            groups.set(of, [entry]);
        }
    }
    const rows = [...groups].map(([of, group]) => ({ of, total: addUp(group), years: splitByYear(group, years) }));
    return rows.sort((a, b) => (a.of && b.of ? byName(a.of, b.of) : Number(!a.of) - Number(!b.of)));
}

function compareCeilings(
    holders: readonly (Masterplan | Opd)[],
    years: readonly number[],
    perYear: readonly BudgetSum[],
    opds: readonly BudgetRow<Opd>[],
): CeilingUse[] {
    const columns = new Map(years.map((year, column) => [year, column]));
    const rows = new Map(opds.map((row) => [row.of, row.years]));
    return holders.flatMap((holder) => {
        const sums = holder.kind === 'masterplan' ? perYear : rows.get(holder);
        const seen = new Set<number>();
        const uses: CeilingUse[] = [];
        for (const ceiling of holder.ceilings) {
            const year = ceiling.year.value;
            if (!seen.has(year)) {
                seen.add(year);
                const planned = sums?.[columns.get(year)!] ?? NOTHING;
                uses.push({ holder, ceiling, planned, left: ceiling.amount.value - planned.amount });
            }
        }
        return uses.sort((a, b) => a.ceiling.year.value - b.ceiling.year.value);
    });
}
