import type { Span } from '../plan/calendar.ts';
import { byName } from '../plan/plan.ts';
import type { Doubles } from './doubles/doubles.ts';
import { isDuplicate } from './doubles/services.ts';
import type { Pair } from './doubles/sides.ts';
import { type Lifetime, touches } from './lifetimes.ts';
import type { LinkKind, Links } from './links.ts';
import type { Owner } from './owners.ts';
import type { PlanYear } from './years.ts';

/** How one owner stands to another: a cell of the OPD × OPD matrix. Only cells with something in them are there. */
export interface SiloCell {
    /** Name of the row's owner. */
    readonly owner: string;
    /** Name of the column's owner. */
    readonly other: string;
    /** Names of the row's programs and applications that need something of the column or wait for it. */
    readonly depends: readonly string[];
    /** Names of the row's programs and applications that share work or an asset with the column. */
    readonly shares: readonly string[];
    /** What doubles each other, the row's first; the cell across the diagonal has the same pairs the other way round. */
    readonly doubles: readonly (readonly [string, string])[];
    /** What overlaps, but does not double, each other. */
    readonly overlaps: readonly (readonly [string, string])[];
}

/** The silo figures of a year, or of the whole plan. */
export interface SiloFigures {
    /** Programs with an owner. */
    readonly programs: number;
    /** Those of them with a link to another OPD. */
    readonly linked: number;
    /** `linked` divided by `programs`, 0 to 1; `null` when there is no program. */
    readonly share: number | null;
    /** Names of the programs without a link, sorted. */
    readonly isolatedPrograms: readonly string[];
    /** Names of the owners on their own, sorted. */
    readonly isolatedOwners: readonly string[];
    /** How many pairs double each other. */
    readonly doubles: number;
    /** How many pairs overlap, but do not double, each other. */
    readonly overlaps: number;
    /** By row, then column. */
    readonly cells: readonly SiloCell[];
}

/** The silo figures of one year, and the days of it that lie in the plan. */
export interface SiloYear extends SiloFigures, PlanYear {}

/** The silos of a plan, made visible. */
export interface Silos {
    /** Rows and columns of the matrix, by name: owners with a program, and those in a cell. */
    readonly owners: readonly Owner[];
    /** Everything, whenever it is. */
    readonly whole: SiloFigures;
    /** In order. */
    readonly years: readonly SiloYear[];
}

/** A pair that doubles or overlaps each other. */
interface Double {
    /** Their names, joined as a key. */
    readonly key: string;
    readonly names: readonly [string, string];
    /** The names the other way round. */
    readonly turned: readonly [string, string];
    readonly owners: readonly [Owner, Owner];
    readonly kind: 'doubles' | 'overlaps';
    readonly life: Lifetime;
}

/**
 * The silo figures, from the same spans as the sector findings: something counts in a year when it holds on one of its
 * days. A program or application counts once in a cell for each kind of tie, as long as it lives; a pair counts once, as a
 * double if any clause makes it one on a day of the year. A program is linked unless `isolated-program` holds for it.
 */
export function silos(years: readonly PlanYear[], links: Links, doubles: Doubles): Silos {
    const pairs = collect(doubles);
    const whole = figuresOf(links, pairs, undefined);
    const owners = new Set<Owner>();
    for (const { owner } of links.programs) {
        owners.add(owner);
    }
    for (const { owner, other } of links.links) {
        owners.add(owner).add(other);
    }
    for (const pair of pairs) {
        owners.add(pair.owners[0]).add(pair.owners[1]);
    }
    return {
        owners: [...owners].sort(byName),
        whole,
        years: years.map((year) => ({ ...year, ...figuresOf(links, pairs, year) })),
    };
}

function collect(doubles: Doubles): Double[] {
    const collected: Double[] = [];
    const put = (kind: Double['kind'], { a, b, life }: Pair) => {
        const [one, other] = [a.declaration.name, b.declaration.name];
        const owners = [a.owner, b.owner] as const;
        collected.push({ key: `${one} ${other}`, names: [one, other], turned: [other, one], owners, kind, life });
    };
    for (const double of doubles.services) {
        put(isDuplicate(double) ? 'doubles' : 'overlaps', double);
    }
    const contested = doubles.data.map(({ pairs }) => pairs);
    for (const pairs of [doubles.applications, doubles.infrastructures, doubles.codes, doubles.kpis, ...contested]) {
        for (const pair of pairs) {
            put('doubles', pair);
        }
    }
    return collected;
}

