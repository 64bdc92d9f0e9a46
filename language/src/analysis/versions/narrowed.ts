import type { Declaration } from '../../plan/declarations/declaration.ts';
import { byName, isDeclaration, type Plan } from '../../plan/plan.ts';
import type { Analysis } from '../analysis.ts';
import { doubles } from '../doubles/doubles.ts';
import { links } from '../links.ts';
import type { ScheduledProgram } from '../schedule-types.ts';
import type { SimilarPair } from '../similarity/similar-pair.ts';
import type { Uses } from '../uses.ts';

/** What a narrowed analysis is given. */
export interface Narrowing {
    /** Whom its lists have. */
    readonly names: ReadonlySet<string>;
    /** The pairs of similar programs it has. */
    readonly similar?: readonly SimilarPair[];
    readonly uses: Uses;
}

/**
 * An analysis in whose lists stand some declarations only, while every question by name is answered as from the whole
 * plan. A rule that goes through the lists and asks for the rest by name finds about these what it finds in the whole.
 */
export function narrowed(whole: Analysis, { names, similar = [], uses }: Narrowing): Analysis {
    const plan = planOf(whole.plan, names);
    const scheduled = plan.programs
        .map(({ name }) => whole.schedule.byName.get(name))
        .filter((each) => each !== undefined)
        .sort(byStart);
    const schedule = {
        ...whole.schedule,
        programs: scheduled,
        unscheduled: whole.schedule.unscheduled.filter(({ name }) => names.has(name)),
    };
    const lifetimes = {
        programs: plan.programs.filter((program) => whole.lifetimes.of(program) !== undefined),
        of: whole.lifetimes.of,
    };
    const parties = { owners: whole.owners, lifetimes };
    const narrow: Pick<Analysis, 'doubles' | 'links'> = {
        get doubles() {
            return once(this, 'doubles', doubles(plan, parties, whole.areas));
        },
        get links() {
            return once(this, 'links', links(plan, schedule, parties));
        },
    };
    return Object.create(whole, {
        ...Object.getOwnPropertyDescriptors({ plan, written: plan, schedule, lifetimes, similar, uses }),
        ...Object.getOwnPropertyDescriptors(narrow),
    }) as Analysis;
}

function planOf(whole: Plan, names: ReadonlySet<string>): Plan {
    const lists = new Map<Declaration['kind'], Declaration[]>();
    for (const name of names) {
        const declaration = whole.names.get(name);
        if (declaration !== undefined && isDeclaration(declaration)) {
            const list = lists.get(declaration.kind);
            if (list === undefined) {
                lists.set(declaration.kind, [declaration]);
            } else {
                list.push(declaration);
            }
        }
    }
    const list = <K extends Declaration['kind']>(kind: K): readonly Extract<Declaration, { kind: K }>[] =>
        ((lists.get(kind) ?? []) as Extract<Declaration, { kind: K }>[]).sort(byName);
    return {
        ...whole,
        masterplans: whole.masterplans.filter(({ name }) => names.has(name)),
        audiences: list('audience'),
        opds: list('opd'),
        services: list('service'),
        data: list('data'),
        applications: list('application'),
        infrastructures: list('infrastructure'),
        programs: list('program'),
        drivers: list('driver'),
        obstacles: list('obstacle'),
        scenarios: list('scenario'),
        dimensions: list('dimension'),
        frameworks: list('framework'),
        funds: list('fund'),
        areas: list('area'),
    };
}

function byStart(a: ScheduledProgram, b: ScheduledProgram): number {
    return a.start - b.start || byName(a.program, b.program);
}

function once<T>(target: object, key: string, value: T): T {
    Object.defineProperty(target, key, { value, enumerable: true });
    return value;
}
