import type { Dimension, Element } from '../plan/declarations/dimension.ts';
import { byName, findElement, type Plan } from '../plan/plan.ts';
import { type Parties, putUnder } from './doubles/sides.ts';
import { touches } from './lifetimes.ts';
import type { Owner } from './owners.ts';
import type { Schedule } from './schedule-types.ts';
import type { PlanYear } from './years.ts';

/** Who works on an element: a cell of the element × OPD matrix. Names of programs, sorted. */
export interface OwnerCell {
    /** Programs that the column's OPD owns. */
    readonly owned: readonly string[];
    /** Programs of others in which it is a partner. */
    readonly supported: readonly string[];
}

/** One element of the plan, and where it is covered. Cells stand in the order of the columns; empty ones are there too. */
export interface CoverageRow {
    readonly dimension: Dimension;
    readonly element: Element;
    /** Names of all programs for the element, sorted; empty when nothing covers it. */
    readonly programs: readonly string[];
    /** One cell for each of `Coverage.owners`. */
    readonly owners: readonly OwnerCell[];
    /** Names of the programs that run in each of `Coverage.years`. */
    readonly years: readonly (readonly string[])[];
    /** Names of programs for the element that have no dates, and so cover no year. */
    readonly unscheduled: readonly string[];
}

/** What the plan covers: element × OPD and element × year, the empty cells visible. */
export interface Coverage {
    /** Columns of the first matrix: owners that own or support a program, by name. */
    readonly owners: readonly Owner[];
    /** Columns of the second matrix. */
    readonly years: readonly PlanYear[];
    /** Every element, dimensions by name, elements as they are declared. */
    readonly rows: readonly CoverageRow[];
}

/** Spreads the programs that take part over elements, owners and years. Cancelled and dropped ones cover nothing. */
export function coverage(
    plan: Plan,
    schedule: Schedule,
    { owners, lifetimes }: Parties,
    years: readonly PlanYear[],
): Coverage {
    const byElement = new Map<Element, (typeof lifetimes.programs)[number][]>();
    const columns = new Set<Owner>();
    for (const program of lifetimes.programs) {
        const element = findElement(plan, program.element?.ref);
        if (element) {
            putUnder(byElement, element, program);
        }
        for (const owner of [owners.of(program), ...(program.partners?.refs ?? []).map(owners.named)]) {
            if (owner) {
                columns.add(owner);
            }
        }
    }
    const sorted = [...columns].sort(byName);
    const columnOf = new Map(sorted.map((owner, index) => [owner, index]));
    const row = (dimension: Dimension, element: Element): CoverageRow => {
        const programs = byElement.get(element) ?? [];
        const cells = sorted.map(() => ({ owned: [] as string[], supported: [] as string[] }));
        const perYear = years.map(() => [] as string[]);
        const unscheduled: string[] = [];
        for (const program of programs) {
            const owner = owners.of(program);
            if (owner) {
                cells[columnOf.get(owner)!]!.owned.push(program.name);
            }
            for (const partner of new Set((program.partners?.refs ?? []).map(owners.named))) {
                if (partner && partner !== owner) {
                    cells[columnOf.get(partner)!]!.supported.push(program.name);
                }
            }
            const life = schedule.byName.has(program.name) ? lifetimes.of(program) : undefined;
            if (!life) {
                unscheduled.push(program.name);
                continue;
            }
            for (const [index, year] of years.entries()) {
                if (touches(life, year.first, year.last)) {
                    perYear[index]!.push(program.name);
                }
            }
        }
        return {
            dimension,
            element,
            programs: programs.map((program) => program.name),
            owners: cells,
            years: perYear,
            unscheduled,
        };
    };
    return {
        owners: sorted,
        years,
        rows: plan.dimensions.flatMap((dimension) => dimension.elements.map((element) => row(dimension, element))),
    };
}
