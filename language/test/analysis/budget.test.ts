import { describe, expect, it } from 'vitest';
import { type Budget, type BudgetRow, budget } from '../../src/analysis/budget.ts';
import { DEFAULT_CONFIG } from '../../src/plan/config.ts';
import type { Fund, Opd } from '../../src/plan/declarations/city.ts';
import type { Nameable } from '../../src/plan/declarations/declaration.ts';
import type { Dimension } from '../../src/plan/declarations/dimension.ts';
import type { Masterplan } from '../../src/plan/declarations/masterplan.ts';
import type { Program } from '../../src/plan/declarations/program.ts';
import type { Reference } from '../../src/plan/declarations/reference.ts';
import type { Plan } from '../../src/plan/plan.ts';

const at = { file: 'plan.smartcity', start: 0, end: 0 };

const named = { title: '', at, whole: at, description: undefined, source: undefined, library: undefined, broken: [] };

const naming = (name: string, expected: Reference['expected']) => ({ clause: at, ref: { name, expected, at } });

/** `2020: 5, 2020: 3 from apbd` as clauses; each has a place of its own. */
function spend(...clauses: readonly (readonly [year: number, amount: number, from?: string])[]) {
    return clauses.map(([year, amount, from], index) => ({
        clause: { ...at, start: index },
        year: { value: year, at },
        amount: { value: amount, at },
        from: from === undefined ? undefined : naming(from, 'fund').ref,
    }));
}

function limit(...clauses: readonly (readonly [year: number, amount: number])[]) {
    return clauses.map(([year, amount]) => ({ clause: at, year: { value: year, at }, amount: { value: amount, at } }));
}

function program(name: string, owner: string, element: string, budgets: Program['budgets'], more?: Partial<Program>) {
    const parts = { ...named, kind: 'program', name, owner: naming(owner, 'opd'), element: naming(element, 'element') };
    return { ...parts, budgets, cancelled: undefined, ...more } as Program;
}

const fund = (name: string) => ({ ...named, kind: 'fund', name }) as Fund;

const opd = (name: string, ...ceilings: readonly (readonly [year: number, amount: number])[]) =>
    ({ ...named, kind: 'opd', name, ceilings: limit(...ceilings) }) as unknown as Opd;

function dimension(name: string): Dimension {
    const elements = [{ ...named, kind: 'element' as const, name: `${name}.one`, dimension: name }];
    return { ...named, kind: 'dimension', name, elements };
}

/** A plan of these declarations; what the budget does not look at is left out. */
function plan(parts: Partial<Pick<Plan, 'masterplan' | 'programs' | 'opds'>>): Plan {
    const programs = parts.programs ?? [];
    const opds = parts.opds ?? [opd('dinkes'), opd('dishub')];
    const dimensions = [dimension('economy'), dimension('living')];
    const all: Nameable[] = [...opds, ...dimensions, ...dimensions.flatMap((one) => one.elements)];
    all.push(...programs, fund('apbd'), fund('csr'));
    const names = new Map(all.map((one) => [one.name, one]));
    return { config: DEFAULT_CONFIG, masterplan: parts.masterplan, programs, opds, names } as unknown as Plan;
}

/** A row as `apbd 8 = 8 0`. */
function show(rows: readonly BudgetRow<{ readonly name: string }>[]): string[] {
    return rows.map((row) => {
        const years = row.years.map((sum) => sum.amount).join(' ');
        return `${row.of?.name ?? '-'} ${row.total.amount} = ${years}`;
    });
}

const TWO = [
    program('alpha', 'dinkes', 'living.one', spend([2021, 40, 'apbd'], [2020, 5, 'csr'], [2020, 3])),
    program('beta', 'dishub', 'economy.one', spend([2020, 100, 'apbd'])),
];