function figuresOf(links: Links, pairs: readonly Double[], span: Span | undefined): SiloFigures {
    const holds = (life: Lifetime) => span === undefined || touches(life, span.first, span.last);
    const programs = links.programs.filter((program) => holds(program.life));
    const isolated = programs.filter((program) => program.isolated);
    const matrix = new Matrix();
    for (const link of links.links) {
        if (holds(link.life)) {
            matrix.tie(link.owner, link.other, link.kind, link.from.name);
        }
    }
    for (const pair of pairs) {
        if (holds(pair.life)) {
            matrix.pair(pair);
        }
    }
    return {
        programs: programs.length,
        linked: programs.length - isolated.length,
        share: programs.length === 0 ? null : (programs.length - isolated.length) / programs.length,
        isolatedPrograms: isolated.map(({ program }) => program.name),
        isolatedOwners: links.isolatedOwners.filter(({ life }) => holds(life)).map(({ owner }) => owner.name),
        ...matrix.close(),
    };
}

/** A cell while it is filled. */
interface OpenCell {
    readonly owner: string;
    readonly other: string;
    readonly depends: Set<string>;
    readonly shares: Set<string>;
    /** Pairs by key. */
    readonly pairs: Map<string, { readonly names: readonly [string, string]; kind: Double['kind'] }>;
}

/** The OPD × OPD matrix while it is filled. */
class Matrix {
    private readonly rows = new Map<string, Map<string, OpenCell>>();

    tie(owner: Owner, other: Owner, kind: LinkKind, name: string): void {
        this.cell(owner, other)[kind].add(name);
    }

    pair({ key, names, turned, owners: [one, other], kind }: Double): void {
        this.put(this.cell(one, other), key, names, kind);
        this.put(this.cell(other, one), key, turned, kind);
    }

    private put(cell: OpenCell, key: string, names: readonly [string, string], kind: Double['kind']): void {
        const known = cell.pairs.get(key);
        if (!known) {
            cell.pairs.set(key, { names, kind });
        } else if (kind === 'doubles') {
            known.kind = kind;
        }
    }

    /** The cells in order, and how many pairs there are, each counted on one side of the diagonal. */
    close(): Pick<SiloFigures, 'cells' | 'doubles' | 'overlaps'> {
        const cells = [...this.rows.values()]
            .flatMap((row) => [...row.values()])
            .sort((a, b) => compare(a.owner, b.owner) || compare(a.other, b.other))
            .map(({ owner, other, depends, shares, pairs }): SiloCell => {
                const all = [...pairs.values()].sort(
                    ({ names: a }, { names: b }) => compare(a[0], b[0]) || compare(a[1], b[1]),
                );
                const of = (kind: Double['kind']) => all.filter((pair) => pair.kind === kind).map((pair) => pair.names);
                return {
                    owner,
                    other,
                    depends: [...depends].sort(compare),
                    shares: [...shares].sort(compare),
                    doubles: of('doubles'),
                    overlaps: of('overlaps'),
                };
            });
        const half = cells.filter((cell) => cell.owner < cell.other);
        const count = (kind: Double['kind']) => half.reduce((sum, cell) => sum + cell[kind].length, 0);
        return { cells, doubles: count('doubles'), overlaps: count('overlaps') };
    }

    private cell(owner: Owner, other: Owner): OpenCell {
        let row = this.rows.get(owner.name);
        if (!row) {
            row = new Map();
            this.rows.set(owner.name, row);
        }
        let cell = row.get(other.name);
        if (!cell) {
            cell = { owner: owner.name, other: other.name, depends: new Set(), shares: new Set(), pairs: new Map() };
            row.set(other.name, cell);
        }
        return cell;
    }
}

function compare(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}