describe('budget', () => {
    it('adds up by year, fund, OPD and dimension', () => {
        const result = budget(plan({ programs: TWO }));
        expect(result.years).toEqual([2020, 2021]);
        expect(result.total.amount).toBe(148);
        expect(result.perYear.map((sum) => sum.amount)).toEqual([108, 40]);
        expect(show(result.funds)).toEqual(['apbd 140 = 100 40', 'csr 5 = 5 0', '- 3 = 3 0']);
        expect(show(result.opds)).toEqual(['dinkes 48 = 8 40', 'dishub 100 = 100 0']);
        expect(show(result.dimensions)).toEqual(['economy 100 = 100 0', 'living 48 = 8 40']);
    });

    it('leads every sum back to its clauses: by year, then program, then as written', () => {
        const result = budget(plan({ programs: TWO }));
        const traced = result.total.entries.map((entry) => [entry.year, entry.program.name, entry.clause.clause.start]);
        expect(traced).toEqual([
            [2020, 'alpha', 1],
            [2020, 'alpha', 2],
            [2020, 'beta', 0],
            [2021, 'alpha', 0],
        ]);
        for (const sum of everySum(result)) {
            expect(sum.entries.reduce((total, entry) => total + entry.clause.amount.value, 0)).toBe(sum.amount);
        }
    });

    it('keeps rows and columns equal in sum', () => {
        const result = budget(plan({ programs: TWO }));
        for (const rows of [result.funds, result.opds, result.dimensions]) {
            expect(rows.reduce((total, row) => total + row.total.amount, 0)).toBe(result.total.amount);
            result.years.forEach((_, column) => {
                const sum = rows.reduce((total, row) => total + row.years[column]!.amount, 0);
                expect(sum).toBe(result.perYear[column]!.amount);
            });
        }
    });

    it('counts what has no owner, no element or an unknown fund in a row of its own, at the end', () => {
        const lost = program('zulu', 'nobody', 'nowhere', spend([2020, 7, 'grant']), { element: undefined });
        const result = budget(plan({ programs: [...TWO, lost] }));
        expect(show(result.opds).at(-1)).toBe('- 7 = 7 0');
        expect(show(result.dimensions).at(-1)).toBe('- 7 = 7 0');
        expect(show(result.funds).at(-1)).toBe('- 10 = 10 0');
    });

    it('leaves out what is cancelled', () => {
        const gone = program('gone', 'dinkes', 'living.one', spend([2030, 9, 'apbd']), { cancelled: { clause: at } });
        const result = budget(plan({ programs: [...TWO, gone] }));
        expect(result.total.amount).toBe(148);
        expect(result.years).toEqual([2020, 2021]);
    });

    it('shows years without money between two with money, but not a millennium of them', () => {
        const far = program('far', 'dinkes', 'living.one', spend([2017, 1], [2020, 1], [2045, 1], [3045, 1]));
        const { years, perYear } = budget(plan({ programs: [far] }));
        expect(years.slice(0, 4)).toEqual([2017, 2018, 2019, 2020]);
        expect(years.slice(-2)).toEqual([2045, 3045]);
        expect(perYear.filter((sum) => sum.amount > 0)).toHaveLength(4);
        expect(perYear).toHaveLength(years.length);
    });

    it('compares ceilings: the masterplan with everything, an OPD with its own programs', () => {
        const kediri = { ...named, kind: 'masterplan', name: 'kediri', ceilings: limit([2021, 50], [2020, 108]) };
        const opds = [opd('dinkes', [2020, 7], [2022, 1], [2020, 999]), opd('dishub')];
        const result = budget(plan({ masterplan: kediri as unknown as Masterplan, programs: TWO, opds }));
        const uses = result.ceilings.map((use) => [
            use.holder.name,
            use.ceiling.year.value,
            use.planned.amount,
            use.left,
        ]);
        expect(uses).toEqual([
            ['kediri', 2020, 108, 0],
            ['kediri', 2021, 40, 10],
            ['dinkes', 2020, 8, -1],
            ['dinkes', 2022, 0, 1],
        ]);
        expect(result.years).toEqual([2020, 2021, 2022]);
    });

    it('has no rows and no years where nothing costs anything', () => {
        const result = budget(plan({}));
        expect(result.years).toEqual([]);
        expect(result.total).toEqual({ amount: 0, entries: [] });
        expect(result.funds).toEqual([]);
    });
});

function everySum(result: Budget) {
    const rows = [...result.funds, ...result.opds, ...result.dimensions];
    return [result.total, ...result.perYear, ...rows.flatMap((row) => [row.total, ...row.years])];
}
